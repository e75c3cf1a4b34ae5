// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "scenario/scenario.hpp"

namespace park::study {

/// Something of which a park can have too little: a lever, and one step more of it in the lever's unit.
struct Constraint {
  std::string_view lever;
  double step = 0;
};
[[nodiscard]] std::span<const Constraint> constraints();

/// A step lies upwards; downwards if a step more would leave the lever's range; nowhere if the lever's
/// timeline leaves room in neither direction.
enum class StepDirection : std::uint8_t { Up, Down, Nowhere };

/// The scenario with one step more (or less) of a constraint, at the start and in every step of its timeline.
struct SteppedScenario {
  std::shared_ptr<const Scenario> scenario;
  StepDirection direction = StepDirection::Up;
};
[[nodiscard]] SteppedScenario with_one_step(const std::shared_ptr<const Scenario>& scenario,
                                            const Constraint& constraint);

}  // namespace park::study
