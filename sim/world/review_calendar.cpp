// SPDX-License-Identifier: MIT
#include "world/review_calendar.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace park {

std::size_t ReviewCalendar::slice_of(double threshold) {
  return static_cast<std::size_t>(std::min(threshold * slices_of_one, static_cast<double>(slice_count - 1)));
}

void ReviewCalendar::open(const Pool& pool) {
  std::copy_n(pool.class_reviews.begin(), firm_class_count, next_first_.begin());
  for (auto& slices : list_) slices.fill(end_of_list);
  reached_.fill(0);
  soonest_.fill(0);
  entries_.clear();
  entries_.reserve(pool.firms.size() + 64);
  unused_ = end_of_list;
  taken_.reserve(pool.firms.size() / 8 + 64);
}

void ReviewCalendar::add(std::size_t firm_class, std::uint32_t firm, double threshold) {
  soonest_[firm_class] = std::min(soonest_[firm_class], threshold);
  std::uint32_t& first = list_[firm_class][slice_of(threshold)];
  if (unused_ == end_of_list) {
    entries_.push_back({threshold, firm, first});
    first = static_cast<std::uint32_t>(entries_.size() - 1);
    return;
  }
  const std::uint32_t place = std::exchange(unused_, entries_[unused_].next);
  entries_[place] = {threshold, firm, std::exchange(first, place)};
}

void ReviewCalendar::take(std::uint32_t firm, double threshold, std::span<FirmState> firms) {
  FirmState& state = firms[firm];
  if (state.threshold != threshold || state.fate != Fate::AtOrigin) return;
  state.fate = Fate::Searching;
  taken_.push_back({threshold, firm});
}

/// Takes what is due out of a list, stale or not; the lowest threshold that stays.
double ReviewCalendar::take_from(std::uint32_t& first, double integral, std::span<FirmState> firms) {
  double soonest = std::numeric_limits<double>::infinity();
  std::uint32_t* link = &first;
  while (*link != end_of_list) {
    Entry& entry = entries_[*link];
    if (entry.threshold > integral) {
      soonest = std::min(soonest, entry.threshold);
      link = &entry.next;
      continue;
    }
    take(entry.firm, entry.threshold, firms);
    const std::uint32_t place = std::exchange(*link, entry.next);
    entry.next = std::exchange(unused_, place);
  }
  return soonest;
}

void ReviewCalendar::take_due(std::size_t firm_class, double integral, const Pool& pool,
                              std::span<FirmState> firms, std::vector<std::uint32_t>& starting) {
  taken_.clear();
  const FirstReview* const reviews = pool.first_reviews.data();
  const std::uint32_t end = pool.class_reviews[firm_class + 1];
  std::uint32_t& next = next_first_[firm_class];
  for (; next < end && static_cast<double>(reviews[next].clock) <= integral; ++next) {
    take(reviews[next].firm, static_cast<double>(reviews[next].clock), firms);
  }
  const std::size_t in_order = taken_.size();
  const std::size_t last = slice_of(integral);
  double soonest = 0;
  for (std::size_t slice = reached_[firm_class]; slice <= last; ++slice) {
    soonest = take_from(list_[firm_class][slice], integral, firms);
  }
  if (last + 1 < slice_count) soonest = std::min(soonest, static_cast<double>(last + 1) / slices_of_one);
  if (next < end) soonest = std::min(soonest, static_cast<double>(reviews[next].clock));
  soonest_[firm_class] = soonest;
  reached_[firm_class] = static_cast<std::uint16_t>(last);
  if (taken_.size() > in_order) std::sort(taken_.begin(), taken_.end());
  for (const Taken& taken : taken_) starting.push_back(taken.firm);
}

std::size_t ReviewCalendar::bytes() const { return sizeof(list_) + entries_.capacity() * sizeof(Entry); }

}  // namespace park
