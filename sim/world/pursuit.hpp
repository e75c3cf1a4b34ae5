// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "world/pool.hpp"
#include "world/review_calendar.hpp"

namespace park {

inline constexpr int memory_of_contact_months = 18;
inline constexpr int longest_search_months = 12;
inline constexpr std::size_t size_bands_for_contact = 2;  ///< workshops, larger firms

/// A pool firm that compares locations now. Its draws are made when it begins, the same under every policy.
struct Search {
  std::uint32_t firm = 0;
  int started_month = 0;
  int ripe_month = 0;
  float next_clock = 1;         ///< exponential(1) of the review after this one
  double knowledge = 0;         ///< uniform: aware when the chance to know exceeds it
  double u_branch = 0;          ///< uniform: a branch or the whole firm
  double u_size = 0;            ///< uniform: size of a branch
  double leads_before = 0;      ///< Pursuit::leads_integral when it began
  double courting_before = 0;   ///< Pursuit::courting_integral of a target firm when it began
  std::uint8_t firm_class = 0;  ///< see class_of
  bool is_larger = false;       ///< not a workshop
  bool visited = false;         ///< by the district's leaders
};

/// What a search has come to; places as in PlaceSet.
struct LocationChoice {
  std::uint32_t firm = 0;
  std::uint8_t chosen = 0;  ///< 0: stays
  std::uint8_t others =
      0;  ///< chosen by the real firms that the agent stands for, where one comes to our park
  bool agent_follows_others = false;
  bool is_branch = false;
  bool knew_park = false;
  double workers = 0;  ///< of the plant in question
};

/// Rank of a search for a leaders' visit: leading firms and the largest first.
struct VisitRank {
  double rank = 0;
  std::uint32_t firm = 0;
  Search* search = nullptr;

  /// The highest comes first; ties go to the lower id.
  friend bool operator<(const VisitRank& a, const VisitRank& b) {
    return a.rank != b.rank ? a.rank > b.rank : a.firm < b.firm;
  }
};

using ClassContacts = std::array<std::array<float, size_bands_for_contact>, firm_class_count>;

/// How firms come to review their location and to know of the park.
struct Pursuit {
  /// Integral of each class's review hazard since the start.
  std::array<double, firm_class_count> hazard_integral{};
  std::array<double, firm_class_count> opening_gap{};
  /// What the cost gap of the last quarter makes of the usual hazard.
  std::array<double, firm_class_count> gap_ratio{};
  ReviewCalendar calendar;  ///< of the firms at their origin
  std::vector<FirmState> firms;
  /// Searches by the month in which they are ripe, modulo the ring; in each in the order in which they began.
  std::array<std::vector<Search>, longest_search_months + 1> searches;
  /// Where among those of a month the firms are that are no workshops; follows from the searches.
  std::array<std::vector<std::uint32_t>, longest_search_months + 1> larger_among;
  /// Expected contacts of an agent of the class and size band since the start, of the months within memory: a
  /// ring, see contacts_of.
  std::array<ClassContacts, memory_of_contact_months + 1> contact_integral{};
  /// Contacts that an agent of the class and band expects to remember this month.
  std::array<std::array<double, size_bands_for_contact>, firm_class_count> heard{};
  double leads_integral = 0;  ///< agencies' leads since the start that a larger searching firm can expect
  std::vector<double> courting_integral;  ///< by target: calls since the start it could expect if searching
  std::vector<std::uint32_t> courted;  ///< leaders on the list that are courted now; follows from the policy
  std::array<double, firm_class_count> tenants_from{};  ///< producing plants by class of origin
  double leader_visits_carry = 0;
  std::vector<Search*> may_know;        ///< of this month; no state
  std::vector<VisitRank> visit_ranks;   ///< of this month; no state
  std::vector<LocationChoice> choices;  ///< of this month's ripe searches; no state
  std::vector<std::uint32_t> starting;  ///< firms that begin to search this month; no state

  [[nodiscard]] std::vector<Search>& ripe_in(int month) {
    return searches[static_cast<std::size_t>(month % (longest_search_months + 1))];
  }

  /// A new search in its place in the ring, to be filled in there.
  Search& open_search(int ripe_month, bool is_larger) {
    std::vector<Search>& ripe = ripe_in(ripe_month);
    if (is_larger) larger_ripe_in(ripe_month).push_back(static_cast<std::uint32_t>(ripe.size()));
    Search& search = ripe.emplace_back();
    search.ripe_month = ripe_month;
    search.is_larger = is_larger;
    return search;
  }
  /// Takes back the one that was put last in its month.
  void take_back(const Search& last) {
    if (last.is_larger) larger_ripe_in(last.ripe_month).pop_back();
    ripe_in(last.ripe_month).pop_back();
  }
  /// Those of a month are over.
  void clear_ripe_in(int month) {
    ripe_in(month).clear();
    larger_ripe_in(month).clear();
  }
  /// Searches of firms that are no workshops.
  [[nodiscard]] std::size_t larger_searching() const {
    std::size_t count = 0;
    for (const std::vector<std::uint32_t>& larger : larger_among) count += larger.size();
    return count;
  }

  /// The ring's entry of a month, from -18 on.
  [[nodiscard]] ClassContacts& contacts_of(int month) {
    const int size = memory_of_contact_months + 1;
    return contact_integral[static_cast<std::size_t>((month + size) % size)];
  }
  [[nodiscard]] const ClassContacts& contacts_of(int month) const {
    const int size = memory_of_contact_months + 1;
    return contact_integral[static_cast<std::size_t>((month + size) % size)];
  }

 private:
  [[nodiscard]] std::vector<std::uint32_t>& larger_ripe_in(int month) {
    return larger_among[static_cast<std::size_t>(month % (longest_search_months + 1))];
  }
};

/// Agencies' leads that a search could expect since it began; none finds a workshop.
[[nodiscard]] inline double leads_of(const Pursuit& pursuit, const Search& search) {
  return search.is_larger ? pursuit.leads_integral - search.leads_before : 0;
}

/// Calls since the start that a target firm could expect.
[[nodiscard]] inline double courting_of(const Pursuit& pursuit, const Pool& pool, std::uint32_t firm) {
  return firm >= pool.pool_agents ? pursuit.courting_integral[firm - pool.pool_agents] : 0;
}

}  // namespace park
