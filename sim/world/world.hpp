// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/digest.hpp"
#include "policy/parameters.hpp"
#include "scenario/scenario.hpp"
#include "world/accounts.hpp"
#include "world/factories.hpp"
#include "world/finance.hpp"
#include "world/journal.hpp"
#include "world/labour.hpp"
#include "world/land.hpp"
#include "world/location_prices.hpp"
#include "world/market.hpp"
#include "world/pool.hpp"
#include "world/projects.hpp"
#include "world/pursuit.hpp"
#include "world/rivals.hpp"
#include "world/tallies.hpp"

namespace park {

/// The whole state of one run. Plain: rules are free functions that advance it by a month.
struct World {
  std::shared_ptr<const Scenario> scenario;
  std::shared_ptr<const Pool> pool;
  std::uint64_t seed = 0;
  int month = 0;   ///< whole months done; during step() the month being lived, from 1
  Parameters now;  ///< levers, uncertainties, clauses in force this month

  bool parameters_changed = true;  ///< since last month: cached benefits are stale

  Surroundings surroundings;
  std::vector<Rival> rivals;
  Pursuit pursuit;
  LocationPrices prices;
  Land land;
  Factories factories;
  Utilities utilities;
  Labour labour;
  ChainState chain;
  Finance finance;
  Accounts accounts;
  std::vector<Project> projects;  ///< negotiating, signed, building
  std::vector<Tenant> tenants;    ///< producing
  Tallies tallies;
  std::vector<std::uint32_t> scratch;  ///< reused by rules within a month; no state
  Journal journal;

  [[nodiscard]] const ChainTable& chain_table() const { return scenario->facts->chain; }
  [[nodiscard]] const ActivityTraits& traits(Activity activity) const {
    return scenario->facts->chain.activities[index_of(activity)];
  }
  [[nodiscard]] const Places& places() const { return scenario->facts->places; }
  [[nodiscard]] YearMonth calendar_month() const { return plus_months(scenario->start, month - 1); }
  [[nodiscard]] int months_done() const { return month - 1; }  ///< before the month being lived
};

/// A hash of everything that can influence the future or an indicator.
[[nodiscard]] std::uint64_t digest(const World& world);

}  // namespace park
