// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "world/pool.hpp"

namespace park {

/// A review to come.
struct DueReview {
  double threshold = 0;  ///< hazard integral of the firm's class at which it reviews
  std::uint32_t firm = 0;
};

/// The soonest comes first; ties go to the lower id.
[[nodiscard]] constexpr bool is_sooner(const DueReview& a, const DueReview& b) {
  return a.threshold != b.threshold ? a.threshold < b.threshold : a.firm < b.firm;
}

/// The firms that wait for their review, by class and slice of the hazard integral: a list for each, in no
/// order, so that a clock that changes costs the same however many wait. Only firms about to review are
/// sorted. Follows from the thresholds and fates of the firms.
class ReviewCalendar {
 public:
  /// Room for `firms`; none waits.
  void open(std::size_t firms);

  /// The firm must not wait already.
  void add(std::size_t firm_class, const DueReview& review);
  /// `threshold`: with which it was added.
  void remove(std::size_t firm_class, const DueReview& review);
  [[nodiscard]] bool has(std::uint32_t firm) const { return neighbours_[firm].next != not_waiting; }

  /// Takes out the firms of a class whose threshold the integral, which never falls, has reached, and appends
  /// them to `due`, the soonest first. `threshold`: of every firm.
  void take_due(std::size_t firm_class, double integral, const std::vector<double>& threshold,
                std::vector<std::uint32_t>& due);

  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr std::uint32_t end_of_list = 0xffffffffU;
  static constexpr std::uint32_t not_waiting = 0xfffffffeU;
  /// A month of the usual hazard; few firms draw a clock beyond the last slice, which has no end.
  static constexpr double slices_of_one = 128;
  static constexpr std::size_t slice_count = 512;
  struct Neighbours {
    std::uint32_t before = end_of_list;
    std::uint32_t next = not_waiting;
  };

  [[nodiscard]] static std::size_t slice_of(double threshold);
  void unlink(std::uint32_t& first, std::uint32_t firm);

  std::array<std::array<std::uint32_t, slice_count>, firm_class_count> first_{};  ///< firm of each list
  std::array<std::uint16_t, firm_class_count> reached_{};  ///< slice in which the integral is
  std::vector<Neighbours> neighbours_;                     ///< by firm
  std::vector<DueReview> taken_;                           ///< no state
};

}  // namespace park
