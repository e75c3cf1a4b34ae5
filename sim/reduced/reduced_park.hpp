// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace park::reduced {

/// What a month ends with, in the order of `figure_keys`.
enum class Figure : std::uint8_t {
  Signed,       ///< firms, all so far
  Gone,         ///< firms that took the rival, all so far
  Waiting,      ///< projects without floor
  Plants,       ///< that produce
  Jobs,         ///< people
  Vacancies,    ///< posts without worker
  Seekers,      ///< people
  FreeFloor,    ///< m2
  BlocksBegun,  ///< all so far
  Wage,         ///< yuan a month
  Count
};
inline constexpr std::size_t figure_count = static_cast<std::size_t>(Figure::Count);
inline constexpr std::array<std::string_view, figure_count> figure_keys = {
    "signed",    "gone",    "waiting",       "plants",       "jobs",
    "vacancies", "seekers", "free_floor_m2", "blocks_begun", "wage_yuan"};

using Figures = std::array<double, figure_count>;

/// Lives the reduced park of tests/bench/peer/README.md, where every equation stands: the model for comparing
/// parksim with other frameworks, apart from the district's. `firms` at least 1; one entry a month.
[[nodiscard]] std::vector<Figures> run(std::uint32_t firms, int months, std::uint64_t seed);

}  // namespace park::reduced
