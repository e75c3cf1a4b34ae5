// SPDX-License-Identifier: MIT
#include "study/calibration/calibration.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "scenario/load.hpp"
#include "study/calibration/local_search.hpp"

namespace park::study {
namespace {

std::shared_ptr<const Scenario> with_values(const Scenario& scenario, const CalibrationPlan& plan,
                                            const std::vector<double>& values) {
  Scenario changed = scenario;
  for (std::size_t f = 0; f < plan.factors.size(); ++f) apply(changed, plan.factors[f], values[f]);
  return std::make_shared<const Scenario>(std::move(changed));
}

EnsembleOptions ensemble_options(const CalibrationPlan& plan, const CalibrationOptions& options) {
  EnsembleOptions result;
  result.replications = plan.replications;
  result.seed = plan.seed;
  result.jobs = options.jobs;
  result.cancel = options.cancel;
  return result;
}

/// A fit to runs of which some failed would be a fit to something else.
void throw_if_failed(const Ensemble& ensemble) {
  for (const auto& runs : ensemble.results) {
    for (const KeptRun& run : runs) {
      if (run.ok()) continue;
      const std::string words = "the run with seed " + std::to_string(run.seed) + " failed: " + run.error;
      if (run.is_bug) throw Bug(words);
      throw WorldError(words);
    }
  }
}

/// False if cancelled.
bool add_bands(const CalibrationPlan& plan, const CalibrationOptions& options, CalibrationState& state) {
  if (plan.bands.empty()) return true;
  const Ensemble ensemble =
      run_paired({with_values(*plan.scenario, plan, state.values)}, ensemble_options(plan, options));
  if (!ensemble.complete) return false;
  throw_if_failed(ensemble);
  std::vector<std::vector<double>> values(plan.bands.size());
  for (const KeptRun& run : ensemble.results.front()) {
    const Series series = run.series.unpacked();
    for (std::size_t b = 0; b < values.size(); ++b)
      values[b].push_back(evaluate(plan.bands[b].outcome, series, plan.columns));
  }
  for (std::size_t b = 0; b < values.size(); ++b) {
    const OutcomeBand& band = plan.bands[b];
    const Summary value = summarise(values[b]);
    state.targets.push_back({band.name, plan.scenario->name, band.low, band.high, band.weight, value,
                             band_miss(value.mean, band.low, band.high)});
  }
  return true;
}

bool add_patterns(const CalibrationPlan& plan, const CalibrationOptions& options, CalibrationState& state) {
  if (plan.cases.empty()) return true;
  std::vector<PatternStudy::Case> cases = plan.cases;
  for (PatternStudy::Case& one : cases) one.scenario = with_values(*one.scenario, plan, state.values);
  PatternStudy study(std::move(cases), plan.replications);
  EnsembleOptions ensemble_choice = ensemble_options(plan, options);
  ensemble_choice.journal = JournalMode::Full;
  ensemble_choice.each_month = [&](std::size_t s, std::size_t r, const World& world) {
    study.observe(s, r, world);
  };
  const Ensemble ensemble = run_paired(study.scenarios(), ensemble_choice);
  if (!ensemble.complete) return false;
  throw_if_failed(ensemble);
  const std::vector<PatternResult> results = study.results(ensemble);
  for (std::size_t i = 0; i < results.size(); ++i) {
    const PatternResult& result = results[i];
    state.targets.push_back(
        {result.id, result.scope, result.low, result.high, plan.case_weights[i], result.value, result.miss});
  }
  return true;
}

std::vector<double> values_of(const CalibrationPlan& plan, const std::vector<double>& point) {
  std::vector<double> values;
  for (std::size_t f = 0; f < plan.factors.size(); ++f) values.push_back(value_at(plan.factors[f], point[f]));
  return values;
}

std::vector<double> present_values(const CalibrationPlan& plan) {
  std::vector<double> values;
  for (const Factor& factor : plan.factors)
    values.push_back(get(plan.scenario->parameters, factor.parameter));
  return values;
}

}  // namespace

std::optional<CalibrationState> evaluate_plan(const CalibrationPlan& plan, const std::vector<double>& values,
                                              const CalibrationOptions& options) {
  PARK_ASSERT(values.size() == plan.factors.size());
  CalibrationState state;
  state.values = values;
  if (!add_bands(plan, options, state) || !add_patterns(plan, options, state)) return std::nullopt;
  for (const TargetState& target : state.targets)
    state.objective += target.weight * target.miss * target.miss;
  return state;
}

std::optional<Calibration> calibrate(const CalibrationPlan& plan, const CalibrationOptions& options) {
  Calibration calibration;
  const auto before = evaluate_plan(plan, present_values(plan), options);
  if (!before) return std::nullopt;
  calibration.before = *before;
  calibration.after = *before;
  calibration.evaluations = 1;
  const auto all = static_cast<std::size_t>(plan.evaluations);
  if (options.progress) options.progress(1, all);
  if (before->objective <= 0 || plan.evaluations == 1) return calibration;
  const SearchObjective objective = [&](const std::vector<double>& point) -> std::optional<double> {
    const auto state = evaluate_plan(plan, values_of(plan, point), options);
    if (!state) return std::nullopt;
    if (state->objective < calibration.after.objective) calibration.after = *state;
    ++calibration.evaluations;
    if (options.progress) options.progress(static_cast<std::size_t>(calibration.evaluations), all);
    return state->objective;
  };
  std::vector<double> start;
  for (std::size_t f = 0; f < plan.factors.size(); ++f) {
    const Factor& factor = plan.factors[f];
    start.push_back(unit_of(factor, std::clamp(before->values[f], factor.min, factor.max)));
  }
  calibration.is_complete = search_locally(start, plan.evaluations - 1, plan.seed, objective).is_complete;
  if (calibration.is_complete) {
    CalibrationPlan fresh = plan;
    fresh.seed = plan.seed + static_cast<std::uint64_t>(plan.replications);
    calibration.confirmed = evaluate_plan(fresh, calibration.after.values, options);
  }
  return calibration;
}

}  // namespace park::study
