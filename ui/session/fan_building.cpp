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

// Loops over lanes have a fixed length and no branch, so that the compiler takes a vector register at a time.
// For the exchanges it does not see by itself that rows never overlap: they are of a vector type.
using Row = float __attribute__((vector_size(lanes * sizeof(float))));
using Sums = std::array<double, lanes>;

void put_in_order(Row& low, Row& high) {
  const Row a = low;
  const Row b = high;
  low = b < a ? b : a;
  high = b < a ? a : b;
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
  Sums sum{};
  Sums n{};
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const double* const values = runs[r] + begin;
    Row row;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const double value = values[lane];
      const bool is_there = std::isfinite(value);
      sum[lane] += is_there ? value : 0;
      n[lane] += is_there ? 1 : 0;
      row[lane] = is_there ? static_cast<float>(value) : missing;
    }
    rows[r] = row;
  }
  sort_lanes(rows);
  for (std::size_t lane = 0; lane < bands.size(); ++lane) {
    bands[lane] = band_of(rows, lane, static_cast<std::size_t>(n[lane]), sum[lane]);
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

/// A run and the reference under the same seed.
struct Pair {
  const double* run = nullptr;
  const double* reference = nullptr;
};

PairedChange change_of(double sum, double squares, double n) {
  if (n == 0) return {none, none, none, 0};
  const auto count = static_cast<std::uint16_t>(n);
  const double mean = sum / n;
  if (count == 1) return {static_cast<float>(mean), none, none, count};
  const double half = study::t_975(count - 1U) * std::sqrt(squares / (n - 1) / n);
  return {static_cast<float>(mean), static_cast<float>(mean - half), static_cast<float>(mean + half), count};
}

/// Fills up to `lanes` differences from `begin` on; two passes, as study::difference takes them.
void compare_lanes(std::span<const Pair> pairs, std::size_t begin, std::span<PairedChange> changes) {
  Sums sum{};
  Sums n{};
  for (const Pair& pair : pairs) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const double change = pair.run[begin + lane] - pair.reference[begin + lane];
      const bool is_there = std::isfinite(change);
      sum[lane] += is_there ? change : 0;
      n[lane] += is_there ? 1 : 0;
    }
  }
  Sums mean;
  for (std::size_t lane = 0; lane < lanes; ++lane) mean[lane] = sum[lane] / n[lane];
  Sums squares{};
  for (const Pair& pair : pairs) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const double off = pair.run[begin + lane] - pair.reference[begin + lane] - mean[lane];
      squares[lane] += std::isfinite(off) ? off * off : 0;
    }
  }
  for (std::size_t lane = 0; lane < changes.size(); ++lane) {
    changes[lane] = change_of(sum[lane], squares[lane], n[lane]);
  }
}

}  // namespace

Fan build_fan(std::shared_ptr<const Scenario> scenario, std::size_t columns,
              std::span<const std::shared_ptr<const LivedRun>> runs) {
  Fan fan;
  fan.runs = runs.size();
  fan.bands.resize((static_cast<std::size_t>(scenario->months) + 1) * columns);
  fan.scenario = std::move(scenario);
  fan.clauses = mean_use(runs);
  for (const auto& run : runs) fan.digests.push_back(run->digest);
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
  std::vector<Pair> pairs;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    if (runs[r]->ok() && reference[r]->ok()) {
      pairs.push_back({runs[r]->values.data(), reference[r]->values.data()});
    }
  }
  std::vector<PairedChange> changes(values);
  for (std::size_t begin = 0; begin < values; begin += lanes) {
    const std::size_t count = std::min(lanes, values - begin);
    compare_lanes(pairs, begin, std::span(changes).subspan(begin, count));
  }
  return changes;
}

}  // namespace park::ui
