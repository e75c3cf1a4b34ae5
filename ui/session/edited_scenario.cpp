// SPDX-License-Identifier: MIT
#include "session/edited_scenario.hpp"

#include "core/assert.hpp"
#include "session/same_scenario.hpp"

namespace park::ui {
EditedScenario::EditedScenario(State saved, State baseline, std::filesystem::path file)
    : states_{{saved, SetMonths{}}},
      saved_(std::move(saved)),
      baseline_(std::move(baseline)),
      file_(std::move(file)) {
  PARK_ASSERT(saved_ != nullptr && baseline_ != nullptr);
}

void EditedScenario::move_to(std::size_t place) {
  place_ = place;
  is_modified_ = !is_same(*now(), *saved_);
}

void EditedScenario::add(State state, const Command& command) {
  states_.resize(place_ + 1);
  states_.push_back({std::move(state), command});
  if (states_.size() > max_states) states_.erase(states_.begin());
  move_to(states_.size() - 1);
}

Problems EditedScenario::apply(const Command& command) {
  Checked<Scenario> changed = carry_out(command, *now(), {*baseline_, *saved_});
  if (!changed.ok()) return changed.problems();
  if (is_same(changed.value(), *now())) return {};
  auto state = std::make_shared<const Scenario>(std::move(changed).value());
  if (is_gesture_open_ && can_undo() && !can_redo() && is_continued(states_[place_].command, command)) {
    states_[place_] = {std::move(state), command};
    move_to(place_);
  } else {
    add(std::move(state), command);
  }
  is_gesture_open_ = true;
  return {};
}

Problems EditedScenario::apply(const std::vector<Command>& commands) {
  Scenario changed = *now();
  for (const Command& command : commands) {
    Checked<Scenario> next = carry_out(command, std::move(changed), {*baseline_, *saved_});
    if (!next.ok()) return next.problems();
    changed = std::move(next).value();
  }
  is_gesture_open_ = false;
  if (commands.empty() || is_same(changed, *now())) return {};
  add(std::make_shared<const Scenario>(std::move(changed)), commands.back());
  return {};
}

const Command* EditedScenario::undone_next() const { return can_undo() ? &states_[place_].command : nullptr; }

const Command* EditedScenario::redone_next() const {
  return can_redo() ? &states_[place_ + 1].command : nullptr;
}

void EditedScenario::undo() {
  is_gesture_open_ = false;
  if (can_undo()) move_to(place_ - 1);
}

void EditedScenario::redo() {
  is_gesture_open_ = false;
  if (can_redo()) move_to(place_ + 1);
}

void EditedScenario::set_saved(std::filesystem::path file) {
  file_ = std::move(file);
  saved_ = now();
  is_gesture_open_ = false;
  is_modified_ = false;
}

void EditedScenario::set_baseline(State baseline) {
  PARK_ASSERT(baseline != nullptr);
  is_gesture_open_ = false;
  baseline_ = std::move(baseline);
}

void EditedScenario::restore(State state) {
  is_gesture_open_ = false;
  if (is_same(*state, *now())) return;
  add(std::move(state), Reset{Mark::Saved, Part::Everything, {}});
}

}  // namespace park::ui
