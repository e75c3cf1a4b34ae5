// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panels/dashboard.hpp"
#include "panels/lever_text.hpp"

namespace park::ui {

/// One control of a list of levers or assumptions, with everything it shows.
struct ControlRow {
  ParameterKey parameter;
  std::string key;
  std::string name;
  Scale scale;
  double value = 0;
  double baseline = 0;
  double saved = 0;
  std::vector<PolicyStep> steps;  ///< of a lever, by month
  std::vector<Shock> shocks;      ///< of an assumption, by month
  bool is_changed = false;        ///< against the baseline, timeline included

  /// A lever or a clause; else an assumption.
  [[nodiscard]] bool is_policy() const {
    return parameter.row == nullptr || parameter.row->group() == ParameterGroup::Lever;
  }
};

/// A group of controls under a heading: a part of the report, or what the world sets.
struct ControlGroup {
  std::string heading;
  std::vector<ControlRow> rows;
  std::size_t changed = 0;
};

/// The levers by the report's three parts, or the uncertainties in one group; those that match the search and
/// the filter.
[[nodiscard]] std::vector<ControlGroup> lever_groups(const Dashboard& dashboard, const Texts& texts,
                                                     const ParameterListState& state);
[[nodiscard]] std::vector<ControlGroup> assumption_groups(const Dashboard& dashboard, const Texts& texts,
                                                          const ParameterListState& state);

/// Whether every word of `search` is somewhere in the name, key, effect or unit, in either language, without
/// regard to case.
[[nodiscard]] bool matches(const ParameterRow& row, std::string_view search);

/// Moves the selection among the rows that are shown; from nothing to the first.
void select_next(ParameterListState& state, const std::vector<ControlGroup>& groups, int direction);
/// The row that is selected; null if it is not shown.
[[nodiscard]] const ControlRow* selected_row(const ParameterListState& state,
                                             const std::vector<ControlGroup>& groups);

}  // namespace park::ui
