// SPDX-License-Identifier: MIT
#include "study/runner/replication_rounds.hpp"

#include <algorithm>

#include "study/statistics.hpp"

namespace park::study {
namespace {

constexpr std::uint64_t reference_point = 0;

}  // namespace

ReplicationRounds::ReplicationRounds(const StudyOutline& outline, const Shard& shard) : outline_(outline) {
  const std::uint64_t points = outline.cells() / outline.scenarios.size();
  round_.shard = shard;
  round_.last = outline.replications.least;
  round_.points = points > shard.index ? (points - shard.index + shard.count - 1) / shard.count : 0;
  if (!outline.replications.outcome) return;
  std::vector<std::uint64_t> open;
  for (std::uint64_t i = 0; i < round_.points; ++i) open.push_back(round_.point(i));
  take(std::move(open));
}

void ReplicationRounds::take(std::vector<std::uint64_t> open) {
  const bool is_there = !open.empty() && open.front() == reference_point;
  if (compares_points() && !open.empty() && !is_there) open.insert(open.begin(), reference_point);
  open_ = std::move(open);
  round_.list = &open_;
  round_.points = open_.size();
}

bool ReplicationRounds::is_known_well(ResultStore& store, std::uint64_t point,
                                      const std::vector<double>& reference) const {
  const ReplicationPlan& plan = outline_.replications;
  const auto is_narrow = [&](const std::vector<double>& values, const std::vector<double>& others) {
    const Difference d = difference(values, others);
    return d.n >= 2 && (d.hi - d.lo) / 2 <= plan.half_width;
  };
  if (compares_points()) {
    return point == reference_point ||
           is_narrow(store.outcome_of(point, 0, *plan.outcome, round_.last), reference);
  }
  const std::vector<double> first = store.outcome_of(point, 0, *plan.outcome, round_.last);
  for (std::size_t s = 1; s < outline_.scenarios.size(); ++s) {
    if (!is_narrow(store.outcome_of(point, s, *plan.outcome, round_.last), first)) return false;
  }
  return true;
}

bool ReplicationRounds::next(ResultStore& store) {
  const ReplicationPlan& plan = outline_.replications;
  if (!plan.outcome || round_.last >= plan.most) return false;
  std::vector<double> reference;
  if (compares_points()) reference = store.outcome_of(reference_point, 0, *plan.outcome, round_.last);
  std::vector<std::uint64_t> open;
  for (const std::uint64_t point : open_) {
    if (!is_known_well(store, point, reference)) open.push_back(point);
  }
  round_.first = round_.last;
  round_.last = std::min(plan.most, round_.last + (round_.last + 1) / 2);
  take(std::move(open));
  return round_.points > 0;
}

}  // namespace park::study
