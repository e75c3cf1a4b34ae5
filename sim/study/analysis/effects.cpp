// SPDX-License-Identifier: MIT
#include "study/analysis/effects.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include "core/assert.hpp"
#include "core/no_value.hpp"

namespace park::study {
namespace {

constexpr double family_wise = 0.05;

/// The only factor that a point sets; nothing if it sets none or several.
std::optional<std::size_t> only_factor(std::span<const double> values) {
  std::optional<std::size_t> found;
  for (std::size_t f = 0; f < values.size(); ++f) {
    if (std::isnan(values[f])) continue;
    if (found) return std::nullopt;
    found = f;
  }
  return found;
}

bool leaves_all(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
}

/// Level means with the reference's 0 where that is a point of its own.
double range_of(const FactorEffects& factor, bool has_reference) {
  double least = has_reference ? 0 : std::numeric_limits<double>::infinity();
  double greatest = has_reference ? 0 : -std::numeric_limits<double>::infinity();
  for (const LevelEffect& level : factor.levels) {
    if (!std::isfinite(level.effect.change.mean)) continue;
    least = std::min(least, level.effect.change.mean);
    greatest = std::max(greatest, level.effect.change.mean);
  }
  return greatest >= least ? greatest - least : no_value;
}

/// Marks factors with a level that is no noise among all levels of all factors, and sorts by range.
FactorEffectsTable judged(std::vector<FactorEffects> factors) {
  FactorEffectsTable table;
  std::vector<double> p;
  for (const FactorEffects& factor : factors) {
    for (const LevelEffect& level : factor.levels) p.push_back(level.effect.p);
  }
  const std::vector<bool> is_significant = significant_together(p);
  std::size_t next = 0;
  for (FactorEffects& factor : factors) {
    for (const LevelEffect& level : factor.levels) {
      table.clarity.count(level.effect);
      factor.is_clear = factor.is_clear || is_significant[next];
      ++next;
    }
    table.clarity.clear += factor.is_clear ? 1U : 0U;
  }
  const auto size = [](const FactorEffects& factor) {
    return std::isfinite(factor.range) ? factor.range : -1.0;
  };
  std::stable_sort(factors.begin(), factors.end(),
                   [&](const FactorEffects& a, const FactorEffects& b) { return size(a) > size(b); });
  table.factors = std::move(factors);
  return table;
}

}  // namespace

Effect effect_of(std::span<const double> changes) {
  const std::vector<double> zeros(changes.size(), 0.0);
  Effect effect{difference(changes, zeros), no_value};
  const Difference& change = effect.change;
  if (change.n < 2) return effect;
  const double half = (change.hi - change.lo) / 2;
  if (half == 0) {
    effect.p = change.mean == 0 ? 1 : 0;
    return effect;
  }
  const double t = std::abs(change.mean) / half * t_975(change.n - 1);
  const boost::math::students_t distribution(static_cast<double>(change.n - 1));
  effect.p = 2 * boost::math::cdf(boost::math::complement(distribution, t));
  return effect;
}

Effect effect_between(const PairedPoints& points, std::size_t point, std::size_t reference) {
  const std::array<std::size_t, 2> both = {point, reference};
  const auto values = points.shared(both);
  std::vector<double> changes(values[0].size());
  for (std::size_t r = 0; r < changes.size(); ++r) changes[r] = values[0][r] - values[1][r];
  return effect_of(changes);
}

std::vector<bool> significant_together(std::span<const double> p) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (std::isfinite(p[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<bool> is_significant(p.size(), false);
  for (std::size_t k = 0; k < order.size(); ++k) {
    if (p[order[k]] > family_wise / static_cast<double>(order.size() - k)) break;
    is_significant[order[k]] = true;
  }
  return is_significant;
}

FactorEffectsTable one_at_a_time_effects(std::span<const double> values, std::size_t factors,
                                         const PairedPoints& points) {
  PARK_ASSERT(factors > 0 && values.size() == factors * points.count());
  const auto row = [&](std::size_t point) { return values.subspan(point * factors, factors); };
  std::size_t reference = 0;
  while (reference < points.count() && !leaves_all(row(reference))) ++reference;
  if (reference == points.count()) return {};
  std::vector<std::map<double, std::size_t>> levels(factors);
  for (std::size_t point = 0; point < points.count(); ++point) {
    if (const auto factor = only_factor(row(point))) levels[*factor].emplace(row(point)[*factor], point);
  }
  std::vector<FactorEffects> found;
  for (std::size_t f = 0; f < factors; ++f) {
    if (levels[f].empty()) continue;
    FactorEffects& factor = found.emplace_back();
    factor.factor = f;
    for (const auto& [at, point] : levels[f])
      factor.levels.push_back({at, effect_between(points, point, reference)});
    factor.across = effect_between(points, levels[f].rbegin()->second, levels[f].begin()->second);
    factor.range = range_of(factor, true);
  }
  return judged(std::move(found));
}

FactorEffectsTable factorial_effects(std::span<const double> values, std::size_t factors,
                                     const PairedPoints& points) {
  PARK_ASSERT(factors > 0 && values.size() == factors * points.count());
  std::vector<std::size_t> all(points.count());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto by_point = points.shared(all);
  const std::size_t seeds = by_point.empty() ? 0 : by_point.front().size();
  const auto mean_of = [&](const std::vector<std::size_t>& some, std::size_t seed) {
    double sum = 0;
    for (const std::size_t point : some) sum += by_point[point][seed];
    return sum / static_cast<double>(some.size());
  };
  const auto compared = [&](const std::vector<std::size_t>& some, const std::vector<std::size_t>& others) {
    std::vector<double> changes(seeds);
    for (std::size_t r = 0; r < seeds; ++r) changes[r] = mean_of(some, r) - mean_of(others, r);
    return effect_of(changes);
  };
  std::vector<FactorEffects> found;
  for (std::size_t f = 0; f < factors; ++f) {
    std::map<double, std::vector<std::size_t>> levels;
    for (std::size_t point = 0; point < points.count(); ++point)
      levels[values[point * factors + f]].push_back(point);
    FactorEffects& factor = found.emplace_back();
    factor.factor = f;
    for (const auto& [at, some] : levels) factor.levels.push_back({at, compared(some, all)});
    factor.across = compared(levels.rbegin()->second, levels.begin()->second);
    factor.range = range_of(factor, false);
  }
  return judged(std::move(found));
}

}  // namespace park::study
