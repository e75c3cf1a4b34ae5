// SPDX-License-Identifier: MIT
#include "study/bottlenecks.hpp"

#include <algorithm>
#include <limits>

#include "study/final_values.hpp"

namespace park::study {
namespace {

/// Project-months by cause, stage and calendar year of each replication; usual time after the causes.
class WaitingYears {
 public:
  WaitingYears(const Scenario& scenario, std::size_t replications)
      : first_year_(scenario.start.year),
        years_(static_cast<std::size_t>(plus_months(scenario.start, scenario.months - 1).year - first_year_) +
               1),
        replications_(replications),
        values_((usual + 1) * stage_count * years_ * replications) {}

  void add(std::size_t replication, const World& world) {
    if (world.month == 0) return;
    const int year = plus_months(world.scenario->start, world.month - 1).year;
    for (std::size_t c = 0; c <= usual; ++c) {
      const auto& months = c == usual ? world.journal.usual_this_month : world.journal.held_up_this_month[c];
      for (std::size_t s = 0; s < stage_count; ++s) {
        values_[place(c, s, static_cast<std::size_t>(year - first_year_)) + replication] += months[s];
      }
    }
  }

  /// Over the replications that were kept; a failed run counts as no value.
  void read(const std::vector<KeptRun>& runs, Bottlenecks& found) {
    for (std::size_t c = 0; c <= usual; ++c) {
      for (std::size_t s = 0; s < stage_count; ++s) {
        for (std::size_t y = 0; y < years_; ++y) {
          const std::span<double> sample = std::span(values_).subspan(place(c, s, y), runs.size());
          for (std::size_t r = 0; r < runs.size(); ++r) {
            if (!runs[r].ok()) sample[r] = std::numeric_limits<double>::quiet_NaN();
          }
          if (std::none_of(sample.begin(), sample.end(), [](double value) { return value > 0; })) continue;
          const auto stage = static_cast<Stage>(s);
          const int year = first_year_ + static_cast<int>(y);
          if (c == usual) {
            found.usual_times.push_back({stage, year, summarise(sample)});
          } else {
            found.hold_ups.push_back({static_cast<Cause>(c), stage, year, summarise(sample)});
          }
        }
      }
    }
  }

 private:
  static constexpr std::size_t usual = cause_count;

  [[nodiscard]] std::size_t place(std::size_t cause, std::size_t stage, std::size_t year) const {
    return ((cause * stage_count + stage) * years_ + year) * replications_;
  }

  int first_year_;
  std::size_t years_;
  std::size_t replications_;
  std::vector<double> values_;
};

/// Gain per step more; `place` is the constraint's, 0 the scenario's own.
ShadowPrice price_of(const Constraint& constraint, StepDirection direction, std::size_t place,
                     const FinalValues& finals, std::size_t replications) {
  ShadowPrice price{constraint, direction, {}};
  for (std::size_t k = 0; k < shadow_outcomes.size(); ++k) {
    switch (direction) {
      case StepDirection::Up:
        price.gain[k] = finals.difference(k, place, 0, replications);
        break;
      case StepDirection::Down:
        price.gain[k] = finals.difference(k, 0, place, replications);
        break;
      case StepDirection::Nowhere:
        price.gain[k] = difference({}, {});
        break;
    }
  }
  return price;
}

}  // namespace

Bottlenecks find_bottlenecks(const std::shared_ptr<const Scenario>& scenario, EnsembleOptions options) {
  std::vector<std::shared_ptr<const Scenario>> places = {scenario};
  std::vector<StepDirection> directions;
  for (const Constraint& constraint : constraints()) {
    SteppedScenario stepped = with_one_step(scenario, constraint);
    places.push_back(std::move(stepped.scenario));
    directions.push_back(stepped.direction);
  }
  const auto asked = static_cast<std::size_t>(options.replications);
  FinalValues finals(shadow_outcomes, indicator_columns(*scenario), places.size(), asked);
  WaitingYears waiting(*scenario, asked);
  options.each_month = [&](std::size_t place, std::size_t r, const World& world) {
    if (place == 0) waiting.add(r, world);
  };
  options.each_run = [&](std::size_t place, std::size_t r, const RunResult& run) {
    finals.keep(place, r, run);
  };
  Bottlenecks result;
  result.runs = run_paired(std::move(places), options);
  const std::vector<KeptRun>& reference = result.runs.results.front();
  waiting.read(reference, result);
  for (std::size_t i = 0; i < directions.size(); ++i) {
    result.shadow_prices.push_back(
        price_of(constraints()[i], directions[i], i + 1, finals, reference.size()));
  }
  return result;
}

}  // namespace park::study
