// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <memory>
#include <span>
#include <vector>

#include "session/futures.hpp"

namespace park::ui {

/// Values are worked on so many at a time.
inline constexpr std::size_t lanes = 8;

/// A finished run: every column of month 0, then of month 1, and so on, filled up with NaN to whole lanes;
/// and what its end says of the clauses. A run that failed has an error and no values.
struct LivedRun {
  std::uint64_t seed = 0;
  std::uint64_t digest = 0;
  std::vector<double> values;
  std::array<ClauseUse, clause_count> clauses{};
  std::string error;

  [[nodiscard]] bool ok() const { return error.empty(); }
};
[[nodiscard]] constexpr std::size_t filled_up(std::size_t values) {
  return (values + lanes - 1) / lanes * lanes;
}
using LivedRuns = std::vector<std::shared_ptr<const LivedRun>>;

/// Bands of a scenario over runs, in their order. Failed runs count as no value.
[[nodiscard]] Fan build_fan(std::shared_ptr<const Scenario> scenario, std::size_t columns,
                            std::span<const std::shared_ptr<const LivedRun>> runs);

/// By month and column: runs of a scenario minus those of the reference, paired by place.
[[nodiscard]] std::vector<PairedChange> build_differences(
    std::size_t values, std::span<const std::shared_ptr<const LivedRun>> runs,
    std::span<const std::shared_ptr<const LivedRun>> reference);

}  // namespace park::ui
