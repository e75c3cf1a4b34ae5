// SPDX-License-Identifier: MIT
#include <map>

#include "indicators/readings.hpp"
#include "study/patterns/measure.hpp"

namespace park::study {
namespace {

using Headcounts = std::map<std::uint64_t, int>;  ///< people present, by plant

Headcounts headcounts(const World& world) {
  Headcounts result;
  for (const Tenant& tenant : world.tenants) result[tenant.plant.who.number()] = tenant.workers;
  return result;
}

/// Headcount now of headcount then, of the plants that are in both.
Fraction same_firms(const Headcounts& now, const Headcounts& then) {
  Fraction people;
  for (const auto& [who, before] : then) {
    const auto found = now.find(who);
    if (found == now.end()) continue;
    people.part += found->second;
    people.whole += before;
  }
  return people;
}

bool is_festival(const World& world) { return world.month > 0 && is_festival_month(world.calendar_month()); }

/// People present in the producing plants in the festival's month over those in the month before.
class SpringFestival final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    Headcounts now = headcounts(world);
    if (is_festival(world)) by_year_.push_back(same_firms(now, before_));
    before_ = std::move(now);
  }
  [[nodiscard]] PatternReading reading() const override {
    PatternReading reading;
    reading.by_year = by_year_;
    Fraction all;
    for (const Fraction& year : by_year_) {
      all.part += year.part;
      all.whole += year.whole;
    }
    reading.value = ratio(all.part, all.whole);
    return reading;
  }

 private:
  Headcounts before_;
  std::vector<Fraction> by_year_;
};

/// Months after the festival's until the plants that produced before it have 97 % of their people of then;
/// a plant that closes leaves the comparison. Not again before the next festival: 12.
class FestivalRecovery final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    Headcounts now = headcounts(world);
    if (is_festival(world)) {
      if (is_waiting_) add(12);
      cohort_ = before_;
      festival_month_ = world.month;
      is_waiting_ = !cohort_.empty();
    } else if (is_waiting_) {
      const Fraction people = same_firms(now, cohort_);
      if (people.whole <= 0 || people.part >= recovered_share * people.whole) {
        if (people.whole > 0) add(world.month - festival_month_);
        is_waiting_ = false;
      }
    }
    before_ = std::move(now);
  }
  [[nodiscard]] PatternReading reading() const override {
    PatternReading reading;
    reading.value = ratio(months_.sum, months_.count);
    return reading;
  }

 private:
  void add(int months) {
    months_.sum += months;
    months_.count += 1;
  }

  static constexpr double recovered_share = 0.97;
  Headcounts before_;
  Headcounts cohort_;
  int festival_month_ = 0;
  bool is_waiting_ = false;
  GroupSum months_;
};

/// District over Guangdong at month 120.
class WageGap final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    if (world.month == 120)
      value_ = ratio(world.labour.wage_yuan_month, world.labour.guangdong_wage_yuan_month);
  }
  [[nodiscard]] PatternReading reading() const override {
    PatternReading reading;
    reading.value = value_;
    return reading;
  }

 private:
  double value_ = no_value;
};

constexpr std::array<PatternMeasureKind, 3> labour_measure_rows = {{
    {"wage_gap", PatternStatistic::MeanOfRuns, &make_measure<WageGap>},
    {"spring_festival", PatternStatistic::EveryYear, &make_measure<SpringFestival>},
    {"festival_recovery", PatternStatistic::MeanOfRuns, &make_measure<FestivalRecovery>},
}};

}  // namespace

std::span<const PatternMeasureKind> labour_measures() { return labour_measure_rows; }

}  // namespace park::study
