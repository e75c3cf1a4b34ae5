// SPDX-License-Identifier: MIT
#include "panels/parameter_list.hpp"

#include <algorithm>
#include <cctype>

#include "session/differing_keys.hpp"
#include "session/same_scenario.hpp"

namespace park::ui {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

ControlRow row_of(const EditedScenario& tab, const ParameterRow& row, const Texts& texts) {
  const ParameterKey key{&row, 0};
  ControlRow control;
  control.parameter = key;
  control.key = row.key;
  control.name = texts.pick(row.zh, row.en);
  control.scale = scale_of(key);
  control.value = get(tab.now()->parameters, row);
  control.baseline = get(tab.baseline()->parameters, row);
  control.saved = get(tab.saved()->parameters, row);
  control.steps = steps_of(*tab.now(), key);
  control.shocks = shocks_of(*tab.now(), key);
  control.is_changed = control.value != control.baseline ||
                       !is_same_timeline(control.steps, steps_of(*tab.baseline(), key)) ||
                       !is_same_timeline(control.shocks, shocks_of(*tab.baseline(), key));
  return control;
}

void add(ControlGroup& group, const EditedScenario& tab, const ParameterRow& row, const Texts& texts,
         const ParameterListState& state) {
  ControlRow control = row_of(tab, row, texts);
  if (control.is_changed) ++group.changed;
  if (state.only_changed && !control.is_changed) return;
  if (matches(row, state.search)) group.rows.push_back(std::move(control));
}

/// What a person runs through with the arrow keys.
std::vector<const ControlRow*> rows_in_order(const ParameterListState& state,
                                             const std::vector<ControlGroup>& groups) {
  std::vector<const ControlRow*> rows;
  for (const ControlGroup& group : groups) {
    if (state.folded.contains(group.heading) && state.search.empty()) continue;
    for (const ControlRow& row : group.rows) rows.push_back(&row);
  }
  return rows;
}

}  // namespace

bool matches(const ParameterRow& row, std::string_view search) {
  std::string all;
  for (const std::string_view part : {row.key, row.zh, row.en, row.effect_zh, row.effect_en, row.unit}) {
    all += part;
    all += '\n';
  }
  all = lower(all);
  const std::string wanted = lower(search);
  std::size_t at = 0;
  while ((at = wanted.find_first_not_of(' ', at)) != std::string::npos) {
    const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
    if (all.find(wanted.substr(at, end - at)) == std::string::npos) return false;
    at = end;
  }
  return true;
}

std::vector<ControlGroup> lever_groups(const Dashboard& dashboard, const Texts& texts,
                                       const ParameterListState& state) {
  const EditedScenario& tab = dashboard.session.active_tab();
  std::vector<ControlGroup> groups = {{texts("ui.levers.part1"), {}, 0},
                                      {texts("ui.levers.part2"), {}, 0},
                                      {texts("ui.levers.part3"), {}, 0}};
  for (const ParameterRow& row : lever_rows()) {
    const std::size_t part = row.system.empty() ? 0 : static_cast<std::size_t>(row.system.front() - '1');
    add(groups[std::min<std::size_t>(part, groups.size() - 1)], tab, row, texts, state);
  }
  return groups;
}

std::vector<ControlGroup> assumption_groups(const Dashboard& dashboard, const Texts& texts,
                                            const ParameterListState& state) {
  const EditedScenario& tab = dashboard.session.active_tab();
  std::vector<ControlGroup> groups = {{texts("ui.levers.world"), {}, 0}};
  for (const ParameterRow& row : uncertainty_rows()) add(groups.front(), tab, row, texts, state);
  return groups;
}

void select_next(ParameterListState& state, const std::vector<ControlGroup>& groups, int direction) {
  const auto rows = rows_in_order(state, groups);
  if (rows.empty()) return;
  const auto now = std::ranges::find(rows, state.selected, [](const ControlRow* row) { return row->key; });
  auto place = now == rows.end() ? (direction > 0 ? -1 : static_cast<std::ptrdiff_t>(rows.size()))
                                 : now - rows.begin();
  place = std::clamp<std::ptrdiff_t>(place + direction, 0, static_cast<std::ptrdiff_t>(rows.size()) - 1);
  state.selected = rows[static_cast<std::size_t>(place)]->key;
  state.scrolls_to_selected = true;
}

const ControlRow* selected_row(const ParameterListState& state, const std::vector<ControlGroup>& groups) {
  for (const ControlRow* row : rows_in_order(state, groups)) {
    if (row->key == state.selected) return row;
  }
  return nullptr;
}

}  // namespace park::ui
