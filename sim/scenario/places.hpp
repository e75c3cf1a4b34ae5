// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/checked.hpp"
#include "policy/keys.hpp"

namespace park {

/// An origin region at month 0.
struct OriginTraits {
  double wage_yuan_month = 0;  ///< all-in pay of a production worker
  double rent_factor = 1;      ///< times the uncertainty `origin_rent`
  double electricity_yuan_kwh = 0;
  double pool_share = 0;              ///< share of the pool's firms; regions sum to 1
  double km_to_market = 0;            ///< by road to the port or wholesale market it ships to
  double passive_awareness_year = 0;  ///< share of real firms that hear of the park by themselves in a year
};

enum class DestinationKind : std::uint8_t { Park, Inland, Periphery, Overseas };

/// Somewhere a firm may go. The first is our park; its costs come from the district, not from here.
struct DestinationTraits {
  std::string key;
  std::string zh;
  std::string en;
  DestinationKind kind = DestinationKind::Inland;
  double wage_ratio = 1;  ///< to the Greater Bay Area's wage at month 0
  double rent_yuan_m2_month = 0;
  double electricity_yuan_kwh = 0;
  double km_to_market = 0;
  std::array<double, region_count> km_from{};
  double subsidy_factor = 1;                  ///< times the uncertainty `rival_subsidy`
  double productivity_factor = 1;             ///< times the uncertainty `inland_productivity`
  double wait_years = 0;                      ///< typical wait for a place
  double expected_share = 0;                  ///< of movers; losing it for twelve months makes a rival react
  double tariff_exposed = 1;                  ///< share of the extra tariff that hits its exports
  double known_factor = 1;                    ///< times the share of searching firms that know its kind
  std::array<double, stage_count> workers{};  ///< own cluster at month 0
};

/// A firm compares them as bits of one word, of which one stands for staying.
inline constexpr std::size_t most_destinations = 63;

struct Places {
  std::array<OriginTraits, region_count> origins{};
  std::vector<DestinationTraits> destinations;
};

/// Reads `scenarios/data/places.json` (schema parksim/places/1); all problems at once.
[[nodiscard]] Checked<Places> load_places(std::string_view bytes, std::string_view name);

}  // namespace park
