// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "scenario/fault_list.hpp"
#include "study/document_parts.hpp"
#include "study/plan/study_plan.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

constexpr std::array<std::string_view, 6> outcome_keys = {"at",     "mean",       "sum",
                                                          "trough", "peak_month", "peak_year"};

ordered_json distribution_json(const Distribution& d) {
  ordered_json numbers = ordered_json::array();
  switch (d.kind) {
    case Distribution::Kind::Triangular:
      numbers = {d.min, d.centre, d.max};
      break;
    case Distribution::Kind::Normal:
      numbers = {d.centre, d.sd, d.min, d.max};
      break;
    case Distribution::Kind::Discrete:
      for (std::size_t i = 0; i < d.values.size(); ++i)
        numbers.push_back(ordered_json::array({d.values[i], d.weights[i]}));
      break;
    case Distribution::Kind::Uniform:
    case Distribution::Kind::LogUniform:
    case Distribution::Kind::Integer:
      numbers = {d.min, d.max};
      break;
  }
  ordered_json result = ordered_json::object();
  result[std::string(distribution_keys[static_cast<std::size_t>(d.kind)])] = std::move(numbers);
  result["whole"] = d.is_whole;
  return result;
}

Distribution distribution_of(const ordered_json& document) {
  const std::string key = document.items().begin().key();
  const auto* const found = std::find(distribution_keys.begin(), distribution_keys.end(), key);
  if (found == distribution_keys.end()) throw WorldError("no distribution " + key);
  const auto kind = static_cast<Distribution::Kind>(found - distribution_keys.begin());
  const ordered_json& numbers = document.at(key);
  Distribution d;
  if (kind == Distribution::Kind::Discrete) {
    std::vector<double> values;
    std::vector<double> weights;
    for (const ordered_json& pair : numbers) {
      values.push_back(pair.at(0).get<double>());
      weights.push_back(pair.at(1).get<double>());
    }
    d = discrete(std::move(values), std::move(weights));
  } else if (kind == Distribution::Kind::Normal) {
    d = uniform(numbers.at(2).get<double>(), numbers.at(3).get<double>());
    d.centre = numbers.at(0).get<double>();
    d.sd = numbers.at(1).get<double>();
  } else {
    d = uniform(numbers.front().get<double>(), numbers.back().get<double>());
    if (kind == Distribution::Kind::Triangular) d.centre = numbers.at(1).get<double>();
  }
  d.kind = kind;
  d.is_whole = document.at("whole").get<bool>();
  return d;
}

ordered_json outcome_json(const StudyOutcome& one) {
  return {{"name", one.name},
          {"indicator", one.outcome.indicator},
          {"kind", outcome_keys[static_cast<std::size_t>(one.outcome.kind)]},
          {"from", one.outcome.from},
          {"to", one.outcome.to}};
}

StudyOutcome outcome_of(const ordered_json& document) {
  const auto key = document.at("kind").get<std::string>();
  const auto* const found = std::find(outcome_keys.begin(), outcome_keys.end(), key);
  if (found == outcome_keys.end()) throw WorldError("no kind of outcome " + key);
  return {
      document.at("name").get<std::string>(),
      {document.at("indicator").get<std::string>(), static_cast<Outcome::Kind>(found - outcome_keys.begin()),
       document.at("from").get<int>(), document.at("to").get<int>()}};
}

ordered_json replications_json(const StudyOutline& outline) {
  const ReplicationPlan& plan = outline.replications;
  if (!plan.outcome) return plan.least;
  return {{"min", plan.least},
          {"max", plan.most},
          {"outcome", outline.outcomes[*plan.outcome].name},
          {"half_width", plan.half_width}};
}

ReplicationPlan replications_of(const ordered_json& document, const std::vector<StudyOutcome>& outcomes) {
  ReplicationPlan plan;
  if (document.is_number()) {
    plan.least = plan.most = document.get<int>();
    return plan;
  }
  plan.least = document.at("min").get<int>();
  plan.most = document.at("max").get<int>();
  plan.half_width = document.at("half_width").get<double>();
  const auto name = document.at("outcome").get<std::string>();
  const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                  [&](const StudyOutcome& outcome) { return outcome.name == name; });
  if (found == outcomes.end()) throw WorldError("no outcome " + name);
  plan.outcome = static_cast<std::size_t>(found - outcomes.begin());
  return plan;
}

StudyOutline outline_of(const ordered_json& document) {
  StudyOutline outline;
  outline.name = document.at("name").get<std::string>();
  outline.label_zh = document.at("labels").at("zh").get<std::string>();
  outline.label_en = document.at("labels").at("en").get<std::string>();
  outline.about_zh = document.at("about").at("zh").get<std::string>();
  outline.about_en = document.at("about").at("en").get<std::string>();
  for (const ordered_json& scenario : document.at("scenarios")) {
    outline.scenarios.push_back(scenario.at("name").get<std::string>());
    if (!scenario.contains("labels")) continue;
    const ordered_json& labels = scenario.at("labels");
    outline.scenario_labels.push_back(
        {labels.at("zh").get<std::string>(), labels.at("en").get<std::string>()});
  }
  const auto start = parse_year_month(document.at("start").get<std::string>());
  if (!start) throw WorldError("no start month");
  outline.start = *start;
  outline.months = document.at("months").get<int>();
  outline.seed = document.at("seed").get<std::uint64_t>();
  for (const ordered_json& factor : document.at("factors")) {
    outline.factors.push_back(
        {factor.at("key").get<std::string>(), distribution_of(factor.at("distribution"))});
  }
  const ordered_json& design = document.at("design");
  const auto kind = design.at("kind").get<std::string>();
  const auto found = design_of(kind);
  if (!found) throw WorldError("no design " + kind);
  outline.design = {*found, design.at("n").get<std::size_t>(), design.at("levels").get<std::size_t>(),
                    design.at("trajectories").get<std::size_t>()};
  for (const ordered_json& outcome : document.at("outcomes")) outline.outcomes.push_back(outcome_of(outcome));
  outline.replications = replications_of(document.at("replications"), outline.outcomes);
  return outline;
}

}  // namespace

std::string study_document(const StudyOutline& outline, const std::vector<std::string>& contents) {
  ordered_json document = ordered_json::object();
  document["name"] = outline.name;
  document["labels"] = {{"zh", outline.label_zh}, {"en", outline.label_en}};
  document["about"] = {{"zh", outline.about_zh}, {"en", outline.about_en}};
  document["scenarios"] = ordered_json::array();
  for (std::size_t i = 0; i < outline.scenarios.size(); ++i) {
    ordered_json scenario = {{"name", outline.scenarios[i]}};
    if (i < outline.scenario_labels.size()) {
      const ScenarioLabel& label = outline.scenario_labels[i];
      scenario["labels"] = {{"zh", label.zh}, {"en", label.en}};
    }
    scenario["contents"] = contents.at(i);
    document["scenarios"].push_back(std::move(scenario));
  }
  document["start"] = to_string(outline.start);
  document["months"] = outline.months;
  document["seed"] = outline.seed;
  document["factors"] = ordered_json::array();
  for (const StudyFactor& factor : outline.factors) {
    document["factors"].push_back(
        {{"key", factor.key}, {"distribution", distribution_json(factor.distribution)}});
  }
  document["design"] = {{"kind", key_of(outline.design.kind)},
                        {"n", outline.design.n},
                        {"levels", outline.design.levels},
                        {"trajectories", outline.design.trajectories}};
  document["outcomes"] = ordered_json::array();
  for (const StudyOutcome& outcome : outline.outcomes) document["outcomes"].push_back(outcome_json(outcome));
  document["replications"] = replications_json(outline);
  return indented(document);
}

ScenarioLabel StudyOutline::label_of(std::size_t scenario) const {
  const std::string& key = scenarios.at(scenario);
  if (scenario >= scenario_labels.size()) return {key, key};
  const auto told_apart = [&](std::string ScenarioLabel::*language) {
    const std::string& label = scenario_labels[scenario].*language;
    const auto count = std::count_if(scenario_labels.begin(), scenario_labels.end(),
                                     [&](const ScenarioLabel& other) { return other.*language == label; });
    if (label.empty()) return key;
    return count > 1 ? label + " (" + key + ")" : label;
  };
  return {told_apart(&ScenarioLabel::zh), told_apart(&ScenarioLabel::en)};
}

StudyOutline read_study_document(std::string_view document, const std::string& file) {
  try {
    return outline_of(ordered_json::parse(document));
  } catch (const std::exception& error) {
    throw WorldError(file + " holds a study that this version cannot read: " + shown(error.what(), 300));
  }
}

std::vector<std::string> differing_members(std::string_view a, std::string_view b) {
  const ordered_json first = ordered_json::parse(a);
  const ordered_json second = ordered_json::parse(b);
  std::vector<std::string> differing;
  for (const auto& [key, value] : first.items()) {
    if (!second.contains(key) || second.at(key) != value) differing.push_back(key);
  }
  return differing;
}

}  // namespace park::study
