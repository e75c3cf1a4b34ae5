// SPDX-License-Identifier: MIT
#include "study/search/judge.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/assert.hpp"

namespace park::study {
namespace {

constexpr double huge = 1e100;
/// Without a value in some future a policy cannot be judged: worse than any limit broken.
constexpr double without_value = 1e6;

bool is_better(Direction direction, double value, double than) {
  return direction == Direction::Maximise ? value > than : value < than;
}

/// By how much a value breaks its limit, as a share of the bound (of 1 where that is 0).
double excess(const Limit& limit, double value) {
  if (std::isnan(value)) return without_value;
  const double over = limit.good == Direction::Minimise ? value - limit.bound : limit.bound - value;
  const double scale = limit.bound == 0 ? 1 : std::abs(limit.bound);
  return std::max(0.0, over / scale);
}

bool has_missing(const std::vector<double>& values) {
  return std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
}

}  // namespace

Judge::Judge(const SearchOutline& outline) : outline_(&outline), best_(outline.objectives.size()) {}

double Judge::value_of(const Limit& limit, const FutureRuns& runs) const {
  return robust_value(limit.robust, limit.good, runs.by_future(limit.outcome));
}

double Judge::violation(const FutureRuns& runs) const {
  double sum = 0;
  for (const Limit& limit : outline_->limits) sum += excess(limit, value_of(limit, runs));
  for (const Objective& objective : outline_->objectives) {
    if (has_missing(runs.by_future(objective.outcome))) sum += without_value;
  }
  return sum;
}

void Judge::learn(const FutureRuns& runs) {
  PARK_ASSERT(runs.is_complete());
  if (violation(runs) > 0) return;
  for (std::size_t o = 0; o < best_.size(); ++o) {
    const Objective& objective = outline_->objectives[o];
    const std::vector<double> values = runs.by_future(objective.outcome);
    if (!knows_any_) best_[o] = values;
    for (std::size_t f = 0; f < values.size(); ++f) {
      if (is_better(objective.direction, values[f], best_[o][f])) best_[o][f] = values[f];
    }
  }
  knows_any_ = true;
}

Judgement Judge::judge(const FutureRuns& runs) const {
  PARK_ASSERT(runs.is_complete());
  Judgement judgement;
  judgement.violation = violation(runs);
  for (std::size_t o = 0; o < best_.size(); ++o) {
    const Objective& objective = outline_->objectives[o];
    std::vector<double> values = runs.by_future(objective.outcome);
    if (objective.robust.is_regret && !knows_any_) values.assign(values.size(), std::nan(""));
    if (objective.robust.is_regret && knows_any_) values = regrets(objective.direction, values, best_[o]);
    judgement.objectives.push_back(robust_value(objective.robust, objective.aim(), values));
  }
  return judgement;
}

std::vector<double> costs_of(const SearchOutline& outline, const Judgement& judgement) {
  std::vector<double> costs;
  for (std::size_t o = 0; o < outline.objectives.size(); ++o) {
    const double value = judgement.objectives[o];
    costs.push_back(outline.objectives[o].aim() == Direction::Maximise ? -value : value);
  }
  return costs;
}

std::vector<double> fitness_of(const SearchOutline& outline, const Judgement& judgement) {
  if (judgement.is_feasible()) return costs_of(outline, judgement);
  return std::vector<double>(outline.objectives.size(), huge * (1 + judgement.violation));
}

}  // namespace park::study
