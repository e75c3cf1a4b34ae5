// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "scenario/json_reader.hpp"
#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"
#include "scenario/scenario_draft.hpp"
#include "study/plan/factor_reader.hpp"
#include "study/plan/plan_parts.hpp"
#include "study/search/search_members.hpp"

namespace park::study {
namespace {

using nlohmann::json;

constexpr std::size_t most_factors = 200;
constexpr double most_replications = 1000;

/// NaN where the value changes over time.
double start_value(const Scenario& scenario, const ParameterKey& key) {
  const bool has_timeline = std::any_of(scenario.policy.begin(), scenario.policy.end(),
                                        [&](const PolicyStep& step) { return step.key == key; });
  return has_timeline ? std::numeric_limits<double>::quiet_NaN() : get(scenario.parameters, key);
}

/// Reads one search file and everything it names.
class SearchReader {
 public:
  SearchReader(const std::string& name, const std::filesystem::path& folder, Problems& problems)
      : folder_(folder), problems_(problems), faults_(name, problems) {
    study().name = std::filesystem::path(name).stem().string();
  }

  void read(const json& document) {
    FieldReader reader(document, "", faults_);
    check_schema_name(reader, "parksim/search/1", true);
    read_plan_words(reader, study());
    read_scenario(reader);
    read_factors(reader, false);
    search_.outline.policy_factors = study().factors.size();
    for (const Factor& factor : search_.parameters)
      search_.outline.start_values.push_back(start_value(*search_.scenario, factor.parameter));
    read_futures(reader);
    read_outcomes(reader);
    read_goals(reader, search_.outline);
    read_design(reader);
    const double runs = reader.number("replications", 1, most_replications, true).value_or(1);
    study().replications = {static_cast<int>(runs), static_cast<int>(runs), std::nullopt, 0};
    if (const auto seed = reader.number("seed", 0, max_seed, true))
      study().seed = static_cast<std::uint64_t>(*seed);
    reader.reject_unknown();
    if (problems_.empty()) check_size();
  }

  [[nodiscard]] Search finished() {
    search_.document = search_document(search_.outline, {contents_of(*search_.scenario)});
    return std::move(search_);
  }

 private:
  [[nodiscard]] StudyOutline& study() { return search_.outline.study; }

  void read_scenario(FieldReader& reader) {
    const auto months = reader.number("months", 1, max_months, true);
    const std::string pointer = reader.pointer_of("scenarios");
    const json* member = reader.require("scenarios");
    if (member == nullptr) return;
    const json& list = reader.list("scenarios");
    if (member->is_array() && list.size() != 1)
      faults_.add(pointer, "one scenario file, from which policies start", std::to_string(list.size()));
    if (list.size() != 1) return;
    search_.scenario =
        read_plan_scenario(list[0], pointer_to(pointer, std::size_t{0}), folder_, months, problems_, faults_);
    if (!search_.scenario) return;
    search_.scenario_file = (folder_ / list[0].get<std::string>()).lexically_normal();
    study().scenarios = {search_.scenario->name};
    search_.outline.scenario_zh = search_.scenario->label_zh;
    search_.outline.scenario_en = search_.scenario->label_en;
    study().start = search_.scenario->start;
    study().months = search_.scenario->months;
    study().seed = search_.scenario->seed;
    columns_ = indicator_columns(*search_.scenario);
  }

  /// `factors` of policies, or of futures.
  void read_factors(FieldReader& reader, bool is_future) {
    const std::string pointer = reader.pointer_of("factors");
    const json* member = reader.require("factors");
    const json& list = reader.list("factors");
    if (member != nullptr && member->is_array() && (list.empty() || list.size() > most_factors)) {
      faults_.add(pointer, "1 to " + std::to_string(most_factors) + " factors", std::to_string(list.size()));
      return;
    }
    if (!search_.scenario) return;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string place = pointer_to(pointer, i);
      auto factor = read_factor(list[i], place, search_.scenario->facts->clauses, problems_, faults_);
      if (!factor) continue;
      if (!factor->parameter || is_policy_key(factor->parameter->parameter) == is_future) {
        faults_.add(place,
                    is_future ? "an uncertainty or a structural parameter (each future has seeds of its own)"
                              : "a lever or a clause",
                    "\"" + factor->factor.key + "\"");
        continue;
      }
      if (!is_future) check_choosable(factor->factor, place);
      keep(std::move(*factor), place);
    }
  }

  void check_choosable(const StudyFactor& factor, const std::string& place) {
    const Distribution::Kind kind = factor.distribution.kind;
    if (kind != Distribution::Kind::Normal && kind != Distribution::Kind::Triangular) return;
    faults_.add(pointer_to(place, "distribution"),
                "uniform, log_uniform, integer, choice or discrete, as policies are chosen and not drawn",
                kind == Distribution::Kind::Normal ? "normal" : "triangular");
  }

  void keep(ReadFactor factor, const std::string& place) {
    const auto is_same = [&](const StudyFactor& other) { return other.key == factor.factor.key; };
    if (std::any_of(study().factors.begin(), study().factors.end(), is_same))
      faults_.add(place, "each factor once", "\"" + factor.factor.key + "\" again");
    study().factors.push_back(std::move(factor.factor));
    search_.parameters.push_back(std::move(*factor.parameter));
  }

  void read_futures(FieldReader& reader) {
    const json* member = reader.require("futures");
    if (member == nullptr) return;
    FieldReader futures(*member, reader.pointer_of("futures"), faults_);
    if (!futures.is_object()) return;
    read_future_counts(futures, search_.outline);
    read_factors(futures, true);
    futures.reject_unknown();
  }

  void read_outcomes(FieldReader& reader) {
    read_plan_outcomes(reader, columns_, study());
    if (columns_.empty()) return;
    const std::string pointer = reader.pointer_of("outcomes");
    for (const StudyOutcome& outcome : study().outcomes) {
      if (outcome.name == dearest_year_name || outcome.name == cost_in_all_name)
        faults_.add(pointer, "other names than those that every search keeps", "\"" + outcome.name + "\"");
    }
    study().outcomes.push_back({dearest_year_name, {"fiscal_cost", Outcome::Kind::PeakYear, 1, -1}});
    study().outcomes.push_back({cost_in_all_name, {"fiscal_cost", Outcome::Kind::Sum, 1, -1}});
  }

  void read_design(FieldReader& reader) {
    const json* member = reader.find("design");
    if (member == nullptr) return;
    FieldReader design(*member, reader.pointer_of("design"), faults_);
    if (const json* settings = design.require("nsga2")) {
      FieldReader numbers(*settings, design.pointer_of("nsga2"), faults_);
      read_nsga2(numbers, search_.outline);
      numbers.reject_unknown();
    }
    design.reject_unknown();
  }

  void check_size() {
    const SearchOutline& outline = search_.outline;
    const std::uint64_t points =
        static_cast<std::uint64_t>(outline.most_policies()) * outline.futures_in_all();
    if (points > max_design_points) {
      faults_.add("/design", "at most " + std::to_string(max_design_points) + " policies times futures",
                  std::to_string(points));
    }
    study().design = {DesignKind::Search, static_cast<std::size_t>(points), 0, 0};
  }

  std::filesystem::path folder_;
  Problems& problems_;
  FaultList faults_;
  Search search_;
  std::vector<IndicatorColumn> columns_;
};

}  // namespace

Checked<Search> load_search(std::string_view bytes, std::string_view name,
                            const std::filesystem::path& folder) {
  Problems problems;
  FaultList faults(std::string(name), problems);
  const auto document = read_json(bytes, faults);
  if (!document) return problems;
  SearchReader reader(std::string(name), folder, problems);
  reader.read(*document);
  if (!problems.empty()) return problems;
  return reader.finished();
}

Checked<Search> load_search(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.problems();
  return load_search(bytes.value(), path.string(), path.parent_path());
}

}  // namespace park::study
