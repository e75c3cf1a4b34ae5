// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "scenario/places.hpp"

namespace park {

/// A country of industrial parks, of which the first is ours. Every fourth rival lies in the outer parts of
/// the origin provinces, the others inland, as among the shipped places; places overseas stay as shipped.
struct NationalPlan {
  std::size_t parks = 50;           ///< inland and periphery, ours included
  std::uint64_t firms = 1'000'000;  ///< real firms in the pool
  std::uint64_t seed = 2026;        ///< of what is drawn of the places
};

/// As many as the shipped places have: our park, three inland rivals, one in the periphery.
inline constexpr std::size_t fewest_national_parks = 5;
/// One destination is overseas.
inline constexpr std::size_t most_national_parks = most_destinations - 1;

/// A places file (schema parksim/places/1) of that country, drawn from the ranges of the shipped one; the law
/// of every number stands in MODEL.md 13.6 and in its source. The same plan gives the same bytes. Throws
/// WorldError if the shipped places cannot be read.
[[nodiscard]] std::string national_places(const NationalPlan& plan);

}  // namespace park
