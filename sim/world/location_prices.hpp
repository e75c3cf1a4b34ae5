// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "world/pool.hpp"

namespace park {

/// Terms of a margin, yuan per yuan of output; costs negative, benefits positive.
enum class MarginTerm : std::uint8_t {
  Revenue,
  Materials,
  Premium,
  Labour,
  Rent,
  Energy,
  WaterEffluent,
  Freight,
  Tax,
  Benefits,
  Finance,
  Tariff,
  Other,
  Count
};
inline constexpr std::size_t margin_term_count = static_cast<std::size_t>(MarginTerm::Count);
using MarginTerms = std::array<double, margin_term_count>;

/// Margin of a class at a place: `fixed - variable / productivity of the firm`.
struct ClassMargin {
  double fixed = 0;
  double variable = 0;  ///< labour and rent per yuan of the median firm's output
  int stamp = -1;       ///< quarter for which it was computed; for our park the month

  [[nodiscard]] double at(double productivity) const { return fixed - variable / productivity; }
};

/// What a class gains at a place other than our park before its own costs: `constant - slope / productivity`,
/// in units of the logit.
struct ClassGain {
  double constant = 0;
  double slope = 0;
  int quarter = -1;
  std::uint32_t epoch = 0;
};

/// Benefits an eligible firm expects, per yuan of yearly output, and what they cost the district.
struct ExpectedBenefit {
  double share_of_output = 0;
  std::uint32_t epoch = 0;  ///< policy epoch for which it was computed
};
inline constexpr std::size_t benefit_size_bands = 4;  ///< under 20, 100, 300 workers, above
inline constexpr std::size_t benefit_contracts = 4;   ///< lease, purchase, own plot, light asset
inline constexpr std::size_t benefit_class_count =
    activity_count * benefit_size_bands * 2 * benefit_contracts;

/// Caches of this month's margins by class and place; place 0 is the origin, place d + 1 destination d.
struct LocationPrices {
  std::vector<ClassMargin> margins;                   ///< [class * places + place]
  std::vector<ClassGain> gains;                       ///< the same order
  std::array<double, firm_class_count> other_cost{};  ///< other_s, share of output, solved at the start
  std::array<ExpectedBenefit, benefit_class_count> benefits{};
  std::uint32_t policy_epoch = 1;
  std::array<double, clause_count> clause_intensity{};  ///< in force
  std::vector<std::uint8_t> paying_clauses;             ///< in force and paying money of their own
  std::array<double, clause_count> clause_cost_yuan{};  ///< since the start
  std::array<double, clause_count> clause_users{};      ///< plants that began to draw on it
  double trust = 1;                                     ///< firms' discount on promised benefits
};

}  // namespace park
