// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "world/firm_state.hpp"
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
/// order, so that setting a clock costs the same however many wait. Only firms about to review are sorted. An
/// entry whose threshold is no longer the firm's is stale and skipped. Follows from the firms' states.
class ReviewCalendar {
 public:
  /// Room for so many firms and some whose clocks are set anew; none waits.
  void open(std::size_t firms);

  /// To be called again when the firm's threshold changes.
  void add(std::size_t firm_class, const DueReview& review);

  /// Firms of a class at their origin whose threshold the integral, which never falls, has reached begin to
  /// search and are appended to `starting`, the soonest first.
  void ring(std::size_t firm_class, double integral, std::span<FirmState> firms,
            std::vector<std::uint32_t>& starting);

  [[nodiscard]] std::size_t bytes() const;

 private:
  static constexpr std::uint32_t end_of_list = 0xffffffffU;
  /// Two months of the usual hazard. The last slice has no end: one firm in eight draws a first clock beyond
  /// its beginning.
  static constexpr double slices_of_one = 64;
  static constexpr std::size_t slice_count = 128;
  struct Entry {
    DueReview review;
    std::uint32_t next = end_of_list;
  };

  [[nodiscard]] static std::size_t slice_of(double threshold);
  void take_from(std::uint32_t& first, double integral, std::span<FirmState> firms);

  std::array<std::array<std::uint32_t, slice_count>, firm_class_count> first_{};  ///< entry of each list
  std::array<std::uint16_t, firm_class_count> reached_{};  ///< slice in which the integral is
  std::vector<Entry> entries_;
  std::uint32_t unused_ = end_of_list;  ///< list of entries to be used again
  std::vector<DueReview> taken_;        ///< no state
};

}  // namespace park
