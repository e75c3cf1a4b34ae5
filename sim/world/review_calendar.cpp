// SPDX-License-Identifier: MIT
#include "world/review_calendar.hpp"

#include <algorithm>

#include "core/assert.hpp"

namespace park {

std::size_t ReviewCalendar::slice_of(double threshold) {
  return static_cast<std::size_t>(std::min(threshold * slices_of_one, static_cast<double>(slice_count - 1)));
}

void ReviewCalendar::open(std::size_t firms) {
  for (auto& slices : first_) slices.fill(end_of_list);
  reached_.fill(0);
  neighbours_.assign(firms, {});
  taken_.reserve(firms / 8 + 64);
}

void ReviewCalendar::add(std::size_t firm_class, const DueReview& review) {
  Neighbours& own = neighbours_[review.firm];
  PARK_ASSERT(own.next == not_waiting);
  std::uint32_t& first = first_[firm_class][slice_of(review.threshold)];
  own = {end_of_list, first};
  if (first != end_of_list) neighbours_[first].before = review.firm;
  first = review.firm;
}

void ReviewCalendar::unlink(std::uint32_t& first, std::uint32_t firm) {
  Neighbours& own = neighbours_[firm];
  (own.before == end_of_list ? first : neighbours_[own.before].next) = own.next;
  if (own.next != end_of_list) neighbours_[own.next].before = own.before;
  own.next = not_waiting;
}

void ReviewCalendar::remove(std::size_t firm_class, const DueReview& review) {
  PARK_ASSERT(has(review.firm));
  unlink(first_[firm_class][slice_of(review.threshold)], review.firm);
}

void ReviewCalendar::take_due(std::size_t firm_class, double integral, const std::vector<double>& threshold,
                              std::vector<std::uint32_t>& due) {
  taken_.clear();
  const std::size_t last = slice_of(integral);
  for (std::size_t slice = reached_[firm_class]; slice <= last; ++slice) {
    std::uint32_t& first = first_[firm_class][slice];
    for (std::uint32_t firm = first; firm != end_of_list;) {
      const std::uint32_t next = neighbours_[firm].next;
      if (threshold[firm] <= integral) {
        taken_.push_back({threshold[firm], firm});
        unlink(first, firm);
      }
      firm = next;
    }
  }
  reached_[firm_class] = static_cast<std::uint16_t>(last);
  std::sort(taken_.begin(), taken_.end(), is_sooner);
  for (const DueReview& review : taken_) due.push_back(review.firm);
}

std::size_t ReviewCalendar::bytes() const {
  return sizeof(first_) + neighbours_.capacity() * sizeof(Neighbours);
}

}  // namespace park
