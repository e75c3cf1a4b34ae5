// SPDX-License-Identifier: MIT
#include "study/analysis/analysis.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"
#include "study/analysis/design_points.hpp"
#include "study/analysis/remarks.hpp"
#include "study/analysis/sentences.hpp"

namespace park::study {
namespace {

/// Below this many values densities and distances between distributions are noise.
constexpr std::size_t least_values = 50;

/// The runs that are an independent sample of the factors' space, with the clusters that are not.
struct GivenSample {
  std::vector<double> x;
  ClusteredSample sample;
};

/// Number of the cluster a point belongs to; nothing if the point is no part of the sample: the mixed points
/// of a Sobol design repeat A and B.
std::optional<std::size_t> cluster_of(const AnalysisInput& input, std::size_t point, std::size_t points) {
  const std::size_t d = input.factors.size();
  if (input.design == SampleKind::Morris) return point / (d + 1);
  if (input.design == SampleKind::Given) return point;
  const std::size_t base = points / (d + 2);
  const std::size_t place = input.order == SobolOrder::Rows ? point % (d + 2) : point / base;
  if (place != 0 && place != d + 1) return std::nullopt;
  return point;
}

GivenSample given_sample(const AnalysisInput& input, const std::vector<double>& values) {
  const std::size_t d = input.factors.size();
  const std::vector<std::size_t> point_of_row = points_of_rows(input);
  const std::size_t points = *std::max_element(point_of_row.begin(), point_of_row.end()) + 1;
  GivenSample given;
  std::vector<std::size_t> number(points, points);  // of each cluster that has a value
  for (std::size_t r = 0; r < input.rows; ++r) {
    const auto cluster = cluster_of(input, point_of_row[r], points);
    if (!cluster || !std::isfinite(values[r])) continue;
    if (number[*cluster] == points) number[*cluster] = given.sample.cluster_count++;
    given.sample.y.push_back(values[r]);
    given.sample.clusters.push_back(static_cast<std::uint32_t>(number[*cluster]));
    const auto row = input.values.begin() + static_cast<std::ptrdiff_t>(r * d);
    given.x.insert(given.x.end(), row, row + static_cast<std::ptrdiff_t>(d));
  }
  return given;
}

bool varies(const std::vector<double>& values) {
  return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) != values.end();
}

void analyze_morris(const AnalysisInput& input, const DesignPoints& points, const std::vector<double>& means,
                    OutcomeAnalysis& result) {
  result.morris = morris_indices(points.unit, points.factors, means, input.resampling);
  const std::size_t blocks = points.count / (points.factors + 1);
  std::size_t least = blocks;
  for (const MorrisIndex& index : result.morris) least = std::min(least, index.effects);
  if (least < blocks) result.remarks.push_back(remark_on_lost_effects(least, blocks));
}

void analyze_sobol(const AnalysisInput& input, const DesignPoints& points, const std::vector<double>& means,
                   OutcomeAnalysis& result) {
  const std::size_t d = points.factors;
  const std::size_t base = points.count / (d + 2);
  std::vector<std::size_t> whole;
  for (std::size_t b = 0; b < base; ++b) {
    bool is_whole = std::isfinite(means[sobol_point(input.order, base, d, SobolPart::A, 0, b)]) &&
                    std::isfinite(means[sobol_point(input.order, base, d, SobolPart::B, 0, b)]);
    for (std::size_t j = 0; j < d && is_whole; ++j)
      is_whole = std::isfinite(means[sobol_point(input.order, base, d, SobolPart::Mixed, j, b)]);
    if (is_whole) whole.push_back(b);
  }
  SobolSample sample;
  sample.base = whole.size();
  sample.factors = d;
  const auto put = [&](SobolPart part, std::size_t j) {
    for (const std::size_t b : whole) {
      const std::size_t point = sobol_point(input.order, base, d, part, j, b);
      const auto row = points.values.begin() + static_cast<std::ptrdiff_t>(point * d);
      sample.inputs.insert(sample.inputs.end(), row, row + static_cast<std::ptrdiff_t>(d));
      sample.outputs.push_back(means[point]);
    }
  };
  put(SobolPart::A, 0);
  put(SobolPart::B, 0);
  for (std::size_t j = 0; j < d; ++j) put(SobolPart::Mixed, j);
  result.sobol = sobol_indices(sample, input.resampling);
  if (whole.size() < base) result.remarks.push_back(remark_on_lost_base_rows(whole.size(), base));
  add_sobol_remarks(input.factors, result.sobol, whole.size(), result.remarks);
}

/// The upper quarter of the values, or the lower one where less is better.
Target target_of(const AnalysisOutcome& outcome, std::vector<double> values) {
  if (outcome.target) return *outcome.target;
  std::sort(values.begin(), values.end());
  return {quantile_of_sorted(values, outcome.is_less_better ? 0.25 : 0.75), !outcome.is_less_better};
}

/// Points of the sample with the share of their replications that hit the target.
void find_boxes(const AnalysisInput& input, const AnalysisOutcome& outcome, const GivenSample& given,
                OutcomeAnalysis& result) {
  const std::size_t d = input.factors.size();
  const DesignPoints points = design_points(input);
  const std::vector<std::size_t> point_of_row = points_of_rows(input);
  const Target target = target_of(outcome, given.sample.y);
  result.target = target;
  std::vector<double> hits(points.count, 0);
  std::vector<double> runs(points.count, 0);
  for (std::size_t r = 0; r < input.rows; ++r) {
    const double value = outcome.values[r];
    const std::size_t point = point_of_row[r];
    if (!std::isfinite(value) || !cluster_of(input, point, points.count)) continue;
    const bool is_hit = target.is_above ? value >= target.threshold : value <= target.threshold;
    hits[point] += is_hit ? 1 : 0;
    runs[point] += 1;
  }
  std::vector<double> x;
  std::vector<double> share;
  for (std::size_t p = 0; p < points.count; ++p) {
    if (runs[p] == 0) continue;
    share.push_back(hits[p] / runs[p]);
    const auto row = points.values.begin() + static_cast<std::ptrdiff_t>(p * d);
    x.insert(x.end(), row, row + static_cast<std::ptrdiff_t>(d));
  }
  double cases = 0;
  for (const double one : share) cases += one;
  result.base_density = cases / static_cast<double>(share.size());
  if (cases == 0 || result.base_density == 1) return;
  std::vector<PrimFactor> factors;
  for (const AnalysisFactor& factor : input.factors)
    factors.push_back({factor.is_whole, !factor.choices.empty()});
  PrimOptions options;
  options.jobs = input.jobs;
  result.prim = prim_boxes(x, factors, share, options);
  for (const PrimBox& box : result.prim)
    result.sentences.push_back(sentence_of(box, input.factors, outcome, target, result.base_density));
}

OutcomeAnalysis analyze_outcome(const AnalysisInput& input, const DesignPoints& points,
                                const AnalysisOutcome& outcome) {
  OutcomeAnalysis result;
  result.name = outcome.name;
  const GivenSample given = given_sample(input, outcome.values);
  if (given.sample.y.empty() || !varies(given.sample.y)) {
    result.remarks.push_back(remark_on_constant(given.sample.y.size()));
    return result;
  }
  const std::vector<double> means = means_by_point(input, outcome.values);
  if (input.design == SampleKind::Morris) analyze_morris(input, points, means, result);
  if (input.design == SampleKind::Sobol) analyze_sobol(input, points, means, result);
  result.variance = split_variance(points_of_rows(input), input.seeds, outcome.values);
  if (given.sample.y.size() < least_values) {
    result.remarks.push_back(remark_on_few_values(given.sample.y.size(), least_values));
    return result;
  }
  const std::size_t d = points.factors;
  result.pawn = pawn_indices(given.x, d, given.sample, input.resampling, input.jobs);
  result.delta = delta_indices(given.x, d, given.sample, input.resampling, input.jobs);
  result.remarks.push_back(remark_on_bias());
  find_boxes(input, outcome, given, result);
  if (!result.prim.empty()) result.remarks.push_back(remark_on_boxes());
  return result;
}

std::size_t rows_without_outcome(const AnalysisInput& input) {
  std::size_t count = 0;
  for (std::size_t r = 0; r < input.rows; ++r) {
    count += std::none_of(input.outcomes.begin(), input.outcomes.end(),
                          [&](const AnalysisOutcome& outcome) { return std::isfinite(outcome.values[r]); })
                 ? 1U
                 : 0U;
  }
  return count;
}

}  // namespace

AnalysisResult analyze(const AnalysisInput& input) {
  PARK_ASSERT(faults_of(input).empty());
  AnalysisInput ranged = input;
  ranged.factors = with_ranges(input);
  const DesignPoints points = design_points(ranged);
  AnalysisResult result;
  result.factors = ranged.factors;
  result.failed = input.failed.value_or(rows_without_outcome(input));
  PARK_ASSERT(result.failed <= input.rows);
  result.ok = input.rows - result.failed;
  for (const AnalysisOutcome& outcome : ranged.outcomes)
    result.outcomes.push_back(analyze_outcome(ranged, points, outcome));
  return result;
}

}  // namespace park::study
