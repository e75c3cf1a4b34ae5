// SPDX-License-Identifier: MIT
#include "study/runner/study_runner.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>

#include "study/runner/replication_rounds.hpp"
#include "study/runner/row_runs.hpp"
#include "study/tasks.hpp"

namespace park::study {
namespace {

class Runner {
 public:
  Runner(const Study& study, ResultStore& store, const StudyOptions& options)
      : study_(study),
        outline_(study.outline),
        store_(store),
        options_(options),
        cells_(outline_.cells()),
        runs_(*study.scenarios.front(), outline_.outcomes, options),
        design_(make_design(outline_.design, outline_.factors, outline_.seed)) {}

  StudyTally run() {
    ReplicationRounds rounds(outline_, options_.shard);
    bool is_there_more = true;
    while (is_there_more && !is_cancelled()) {
      run_round(rounds.current());
      is_there_more = !is_cancelled() && rounds.next(store_);
    }
    StudyTally tally;
    store_.flush();
    tally.is_complete = !is_there_more && !is_cancelled();
    if (tally.is_complete) store_.set_complete();
    tally.done = done_;
    tally.earlier = static_cast<std::uint64_t>(std::count(store_.done().begin(), store_.done().end(), true));
    tally.failed = store_.failures();
    tally.seconds_storing = store_.seconds_writing();
    return tally;
  }

 private:
  [[nodiscard]] bool is_cancelled() const { return options_.cancel != nullptr && options_.cancel->load(); }

  [[nodiscard]] bool is_done(const RunPlace& place) const {
    const std::uint64_t number = place.number(outline_, cells_);
    return number < store_.done().size() && store_.done()[number];
  }

  [[nodiscard]] RunPlace place_of(const Round& round, std::uint64_t task) const {
    const std::uint64_t scenarios = outline_.scenarios.size();
    const std::uint64_t row = round.points * scenarios;
    return {round.point(task % row / scenarios), task % scenarios,
            static_cast<std::uint64_t>(round.first) + task / row};
  }

  void run_round(const Round& round) {
    const std::uint64_t tasks =
        round.points * outline_.scenarios.size() * static_cast<std::uint64_t>(round.last - round.first);
    std::uint64_t there = 0;
    if (!store_.done().empty()) {
      for (std::uint64_t task = 0; task < tasks; ++task) there += is_done(place_of(round, task)) ? 1U : 0U;
    }
    expected_ = done_ + tasks - there;
    for_each_task(tasks, options_.jobs, [&](std::size_t task) {
      const RunPlace place = place_of(round, task);
      if (is_cancelled() || is_done(place)) return;
      run_one(place);
    });
  }

  void run_one(const RunPlace& place) {
    std::vector<double> units(outline_.factors.size());
    RunRow row;
    row.place = place;
    row.factors.resize(units.size());
    design_->point(place.point, units);
    values_of(outline_.factors, units, row.factors);
    row.seed = seed_of(place, row.factors);
    if (!runs_.run(scenario_of(place, row.factors), row)) return;
    store_.add(std::move(row));
    const std::lock_guard guard(mutex_);
    ++done_;
    if (options_.progress) options_.progress(done_, expected_);
  }

  [[nodiscard]] std::uint64_t seed_of(const RunPlace& place, std::span<const double> values) const {
    std::uint64_t seed = outline_.seed + place.replication;
    for (std::size_t f = 0; f < values.size(); ++f) {
      if (!study_.parameters[f] && !std::isnan(values[f])) seed += static_cast<std::uint64_t>(values[f]);
    }
    return seed;
  }

  [[nodiscard]] std::shared_ptr<const Scenario> scenario_of(const RunPlace& place,
                                                            std::span<const double> values) const {
    const auto& base = study_.scenarios[place.scenario];
    std::shared_ptr<Scenario> changed;
    for (std::size_t f = 0; f < values.size(); ++f) {
      if (!study_.parameters[f] || std::isnan(values[f])) continue;
      if (!changed) changed = std::make_shared<Scenario>(*base);
      apply(*changed, *study_.parameters[f], values[f]);
    }
    return changed ? std::shared_ptr<const Scenario>(std::move(changed)) : base;
  }

  const Study& study_;
  const StudyOutline& outline_;
  ResultStore& store_;
  const StudyOptions& options_;
  std::uint64_t cells_;
  RowRuns runs_;
  std::unique_ptr<const Design> design_;
  std::mutex mutex_;
  std::uint64_t done_ = 0;
  std::uint64_t expected_ = 0;
};

}  // namespace

StudyTally run_study(const Study& study, ResultStore& store, const StudyOptions& options) {
  return Runner(study, store, options).run();
}

}  // namespace park::study
