// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace park {

/// What a place is worth to a firm, term by term, yuan per yuan of output; costs negative, benefits positive.
/// The first ones make up the margin, the rest what choosing a place costs or wins besides.
enum class ChoiceTerm : std::uint8_t {
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
  LoanDiscount,  ///< first term outside the margin
  MovingCost,
  HomeBias,
  Distance,
  Waiting,
  PartnersThere,
  LeadersVisit,
  TailorMade,
  Count
};
inline constexpr auto choice_term_count = static_cast<std::size_t>(ChoiceTerm::Count);
inline constexpr auto margin_term_count = static_cast<std::size_t>(ChoiceTerm::LoanDiscount);
using MarginTerms = std::array<double, margin_term_count>;
using ChoiceTerms = std::array<double, choice_term_count>;

}  // namespace park
