// SPDX-License-Identifier: MIT
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "scenario/json_reader.hpp"
#include "scenario/load.hpp"
#include "scenario/number_fields.hpp"
#include "scenario/scenario_draft.hpp"
#include "scenario/shipped_facts.hpp"
#include "study/comparison.hpp"
#include "study/plan/factor_reader.hpp"
#include "study/plan/plan_parts.hpp"
#include "study/plan/study_plan.hpp"
#include "study/same_destinations.hpp"

namespace park::study {
namespace {

using nlohmann::json;

constexpr std::size_t max_scenarios = 50;
constexpr double max_levels = 1000;

/// Reads one study file and everything it names.
class StudyReader {
 public:
  StudyReader(const std::string& name, std::filesystem::path folder, Problems& problems)
      : folder_(std::move(folder)), problems_(problems), faults_(name, problems) {
    outline_.name = std::filesystem::path(name).stem().string();
  }

  void read(const json& document) {
    FieldReader reader(document, "", faults_);
    check_schema_name(reader, "parksim/study/1", true);
    read_plan_words(reader, outline_);
    read_scenarios(reader);
    read_design(reader);
    read_factors(reader);
    read_plan_outcomes(reader, columns_, outline_);
    read_replications(reader);
    if (const auto seed = reader.number("seed", 0, max_seed, true))
      outline_.seed = static_cast<std::uint64_t>(*seed);
    reader.reject_unknown();
    if (problems_.empty()) check_size(reader);
  }

  [[nodiscard]] Study finished() {
    Study study;
    study.outline = std::move(outline_);
    study.scenarios = std::move(scenarios_);
    study.parameters = std::move(parameters_);
    std::vector<std::string> contents;
    for (const auto& scenario : study.scenarios) contents.push_back(contents_of(*scenario));
    study.document = study_document(study.outline, contents);
    return study;
  }

 private:
  void read_scenarios(FieldReader& reader) {
    const auto months = reader.number("months", 1, max_months, true);
    load_scenarios(reader, months);
    if (scenarios_.empty()) {
      look_up_without_scenario(months);
      return;
    }
    facts_ = scenarios_.front()->facts;
    outline_.scenarios = unique_names(scenarios_);
    for (const auto& scenario : scenarios_)
      outline_.scenario_labels.push_back({scenario->label_zh, scenario->label_en});
    outline_.start = scenarios_.front()->start;
    outline_.months = scenarios_.front()->months;
    outline_.seed = scenarios_.front()->seed;
    columns_ = indicator_columns(*scenarios_.front());
  }

  /// Factors and outcomes are looked up in what ships, over the longest run there may be, so that what is
  /// wrong with them is said together with what is wrong with the scenarios.
  void look_up_without_scenario(std::optional<double> months) {
    Scenario shipped;
    shipped.facts = facts_ = shipped_facts();
    columns_ = indicator_columns(shipped);
    outline_.start = {first_festival_year, 1};
    outline_.months = static_cast<int>(months.value_or(max_months));
  }

  void load_scenarios(FieldReader& reader, std::optional<double> months) {
    const std::string pointer = reader.pointer_of("scenarios");
    if (reader.require("scenarios") == nullptr) return;
    const json& list = reader.list("scenarios");
    if (list.is_array() && (list.empty() || list.size() > max_scenarios)) {
      faults_.add(pointer, "1 to " + std::to_string(max_scenarios) + " scenario files",
                  std::to_string(list.size()));
      return;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
      auto scenario =
          read_plan_scenario(list[i], pointer_to(pointer, i), folder_, months, problems_, faults_);
      if (!scenario) continue;
      check_frame(*scenario, pointer_to(pointer, i));
      scenarios_.push_back(std::move(scenario));
    }
  }

  void check_frame(const Scenario& scenario, const std::string& pointer) {
    if (scenarios_.empty()) return;
    const Scenario& first = *scenarios_.front();
    if (scenario.months != first.months) {
      faults_.add(pointer, std::to_string(first.months) + " months as in the first (or \"months\" for all)",
                  std::to_string(scenario.months));
    }
    if (scenario.start != first.start)
      faults_.add(pointer, "start " + to_string(first.start) + " as in the first", to_string(scenario.start));
    if (const auto differs = other_destination(first, scenario))
      faults_.add(pointer, differs->expected + " as in the first", differs->got);
  }

  void read_design(FieldReader& reader) {
    const json* member = reader.require("design");
    if (member == nullptr) return;
    FieldReader design(*member, reader.pointer_of("design"), faults_);
    int stated = 0;
    for (std::size_t kind = 0; kind < design_keys().size(); ++kind) {
      const std::string_view key = design_keys()[kind];
      const json* settings = design.find(key);
      if (settings == nullptr) continue;
      ++stated;
      FieldReader numbers(*settings, design.pointer_of(key), faults_);
      read_settings(static_cast<DesignKind>(kind), numbers);
      numbers.reject_unknown();
    }
    design.reject_unknown();
    has_design_ = stated == 1;
    if (design.is_object() && (stated > 1 || member->empty()))
      faults_.add(design.pointer(), "one design", stated == 0 ? "none" : std::to_string(stated));
  }

  void read_settings(DesignKind kind, FieldReader& numbers) {
    const auto whole = [&](std::string_view key, double min, double max, std::size_t otherwise) {
      const auto value = numbers.number(key, min, max, true);
      return value ? static_cast<std::size_t>(*value) : otherwise;
    };
    DesignPlan plan;
    plan.kind = kind;
    constexpr auto most = static_cast<double>(max_design_points);
    if (kind == DesignKind::OneAtATime) plan.levels = whole("levels", 2, max_levels, 5);
    if (kind == DesignKind::FullFactorial) plan.levels = whole("levels", 2, max_levels, 2);
    if (kind == DesignKind::LatinHypercube || kind == DesignKind::Sobol) {
      static_cast<void>(numbers.require("n"));
      plan.n = whole("n", 2, most, 2);
    }
    if (kind == DesignKind::Morris) {
      static_cast<void>(numbers.require("trajectories"));
      plan.trajectories = whole("trajectories", 2, most, 2);
      plan.levels = whole("levels", 2, max_levels, 4);
      if (plan.levels % 2 != 0) {
        faults_.add(numbers.pointer_of("levels"), "an even number", std::to_string(plan.levels));
      }
    }
    outline_.design = plan;
  }

  [[nodiscard]] bool is_screening() const {
    return has_design_ && outline_.design.kind == DesignKind::ClauseScreening;
  }

  void read_factors(FieldReader& reader) {
    const std::string pointer = reader.pointer_of("factors");
    const json* member = is_screening() ? reader.find("factors") : reader.require("factors");
    const ClauseCatalogue& clauses = facts_->clauses;
    if (member == nullptr) {
      for (std::size_t i = 0; is_screening() && i < clause_count; ++i) keep(clause_factor(clauses, i));
      return;
    }
    const json& list = reader.list("factors");
    if (member->is_array() && (list.empty() || list.size() > max_factors)) {
      faults_.add(pointer, "1 to " + std::to_string(max_factors) + " factors", std::to_string(list.size()));
      return;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string place = pointer_to(pointer, i);
      auto factor = read_factor(list[i], place, clauses, problems_, faults_);
      if (!factor) continue;
      const bool is_clause = factor->parameter && factor->parameter->parameter.row == nullptr;
      if (is_screening() && !is_clause) {
        faults_.add(place, "a clause, as the design screens clauses", "\"" + factor->factor.key + "\"");
      }
      const auto is_same = [&](const StudyFactor& other) { return other.key == factor->factor.key; };
      if (std::any_of(outline_.factors.begin(), outline_.factors.end(), is_same))
        faults_.add(place, "each factor once", "\"" + factor->factor.key + "\" again");
      keep(std::move(*factor));
    }
  }

  void keep(ReadFactor factor) {
    outline_.factors.push_back(std::move(factor.factor));
    parameters_.push_back(std::move(factor.parameter));
  }

  void read_replications(FieldReader& reader) {
    const auto is_seed = [](const StudyFactor& factor) { return factor.key == seed_key; };
    const bool has_seed_factor = std::any_of(outline_.factors.begin(), outline_.factors.end(), is_seed);
    if (has_seed_factor) outline_.replications = {1, 1, std::nullopt, 0};
    const json* member = reader.find("replications");
    if (member == nullptr) return;
    const std::string pointer = reader.pointer_of("replications");
    if (member->is_object()) {
      FieldReader adaptive(*member, pointer, faults_);
      read_adaptive(adaptive);
      adaptive.reject_unknown();
    } else if (const auto count = read_number(*member, pointer, faults_, 1, max_study_replications, true)) {
      outline_.replications.least = outline_.replications.most = static_cast<int>(*count);
    }
    if (has_seed_factor && outline_.replications != ReplicationPlan{1, 1, std::nullopt, 0})
      faults_.add(pointer, "1, as the seed is a factor", described(*member));
  }

  void read_adaptive(FieldReader& reader) {
    ReplicationPlan& plan = outline_.replications;
    plan.least = static_cast<int>(reader.number("min", 2, max_study_replications, true).value_or(8));
    plan.most = static_cast<int>(reader.number("max", 2, max_study_replications, true).value_or(256));
    if (plan.most < plan.least) {
      faults_.add(reader.pointer_of("max"), "at least min, " + std::to_string(plan.least),
                  std::to_string(plan.most));
    }
    static_cast<void>(reader.require("half_width"));
    plan.half_width = reader.number("half_width", 1e-12, max_stated_number).value_or(1);
    if (reader.require("outcome") == nullptr) return;
    const auto name = reader.text("outcome", max_path_characters);
    if (!name || outline_.outcomes.empty()) return;
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < outline_.outcomes.size(); ++i) {
      known.push_back(outline_.outcomes[i].name);
      if (outline_.outcomes[i].name == *name) plan.outcome = i;
    }
    if (!plan.outcome) faults_.add_unknown_key(reader.pointer_of("outcome"), *name, known);
  }

  void check_size(FieldReader& reader) {
    if (!size_of(outline_.design, outline_.factors)) {
      faults_.add(reader.pointer_of("design"),
                  "at most " + std::to_string(max_design_points) + " design points", "more");
    }
  }

  std::filesystem::path folder_;
  Problems& problems_;
  FaultList faults_;
  StudyOutline outline_;
  std::vector<std::shared_ptr<const Scenario>> scenarios_;
  std::shared_ptr<const Facts> facts_;  ///< of the first scenario
  std::vector<std::optional<Factor>> parameters_;
  std::vector<IndicatorColumn> columns_;
  bool has_design_ = false;
};

}  // namespace

std::uint64_t StudyOutline::cells() const {
  const auto points = size_of(design, factors);
  PARK_ASSERT(points.has_value());
  return *points * scenarios.size();
}

Checked<Study> load_study(std::string_view bytes, std::string_view name,
                          const std::filesystem::path& folder) {
  Problems problems;
  FaultList faults(std::string(name), problems);
  const auto document = read_json(bytes, faults);
  if (!document) return problems;
  StudyReader reader(std::string(name), folder, problems);
  reader.read(*document);
  if (!problems.empty()) return problems;
  return reader.finished();
}

Checked<Study> load_study(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.problems();
  return load_study(bytes.value(), path.string(), path.parent_path());
}

}  // namespace park::study
