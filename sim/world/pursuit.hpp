// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "world/pool.hpp"

namespace park {

inline constexpr int memory_of_contact_months = 18;
inline constexpr std::size_t size_bands_for_contact = 2;  ///< workshops, larger firms

/// A pool firm that compares locations now.
struct Search {
  std::uint32_t firm = 0;
  int started_month = 0;
  int ripe_month = 0;
  double lead_intensity = 0;    ///< expected direct calls by the district so far (target list)
  double agency_intensity = 0;  ///< expected leads of agencies so far
  double knowledge = 0;         ///< uniform drawn once: aware when the chance to know exceeds it
  bool visited = false;         ///< by the district's leaders
};

struct DueReview {
  double threshold = 0;
  std::uint32_t firm = 0;

  /// The earliest review is at the top of the heap; ties go to the lower id.
  friend bool operator<(const DueReview& a, const DueReview& b) {
    return a.threshold != b.threshold ? a.threshold > b.threshold : a.firm > b.firm;
  }
};

enum class Fate : std::uint8_t { AtOrigin, Searching, InPark, Gone };

/// How firms come to review their location and to know of the park.
struct Pursuit {
  /// Integral of each class's review hazard since the start.
  std::array<double, firm_class_count> hazard_integral{};
  std::array<double, firm_class_count> opening_gap{};
  std::array<double, firm_class_count> known_gap{};           ///< cost gap as of the last quarter
  std::array<std::size_t, firm_class_count> next_by_clock{};  ///< first unread place in Pool::by_clock
  /// Reviews to come that do not follow the pool's own clock, a heap by threshold for each class. An entry
  /// whose threshold is no longer the firm's is stale.
  std::array<std::vector<DueReview>, firm_class_count> due;
  std::vector<double> threshold;               ///< by firm: hazard integral at which it reviews next
  std::vector<float> pull;                     ///< by firm: m_i, 1 at the start
  std::vector<std::uint8_t> episode;           ///< by firm: reviews so far
  std::vector<Fate> fate;                      ///< by firm
  std::vector<std::uint8_t> is_rescheduled;    ///< by firm
  std::vector<std::uint8_t> partners_in_park;  ///< by firm, at most 255
  std::vector<Search> searches;
  /// Cumulative expected contacts of an agent of the class and size band, by month; index 18 is month 0.
  std::vector<std::array<std::array<float, size_bands_for_contact>, firm_class_count>> contact_integral;
  std::array<double, firm_class_count> tenants_from{};  ///< producing plants by class of origin
  double leader_visits_carry = 0;
};

}  // namespace park
