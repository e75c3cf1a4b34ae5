// SPDX-License-Identifier: MIT
#include "session/fan_building.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/assert.hpp"
#include "study/statistics.hpp"

namespace park::ui {
namespace {

constexpr float none = std::numeric_limits<float>::quiet_NaN();
constexpr float missing = std::numeric_limits<float>::infinity();

/// Values (months and columns end to end) that are worked on side by side: a few vector registers.
constexpr std::size_t lanes = 16;
using Row = std::array<float, lanes>;

void put_in_order(Row& low, Row& high) {
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    const float a = low[lane];
    const float b = high[lane];
    low[lane] = b < a ? b : a;
    high[lane] = b < a ? a : b;
  }
}

/// Sorts every lane at once by a network of exchanges that depends on the number of rows only, so that a fan
/// of 20,000 values is sorted without a branch on a value.
/// Source: Batcher's merge exchange, Knuth, The Art of Computer Programming 3, 5.2.2, algorithm M.
void sort_lanes(std::span<Row> rows) {
  const std::size_t n = rows.size();
  if (n < 2) return;
  std::size_t top = 1;
  while (2 * top < n) top *= 2;
  for (std::size_t p = top; p > 0; p /= 2) {
    std::size_t q = top;
    std::size_t r = 0;
    for (std::size_t d = p;;) {
      for (std::size_t i = 0; i + d < n; ++i) {
        if ((i & p) == r) put_in_order(rows[i], rows[i + d]);
      }
      if (q == p) break;
      d = q - p;
      q /= 2;
      r = p;
    }
  }
}

/// Type 7 of Hyndman and Fan over the first `n` rows of a lane.
float quantile(std::span<const Row> sorted, std::size_t lane, std::size_t n, double probability) {
  const double position = probability * static_cast<double>(n - 1);
  const auto below = static_cast<std::size_t>(position);
  const double weight = position - static_cast<double>(below);
  const double low = sorted[below][lane];
  if (weight <= 0) return static_cast<float>(low);
  return static_cast<float>(low + weight * (sorted[below + 1][lane] - low));
}

Band band_of(std::span<const Row> sorted, std::size_t lane, std::size_t n, double sum) {
  if (n == 0) return {none, none, none, none, none, none, none, none, 0};
  const auto at = [&](double probability) { return quantile(sorted, lane, n, probability); };
  return {at(0.025),
          at(0.125),
          at(0.25),
          at(0.5),
          at(0.75),
          at(0.875),
          at(0.975),
          static_cast<float>(sum / static_cast<double>(n)),
          static_cast<std::uint16_t>(n)};
}

/// The series of the runs that did not fail.
std::vector<const double*> values_of(std::span<const std::shared_ptr<const LivedRun>> runs) {
  std::vector<const double*> values;
  for (const auto& run : runs) {
    if (run->ok()) values.push_back(run->values.data());
  }
  return values;
}

/// Fills the bands of up to `lanes` values from `begin` on.
void band_lanes(std::span<const double* const> runs, std::size_t begin, std::vector<Row>& rows,
                std::span<Band> bands) {
  std::array<double, lanes> sums{};
  std::array<std::size_t, lanes> counts{};
  for (std::size_t r = 0; r < runs.size(); ++r) {
    rows[r].fill(missing);
    for (std::size_t lane = 0; lane < bands.size(); ++lane) {
      const double value = runs[r][begin + lane];
      if (!std::isfinite(value)) continue;
      rows[r][lane] = static_cast<float>(value);
      sums[lane] += value;
      ++counts[lane];
    }
  }
  sort_lanes(rows);
  for (std::size_t lane = 0; lane < bands.size(); ++lane) {
    bands[lane] = band_of(rows, lane, counts[lane], sums[lane]);
  }
}

std::array<ClauseUse, clause_count> mean_use(std::span<const std::shared_ptr<const LivedRun>> runs) {
  std::array<ClauseUse, clause_count> mean{};
  float n = 0;
  for (const auto& run : runs) {
    if (!run->ok()) continue;
    ++n;
    for (std::size_t c = 0; c < clause_count; ++c) {
      mean[c].users += run->clauses[c].users;
      mean[c].cost_million_yuan += run->clauses[c].cost_million_yuan;
    }
  }
  for (ClauseUse& use : mean) {
    use.users /= n;  // NaN without a run: nothing is known
    use.cost_million_yuan /= n;
  }
  return mean;
}

/// Sums over pairs, value by value; two passes, as study::difference takes them.
class PairedSums {
 public:
  explicit PairedSums(std::size_t values) : sum_(values), squares_(values), n_(values) {}

  void add(const double* run, const double* reference) {
    for (std::size_t i = 0; i < sum_.size(); ++i) {
      const double change = run[i] - reference[i];
      const bool is_there = std::isfinite(change);
      sum_[i] += is_there ? change : 0;
      n_[i] += is_there ? 1U : 0U;
    }
  }
  void add_square(const double* run, const double* reference) {
    for (std::size_t i = 0; i < sum_.size(); ++i) {
      const double change = run[i] - reference[i];
      const double off = change - sum_[i] / n_[i];
      squares_[i] += std::isfinite(change) ? off * off : 0;
    }
  }
  [[nodiscard]] PairedChange change(std::size_t i) const {
    const double n = n_[i];
    if (n_[i] == 0) return {none, none, none, 0};
    const auto count = static_cast<std::uint16_t>(n_[i]);
    const double mean = sum_[i] / n;
    if (n_[i] == 1) return {static_cast<float>(mean), none, none, count};
    const double half = study::t_975(n_[i] - 1) * std::sqrt(squares_[i] / (n - 1) / n);
    return {static_cast<float>(mean), static_cast<float>(mean - half), static_cast<float>(mean + half),
            count};
  }

 private:
  std::vector<double> sum_, squares_;
  std::vector<std::uint32_t> n_;
};

}  // namespace

Fan build_fan(std::shared_ptr<const Scenario> scenario, std::size_t columns,
              std::span<const std::shared_ptr<const LivedRun>> runs) {
  Fan fan;
  fan.runs = runs.size();
  fan.bands.resize((static_cast<std::size_t>(scenario->months) + 1) * columns);
  fan.scenario = std::move(scenario);
  fan.clauses = mean_use(runs);
  const std::vector<const double*> values = values_of(runs);
  std::vector<Row> rows(values.size());
  for (std::size_t begin = 0; begin < fan.bands.size(); begin += lanes) {
    const std::size_t count = std::min(lanes, fan.bands.size() - begin);
    band_lanes(values, begin, rows, std::span(fan.bands).subspan(begin, count));
  }
  return fan;
}

std::vector<PairedChange> build_differences(std::size_t values,
                                            std::span<const std::shared_ptr<const LivedRun>> runs,
                                            std::span<const std::shared_ptr<const LivedRun>> reference) {
  PARK_ASSERT(runs.size() == reference.size());
  PairedSums sums(values);
  const auto each_pair = [&](auto take) {
    for (std::size_t r = 0; r < runs.size(); ++r) {
      if (!runs[r]->ok() || !reference[r]->ok()) continue;
      take(runs[r]->values.data(), reference[r]->values.data());
    }
  };
  each_pair([&](const double* run, const double* other) { sums.add(run, other); });
  each_pair([&](const double* run, const double* other) { sums.add_square(run, other); });
  std::vector<PairedChange> changes(values);
  for (std::size_t i = 0; i < values; ++i) changes[i] = sums.change(i);
  return changes;
}

}  // namespace park::ui
