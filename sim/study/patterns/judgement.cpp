// SPDX-License-Identifier: MIT
#include "study/patterns/judgement.hpp"

#include <algorithm>
#include <cmath>

#include "study/patterns/pooled.hpp"

namespace park::study {
namespace {

bool is_within(double value, const PatternResult& band) { return value >= band.low && value <= band.high; }

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

double pooled_gap(std::span<const PatternReading> readings, RunWeights weights) {
  std::array<GroupSum, 2> all;
  for (std::size_t r = 0; r < readings.size(); ++r) {
    for (std::size_t g = 0; g < all.size(); ++g) {
      all[g].sum += weights[r] * readings[r].groups[g].sum;
      all[g].count += weights[r] * readings[r].groups[g].count;
    }
  }
  return all[0].sum / all[0].count - all[1].sum / all[1].count;
}

void judge_years(std::span<const PatternReading> readings, PatternResult& result) {
  std::size_t years = 0;
  for (const PatternReading& reading : readings) years = std::max(years, reading.by_year.size());
  for (std::size_t year = 0; year < years; ++year) {
    std::vector<double> values;
    for (const PatternReading& reading : readings) {
      if (year < reading.by_year.size()) values.push_back(reading.by_year[year]);
    }
    const Summary summary = summarise(values);
    if (summary.n == 0) continue;
    result.least = std::min(result.least.value_or(summary.mean), summary.mean);
    result.greatest = std::max(result.greatest.value_or(summary.mean), summary.mean);
  }
  result.holds = result.least && is_within(*result.least, result) && is_within(*result.greatest, result);
}

}  // namespace

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
      result.holds = is_within(result.value.mean, result);
      break;
    case PatternStatistic::EveryYear:
      judge_years(readings, result);
      break;
    case PatternStatistic::PooledMedian:
    case PatternStatistic::PooledMedianShort: {
      const auto median = [&](RunWeights weights) { return pooled_quantile(readings, weights, 0.5); };
      put_pooled(pooled_value(readings.size(), seed, median), result.value);
      result.holds = is_within(result.value.mean, result);
      if (statistic == PatternStatistic::PooledMedian) break;
      const std::vector<double> once(readings.size(), 1.0);
      result.p95 = pooled_quantile(readings, once, 0.95);
      result.holds = result.holds && *result.p95 < short_tail_months;
      break;
    }
    case PatternStatistic::PooledGap:
      put_pooled(pooled_value(readings.size(), seed,
                              [&](RunWeights weights) { return pooled_gap(readings, weights); }),
                 result.value);
      result.holds = is_within(result.value.hi, result);
      break;
  }
  return result;
}

}  // namespace park::study
