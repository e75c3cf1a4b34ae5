// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "world/firm_state.hpp"
#include "world/pool.hpp"

namespace park {

using ByClass = std::array<double, firm_class_count>;

/// The firms that wait for their review. Hazards stand still for some months, so which thresholds their
/// integrals reach in each of these is planned at once, by looking through all clocks of a class that were
/// set anew, four at a time, and the next slices of the first reviews. A review whose threshold is no longer
/// the firm's is stale and skipped. Follows from the firms' states.
class ReviewCalendar {
 public:
  static constexpr std::size_t planned_months = 3;

  /// Every firm waits for its first review.
  void open(const Pool& pool);

  /// True if the coming month is planned with these monthly hazards.
  [[nodiscard]] bool is_planned(const ByClass& hazard) const {
    return rung_ < planned_months && hazard == hazard_;
  }

  /// From the coming month on each class's integral, which is `integral` now and never falls, rises by its
  /// hazard a month. To be called where the coming month is not planned with its hazards.
  void plan(const Pool& pool, const ByClass& integral, const ByClass& hazard);

  /// The firm's threshold has changed to this, which its class's integral has not passed.
  void add(std::size_t firm_class, std::uint32_t firm, double threshold);

  /// Has what is read of the firms that are due in the coming month, as far as it is planned, fetched ahead.
  void fetch_due(const Pool& pool, std::span<const FirmState> firms) const;

  /// The coming month, which is planned, is there: firms at their origin whose threshold is reached begin to
  /// search and are appended to `starting`, in an order that follows from when their clocks were set.
  void ring(std::span<FirmState> firms, std::vector<std::uint32_t>& starting);

  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Due {
    double threshold = 0;
    std::uint32_t firm = 0;
    std::uint32_t firm_class = 0;  ///< not yet known of one just taken
  };
  /// Clocks of a class, side by side, in no order.
  struct Waiting {
    std::vector<double> threshold;
    std::vector<std::uint32_t> firm;

    void add(std::uint32_t of, double at) {
      threshold.push_back(at);
      firm.push_back(of);
    }
    void reserve(std::size_t clocks);
    /// Moves those up to `bound` to `taken`, over what it holds; how many.
    std::size_t take_up_to(double bound, std::vector<Due>& taken);
    [[nodiscard]] std::size_t bytes() const;
  };

  void put_due(std::size_t firm_class, std::uint32_t firm, double threshold);
  void take_first_reviews(const Pool& pool, std::size_t firm_class);
  void wait(std::size_t firm_class, std::uint32_t firm, double threshold);
  void take_waiting(std::size_t firm_class);

  std::array<std::array<double, planned_months>, firm_class_count> reached_{};  ///< integrals, month by month
  ByClass hazard_{};                                                            ///< of the plan
  std::size_t rung_ = planned_months;                       ///< months of the plan that are over
  std::array<std::vector<Due>, planned_months> due_;        ///< by month of the plan
  std::array<std::size_t, firm_class_count> next_slice_{};  ///< of first reviews
  ByClass near_until_{};
  std::array<Waiting, firm_class_count> near_;  ///< clocks that the plan does not reach, up to near_until_
  std::array<Waiting, firm_class_count> far_;   ///< those above
  std::vector<Due> taken_;                      ///< out of one of them; no state
};

}  // namespace park
