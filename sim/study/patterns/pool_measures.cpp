// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "indicators/readings.hpp"
#include "study/patterns/measure.hpp"

namespace park::study {
namespace {

constexpr double tail_share = 0.1;

PatternReading reading_of(double value) {
  PatternReading reading;
  reading.value = value;
  return reading;
}

/// Measures that read the world once, at the opening or at the end.
template <double (*Read)(const World&), bool IsAtEnd>
class Once final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    if (IsAtEnd ? is_last_month(world) : world.month == 0) value_ = Read(world);
  }
  [[nodiscard]] PatternReading reading() const override { return reading_of(value_); }

 private:
  double value_ = no_value;
};

/// Hill 1975: k over the sum of ln(x_i / x_(k+1)), the k largest firms of the pool by employees.
double hill_exponent(const World& world) {
  const Pool& pool = *world.pool;
  std::vector<double> sizes;
  sizes.reserve(pool.pool_agents);
  for (std::size_t i = 0; i < pool.pool_agents; ++i) sizes.push_back(pool.firms[i].employees);
  std::sort(sizes.begin(), sizes.end(), std::greater<>());
  const auto k = static_cast<std::size_t>(tail_share * static_cast<double>(sizes.size()));
  if (k == 0 || k >= sizes.size()) return no_value;
  double logs = 0;
  for (std::size_t i = 0; i < k; ++i) logs += std::log(sizes[i] / sizes[k]);
  return ratio(static_cast<double>(k), logs);
}

/// A pool firm's revenue is what its workers make, as it was drawn.
double above_scale_in_pool(const World& world) {
  const Pool& pool = *world.pool;
  double above = 0;
  for (std::size_t i = 0; i < pool.pool_agents; ++i) {
    const PoolFirm& firm = pool.firms[i];
    above +=
        firm.employees * world.traits(firm.activity).output_per_worker_year > above_scale_yuan_year ? 1 : 0;
  }
  return ratio(above, static_cast<double>(pool.pool_agents));
}

double above_scale_in_park(const World& world) {
  return world.month == 120 ? above_scale_share({world, take_census(world)}) : no_value;
}

/// Real firms that moved or sent a branch, over those there are and the years lived. The periphery of the
/// origin provinces is another region.
double movers_per_year(const World& world) {
  const Pool& pool = *world.pool;
  const auto targets = static_cast<double>(pool.firms.size() - pool.pool_agents);
  const double firms = static_cast<double>(pool.pool_agents) * pool.weight + targets;
  return ratio(world.tallies.origin_moves_agents, firms * world.month / 12);
}

/// Movers and branches of the whole horizon, inland (the periphery included) over overseas.
class InlandOverseas final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    if (world.month == 0) return;
    const auto slot = static_cast<std::size_t>(world.month % 12);
    inland_ += world.tallies.inland_ring[slot];
    overseas_ += world.tallies.overseas_ring[slot];
  }
  [[nodiscard]] PatternReading reading() const override { return reading_of(ratio(inland_, overseas_)); }

 private:
  double inland_ = 0;
  double overseas_ = 0;
};

constexpr std::array<PatternMeasureKind, 5> pool_measure_rows = {{
    {"size_tail", PatternStatistic::MeanOfRuns, &make_measure<Once<&hill_exponent, false>>},
    {"above_scale_pool", PatternStatistic::MeanOfRuns, &make_measure<Once<&above_scale_in_pool, false>>},
    {"above_scale_park", PatternStatistic::MeanOfRuns, &make_measure<Once<&above_scale_in_park, true>>},
    {"slow_movers", PatternStatistic::MeanOfRuns, &make_measure<Once<&movers_per_year, true>>},
    {"inland_overseas", PatternStatistic::MeanOfRuns, &make_measure<InlandOverseas>},
}};

}  // namespace

std::span<const PatternMeasureKind> pool_measures() { return pool_measure_rows; }

}  // namespace park::study
