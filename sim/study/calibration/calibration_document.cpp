// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "scenario/parameter_values.hpp"
#include "study/calibration/calibration.hpp"
#include "study/document_parts.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

bool is_structural(const Factor& factor) {
  for (const ParameterRow& row : structural_rows()) {
    if (&row == factor.parameter.row) return true;
  }
  return false;
}

}  // namespace

std::string fitted_scenario(const CalibrationPlan& plan, const std::vector<double>& values,
                            const std::filesystem::path& target) {
  const auto folder = std::filesystem::absolute(target).parent_path().lexically_normal();
  const auto base = std::filesystem::absolute(plan.scenario_file).lexically_normal();
  const Scenario& scenario = *plan.scenario;
  ordered_json document = {
      {"schema", "parksim/scenario/1"},
      {"extends", base.lexically_relative(folder).generic_string()},
      {"name", scenario.name + "_calibrated"},
      {"labels", {{"zh", scenario.label_zh + "（校准）"}, {"en", scenario.label_en + ", calibrated"}}}};
  for (std::size_t f = 0; f < plan.factors.size(); ++f) {
    const Factor& factor = plan.factors[f];
    document[is_structural(factor) ? "structural" : "uncertainties"][factor.key] =
        ordered_json(value_json(factor.parameter, values[f]));
  }
  return indented(document);
}

std::string calibration_document(const CalibrationPlan& plan, const Calibration& calibration) {
  ordered_json parameters = ordered_json::array();
  for (std::size_t f = 0; f < plan.factors.size(); ++f) {
    const Factor& factor = plan.factors[f];
    parameters.push_back({{"key", factor.key},
                          {"min", number(factor.min)},
                          {"max", number(factor.max)},
                          {"before", number(calibration.before.values[f])},
                          {"after", number(calibration.after.values[f])}});
  }
  ordered_json targets = ordered_json::array();
  for (std::size_t i = 0; i < calibration.after.targets.size(); ++i) {
    const TargetState& before = calibration.before.targets[i];
    const TargetState& after = calibration.after.targets[i];
    targets.push_back({{"target", after.name},
                       {"scope", after.scope},
                       {"low", number(after.low)},
                       {"high", number(after.high)},
                       {"weight", number(after.weight)},
                       {"before", summary_json(before.value)},
                       {"after", summary_json(after.value)},
                       {"held_before", before.miss <= 0},
                       {"holds", after.miss <= 0}});
    if (!calibration.confirmed) continue;
    const TargetState& confirmed = calibration.confirmed->targets[i];
    targets.back()["confirmed"] = summary_json(confirmed.value);
    targets.back()["holds_confirmed"] = confirmed.miss <= 0;
  }
  return indented({{"scenario", plan.scenario->name},
                   {"replications", plan.replications},
                   {"seed", plan.seed},
                   {"evaluations", calibration.evaluations},
                   {"objective",
                    {{"before", calibration.before.objective},
                     {"after", calibration.after.objective},
                     {"confirmed", calibration.confirmed ? number(calibration.confirmed->objective)
                                                         : ordered_json(nullptr)}}},
                   {"parameters", std::move(parameters)},
                   {"targets", std::move(targets)},
                   {"complete", calibration.is_complete}});
}

}  // namespace park::study
