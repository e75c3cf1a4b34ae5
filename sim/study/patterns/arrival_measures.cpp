// SPDX-License-Identifier: MIT
#include "indicators/readings.hpp"
#include "study/patterns/measure.hpp"

namespace park::study {
namespace {

/// Month of first production of relocated firms: garment and washing against spinning and weaving.
class StageOrder final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    read_events(world, [&](const Event& event) {
      if (event.kind != EventKind::Producing || !is_relocated(event.who)) return;
      const Tenant* tenant = find_tenant(world, event.who);
      if (tenant == nullptr) return;  // it closed in the month in which it began
      const Stage stage = stage_of(tenant->plant.activity);
      if (stage == Stage::Garment || stage == Stage::Washing) add(early_, event.month);
      if (stage == Stage::Spinning || stage == Stage::Weaving) add(late_, event.month);
    });
  }
  [[nodiscard]] PatternReading reading() const override {
    PatternReading reading;
    reading.groups = {early_, late_};
    reading.value = ratio(early_.sum, early_.count) - ratio(late_.sum, late_.count);
    return reading;
  }

 private:
  static void add(GroupSum& group, int month) {
    group.sum += month;
    group.count += 1;
  }

  GroupSum early_, late_;
};

/// People a plant employs, those home for the festival included.
double jobs_in_place(const World& world, const Identity& who) {
  if (const Tenant* tenant = find_tenant(world, who)) return tenant->workers + tenant->festival_away;
  if (const Project* project = find_project(world, who)) return project->workers + project->festival_away;
  return 0;
}

/// Jobs in the plants of relocated firms three years after they signed, over what all of them promised; what
/// withdrew or closed has none, later expansions do not count.
class JobsPromise final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    read_events(world, [&](const Event& event) {
      if (event.kind == EventKind::Signed && is_relocated(event.who))
        signings_.push_back({event.month, event.who, event.amount});
    });
    constexpr int three_years = 36;
    for (; next_ < signings_.size() && signings_[next_].month + three_years <= world.month; ++next_) {
      promised_ += signings_[next_].jobs;
      in_place_ += jobs_in_place(world, signings_[next_].who);
    }
  }
  [[nodiscard]] PatternReading reading() const override {
    PatternReading reading;
    reading.value = ratio(in_place_, promised_);
    return reading;
  }

 private:
  struct Signing {
    int month = 0;
    Identity who;
    double jobs = 0;
  };
  std::vector<Signing> signings_;
  std::size_t next_ = 0;  ///< first signing whose three years are not over
  double promised_ = 0;
  double in_place_ = 0;
};

constexpr std::array<PatternMeasureKind, 2> arrival_measure_rows = {{
    {"stage_order", PatternStatistic::PooledGap, &make_measure<StageOrder>},
    {"jobs_promise", PatternStatistic::MeanOfRuns, &make_measure<JobsPromise>},
}};

}  // namespace

std::span<const PatternMeasureKind> arrival_measures() { return arrival_measure_rows; }

}  // namespace park::study
