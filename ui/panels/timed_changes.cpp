// SPDX-License-Identifier: MIT
#include "panels/timed_changes.hpp"

#include <algorithm>

namespace park::ui {

std::vector<TimedChange> timed_changes(const ControlRow& row) {
  std::vector<TimedChange> changes;
  for (const PolicyStep& step : row.steps) changes.push_back({step.at, step.value, step.ramp_months});
  for (const Shock& shock : row.shocks) changes.push_back({shock.at, shock.value, shock.months});
  return changes;
}

Command put(const ControlRow& row, const TimedChange& change) {
  if (row.is_policy()) return SetPolicy{row.key, change.value, change.at, change.length};
  return SetAssumption{row.key, change.value, change.at, change.length};
}

Command remove(const ControlRow& row, int at) {
  if (row.is_policy()) return RemovePolicyStep{row.key, at};
  return RemoveShock{row.key, at};
}

std::vector<Command> move(const ControlRow& row, int at, const TimedChange& moved) {
  if (moved.at == at) return {put(row, moved)};
  // A month that has a change already keeps it: two would become one.
  const auto changes = timed_changes(row);
  if (std::ranges::any_of(changes, [&](const TimedChange& other) { return other.at == moved.at; })) return {};
  return {remove(row, at), put(row, moved)};
}

Scheduled schedule(const ControlRow& row, int month, int months) {
  constexpr int year = 12;
  const auto changes = timed_changes(row);
  if (!changes.empty()) {
    TimedChange next = changes.back();
    next.at = std::min(next.at + year, months);
    next.length = 0;
    if (next.at == changes.back().at) return {{}, next.at};
    return {{put(row, next)}, next.at};
  }
  const int at = std::clamp(month, 1, std::max(1, months));
  std::vector<Command> commands;
  if (row.value != row.baseline) {
    commands.push_back(row.is_policy() ? Command(SetPolicy{row.key, row.baseline, {}, 0})
                                       : Command(SetAssumption{row.key, row.baseline, {}, 0}));
  }
  commands.push_back(put(row, {at, row.value, 0}));
  return {std::move(commands), at};
}

}  // namespace park::ui
