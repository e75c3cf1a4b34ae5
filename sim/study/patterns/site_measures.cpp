// SPDX-License-Identifier: MIT
#include "indicators/readings.hpp"
#include "study/patterns/measure.hpp"

namespace park::study {
namespace {

/// Floor occupied 8 to 12 months after hand-over (mean) over that at 24 months, summed over the standard
/// blocks that the developer finished at least 24 months before the end.
class OccupancySaturation final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    const std::vector<Block>& blocks = world.factories.blocks;
    if (phases_.size() < blocks.size()) phases_.resize(blocks.size());
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      const Block& block = blocks[b];
      const bool is_new = block.build_months > 0 && !block.is_tailor_made;
      if (!is_new || block.progress < 1) continue;
      Phase& phase = phases_[b];
      if (phase.handed_over < 0) phase.handed_over = world.month;
      const int age = world.month - phase.handed_over;
      if (age >= early_from && age <= early_to)
        phase.early_m2 += block.occupied_m2 / (early_to - early_from + 1);
      if (age == settled) {
        early_m2_ += phase.early_m2;
        settled_m2_ += block.occupied_m2;
      }
    }
  }
  [[nodiscard]] PatternReading reading() const override {
    PatternReading reading;
    reading.groups = {GroupSum{early_m2_, 1}, GroupSum{settled_m2_, 1}};
    reading.value = ratio(early_m2_, settled_m2_);
    return reading;
  }

 private:
  static constexpr int early_from = 8;
  static constexpr int early_to = 12;
  static constexpr int settled = 24;
  struct Phase {
    int handed_over = -1;
    double early_m2 = 0;
  };
  std::vector<Phase> phases_;  ///< by block
  double early_m2_ = 0;
  double settled_m2_ = 0;
};

/// Finished standard floor that nobody occupies, the district's own included; reserved floor is empty until
/// it is moved into. Mean of months 61 to 120.
class Vacancy final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    if (world.month < 61 || world.month > 120) return;
    double built = 0;
    double empty = 0;
    for (const Block& block : world.factories.blocks) {
      if (block.progress < 1 || block.is_tailor_made) continue;
      built += block.floor_m2;
      empty += block.floor_m2 - block.occupied_m2;
    }
    if (built <= 0) return;
    shares_.sum += empty / built;
    shares_.count += 1;
  }
  [[nodiscard]] PatternReading reading() const override {
    PatternReading reading;
    reading.value = ratio(shares_.sum, shares_.count);
    return reading;
  }

 private:
  GroupSum shares_;
};

/// Months from approval to first supply of the parcels approved during the run; those still waiting are
/// censored. Parcels that waited at the opening are left out: the slow ones are over-represented there.
class LandTail final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    if (!is_last_month(world)) return;
    for (const ApprovalSpell& spell : world.land.spells) {
      if (spell.approved_month < 1) continue;
      const bool is_supplied = spell.supplied_month != ApprovalSpell::waiting;
      durations_.add((is_supplied ? spell.supplied_month : world.month) - spell.approved_month, is_supplied);
    }
  }
  [[nodiscard]] PatternReading reading() const override {
    PatternReading reading;
    reading.durations = durations_;
    reading.value = waiting_quantile(durations_, 0.5);
    return reading;
  }

 private:
  DurationCounts durations_;
};

constexpr std::array<PatternMeasureKind, 3> site_measure_rows = {{
    {"occupancy_saturation", PatternStatistic::PooledRatio, &make_measure<OccupancySaturation>},
    {"vacancy", PatternStatistic::MeanOfRuns, &make_measure<Vacancy>},
    {"land_tail", PatternStatistic::PooledMedianShort, &make_measure<LandTail>},
}};

}  // namespace

std::span<const PatternMeasureKind> site_measures() { return site_measure_rows; }

}  // namespace park::study
