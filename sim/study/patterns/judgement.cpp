// SPDX-License-Identifier: MIT
#include "study/patterns/judgement.hpp"

#include <algorithm>
#include <cmath>

#include "indicators/readings.hpp"
#include "study/patterns/pooled.hpp"

namespace park::study {
namespace {

constexpr double smallest_miss = 1e-9;  ///< of a bound that must not be reached

/// The value that counts, or one of several that do: all must lie within the band.
void hold_against_band(double value, PatternResult& result) {
  result.miss = std::max(result.miss, band_miss(value, result.low, result.high));
}

Summary summary_of_runs(std::span<const PatternReading> readings) {
  std::vector<double> values;
  for (const PatternReading& reading : readings) values.push_back(reading.value);
  return summarise(values);
}

/// The pooled value takes the mean's place.
void put_pooled(const PooledValue& pooled, Summary& summary) {
  summary.mean = pooled.value;
  summary.lo = pooled.lo;
  summary.hi = pooled.hi;
}

double pooled_quantile(std::span<const PatternReading> readings, RunWeights weights, double share) {
  DurationCounts all;
  for (std::size_t r = 0; r < readings.size(); ++r) {
    if (weights[r] > 0) all.add(readings[r].durations, weights[r]);
  }
  return waiting_quantile(all, share);
}

/// Both groups over all runs.
std::array<GroupSum, 2> pooled_groups(std::span<const PatternReading> readings, RunWeights weights) {
  std::array<GroupSum, 2> all;
  for (std::size_t r = 0; r < readings.size(); ++r) {
    for (std::size_t g = 0; g < all.size(); ++g) {
      all[g].sum += weights[r] * readings[r].groups[g].sum;
      all[g].count += weights[r] * readings[r].groups[g].count;
    }
  }
  return all;
}

double pooled_ratio(std::span<const PatternReading> readings, RunWeights weights) {
  const std::array<GroupSum, 2> all = pooled_groups(readings, weights);
  return ratio(all[0].sum, all[1].sum);
}

double pooled_gap(std::span<const PatternReading> readings, RunWeights weights) {
  const std::array<GroupSum, 2> all = pooled_groups(readings, weights);
  return ratio(all[0].sum, all[0].count) - ratio(all[1].sum, all[1].count);
}

/// Least and greatest year; people count alike, whichever run they work in.
void judge_years(std::span<const PatternReading> readings, PatternResult& result) {
  std::vector<Fraction> years;
  for (const PatternReading& reading : readings) {
    years.resize(std::max(years.size(), reading.by_year.size()));
    for (std::size_t y = 0; y < reading.by_year.size(); ++y) {
      years[y].part += reading.by_year[y].part;
      years[y].whole += reading.by_year[y].whole;
    }
  }
  for (const Fraction& year : years) {
    if (year.whole <= 0) continue;
    const double value = year.part / year.whole;
    result.least = std::min(result.least.value_or(value), value);
    result.greatest = std::max(result.greatest.value_or(value), value);
  }
  hold_against_band(result.least.value_or(no_value), result);
  hold_against_band(result.greatest.value_or(no_value), result);
}

using PooledStatistic = double (*)(std::span<const PatternReading>, RunWeights);

void judge_pooled(std::span<const PatternReading> readings, PooledStatistic statistic, std::uint64_t seed,
                  PatternResult& result) {
  put_pooled(
      pooled_value(readings.size(), seed, [&](RunWeights weights) { return statistic(readings, weights); }),
      result.value);
}

double pooled_median(std::span<const PatternReading> readings, RunWeights weights) {
  return pooled_quantile(readings, weights, 0.5);
}

}  // namespace

double band_miss(double value, double low, double high) {
  if (!std::isfinite(value)) return without_value;
  return std::max({0.0, low - value, value - high}) / (high - low);
}

PatternResult judge(const Pattern& pattern, const std::string& scope, PatternStatistic statistic,
                    std::span<const PatternReading> readings, std::uint64_t seed) {
  PatternResult result;
  result.id = pattern.id;
  result.scope = scope;
  result.low = pattern.low;
  result.high = pattern.high;
  result.value = summary_of_runs(readings);
  switch (statistic) {
    case PatternStatistic::MeanOfRuns:
      hold_against_band(result.value.mean, result);
      break;
    case PatternStatistic::PooledRatio:
      judge_pooled(readings, &pooled_ratio, seed, result);
      hold_against_band(result.value.mean, result);
      break;
    case PatternStatistic::PooledMedian:
      judge_pooled(readings, &pooled_median, seed, result);
      hold_against_band(result.value.mean, result);
      break;
    case PatternStatistic::PooledMedianShort: {
      judge_pooled(readings, &pooled_median, seed, result);
      hold_against_band(result.value.mean, result);
      const std::vector<double> once(readings.size(), 1.0);
      result.p95 = pooled_quantile(readings, once, 0.95);
      if (*result.p95 >= short_tail_months)
        result.miss = std::max(result.miss, band_miss(*result.p95, 0, short_tail_months) + smallest_miss);
      break;
    }
    case PatternStatistic::PooledGap:
      judge_pooled(readings, &pooled_gap, seed, result);
      hold_against_band(result.value.hi, result);
      break;
    case PatternStatistic::EveryYear:
      judge_years(readings, result);
      break;
  }
  result.holds = result.miss <= 0;
  return result;
}

}  // namespace park::study
