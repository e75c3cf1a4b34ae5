// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "core/checked.hpp"
#include "scenario/scenario.hpp"

namespace park::ui {

/// A lever or `clause.ID`. Without `at` the start value, and the key's timeline stays; with `at` (months
/// after the start) a step of the timeline, in place of one that is there for the same month.
struct SetPolicy {
  std::string key;
  double value = 0;
  std::optional<int> at;
  int ramp_months = 0;
};

/// Moves a step of a lever or clause to another month and ramp.
struct MovePolicyStep {
  std::string key;
  int from = 0;
  int to = 0;
  int ramp_months = 0;
};

struct RemovePolicyStep {
  std::string key;
  int at = 0;
};

/// The start value of every clause of a category.
struct SetClauseCategory {
  std::size_t category = 0;
  double intensity = 1;
};

/// An uncertainty or a structural parameter. With `at` (uncertainties only) a shock of so many months (0: for
/// good). Kept apart from what policy sets.
struct SetAssumption {
  std::string key;
  double value = 0;
  std::optional<int> at;
  int months = 0;
};

struct RemoveShock {
  std::string key;
  int at = 0;
};

/// What a scenario is held against, and what can be reset to it.
enum class Mark : std::uint8_t { Baseline, Saved };
enum class Part : std::uint8_t { Policy, Assumptions, Everything };

/// Start value and timeline of a key as the mark has them; without a key of the whole part. Everything is
/// policy, assumptions, seed and months.
struct Reset {
  Mark mark = Mark::Saved;
  Part part = Part::Policy;
  std::string key;
};

struct SetSeed {
  std::uint64_t seed = 0;
};

struct SetMonths {
  int months = 120;
};

/// What a person calls the scenario. Lives are the same under any name.
struct SetLabels {
  std::string zh;
  std::string en;
};

/// What a person does to a scenario, as plain values: can be kept, compared and replayed.
using Command = std::variant<SetPolicy, MovePolicyStep, RemovePolicyStep, SetClauseCategory, SetAssumption,
                             RemoveShock, Reset, SetSeed, SetMonths, SetLabels>;

/// The scenario after the command, or why not: pointers as in a scenario file (`/levers/KEY`).
/// `marks`: what Reset goes back to.
struct Marks {
  const Scenario& baseline;
  const Scenario& saved;
};
[[nodiscard]] Checked<Scenario> carry_out(const Command& command, Scenario scenario, const Marks& marks);

/// Whether `next` goes on with what `last` did, as while a slider is dragged: the same kind of command, key
/// and month.
[[nodiscard]] bool is_continued(const Command& last, const Command& next);

}  // namespace park::ui
