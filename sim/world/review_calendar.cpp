// SPDX-License-Identifier: MIT
#include "world/review_calendar.hpp"

#include <algorithm>
#include <utility>

namespace park {

std::size_t ReviewCalendar::slice_of(double threshold) {
  return static_cast<std::size_t>(std::min(threshold * slices_of_one, static_cast<double>(slice_count - 1)));
}

void ReviewCalendar::open(std::size_t firms) {
  for (auto& slices : first_) slices.fill(end_of_list);
  reached_.fill(0);
  entries_.clear();
  entries_.reserve(firms + firms / 2 + 64);
  unused_ = end_of_list;
  taken_.reserve(firms / 8 + 64);
}

void ReviewCalendar::add(std::size_t firm_class, const DueReview& review) {
  std::uint32_t& first = first_[firm_class][slice_of(review.threshold)];
  if (unused_ == end_of_list) {
    entries_.push_back({review, first});
    first = static_cast<std::uint32_t>(entries_.size() - 1);
    return;
  }
  const std::uint32_t place = std::exchange(unused_, entries_[unused_].next);
  entries_[place] = {review, std::exchange(first, place)};
}

/// Takes what is due out of a list, stale or not.
void ReviewCalendar::take_from(std::uint32_t& first, double integral, std::span<FirmState> firms) {
  std::uint32_t* link = &first;
  while (*link != end_of_list) {
    Entry& entry = entries_[*link];
    if (entry.review.threshold > integral) {
      link = &entry.next;
      continue;
    }
    FirmState& firm = firms[entry.review.firm];
    if (firm.threshold == entry.review.threshold && firm.fate == Fate::AtOrigin) {
      firm.fate = Fate::Searching;
      taken_.push_back(entry.review);
    }
    const std::uint32_t place = std::exchange(*link, entry.next);
    entry.next = std::exchange(unused_, place);
  }
}

void ReviewCalendar::ring(std::size_t firm_class, double integral, std::span<FirmState> firms,
                          std::vector<std::uint32_t>& starting) {
  taken_.clear();
  const std::size_t last = slice_of(integral);
  for (std::size_t slice = reached_[firm_class]; slice <= last; ++slice) {
    take_from(first_[firm_class][slice], integral, firms);
  }
  reached_[firm_class] = static_cast<std::uint16_t>(last);
  std::sort(taken_.begin(), taken_.end(), is_sooner);
  for (const DueReview& review : taken_) starting.push_back(review.firm);
}

std::size_t ReviewCalendar::bytes() const { return sizeof(first_) + entries_.capacity() * sizeof(Entry); }

}  // namespace park
