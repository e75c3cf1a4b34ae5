// SPDX-License-Identifier: MIT
#include "study/analysis/variance_split.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "core/assert.hpp"
#include "core/no_value.hpp"
#include "study/statistics.hpp"

namespace park::study {
namespace {

constexpr std::size_t most_groups = 50;

/// Values by point; with common seeds in the order of the seeds, all as many.
struct Table {
  std::vector<std::vector<double>> rows;
  bool has_common_seeds = false;
};

struct Components {
  double parameters = no_value, seeds = no_value, shared = no_value;

  [[nodiscard]] double share() const { return parameters / (parameters + seeds); }
};

double variance_of(const std::vector<double>& values) {
  double mean = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size() - 1);
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// Leaves out points of one group and one seed; a number beyond them leaves out nothing.
struct Omission {
  std::size_t group;
  std::size_t groups;
  std::size_t seed;
};

/// Unbiased also where the noise differs from point to point. With seeds of their own the means of the points
/// carry 1/R of the noise; common seeds shift all means alike, and only the rest of the noise is carried.
Components components_of(const Table& table, const Omission& without) {
  std::vector<double> means;
  std::vector<double> column_sums;
  double within = 0;
  double carried = 0;
  for (std::size_t p = 0; p < table.rows.size(); ++p) {
    if (p % without.groups == without.group) continue;
    std::vector<double> values = table.rows[p];
    if (without.seed < values.size() && table.has_common_seeds) {
      values.erase(values.begin() + static_cast<std::ptrdiff_t>(without.seed));
    }
    means.push_back(mean_of(values));
    const double variance = variance_of(values);
    within += variance;
    carried += variance / static_cast<double>(values.size());
    column_sums.resize(values.size(), 0);
    for (std::size_t r = 0; table.has_common_seeds && r < values.size(); ++r) column_sums[r] += values[r];
  }
  const auto n = static_cast<double>(means.size());
  if (means.size() < 2) return {};
  Components found;
  found.seeds = within / n;
  if (!table.has_common_seeds) {
    found.parameters = variance_of(means) - carried / n;
    return found;
  }
  for (double& sum : column_sums) sum /= n;
  // Two-way layout: residual variance e of (n-1)(R-1) degrees; the seeds' own means carry e/n of it.
  const double of_columns = variance_of(column_sums);
  const double residual = (found.seeds - of_columns) * n / (n - 1);
  found.shared = of_columns - residual / n;
  found.parameters = variance_of(means) - residual / static_cast<double>(column_sums.size());
  return found;
}

Table table_of(std::span<const std::size_t> points, std::span<const std::uint64_t> seeds,
               std::span<const double> y) {
  std::map<std::size_t, std::map<std::uint64_t, double>> by_point;
  std::map<std::uint64_t, std::size_t> uses;
  for (std::size_t i = 0; i < y.size(); ++i) {
    const std::uint64_t seed = seeds.empty() ? i : seeds[i];
    if (!std::isfinite(y[i]) || !by_point[points[i]].emplace(seed, y[i]).second) continue;
    ++uses[seed];
  }
  Table table;
  table.has_common_seeds =
      std::any_of(uses.begin(), uses.end(), [](const auto& use) { return use.second > 1; });
  for (const auto& [point, values] : by_point) {
    const bool is_whole = table.has_common_seeds ? values.size() == uses.size() : values.size() >= 2;
    if (!is_whole) continue;
    std::vector<double>& row = table.rows.emplace_back();
    for (const auto& [seed, value] : values) row.push_back(value);
  }
  return table;
}

/// Squared standard error of the share by leaving out one of `parts` at a time.
template <class Leave>
double jackknife_square(std::size_t parts, const Leave& share_without) {
  std::vector<double> shares;
  for (std::size_t i = 0; i < parts; ++i) shares.push_back(share_without(i));
  const auto n = static_cast<double>(parts);
  return variance_of(shares) * (n - 1) * (n - 1) / n;
}

/// Half the width of the 95 % interval; both sources of chance add up, degrees by Satterthwaite.
double half_width(const Table& table) {
  const std::size_t groups = std::min(table.rows.size(), most_groups);
  if (groups < 3) return no_value;
  const double of_points = jackknife_square(groups, [&](std::size_t g) {
    return components_of(table, {g, groups, SIZE_MAX}).share();
  });
  const std::size_t seeds = table.rows.front().size();
  double of_seeds = 0;
  if (table.has_common_seeds) {
    if (seeds < 3) return no_value;
    of_seeds = jackknife_square(seeds, [&](std::size_t r) {
      return components_of(table, {SIZE_MAX, groups, r}).share();
    });
  }
  const double square = of_points + of_seeds;
  if (!(square > 0)) return square == 0 ? 0 : no_value;
  const double spread = of_points * of_points / static_cast<double>(groups - 1) +
                        of_seeds * of_seeds / static_cast<double>(std::max<std::size_t>(seeds, 2) - 1);
  const auto degrees = static_cast<std::size_t>(std::max(1.0, square * square / spread));
  return t_975(degrees) * std::sqrt(square);
}

}  // namespace

std::optional<VarianceSplit> split_variance(std::span<const std::size_t> points,
                                            std::span<const std::uint64_t> seeds, std::span<const double> y) {
  PARK_ASSERT(points.size() == y.size() && (seeds.empty() || seeds.size() == y.size()));
  const Table table = table_of(points, seeds, y);
  if (table.rows.size() < 2 || table.rows.front().size() < 2) return std::nullopt;
  const Components all = components_of(table, {SIZE_MAX, 1, SIZE_MAX});
  VarianceSplit split;
  split.parameters_variance = all.parameters;
  split.seeds_variance = all.seeds;
  split.points = table.rows.size();
  split.has_common_seeds = table.has_common_seeds;
  std::size_t runs = 0;
  for (const auto& row : table.rows) runs += row.size();
  split.replications = (runs + table.rows.size() / 2) / table.rows.size();
  const double share = all.share();
  const double half = half_width(table);
  split.parameters = {share, share - half, share + half};
  split.seeds = {1 - share, 1 - share - half, 1 - share + half};
  split.shared_seeds = all.shared / (all.parameters + all.seeds);
  return split;
}

}  // namespace park::study
