// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/checked.hpp"
#include "scenario/scenario.hpp"

namespace park::study {

/// One thing in which two scenarios differ and which can be switched over by itself: the start value of a
/// lever, clause, uncertainty or structural parameter, or the whole timeline of policy, or the shocks.
struct ScenarioPart {
  enum class Kind : std::uint8_t { Parameter, PolicyTimeline, Shocks };
  Kind kind = Kind::Parameter;
  std::string key;         ///< `rent_free_months`, `clause.rent_01`, `policy timeline`, `shocks`
  ParameterKey parameter;  ///< of a Parameter, as are its values in the two scenarios
  double from = 0;
  double to = 0;
};

/// The parts in which `b` differs from `a`, in the catalogue's order. What differs and can be no part is a
/// problem of `b_file` at its pointer: start, months, base district, map, target list, places, and the
/// structural parameters from which the pool of firms is drawn, as other firms share no shocks.
[[nodiscard]] Checked<std::vector<ScenarioPart>> differing_parts(const Scenario& a, const Scenario& b,
                                                                 const std::string& a_file,
                                                                 const std::string& b_file);

/// Makes this part of `scenario` as it is in `b`.
void switch_over(Scenario& scenario, const ScenarioPart& part, const Scenario& b);

}  // namespace park::study
