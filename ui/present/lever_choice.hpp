// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "panels/lever_text.hpp"
#include "present/policy_changes.hpp"

namespace park::ui {

/// Levers of a scenario as somebody who has paused its film moves them: which are shown, which one is under
/// the keys, and what was moved. Everything but the drawing.
class LeverChoice {
 public:
  struct Row {
    const ParameterRow* lever = nullptr;
    Scale scale;
    double reference = 0;  ///< at the start
    double before = 0;
    double value = 0;

    [[nodiscard]] bool is_moved() const { return value != before; }
  };

  /// `month` is how many months have passed where the film stands.
  LeverChoice(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const Scenario> reference, int month);

  [[nodiscard]] const Scenario& scenario() const { return *scenario_; }
  [[nodiscard]] int month() const { return month_; }

  std::string search;
  /// Those that match the search: first those in which the scenario differs from its reference, then all
  /// others, each in the order of the catalogue.
  [[nodiscard]] std::vector<Row> rows() const;
  /// How many levers there are that differ, whatever is searched.
  [[nodiscard]] std::size_t differing() const { return differing_; }

  /// Whether a change can come into force where the film stands: neither at its opening nor at its end.
  [[nodiscard]] bool can_hold_from_now() const { return month_ > 0 && month_ < scenario_->months; }
  [[nodiscard]] bool holds_from_now() const { return holds_from_now_; }
  /// What was moved stays where it was moved to.
  void hold_from_now(bool from_now) { holds_from_now_ = from_now && can_hold_from_now(); }

  [[nodiscard]] const ParameterRow* selected() const { return selected_; }
  void select(const ParameterRow* lever) { selected_ = lever; }
  /// Up (-1) or down (1) among the rows that are shown.
  void select_next(int direction);
  /// By so many of its steps; a choice goes to its neighbour.
  void nudge(int steps);
  void set(const ParameterRow& lever, double value);
  void reset_selected();

  /// What was moved, in the order of the catalogue.
  [[nodiscard]] std::vector<PolicyChange> changes() const;

 private:
  [[nodiscard]] Row row_of(const ParameterRow& lever) const;

  std::shared_ptr<const Scenario> scenario_, reference_;
  int month_;
  bool holds_from_now_;
  std::vector<const ParameterRow*> order_;
  std::size_t differing_ = 0;
  const ParameterRow* selected_ = nullptr;
  std::map<const ParameterRow*, double> moved_;
};

}  // namespace park::ui
