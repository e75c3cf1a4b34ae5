// SPDX-License-Identifier: MIT
#include "study/search/search_members.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scenario/number_fields.hpp"
#include "scenario/scenario_draft.hpp"
#include "study/search/nsga2.hpp"

namespace park::study {
namespace {

using nlohmann::json;

constexpr std::size_t most_objectives = 6;
constexpr std::size_t most_constraints = 100;
constexpr double most_futures = 10000;
constexpr double yuan_per_million = 1e6;

/// `"mean"`, `"worst"` or `{"quantile": share}`.
std::optional<Robust> read_statistic(const json& value, const std::string& pointer, FaultList& faults,
                                     const char* expected) {
  Robust robust;
  if (value == "mean" || value == "worst") {
    robust.kind = value == "mean" ? Robust::Kind::Mean : Robust::Kind::Worst;
    robust.share = 0;
    return robust;
  }
  if (!value.is_object() || !value.contains("quantile")) {
    faults.add(pointer, expected, described(value));
    return std::nullopt;
  }
  FieldReader reader(value, pointer, faults);
  const auto share = reader.number("quantile", 0, 1);
  reader.reject_unknown();
  if (!share) return std::nullopt;
  robust.share = *share;
  return robust;
}

/// The same, or `"regret"` and `{"regret": ...}` where `may_be_regret`.
std::optional<Robust> read_robust(const json* value, const std::string& pointer, FaultList& faults,
                                  bool may_be_regret) {
  if (value == nullptr) return Robust();
  const char* const words = may_be_regret
                                ? "\"mean\", \"worst\", \"regret\", {\"quantile\": 0.1} or {\"regret\": ...}"
                                : "\"mean\", \"worst\" or {\"quantile\": 0.1}";
  if (may_be_regret && *value == "regret") return Robust{Robust::Kind::Worst, 0, true};
  if (!may_be_regret || !value->is_object() || !value->contains("regret"))
    return read_statistic(*value, pointer, faults, words);
  FieldReader reader(*value, pointer, faults);
  const json* inner = reader.find("regret");
  reader.reject_unknown();
  auto robust = read_statistic(*inner, reader.pointer_of("regret"), faults,
                               "\"mean\", \"worst\" or {\"quantile\": 0.1}");
  if (robust) robust->is_regret = true;
  return robust;
}

std::optional<std::size_t> read_outcome_name(FieldReader& reader, const SearchOutline& outline) {
  if (reader.require("outcome") == nullptr) return std::nullopt;
  const auto name = reader.text("outcome", max_path_characters);
  if (!name || outline.study.outcomes.empty()) return std::nullopt;  // none could be read: said already
  std::vector<std::string_view> known;
  for (std::size_t o = 0; o < outline.study.outcomes.size(); ++o) {
    if (outline.study.outcomes[o].name == *name) return o;
    known.push_back(outline.study.outcomes[o].name);
  }
  reader.faults().add_unknown_key(reader.pointer_of("outcome"), *name, known);
  return std::nullopt;
}

std::optional<Direction> read_direction(FieldReader& reader) {
  if (reader.require("direction") == nullptr) return std::nullopt;
  const auto direction = reader.one_of("direction", {"maximise", "minimise"});
  return direction ? std::optional(static_cast<Direction>(*direction)) : std::nullopt;
}

void read_objective(const json& value, const std::string& pointer, FaultList& faults,
                    SearchOutline& outline) {
  FieldReader reader(value, pointer, faults);
  const auto outcome = read_outcome_name(reader, outline);
  const auto direction = read_direction(reader);
  const auto robust = read_robust(reader.find("robust"), reader.pointer_of("robust"), faults, true);
  reader.reject_unknown();
  if (!outcome || !direction || !robust) return;
  const Objective objective{*outcome, *direction, *robust};
  if (std::find(outline.objectives.begin(), outline.objectives.end(), objective) != outline.objectives.end())
    faults.add(pointer, "each objective once", "\"" + outline.study.outcomes[*outcome].name + "\" again");
  outline.objectives.push_back(objective);
}

void read_constraint(const json& value, const std::string& pointer, FaultList& faults,
                     SearchOutline& outline) {
  FieldReader reader(value, pointer, faults);
  const auto outcome = read_outcome_name(reader, outline);
  const auto most = reader.number("at_most", -max_stated_number, max_stated_number);
  const auto least = reader.number("at_least", -max_stated_number, max_stated_number);
  const bool has_bound = reader.has("at_most") || reader.has("at_least");
  const auto robust = read_robust(reader.find("robust"), reader.pointer_of("robust"), faults, false);
  reader.reject_unknown();
  if (reader.is_object() && !has_bound) faults.add(pointer, "at_most or at_least", "neither");
  if (most && least && *least > *most)
    faults.add(pointer, "at_least <= at_most", number_text(*least) + " and " + number_text(*most));
  if (!outcome || !robust) return;
  if (most) outline.limits.push_back({*outcome, Direction::Minimise, *most, *robust, false});
  if (least) outline.limits.push_back({*outcome, Direction::Maximise, *least, *robust, false});
}

/// Yuan a year, or `{"yuan", "robust"}`.
void read_budget(FieldReader& reader, SearchOutline& outline) {
  const json* member = reader.find("budget_per_year");
  if (member == nullptr) return;
  FaultList& faults = reader.faults();
  const std::string pointer = reader.pointer_of("budget_per_year");
  std::optional<double> yuan;
  std::optional<Robust> robust = Robust();
  if (member->is_object()) {
    FieldReader budget(*member, pointer, faults);
    static_cast<void>(budget.require("yuan"));
    yuan = budget.number("yuan", 0, max_stated_number);
    robust = read_robust(budget.find("robust"), budget.pointer_of("robust"), faults, false);
    budget.reject_unknown();
  } else {
    yuan = read_number(*member, pointer, faults, 0, max_stated_number);
  }
  if (!yuan || !robust || outline.study.outcomes.size() < 2) return;
  outline.budget_yuan = yuan;
  outline.limits.push_back(
      {outline.dearest_year(), Direction::Minimise, *yuan / yuan_per_million, *robust, true});
}

}  // namespace

void read_goals(FieldReader& reader, SearchOutline& outline) {
  FaultList& faults = reader.faults();
  const json* member = reader.require("objectives");
  const json& objectives = reader.list("objectives");
  const std::string pointer = reader.pointer_of("objectives");
  const bool is_count_right = objectives.size() >= 2 && objectives.size() <= most_objectives;
  if (member != nullptr && member->is_array() && !is_count_right) {
    faults.add(pointer, "2 to " + std::to_string(most_objectives) + " objectives",
               std::to_string(objectives.size()));
  }
  const json& constraints = reader.list("constraints");
  if (constraints.size() > most_constraints) {
    faults.add(reader.pointer_of("constraints"), "at most " + std::to_string(most_constraints),
               std::to_string(constraints.size()));
    return;
  }
  for (std::size_t i = 0; i < std::min(objectives.size(), most_objectives); ++i)
    read_objective(objectives[i], pointer_to(pointer, i), faults, outline);
  for (std::size_t i = 0; i < constraints.size(); ++i)
    read_constraint(constraints[i], pointer_to(reader.pointer_of("constraints"), i), faults, outline);
  read_budget(reader, outline);
}

void read_future_counts(FieldReader& reader, SearchOutline& outline) {
  constexpr std::size_t fresh_for_each = 4;
  static_cast<void>(reader.require("n"));
  outline.futures = static_cast<std::size_t>(reader.number("n", 2, most_futures, true).value_or(2));
  const auto fresh = reader.number("fresh", 2, most_futures, true);
  outline.fresh = fresh ? static_cast<std::size_t>(*fresh) : fresh_for_each * outline.futures;
}

void read_nsga2(FieldReader& reader, SearchOutline& outline) {
  constexpr double most = 10000;
  const auto whole = [&](const char* key, double min, std::size_t& target) {
    if (const auto value = reader.number(key, min, most, true)) target = static_cast<std::size_t>(*value);
  };
  whole("population", least_population, outline.population);
  whole("generations", 1, outline.generations);
  whole("front", 2, outline.front);
  outline.trim = reader.number("trim", 0, 1).value_or(outline.trim);
  if (outline.population % population_multiple != 0) {
    reader.faults().add(reader.pointer_of("population"),
                        "a multiple of " + std::to_string(population_multiple),
                        std::to_string(outline.population));
  }
}

}  // namespace park::study
