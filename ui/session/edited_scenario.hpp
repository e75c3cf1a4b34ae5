// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "session/commands.hpp"

namespace park::ui {

/// A scenario under the hands of a person: what it is now, what it was before, and the two marks it is held
/// against. States are whole scenarios, shared and never changed.
class EditedScenario {
 public:
  using State = std::shared_ptr<const Scenario>;

  /// `saved`: as it stands in `file`, or as it was opened if there is no file yet.
  EditedScenario(State saved, State baseline, std::filesystem::path file = {});

  [[nodiscard]] const State& now() const { return states_[place_].scenario; }
  [[nodiscard]] const State& saved() const { return saved_; }
  [[nodiscard]] const State& baseline() const { return baseline_; }
  [[nodiscard]] const State& mark(Mark mark) const { return mark == Mark::Baseline ? baseline_ : saved_; }
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  [[nodiscard]] bool is_modified() const { return is_modified_; }

  /// What is wrong with the command, and nothing has changed; empty if it is done. Commands about the same
  /// thing become one step of undo until end_gesture().
  [[nodiscard]] Problems apply(const Command& command);
  /// Several commands as one step of undo: all or none.
  [[nodiscard]] Problems apply(const std::vector<Command>& commands);
  void end_gesture() { is_gesture_open_ = false; }

  [[nodiscard]] bool can_undo() const { return place_ > 0; }
  [[nodiscard]] bool can_redo() const { return place_ + 1 < states_.size(); }
  /// Null if there is nothing to undo (redo); else the command that undo takes back (redo does again).
  [[nodiscard]] const Command* undone_next() const;
  [[nodiscard]] const Command* redone_next() const;
  void undo();
  void redo();

  /// Now stands in this file: the mark moves here.
  void set_saved(std::filesystem::path file);
  /// Is held against another scenario from now on.
  void set_baseline(State baseline);
  /// Takes over another state, as from an autosave; the mark stays.
  void restore(State state);

 private:
  /// A state and the command that led to it.
  struct Entry {
    State scenario;
    Command command;
  };
  static constexpr std::size_t max_states = 500;

  void move_to(std::size_t place);
  void add(State state, const Command& command);

  std::vector<Entry> states_;
  std::size_t place_ = 0;
  bool is_gesture_open_ = false;
  State saved_;
  State baseline_;
  std::filesystem::path file_;
  bool is_modified_ = false;
};

}  // namespace park::ui
