// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <limits>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "study/patterns/durations.hpp"
#include "world/world.hpp"

namespace park::study {

/// Sum and number of some values, poolable over runs.
struct GroupSum {
  double sum = 0;
  double count = 0;
};

/// Part of a whole, poolable over runs.
struct Fraction {
  double part = 0;
  double whole = 0;
};

/// What one run says about one pattern; which members are used follows from the statistic.
struct PatternReading {
  double value = std::numeric_limits<double>::quiet_NaN();  ///< of this run alone; NaN: it has none
  DurationCounts durations;
  std::array<GroupSum, 2> groups;
  std::vector<Fraction> by_year;
};

/// How a quantity is made of the runs.
enum class PatternStatistic : std::uint8_t {
  MeanOfRuns,         ///< the mean lies in the band
  PooledRatio,        ///< sum of the first group over that of the second, all runs
  PooledMedian,       ///< the Kaplan-Meier median of all runs' durations
  PooledMedianShort,  ///< the same, and their 95th percentile is under 60 months
  PooledGap,          ///< mean of the first group less that of the second, all runs: its upper bound counts
  EveryYear           ///< the fraction of every year, all runs
};

/// Watches one run. Needs a full journal.
class PatternMeasure {
 public:
  PatternMeasure() = default;
  virtual ~PatternMeasure() = default;
  PatternMeasure(const PatternMeasure&) = delete;
  PatternMeasure& operator=(const PatternMeasure&) = delete;

  /// Called after each month, in order; 0 is the opening.
  virtual void observe(const World& world) = 0;
  [[nodiscard]] virtual PatternReading reading() const = 0;

 protected:
  /// Calls `note(event)` for every event since the last call.
  template <class Note>
  void read_events(const World& world, Note note) {
    const std::vector<Event>& events = world.journal.events;
    for (; next_event_ < events.size(); ++next_event_) note(events[next_event_]);
  }

 private:
  std::size_t next_event_ = 0;
};

/// A measure of the catalogue, by the pattern's id.
struct PatternMeasureKind {
  std::string_view id;
  PatternStatistic statistic;
  std::unique_ptr<PatternMeasure> (*make)();
};

template <class Measure>
[[nodiscard]] std::unique_ptr<PatternMeasure> make_measure() {
  return std::make_unique<Measure>();
}

/// The measures, by subject; one file each.
[[nodiscard]] std::span<const PatternMeasureKind> pool_measures();
[[nodiscard]] std::span<const PatternMeasureKind> pipeline_measures();
[[nodiscard]] std::span<const PatternMeasureKind> arrival_measures();
[[nodiscard]] std::span<const PatternMeasureKind> site_measures();
[[nodiscard]] std::span<const PatternMeasureKind> labour_measures();
[[nodiscard]] std::span<const PatternMeasureKind> profit_measures();

/// Null if there is none of that id.
[[nodiscard]] const PatternMeasureKind* find_measure(std::string_view id);

/// True at the end of the scenario.
[[nodiscard]] inline bool is_last_month(const World& world) { return world.month == world.scenario->months; }

/// True for a firm that came from elsewhere, its further branches from there included; not for what grew out
/// of a tenant.
[[nodiscard]] bool is_relocated(const Identity& who);

/// The plant of `who`, producing or not; null if it is not in the park.
[[nodiscard]] const Tenant* find_tenant(const World& world, const Identity& who);
[[nodiscard]] const Project* find_project(const World& world, const Identity& who);

}  // namespace park::study
