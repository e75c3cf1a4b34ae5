// SPDX-License-Identifier: MIT
#include "study/sweep.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/assert.hpp"
#include "core/no_value.hpp"

namespace park::study {
namespace {

// Places of the ensemble; levels follow.
constexpr std::size_t reference = 0;
constexpr std::size_t bare = 1;
constexpr std::size_t first_level = 2;

/// Outcomes of many runs, kept instead of their series. NaN where a run failed or an outcome has no value.
class OutcomeValues {
 public:
  OutcomeValues(const std::vector<Outcome>& outcomes, const std::vector<IndicatorColumn>& columns,
                std::size_t places, std::size_t replications)
      : outcomes_(outcomes),
        columns_(columns),
        replications_(replications),
        values_(places * outcomes.size() * replications, no_value) {}

  /// May be called at the same time for different runs.
  void keep(std::size_t place, std::size_t replication, const RunResult& run) {
    if (!run.ok()) return;
    for (std::size_t k = 0; k < outcomes_.size(); ++k) {
      values_[start_of(place, k) + replication] = evaluate(outcomes_[k], run.series, columns_);
    }
  }
  /// By outcome, over the first `replications`.
  [[nodiscard]] std::vector<Difference> differences(std::size_t place, std::size_t from,
                                                    std::size_t replications) const {
    std::vector<Difference> result;
    for (std::size_t k = 0; k < outcomes_.size(); ++k) {
      const std::span<const double> values(values_);
      result.push_back(difference(values.subspan(start_of(place, k), replications),
                                  values.subspan(start_of(from, k), replications)));
    }
    return result;
  }

 private:
  [[nodiscard]] std::size_t start_of(std::size_t place, std::size_t outcome) const {
    return (place * outcomes_.size() + outcome) * replications_;
  }

  const std::vector<Outcome>& outcomes_;
  const std::vector<IndicatorColumn>& columns_;
  std::size_t replications_;
  std::vector<double> values_;
};

std::span<const ParameterRow> rows_of(ParameterGroup group) {
  switch (group) {
    case ParameterGroup::Lever:
      return lever_rows();
    case ParameterGroup::Uncertainty:
      return uncertainty_rows();
    case ParameterGroup::Structural:
      break;
  }
  return structural_rows();
}

std::vector<SweptFactor> factors_of(const Scenario& scenario, const SweepRequest& request) {
  std::vector<SweptFactor> factors;
  for (const ParameterGroup group : request.groups) {
    for (const ParameterRow& row : rows_of(group)) {
      if (row.key == resolution_key) continue;
      SweptFactor swept;
      swept.factor = find_factor(scenario.facts->clauses, row.key, "", "").value();
      swept.own = get(scenario.parameters, row);
      for (const double value : levels_of(swept.factor, request.levels)) swept.levels.push_back({value, {}});
      factors.push_back(std::move(swept));
    }
  }
  return factors;
}

std::vector<std::shared_ptr<const Scenario>> places_of(const std::shared_ptr<const Scenario>& scenario,
                                                       const std::vector<SweptFactor>& factors) {
  std::vector<std::shared_ptr<const Scenario>> places = {scenario, without_policy(*scenario)};
  for (const SweptFactor& swept : factors) {
    for (const SweepLevel& level : swept.levels) {
      Scenario moved = *scenario;
      apply(moved, swept.factor, level.value);
      places.push_back(std::make_shared<const Scenario>(std::move(moved)));
    }
  }
  return places;
}

bool has_value(const Difference& effect) { return effect.n > 0 && std::isfinite(effect.mean); }

}  // namespace

const SweepLevel* SweptFactor::strongest(std::size_t outcome) const {
  const SweepLevel* best = nullptr;
  for (const SweepLevel& level : levels) {
    const Difference& effect = level.effect[outcome];
    if (!has_value(effect)) continue;
    if (best == nullptr || std::abs(effect.mean) > std::abs(best->effect[outcome].mean)) best = &level;
  }
  return best;
}

double SweptFactor::largest(std::size_t outcome) const {
  const SweepLevel* best = strongest(outcome);
  return best == nullptr ? 0 : std::abs(best->effect[outcome].mean);
}

bool SweptFactor::does_nothing(std::size_t outcome) const {
  return std::all_of(levels.begin(), levels.end(), [&](const SweepLevel& level) {
    const Difference& effect = level.effect[outcome];
    const bool is_point = effect.n == 1 || (effect.lo == 0 && effect.hi == 0);
    return effect.n > 0 && effect.mean == 0 && is_point;
  });
}

std::vector<std::size_t> Sweep::ranking(std::size_t outcome) const {
  std::vector<std::size_t> order(factors.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return factors[a].largest(outcome) > factors[b].largest(outcome);
  });
  return order;
}

std::vector<std::string> Sweep::places() const {
  std::vector<std::string> names = {runs.scenarios[reference]->name, "every lever at its default"};
  for (const SweptFactor& swept : factors) {
    for (const SweepLevel& level : swept.levels) {
      names.push_back(swept.factor.key + "=" + format_value(*swept.factor.parameter.row, level.value));
    }
  }
  return names;
}

std::vector<double> levels_of(const Factor& factor, std::size_t levels) {
  PARK_ASSERT(levels >= 2);
  std::vector<double> values;
  for (std::size_t i = 0; i < levels; ++i) {
    const double value = value_at(factor, static_cast<double>(i) / static_cast<double>(levels - 1));
    if (values.empty() || value != values.back()) values.push_back(value);
  }
  return values;
}

std::shared_ptr<const Scenario> without_policy(const Scenario& scenario) {
  Scenario bare_world = scenario;
  const Parameters defaults;
  bare_world.parameters.levers = defaults.levers;
  bare_world.parameters.clauses = defaults.clauses;
  bare_world.policy.clear();
  return std::make_shared<const Scenario>(std::move(bare_world));
}

Sweep sweep(const std::shared_ptr<const Scenario>& scenario, const SweepRequest& request,
            EnsembleOptions options) {
  Sweep result;
  result.outcomes = request.outcomes;
  result.factors = factors_of(*scenario, request);
  auto places = places_of(scenario, result.factors);
  const auto columns = indicator_columns(*scenario);
  OutcomeValues values(result.outcomes, columns, places.size(),
                       static_cast<std::size_t>(options.replications));
  options.each_run = [&](std::size_t place, std::size_t r, const RunResult& run) {
    values.keep(place, r, run);
  };
  result.runs = run_paired(std::move(places), options);
  const std::size_t done = result.runs.results.front().size();
  result.policy_effect = values.differences(reference, bare, done);
  std::size_t place = first_level;
  for (SweptFactor& swept : result.factors) {
    for (SweepLevel& level : swept.levels) level.effect = values.differences(place++, reference, done);
  }
  return result;
}

}  // namespace park::study
