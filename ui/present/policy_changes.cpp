// SPDX-License-Identifier: MIT
#include "present/policy_changes.hpp"

#include <algorithm>

#include "panels/lever_text.hpp"
#include "session/commands.hpp"

namespace park::ui {
namespace {

/// What a scenario is called beside its own label, in both languages at once.
constexpr KeyLabel adjusted = {"adjusted", "（已调整）", " (adjusted)"};

void mark(std::string& label, std::string_view with) {
  if (!label.empty() && !label.ends_with(with)) label += with;
}

/// Nothing that the timeline does to the lever later takes the change back.
std::vector<Command> commands_of(const PolicyChange& change, const Scenario& scenario) {
  const std::string key(change.lever->key);
  const int from = change.at.value_or(0);
  std::vector<Command> commands;
  for (const PolicyStep& step : scenario.policy) {
    if (step.key.row == change.lever && step.at >= from)
      commands.emplace_back(RemovePolicyStep{key, step.at});
  }
  commands.emplace_back(SetPolicy{key, change.after, change.at, 0});
  return commands;
}

}  // namespace

double lever_after(const Scenario& scenario, const ParameterRow& lever, int months) {
  double value = get(scenario.parameters, lever);
  for (const PolicyStep& step : scenario.policy) {
    if (step.key.row == &lever && step.at <= months) value = step.value;
  }
  return value;
}

Checked<Scenario> with_changes(const Scenario& scenario, std::span<const PolicyChange> changes) {
  Scenario changed = scenario;
  for (const PolicyChange& change : changes) {
    for (const Command& command : commands_of(change, changed)) {
      Checked<Scenario> next = carry_out(command, changed, {scenario, scenario});
      if (!next.ok()) return next.problems();
      changed = std::move(next).value();
    }
  }
  if (changes.empty()) return changed;
  if (changed.label_zh.empty() && changed.label_en.empty())
    changed.label_zh = changed.label_en = changed.name;
  mark(changed.label_zh, adjusted.zh);
  mark(changed.label_en, adjusted.en);
  return changed;
}

void take_over(std::vector<PolicyChange>& told, std::span<const PolicyChange> later) {
  const auto month = [](const PolicyChange& change) { return change.at.value_or(-1); };
  for (PolicyChange change : later) {
    const auto is_overtaken = [&](const PolicyChange& one) {
      return one.lever == change.lever && month(one) >= month(change);
    };
    // What held in that very month was changed before: it began with what was set then.
    for (const PolicyChange& one : told) {
      if (one.lever == change.lever && one.at == change.at) change.before = one.before;
    }
    std::erase_if(told, is_overtaken);
    if (change.before != change.after) told.push_back(change);
  }
}

std::vector<std::string> change_lines(std::span<const PolicyChange> changes, const Scenario& scenario,
                                      const Texts& texts) {
  std::vector<std::string> lines;
  for (const PolicyChange& change : changes) {
    const ParameterKey key{change.lever, 0};
    const std::string before = control_text(texts, key, change.before, scenario.start);
    const std::string after = control_text(texts, key, change.after, scenario.start);
    const std::string name(texts.pick(change.lever->zh, change.lever->en));
    lines.push_back(change.at
                        ? texts("ui.brief.adjust.from_month",
                                {name, before, after, to_string(plus_months(scenario.start, *change.at))})
                        : texts("ui.brief.adjust.from_start", {name, before, after}));
  }
  return lines;
}

}  // namespace park::ui
