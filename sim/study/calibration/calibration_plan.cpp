// SPDX-License-Identifier: MIT
#include "study/calibration/calibration_plan.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scenario/field_reader.hpp"
#include "scenario/json_reader.hpp"
#include "scenario/load.hpp"
#include "scenario/number_fields.hpp"
#include "study/calibration/observed_months.hpp"
#include "study/patterns/pattern_cases.hpp"

namespace park::study {
namespace {

constexpr std::size_t max_path_characters = 4096;

/// Reads one TARGETS file into a plan.
class PlanReader {
 public:
  PlanReader(const std::filesystem::path& path, Problems& problems)
      : folder_(path.parent_path()), problems_(problems), faults_(path.string(), problems) {}

  CalibrationPlan read(const nlohmann::json& document) {
    FieldReader reader(document, "", faults_);
    check_schema_name(reader, "parksim/calibration/1", true);
    read_scenario(reader);
    read_numbers(reader);
    if (plan_.scenario) {
      read_parameters(reader);
      read_targets(reader);
    } else {  // known, though they cannot be checked without a scenario
      static_cast<void>(reader.find("parameters"));
      static_cast<void>(reader.find("targets"));
    }
    reader.reject_unknown();
    return std::move(plan_);
  }

 private:
  void read_scenario(FieldReader& reader) {
    if (reader.require("scenario") == nullptr) return;
    const auto file = reader.text("scenario", max_path_characters);
    if (!file) return;
    plan_.scenario_file = folder_ / *file;
    auto loaded = load_scenario(plan_.scenario_file);
    if (!loaded.ok()) {
      append(problems_, loaded.problems());
      return;
    }
    plan_.scenario = std::make_shared<const Scenario>(std::move(loaded).value());
    plan_.columns = indicator_columns(*plan_.scenario);
    plan_.seed = plan_.scenario->seed;
  }

  void read_numbers(FieldReader& reader) {
    plan_.replications =
        static_cast<int>(reader.number("replications", 1, 100000, true).value_or(plan_.replications));
    plan_.evaluations =
        static_cast<int>(reader.number("evaluations", 1, 1000000, true).value_or(plan_.evaluations));
    const auto seed = reader.number("seed", 0, 9007199254740991.0, true);
    if (seed) plan_.seed = static_cast<std::uint64_t>(*seed);
  }

  void read_parameters(FieldReader& reader) {
    if (reader.require("parameters") == nullptr) return;
    const nlohmann::json& list = reader.list("parameters");
    const std::string pointer = reader.pointer_of("parameters");
    if (list.empty()) faults_.add(pointer, "at least one parameter", "none");
    for (std::size_t i = 0; i < list.size(); ++i) read_parameter(list[i], pointer_to(pointer, i));
  }

  void read_parameter(const nlohmann::json& entry, const std::string& pointer) {
    if (entry.is_string()) {
      if (auto factor = fitted_factor(entry.get<std::string>(), pointer)) plan_.factors.push_back(*factor);
      return;
    }
    FieldReader reader(entry, pointer, faults_);
    const bool has_key = reader.require("key") != nullptr;
    const auto key = has_key ? reader.text("key", max_path_characters) : std::nullopt;
    const auto min = reader.number("min", -max_stated_number, max_stated_number);
    const auto max = reader.number("max", -max_stated_number, max_stated_number);
    reader.reject_unknown();
    auto factor = key ? fitted_factor(*key, reader.pointer_of("key")) : std::nullopt;
    if (!factor) return;
    auto ranged =
        with_range(*factor, min.value_or(factor->min), max.value_or(factor->max), faults_.file(), pointer);
    if (ranged.ok()) {
      plan_.factors.push_back(ranged.value());
    } else {
      append(problems_, ranged.problems());
    }
  }

  std::optional<Factor> fitted_factor(const std::string& key, const std::string& pointer) {
    auto factor = find_factor(plan_.scenario->facts->clauses, key, faults_.file(), pointer);
    if (!factor.ok()) {
      append(problems_, factor.problems());
      return std::nullopt;
    }
    const ParameterRow* row = factor.value().parameter.row;
    const bool is_lever = row == nullptr || find_among_levers(*row);
    if (is_lever || !may_be_fitted(row->status)) {
      faults_.add(pointer, "an uncertainty or structural parameter marked as assumed",
                  is_lever ? "the lever " + key : key + ", which has a source: " + shown(row->source));
      return std::nullopt;
    }
    const auto is_same = [&](const Factor& other) { return other.key == key; };
    if (std::any_of(plan_.factors.begin(), plan_.factors.end(), is_same)) {
      faults_.add(pointer, "each parameter once", "\"" + shown(key) + "\" again");
      return std::nullopt;
    }
    return factor.value();
  }

  static bool find_among_levers(const ParameterRow& row) {
    const auto levers = lever_rows();
    return std::any_of(levers.begin(), levers.end(),
                       [&](const ParameterRow& lever) { return &lever == &row; });
  }

  void read_targets(FieldReader& reader) {
    if (reader.require("targets") == nullptr) return;
    const nlohmann::json& list = reader.list("targets");
    const std::string pointer = reader.pointer_of("targets");
    if (list.empty()) faults_.add(pointer, "at least one target", "none");
    for (std::size_t i = 0; i < list.size(); ++i) {
      FieldReader target(list[i], pointer_to(pointer, i), faults_);
      if (target.is_object()) read_target(target);
    }
  }

  void read_target(FieldReader& target) {
    const double weight = target.number("weight", 1e-6, 1e6).value_or(1);
    if (target.has("pattern")) {
      read_pattern(target, weight);
    } else if (target.has("outcome")) {
      read_outcome(target, weight);
    } else if (target.has("observed")) {
      read_observed(target, weight);
    } else {
      faults_.add(target.pointer(), "a pattern, an outcome or observed months", "none of them");
      return;
    }
    target.reject_unknown();
  }

  void read_pattern(FieldReader& target, double weight) {
    const auto id = target.text("pattern", max_path_characters);
    if (!id) return;
    if (all_cases_.empty()) all_cases_ = shipped_pattern_cases({}).value();
    std::vector<std::string_view> known;
    bool is_found = false;
    for (const PatternStudy::Case& one : all_cases_) {
      known.push_back(one.pattern.id);
      if (one.pattern.id != *id) continue;
      is_found = true;
      plan_.cases.push_back(one);
      plan_.case_weights.push_back(weight);
    }
    if (!is_found) faults_.add_unknown_key(target.pointer_of("pattern"), *id, known);
  }

  void read_outcome(FieldReader& target, double weight) {
    const auto text = target.text("outcome", max_path_characters);
    const bool has_low = target.require("low") != nullptr;
    const bool has_high = target.require("high") != nullptr;
    const auto low = target.number("low", -max_stated_number, max_stated_number);
    const auto high = target.number("high", -max_stated_number, max_stated_number);
    if (low && high && *low >= *high)
      faults_.add(target.pointer_of("high"), "more than low, " + number_text(*low), number_text(*high));
    if (!text || !has_low || !has_high || !low || !high) return;
    const Scenario& scenario = *plan_.scenario;
    auto outcome = parse_outcome(*text, plan_.columns, scenario.start, scenario.months);
    if (outcome.ok()) {
      plan_.bands.push_back({*text, outcome.value(), *low, *high, weight});
      return;
    }
    for (const Problem& problem : outcome.problems())
      faults_.add(target.pointer_of("outcome"), problem.expected, problem.got);
  }

  /// A band of `tolerance` around each value, measured against the indicator's usual size where that is
  /// larger.
  void read_observed(FieldReader& target, double weight) {
    const double tolerance = target.number("tolerance", 1e-6, 10).value_or(0.1);
    const auto file = target.text("observed", max_path_characters);
    if (!file) return;
    const std::filesystem::path path = folder_ / *file;
    const auto bytes = read_file(path);
    if (!bytes.ok()) {
      append(problems_, bytes.problems());
      return;
    }
    const Scenario& scenario = *plan_.scenario;
    const auto observed =
        load_observed_months(bytes.value(), path.string(), plan_.columns, scenario.start, scenario.months);
    if (!observed.ok()) {
      append(problems_, observed.problems());
      return;
    }
    const std::vector<double> half = half_widths(observed.value(), tolerance);
    for (std::size_t i = 0; i < half.size(); ++i) {
      const ObservedMonth& one = observed.value()[i];
      const std::string& key = plan_.columns[one.column].key;
      plan_.bands.push_back({key + "@" + std::to_string(one.month),
                             {key, Outcome::Kind::At, one.month, one.month},
                             one.value - half[i],
                             one.value + half[i],
                             weight * one.weight});
    }
  }

  std::filesystem::path folder_;
  Problems& problems_;
  FaultList faults_;
  CalibrationPlan plan_;
  std::vector<PatternStudy::Case> all_cases_;
};

}  // namespace

Checked<CalibrationPlan> load_calibration(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.problems();
  Problems problems;
  FaultList faults(path.string(), problems);
  const auto document = read_json(bytes.value(), faults);
  if (!document) return problems;
  PlanReader reader(path, problems);
  CalibrationPlan plan = reader.read(*document);
  if (!problems.empty()) return problems;
  return plan;
}

}  // namespace park::study
