// SPDX-License-Identifier: MIT
#include "study/search/policy_space.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "scenario/load.hpp"

namespace park::study {
namespace {

constexpr double clause_step = 0.1;

/// The nearest multiple of the step, counted from the catalogue's least value, within the search's range.
double on_a_step(const Factor& factor, const Distribution& range, double value) {
  const bool is_named = factor.kind == ValueKind::Switch || factor.kind == ValueKind::Choice;
  if (is_named || range.kind == Distribution::Kind::Discrete) return value;
  const ParameterRow* row = factor.parameter.row;
  const double step = row != nullptr ? row->step : clause_step;
  if (step <= 0) return value;
  const double least = row != nullptr ? row->min : 0;
  constexpr double grain = 1e9;  // 3 * 0.1 is to be 0.3 and not the number next to it
  const double stepped = std::round((least + std::round((value - least) / step) * step) * grain) / grain;
  return std::clamp(stepped, range.min, range.max);
}

/// Middle of the value's slice of the unit interval; nothing if it is none of the values.
std::optional<double> unit_of_discrete(const Distribution& range, double value) {
  const double all = std::accumulate(range.weights.begin(), range.weights.end(), 0.0);
  double before = 0;
  for (std::size_t i = 0; i < range.values.size(); ++i) {
    if (range.values[i] == value) return (before + range.weights[i] / 2) / all;
    before += range.weights[i];
  }
  return std::nullopt;
}

std::optional<double> unit_of(const Distribution& range, double value) {
  if (range.kind == Distribution::Kind::Discrete) return unit_of_discrete(range, value);
  if (value < range.min || value > range.max) return std::nullopt;
  if (range.kind == Distribution::Kind::Integer)
    return (value - range.min + 0.5) / (range.max - range.min + 1);
  if (range.kind == Distribution::Kind::LogUniform)
    return (std::log(value) - std::log(range.min)) / (std::log(range.max) - std::log(range.min));
  return (value - range.min) / (range.max - range.min);
}

void append_sample(std::vector<std::vector<double>>& futures, const SearchOutline& outline, std::size_t count,
                   std::uint64_t seed) {
  const std::span<const StudyFactor> factors =
      std::span(outline.study.factors).subspan(outline.policy_factors);
  const auto design = latin_hypercube(factors.size(), count, seed);
  std::vector<double> units(factors.size());
  for (std::size_t i = 0; i < count; ++i) {
    design->point(i, units);
    futures.emplace_back(factors.size());
    values_of(factors, units, futures.back());
  }
}

}  // namespace

Policy policy_at(const Search& search, std::span<const double> units) {
  PARK_ASSERT(units.size() == search.outline.policy_factors);
  Policy policy;
  for (std::size_t f = 0; f < units.size(); ++f) {
    const Distribution& range = search.outline.study.factors[f].distribution;
    const double value =
        on_a_step(search.parameters[f], range, value_at(range, std::clamp(units[f], 0.0, 1.0)));
    policy.push_back(value == search.outline.start_values[f] ? std::numeric_limits<double>::quiet_NaN()
                                                             : value);
  }
  return policy;
}

std::optional<std::vector<double>> units_of_scenario(const Search& search) {
  std::vector<double> units;
  for (std::size_t f = 0; f < search.outline.policy_factors; ++f) {
    const double value = get(search.scenario->parameters, search.parameters[f].parameter);
    const auto unit = unit_of(search.outline.study.factors[f].distribution, value);
    if (!unit) return std::nullopt;
    units.push_back(*unit);
  }
  return units;
}

std::vector<double> first_population(const Search& search) {
  const SearchOutline& outline = search.outline;
  const auto design = latin_hypercube(outline.policy_factors, outline.population, outline.study.seed + 2);
  std::vector<double> points(outline.population * outline.policy_factors);
  for (std::size_t i = 0; i < outline.population; ++i)
    design->point(i, std::span(points).subspan(i * outline.policy_factors, outline.policy_factors));
  if (const auto units = units_of_scenario(search)) std::copy(units->begin(), units->end(), points.begin());
  return points;
}

std::vector<std::vector<double>> futures_of(const SearchOutline& outline) {
  std::vector<std::vector<double>> futures;
  append_sample(futures, outline, outline.futures, outline.study.seed);
  append_sample(futures, outline, outline.fresh, outline.study.seed + 1);
  return futures;
}

std::shared_ptr<Scenario> scenario_under(const Search& search, const Policy& policy,
                                         std::span<const double> future) {
  auto scenario = std::make_shared<Scenario>(*search.scenario);
  const auto put = [&](std::size_t factor, double value) {
    if (!std::isnan(value)) apply(*scenario, search.parameters[factor], value);
  };
  for (std::size_t f = 0; f < policy.size(); ++f) put(f, policy[f]);
  for (std::size_t f = 0; f < future.size(); ++f) put(search.outline.policy_factors + f, future[f]);
  return scenario;
}

}  // namespace park::study
