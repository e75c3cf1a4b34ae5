// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "policy/catalogue.hpp"
#include "scenario/base_district.hpp"
#include "scenario/chain.hpp"
#include "scenario/clause_eligibility.hpp"
#include "scenario/clauses.hpp"
#include "scenario/park_map.hpp"
#include "scenario/places.hpp"
#include "scenario/target_list.hpp"

namespace park {

/// Which number a change sets: a lever, an uncertainty, a structural parameter (row) or a clause (index).
struct ParameterKey {
  const ParameterRow* row = nullptr;  ///< null: a clause
  std::size_t clause = 0;

  bool operator==(const ParameterKey&) const = default;
};

/// `{"at": "2027-04", "set": {...}, "ramp_months": 6}`: one entry per key of `set`. Acts after `at` whole
/// months. Ramp: linear, month j of N has old + (new - old) j/N; integers round down.
struct PolicyStep {
  int at = 0;  ///< months after the start: 0 is before month 1
  ParameterKey key;
  double value = 0;
  int ramp_months = 0;
};

/// An uncertainty set to `value` for `months` months (0: for good).
struct Shock {
  int at = 0;
  ParameterKey key;
  double value = 0;
  int months = 0;
};

/// Facts that many scenarios share and none changes.
struct Facts {
  ChainTable chain;
  ClauseCatalogue clauses;
  ClauseEligibility eligibility;  ///< of these clauses
  Places places;
};

/// What a user writes, complete and valid. Copying is cheap enough for one copy per design point.
struct Scenario {
  std::string name;
  std::string label_zh, label_en;
  std::string about_zh, about_en;
  YearMonth start{2026, 1};
  int months = 120;
  std::uint64_t seed = 2026;
  BaseDistrict base_district;
  Parameters parameters;           ///< values at the start
  std::vector<PolicyStep> policy;  ///< by `at`, then in file order
  std::vector<Shock> shocks;
  std::string map_path, targets_path;  ///< as found, for messages and saving
  std::string places_path;             ///< the same; empty: the shipped places
  std::shared_ptr<const Facts> facts;
  std::shared_ptr<const ParkMap> map;
  std::shared_ptr<const std::vector<TargetFirm>> targets;
};

inline constexpr int max_months = 600;

}  // namespace park
