// SPDX-License-Identifier: MIT
#include "world/review_calendar.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "core/fetch_ahead.hpp"

namespace park {

void ReviewCalendar::Waiting::reserve(std::size_t clocks) {
  threshold.reserve(clocks);
  firm.reserve(clocks);
}

/// Without a branch, since who is due cannot be foretold.
std::size_t ReviewCalendar::Waiting::take_up_to(double bound, std::vector<Due>& taken) {
  const std::size_t count = threshold.size();
  if (taken.size() < count) taken.resize(count);
  std::size_t due = 0;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_due = threshold[i] <= bound;
    taken[due] = {threshold[i], firm[i], 0};
    threshold[kept] = threshold[i];
    firm[kept] = firm[i];
    due += is_due ? 1 : 0;
    kept += is_due ? 0 : 1;
  }
  threshold.resize(kept);
  firm.resize(kept);
  return due;
}

std::size_t ReviewCalendar::Waiting::bytes() const {
  return threshold.capacity() * sizeof(double) + firm.capacity() * sizeof(std::uint32_t);
}

void ReviewCalendar::open(const Pool& pool) {
  rung_ = planned_months;
  for (std::vector<Due>& due : due_) {
    due.clear();
    due.reserve(pool.firms.size() / 8 + 64);
  }
  next_slice_.fill(0);
  std::size_t largest = 0;
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    if (pool.agents_in_class[c] > pool.agents_in_class[largest]) largest = c;
    const auto agents = static_cast<std::size_t>(pool.agents_in_class[c]);
    near_[c] = {};
    near_[c].reserve(agents + 64);
    far_[c] = {};
    far_[c].reserve(agents + agents / 4 + 64);
  }
  near_until_.fill(0);
  taken_.resize(far_[largest].threshold.capacity());
}

/// For a month of the plan that is to come.
void ReviewCalendar::put_due(std::size_t firm_class, std::uint32_t firm, double threshold) {
  std::size_t month = 0;
  for (std::size_t m = 0; m + 1 < planned_months; ++m) month += threshold > reached_[firm_class][m] ? 1U : 0U;
  due_[std::max(month, rung_)].push_back({threshold, firm, static_cast<std::uint32_t>(firm_class)});
}

void ReviewCalendar::wait(std::size_t firm_class, std::uint32_t firm, double threshold) {
  (threshold <= near_until_[firm_class] ? near_ : far_)[firm_class].add(firm, threshold);
}

void ReviewCalendar::add(std::size_t firm_class, std::uint32_t firm, double threshold) {
  if (rung_ < planned_months && threshold <= reached_[firm_class].back()) {
    put_due(firm_class, firm, threshold);
  } else {
    wait(firm_class, firm, threshold);
  }
}

/// Slices up to the last that the plan reaches. Those of it that the plan does not reach wait with the clocks
/// that were set anew.
void ReviewCalendar::take_first_reviews(const Pool& pool, std::size_t firm_class) {
  const std::size_t end = review_slice(reached_[firm_class].back()) + 1;
  if (next_slice_[firm_class] >= end) return;
  const std::uint32_t* places = pool.class_slices.data() + firm_class * review_slices;
  for (std::uint32_t k = places[next_slice_[firm_class]]; k < places[end]; ++k) {
    const FirstReview& review = pool.first_reviews[k];
    add(firm_class, review.firm, static_cast<double>(review.clock));
  }
  next_slice_[firm_class] = end;
}

void ReviewCalendar::take_waiting(std::size_t firm_class) {
  const double reached = reached_[firm_class].back();
  const std::size_t due = near_[firm_class].take_up_to(reached, taken_);
  for (std::size_t i = 0; i < due; ++i) put_due(firm_class, taken_[i].firm, taken_[i].threshold);
  if (reached <= near_until_[firm_class]) return;
  // Some five quarters of the usual hazard.
  constexpr double nearness = 0.125;
  near_until_[firm_class] = reached + nearness;
  const std::size_t near = far_[firm_class].take_up_to(near_until_[firm_class], taken_);
  for (std::size_t i = 0; i < near; ++i) add(firm_class, taken_[i].firm, taken_[i].threshold);
}

void ReviewCalendar::plan(const Pool& pool, const ByClass& integral, const ByClass& hazard) {
  for (std::size_t m = rung_; m < planned_months; ++m) {
    for (const Due& due : due_[m]) wait(due.firm_class, due.firm, due.threshold);
    due_[m].clear();
  }
  rung_ = 0;
  hazard_ = hazard;
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    if (pool.agents_in_class[c] <= 0) continue;
    double reached = integral[c];
    for (double& at_end : reached_[c]) at_end = reached += hazard[c];
    take_waiting(c);
    take_first_reviews(pool, c);
  }
}

void ReviewCalendar::fetch_due(const Pool& pool, std::span<const FirmState> firms) const {
  if (rung_ == planned_months) return;
  for (const Due& due : due_[rung_]) {
    fetch_ahead(&pool.firms[due.firm]);
    fetch_ahead(&firms[due.firm]);
  }
}

void ReviewCalendar::ring(std::span<FirmState> firms, std::vector<std::uint32_t>& starting) {
  PARK_ASSERT(rung_ < planned_months);
  std::vector<Due>& due = due_[rung_++];
  std::size_t count = starting.size();
  starting.resize(count + due.size());
  // No branch: whether a review is stale cannot be foretold.
  for (const Due& one : due) {
    FirmState& state = firms[one.firm];
    const bool reviews = (state.threshold == one.threshold) & (state.fate == Fate::AtOrigin);
    state.fate = reviews ? Fate::Searching : state.fate;
    starting[count] = one.firm;
    count += reviews ? 1 : 0;
  }
  starting.resize(count);
  due.clear();
}

std::size_t ReviewCalendar::bytes() const {
  std::size_t bytes = 0;
  for (const std::vector<Due>& due : due_) bytes += due.capacity() * sizeof(Due);
  for (std::size_t c = 0; c < firm_class_count; ++c) bytes += near_[c].bytes() + far_[c].bytes();
  return bytes;
}

}  // namespace park
