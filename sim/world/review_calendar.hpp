// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "world/firm_state.hpp"
#include "world/pool.hpp"

namespace park {

/// The firms that wait for their review, by class. First reviews come in the pool's order. Clocks set anew
/// lie in a list for each slice of the hazard integral, in no order, so that setting one costs the same
/// however many wait; only firms about to review are sorted. A review whose threshold is no longer the firm's
/// is stale and skipped. Follows from the firms' states.
class ReviewCalendar {
 public:
  /// Every firm waits for its first review.
  void open(const Pool& pool);

  /// The firm's threshold has changed to this.
  void add(std::size_t firm_class, std::uint32_t firm, double threshold);

  /// Firms of a class at their origin whose threshold the integral, which never falls, has reached begin to
  /// search and are appended to `starting`, the soonest first; ties go to the lower id.
  void ring(std::size_t firm_class, double integral, const Pool& pool, std::span<FirmState> firms,
            std::vector<std::uint32_t>& starting) {
    if (soonest_[firm_class] <= integral) take_due(firm_class, integral, pool, firms, starting);
  }

  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr std::uint32_t end_of_list = 0xffffffffU;
  /// Two months of the usual hazard. The last slice has no end.
  static constexpr double slices_of_one = 64;
  static constexpr std::size_t slice_count = 128;
  struct Entry {
    double threshold = 0;
    std::uint32_t firm = 0;
    std::uint32_t next = end_of_list;
  };
  struct Taken {
    double threshold = 0;
    std::uint32_t firm = 0;

    friend bool operator<(const Taken& a, const Taken& b) {
      return a.threshold != b.threshold ? a.threshold < b.threshold : a.firm < b.firm;
    }
  };

  [[nodiscard]] static std::size_t slice_of(double threshold);
  void take(std::uint32_t firm, double threshold, std::span<FirmState> firms);
  double take_from(std::uint32_t& first, double integral, std::span<FirmState> firms);
  void take_due(std::size_t firm_class, double integral, const Pool& pool, std::span<FirmState> firms,
                std::vector<std::uint32_t>& starting);

  std::array<double, firm_class_count> soonest_{};            ///< no threshold in the calendar is lower
  std::array<std::uint32_t, firm_class_count> next_first_{};  ///< of the pool's first reviews, those to come
  std::array<std::array<std::uint32_t, slice_count>, firm_class_count> list_{};  ///< its first entry
  std::array<std::uint16_t, firm_class_count> reached_{};  ///< slice in which the integral is
  std::vector<Entry> entries_;
  std::uint32_t unused_ = end_of_list;  ///< list of entries to be used again
  std::vector<Taken> taken_;            ///< no state
};

}  // namespace park
