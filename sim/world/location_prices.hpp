// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "scenario/clause_eligibility.hpp"
#include "scenario/places.hpp"
#include "world/choice_terms.hpp"
#include "world/pool.hpp"

namespace park {

/// Places that a firm may compare, staying included; place 0 is staying, place d + 1 destination d.
inline constexpr std::size_t most_places = most_destinations + 1;
/// Numbers of all places side by side, so that four places are worked out at a time. A few more than there
/// may be: in steps of 512 bytes the same place of all classes would share a few lines of the cache.
inline constexpr std::size_t padded_places = 68;
using ByPlace = std::array<double, padded_places>;

/// Bit p: place p.
using PlaceSet = std::uint64_t;
static_assert(most_places <= 64 && most_places <= padded_places && padded_places % 4 == 0);

/// Margin of a class at a place: `fixed - variable / productivity of the firm`.
struct ClassMargin {
  double fixed = 0;
  double variable = 0;  ///< labour and rent per yuan of the median firm's output

  [[nodiscard]] double at(double productivity) const { return fixed - variable / productivity; }
};

/// The margins of a class at all places.
struct ClassMargins {
  ByPlace fixed{};
  ByPlace variable{};
};

/// Benefits an eligible firm expects, per yuan of yearly output, and what they cost the district.
struct ExpectedBenefit {
  double share_of_output = 0;
  std::uint32_t epoch = 0;  ///< policy epoch and year for which it was computed
};
inline constexpr std::size_t benefit_size_bands = 4;  ///< under 20, 100, 300 workers, above
inline constexpr std::size_t benefit_contracts = 4;   ///< lease, purchase, own plot, light asset
inline constexpr std::size_t benefit_class_count =
    activity_count * benefit_size_bands * 2 * benefit_contracts;

/// What every firm meets at the places besides its margin, as this month's parameters have it; nothing of
/// staying.
struct PlaceOutlook {
  std::size_t places = 0;  ///< staying included
  ByPlace is_overseas{};   ///< 1 or 0
  /// Of 65,536 firms that compare locations, those who know the place; our park's follow from contacts.
  std::array<std::uint32_t, padded_places> known_by{};
  /// Home bias, distance and waiting, share of output, by region.
  std::array<ByPlace, region_count> toll{};
};

/// Margins by class and place; place 0 is the origin, place d + 1 destination d. Our park's are this month's,
/// the others' this quarter's.
struct LocationPrices {
  std::array<ClassMargins, firm_class_count> margins{};
  std::vector<MarginTerms> terms;  ///< [class * places + place], kept with the full journal only
  PlaceOutlook outlook;
  double most_to_gain = 0;  ///< sum of the nests' worth over exp(V) if all places had the same V
  std::array<double, firm_class_count> other_cost{};  ///< other_s, share of output, solved at the start
  std::array<ExpectedBenefit, benefit_class_count> benefits{};
  std::uint32_t policy_epoch = 1;
  std::array<double, clause_count> clause_intensity{};  ///< in force
  ClauseSet paying_clauses;                             ///< in force and paying money of their own
  std::array<double, clause_count> clause_cost_yuan{};  ///< since the start
  std::array<double, clause_count> clause_users{};      ///< plants that began to draw on it
  double trust = 1;                                     ///< firms' discount on promised benefits
};

}  // namespace park
