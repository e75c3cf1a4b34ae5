// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/checked.hpp"
#include "scenario/scenario.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// A lever that was moved while a film stood still, from what it was set to before.
struct PolicyChange {
  const ParameterRow* lever = nullptr;
  double before = 0;
  double after = 0;
  std::optional<int> at;  ///< so many months after the start it comes into force; nothing: from the start

  bool operator==(const PolicyChange&) const = default;
};

/// What a lever is set to after so many months; of a ramp that is under way, its end.
[[nodiscard]] double lever_after(const Scenario& scenario, const ParameterRow& lever, int months);

/// The scenario with these changes, each in force to the end; its label says that it is no longer what was
/// shipped.
[[nodiscard]] Checked<Scenario> with_changes(const Scenario& scenario, std::span<const PolicyChange> changes);

/// Takes over later changes. One of a lever overtakes those of the same lever from the same month on; of the
/// same month the first `before` and the last `after` remain.
void take_over(std::vector<PolicyChange>& told, std::span<const PolicyChange> later);

/// What was changed in which scenario, in one line each: `Rent-free period 6 months → 24 months from
/// 2029-06`.
[[nodiscard]] std::vector<std::string> change_lines(std::span<const PolicyChange> changes,
                                                    const Scenario& scenario, const Texts& texts);

}  // namespace park::ui
