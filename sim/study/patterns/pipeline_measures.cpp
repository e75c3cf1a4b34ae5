// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include "indicators/readings.hpp"
#include "study/patterns/measure.hpp"

namespace park::study {
namespace {

constexpr int last_signing_month = 48;

/// Of the relocated firms signed in months 0 to 48 (paper included), those that ever started.
class StartedShare final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    read_events(world, [&](const Event& event) {
      if (!is_relocated(event.who)) return;
      if (event.kind == EventKind::Signed && event.month <= last_signing_month)
        signed_.insert(event.who.number());
      if (event.kind == EventKind::Started && signed_.contains(event.who.number()))
        started_.insert(event.who.number());
    });
  }
  [[nodiscard]] PatternReading reading() const override {
    PatternReading reading;
    reading.value = ratio(static_cast<double>(started_.size()), static_cast<double>(signed_.size()));
    return reading;
  }

 private:
  std::set<std::uint64_t> signed_;
  std::set<std::uint64_t> started_;
};

bool is_finished_standard_floor(const World& world, const Plant& plant) {
  bool has_floor = false;
  for (const FloorPiece& piece : plant.floor) {
    if (piece.block.is_none()) continue;
    const Block& block = world.factories.blocks[piece.block.index()];
    if (block.progress < 1 || block.is_tailor_made) return false;
    has_floor = true;
  }
  return has_floor;
}

/// Months from signing to production of every project that belongs; who withdraws or still waits at the end
/// is censored.
class SigningToProduction : public PatternMeasure {
 public:
  void observe(const World& world) final {
    month_ = world.month;
    read_events(world, [&](const Event& event) { note(world, event); });
  }
  [[nodiscard]] PatternReading reading() const final {
    PatternReading reading;
    reading.durations = done_;
    for (const auto& [who, month] : waiting_) reading.durations.add(month_ - month, false);
    reading.value = waiting_quantile(reading.durations, 0.5);
    return reading;
  }

 protected:
  /// The month from which the project of this event is followed; negative if the event admits none.
  [[nodiscard]] virtual int signed_month(const World& world, const Event& event) const = 0;

 private:
  void note(const World& world, const Event& event) {
    const int month = signed_month(world, event);
    if (month >= 0) waiting_[event.who.number()] = month;
    const bool is_end = event.kind == EventKind::Producing || event.kind == EventKind::Withdrawn;
    const auto found = is_end ? waiting_.find(event.who.number()) : waiting_.end();
    if (found == waiting_.end()) return;
    done_.add(event.month - found->second, event.kind == EventKind::Producing);
    waiting_.erase(found);
  }

  int month_ = 0;
  std::map<std::uint64_t, int> waiting_;  ///< identity to month of signing
  DurationCounts done_;
};

/// Projects whose floor was in finished standard blocks when they reserved it. Paper reserves none and is
/// not among them.
class ReadyFactory final : public SigningToProduction {
  [[nodiscard]] int signed_month(const World& world, const Event& event) const override {
    if (event.kind != EventKind::SiteReserved) return -1;
    const Project* project = find_project(world, event.who);
    const bool belongs = project != nullptr && is_finished_standard_floor(world, project->plant);
    return belongs ? project->plant.signed_month : -1;
  }
};

/// Projects signed for a plot of their own, paper included: it is censored when it fades.
class OwnPlot final : public SigningToProduction {
  [[nodiscard]] int signed_month(const World& /*world*/, const Event& event) const override {
    const bool belongs =
        event.kind == EventKind::Signed && event.place == static_cast<std::uint32_t>(SiteForm::OwnPlot);
    return belongs ? event.month : -1;
  }
};

constexpr std::array<PatternMeasureKind, 3> pipeline_measure_rows = {{
    {"started_share", PatternStatistic::MeanOfRuns, &make_measure<StartedShare>},
    {"ready_factory_speed", PatternStatistic::PooledMedian, &make_measure<ReadyFactory>},
    {"own_build_speed", PatternStatistic::PooledMedian, &make_measure<OwnPlot>},
}};

}  // namespace

std::span<const PatternMeasureKind> pipeline_measures() { return pipeline_measure_rows; }

}  // namespace park::study
