// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/assert.hpp"
#include "core/no_value.hpp"

namespace park {

/// How long those waited who entered in the last 60 months, by months waited until their end; kept up as they
/// come and go, so that the median costs the same however many there are.
class SurvivalWindow {
 public:
  static constexpr int months = 60;

  /// It is this month from now on; those who entered 60 months before are forgotten.
  void advance_to(int month) {
    // After 60 months nobody is left to forget.
    for (now_ = now_ < month - months ? month - months : now_; now_ < month; ++now_) {
      const std::size_t forgotten = place(now_ + 1);
      Cohort& old = cohorts_[forgotten];
      for (std::size_t d = 0; d < months; ++d) {
        all_.arrived[d] = static_cast<std::uint16_t>(all_.arrived[d] - old.arrived[d]);
        all_.left[d] = static_cast<std::uint16_t>(all_.left[d] - old.left[d]);
      }
      old = {};
      waiting_[forgotten] = 0;
    }
  }

  /// One began to wait in the month `entered`, which is known by `now`.
  void enter(int entered, int now) {
    advance_to(now);
    if (is_within(entered)) ++waiting_[place(entered)];
  }

  /// One of those who entered then ended its waiting in the month `ended`: it came to what it waited for, or
  /// it left and is censored.
  void end(int entered, int ended, bool arrived) {
    advance_to(ended);
    if (!is_within(entered)) return;
    Cohort& cohort = cohorts_[place(entered)];
    PARK_ASSERT(entered <= ended && waiting_[place(entered)] > 0);
    --waiting_[place(entered)];
    const auto waited = static_cast<std::size_t>(ended - entered);
    ++(arrived ? cohort.arrived : cohort.left)[waited];
    ++(arrived ? all_.arrived : all_.left)[waited];
  }

  /// Kaplan-Meier median of the months waited: the first duration at which no more than half still wait. 60
  /// if not reached, no value without entries.
  [[nodiscard]] double median() const {
    int at_risk = 0;
    for (std::size_t d = 0; d < months; ++d) at_risk += waiting_[d] + all_.arrived[d] + all_.left[d];
    if (at_risk == 0) return no_value;
    double surviving = 1;
    for (int d = 0; d < months && at_risk > 0; ++d) {
      const auto waited = static_cast<std::size_t>(d);
      const int arrived = all_.arrived[waited];
      if (arrived > 0) surviving *= 1 - static_cast<double>(arrived) / at_risk;
      if (surviving <= 0.5) return d;
      at_risk -= arrived + all_.left[waited] + waiting_[place(now_ - d)];
    }
    return months;
  }

  [[nodiscard]] const std::array<std::uint16_t, months>& waiting() const { return waiting_; }
  [[nodiscard]] const std::array<std::uint16_t, months>& arrived() const { return all_.arrived; }

 private:
  struct Cohort {
    std::array<std::uint16_t, months> arrived{};
    std::array<std::uint16_t, months> left{};
  };

  [[nodiscard]] bool is_within(int entered) const { return entered > now_ - months; }
  static std::size_t place(int month) { return static_cast<std::size_t>((month % months + months) % months); }

  std::array<Cohort, months> cohorts_{};  ///< by month of entry
  Cohort all_;
  std::array<std::uint16_t, months> waiting_{};  ///< by month of entry
  int now_ = 0;
};

}  // namespace park
