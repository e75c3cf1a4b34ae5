// SPDX-License-Identifier: MIT
#include "session/commands.hpp"

#include <algorithm>
#include <cmath>

#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"

namespace park::ui {
namespace {

constexpr std::size_t max_label_bytes = 300;

const char* section_of(const ParameterKey& key) {
  if (key.row == nullptr) return "/clauses";
  switch (key.row->group()) {
    case ParameterGroup::Lever:
      return "/levers";
    case ParameterGroup::Uncertainty:
      return "/uncertainties";
    case ParameterGroup::Structural:
      break;
  }
  return "/structural";
}

bool is_assumption(const ParameterKey& key) { return !is_policy_key(key); }

bool is_allowed(const ParameterKey& key, double value) {
  if (!std::isfinite(value)) return false;
  return key.row == nullptr ? value >= 0 && value <= max_clause_value : !fault_of(*key.row, value);
}

/// Changes `scenario` in place; what is wrong goes to the faults.
class Executor {
 public:
  Executor(Scenario& scenario, const Marks& marks, Problems& problems)
      : scenario_(scenario), marks_(marks), faults_("", problems) {}

  void operator()(const SetPolicy& command) {
    const auto key = find(command.key, &is_policy_key);
    if (!key || !check_value(*key, command.value)) return;
    if (!command.at) {
      set(scenario_.parameters, *key, command.value + 0.0);  // -0 becomes 0: equal inputs, equal digests
    } else if (check_month(*command.at) && check_ramp(*key, command.ramp_months)) {
      put(scenario_.policy, PolicyStep{*command.at, *key, command.value + 0.0, command.ramp_months});
    }
  }

  void operator()(const MovePolicyStep& command) {
    const auto key = find(command.key, &is_policy_key);
    if (!key || !check_month(command.to) || !check_ramp(*key, command.ramp_months)) return;
    const auto step = find_step(scenario_.policy, *key, command.from);
    if (!step) return;
    scenario_.policy.erase(*step);
    put(scenario_.policy, PolicyStep{command.to, *key, removed_value_, command.ramp_months});
  }

  void operator()(const RemovePolicyStep& command) {
    const auto key = find(command.key, &is_policy_key);
    if (!key) return;
    if (const auto step = find_step(scenario_.policy, *key, command.at)) scenario_.policy.erase(*step);
  }

  void operator()(const SetClauseCategory& command) {
    const ParameterKey any{nullptr, 0};
    if (command.category >= clause_category_count) {
      faults_.add("/clauses", "one of " + std::to_string(clause_category_count) + " categories",
                  std::to_string(command.category));
      return;
    }
    if (!check_value(any, command.intensity)) return;
    for (std::size_t c = 0; c < clause_count; ++c) {
      if (scenario_.facts->clauses.clauses[c].category == command.category) {
        scenario_.parameters.clauses[c] = command.intensity + 0.0;
      }
    }
  }

  void operator()(const SetAssumption& command) {
    const auto key = find(command.key, &is_assumption);
    if (!key || !check_value(*key, command.value)) return;
    if (!command.at) {
      set(scenario_.parameters, *key, command.value + 0.0);
      return;
    }
    if (!is_shock_key(*key)) {
      faults_.add("/shocks", "an uncertainty", "\"" + command.key + "\"");
      return;
    }
    if (!check_month(*command.at) || !check_length("/shocks", command.months)) return;
    put(scenario_.shocks, Shock{*command.at, *key, command.value + 0.0, command.months});
  }

  void operator()(const RemoveShock& command) {
    const auto key = find(command.key, &is_shock_key);
    if (!key) return;
    if (const auto shock = find_step(scenario_.shocks, *key, command.at)) scenario_.shocks.erase(*shock);
  }

  void operator()(const Reset& command) {
    const Scenario& mark = command.mark == Mark::Baseline ? marks_.baseline : marks_.saved;
    if (!command.key.empty()) {
      reset_key(mark, command.key);
      return;
    }
    if (command.part != Part::Assumptions) {
      scenario_.parameters.levers = mark.parameters.levers;
      scenario_.parameters.clauses = mark.parameters.clauses;
      scenario_.policy = mark.policy;
    }
    if (command.part != Part::Policy) {
      scenario_.parameters.uncertainties = mark.parameters.uncertainties;
      scenario_.parameters.structural = mark.parameters.structural;
      scenario_.shocks = mark.shocks;
    }
    if (command.part == Part::Everything) {
      scenario_.seed = mark.seed;
      (*this)(SetMonths{mark.months});
    }
  }

  void operator()(const SetSeed& command) { scenario_.seed = command.seed; }

  void operator()(const SetMonths& command) {
    const int last = std::min(max_months, months_between(scenario_.start, {last_festival_year, 12}));
    if (command.months < 1 || command.months > last) {
      faults_.add("/months", "1 to " + std::to_string(last), std::to_string(command.months));
      return;
    }
    scenario_.months = command.months;
  }

  void operator()(const SetLabels& command) {
    for (const auto& [pointer, text] : {std::pair("/labels/zh", &command.zh), {"/labels/en", &command.en}}) {
      if (text->empty() || text->size() > max_label_bytes) {
        faults_.add(pointer, "1 to " + std::to_string(max_label_bytes) + " bytes of text",
                    std::to_string(text->size()));
        return;
      }
    }
    scenario_.label_zh = command.zh;
    scenario_.label_en = command.en;
  }

 private:
  std::optional<ParameterKey> find(const std::string& text, bool (*is_wanted)(const ParameterKey&)) {
    const ClauseCatalogue& clauses = scenario_.facts->clauses;
    const auto key = find_key(clauses, text);
    if (key && is_wanted(*key)) {
      pointer_ = pointer_to(section_of(*key), text);
      return key;
    }
    const std::vector<std::string> known = keys_that(clauses, is_wanted);
    faults_.add_unknown_key(pointer_to("", text), text, {known.begin(), known.end()});
    return std::nullopt;
  }

  bool check_value(const ParameterKey& key, double value) {
    if (is_allowed(key, value)) return true;
    faults_.add(pointer_, expected_value(key), std::to_string(value));
    return false;
  }

  bool check_month(int at) {
    if (at >= 0 && at <= max_months) return true;
    faults_.add(pointer_, "a month of 0 to " + std::to_string(max_months), std::to_string(at));
    return false;
  }

  bool check_length(const std::string& pointer, int months) {
    if (months >= 0 && months <= max_months) return true;
    faults_.add(pointer, "0 to " + std::to_string(max_months) + " months", std::to_string(months));
    return false;
  }

  bool check_ramp(const ParameterKey& key, int ramp_months) {
    if (ramp_months == 0 || can_ramp(key)) return check_length(pointer_, ramp_months);
    faults_.add(pointer_, "no ramp, because it cannot change by degrees", std::to_string(ramp_months));
    return false;
  }

  /// One value per key and month; by month, then in the order in which they were made.
  template <class Step>
  void put(std::vector<Step>& steps, const Step& step) {
    const auto same = std::ranges::find_if(
        steps, [&](const Step& other) { return other.key == step.key && other.at == step.at; });
    if (same != steps.end()) {
      *same = step;
      return;
    }
    steps.insert(std::ranges::upper_bound(steps, step.at, {}, &Step::at), step);
  }

  template <class Step>
  std::optional<typename std::vector<Step>::iterator> find_step(std::vector<Step>& steps,
                                                                const ParameterKey& key, int at) {
    const auto step =
        std::ranges::find_if(steps, [&](const Step& one) { return one.key == key && one.at == at; });
    if (step == steps.end()) {
      faults_.add(pointer_, "a change in month " + std::to_string(at), "none");
      return std::nullopt;
    }
    removed_value_ = step->value;
    return step;
  }

  void reset_key(const Scenario& mark, const std::string& text) {
    const auto key = find(text, [](const ParameterKey&) { return true; });
    if (!key) return;
    set(scenario_.parameters, *key, get(mark.parameters, *key));
    reset_timeline(scenario_.policy, mark.policy, *key);
    reset_timeline(scenario_.shocks, mark.shocks, *key);
  }

  template <class Step>
  void reset_timeline(std::vector<Step>& steps, const std::vector<Step>& mark, const ParameterKey& key) {
    std::erase_if(steps, [&](const Step& step) { return step.key == key; });
    for (const Step& step : mark) {
      if (step.key == key) put(steps, step);
    }
  }

  Scenario& scenario_;
  const Marks& marks_;
  FaultList faults_;
  std::string pointer_;
  double removed_value_ = 0;
};

/// Kind, key and month of a command: what two that belong together have in common.
struct Subject {
  std::size_t kind = 0;
  std::string key;
  std::optional<int> at;

  bool operator==(const Subject&) const = default;
};

struct SubjectReader {
  std::size_t kind = 0;

  Subject operator()(const SetPolicy& command) const { return {kind, command.key, command.at}; }
  Subject operator()(const SetAssumption& command) const { return {kind, command.key, command.at}; }
  Subject operator()(const SetClauseCategory& command) const {
    return {kind, std::to_string(command.category), {}};
  }
  Subject operator()(const MovePolicyStep& command) const { return {kind, command.key, command.from}; }
  Subject operator()(const RemovePolicyStep& command) const { return {kind, command.key, command.at}; }
  Subject operator()(const RemoveShock& command) const { return {kind, command.key, command.at}; }
  Subject operator()(const Reset& command) const {
    return {kind, command.key, static_cast<int>(command.mark) * 3 + static_cast<int>(command.part)};
  }
  Subject operator()(const SetSeed&) const { return {kind, {}, {}}; }
  Subject operator()(const SetMonths&) const { return {kind, {}, {}}; }
  Subject operator()(const SetLabels&) const { return {kind, {}, {}}; }
};

Subject subject_of(const Command& command) { return std::visit(SubjectReader{command.index()}, command); }

/// A step that is dragged along the months: each move starts where the last one ended.
bool is_same_step_moved_on(const Command& last, const Command& next) {
  const auto* one = std::get_if<MovePolicyStep>(&last);
  const auto* other = std::get_if<MovePolicyStep>(&next);
  return one != nullptr && other != nullptr && one->key == other->key && one->to == other->from;
}

}  // namespace

Checked<Scenario> carry_out(const Command& command, Scenario scenario, const Marks& marks) {
  PARK_ASSERT(scenario.facts != nullptr);
  Problems problems;
  std::visit(Executor(scenario, marks, problems), command);
  if (!problems.empty()) return problems;
  return scenario;
}

bool is_continued(const Command& last, const Command& next) {
  return subject_of(last) == subject_of(next) || is_same_step_moved_on(last, next);
}

}  // namespace park::ui
