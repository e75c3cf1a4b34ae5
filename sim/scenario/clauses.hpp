// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/checked.hpp"
#include "policy/catalogue.hpp"
#include "policy/keys.hpp"
#include "policy/parameters.hpp"

namespace park {

/// How a clause pays. Amounts are in the unit named; all become yuan before a firm sees them.
enum class ClauseForm : std::uint8_t {
  PerM2Month,      ///< yuan/m2/month of floor used
  EquipmentShare,  ///< share of equipment investment, once at production
  PerWorkerMonth,  ///< yuan/worker/month
  RateDiscount,    ///< percentage points/year on the firm's loans
  TaxShare,        ///< share of the local part of taxes paid back
  OneOff,          ///< yuan, once
  InKind,          ///< yuan/month of services at their cost
  PerM2Once,       ///< yuan/m2, once, for own building
  OutputShare,     ///< share of output (freight, export)
  Count
};

/// When a one-off is due, and what a clause waits for.
enum class ClauseContract : std::uint8_t { Any, Lease, Purchase, OwnPlot, LightAsset };

/// One of the 79 clauses.
struct PolicyClause {
  std::string id;             ///< `rent_01`; key of its intensity is `clause.rent_01`
  std::uint8_t category = 0;  ///< index into ClauseCatalogue::categories
  std::string zh;
  std::string en;
  std::uint32_t activities = 0;  ///< bit per Activity; eligible ones
  double min_workers = 0;
  double max_workers = 1e9;
  bool leaders_only = false;
  ClauseContract contract = ClauseContract::Any;
  ClauseForm form = ClauseForm::OneOff;
  double amount = 0;           ///< in the form's unit
  double cap_yuan = 0;         ///< most a firm gets from it: per year for streams, once for one-offs; 0 none
  double duration_months = 0;  ///< of a stream, from production
  std::string lever;           ///< key of the lever it scales instead of paying itself; empty if it pays
  std::string source;
  ParameterStatus status = ParameterStatus::Unstated;  ///< of the amount
};

struct ClauseCategory {
  std::string key;
  std::string zh;
  std::string en;
};

/// Exactly 12 categories and 79 clauses; ids unique.
struct ClauseCatalogue {
  std::array<ClauseCategory, clause_category_count> categories;
  std::array<PolicyClause, clause_count> clauses;
};

/// Reads `scenarios/data/clauses.json` (schema parksim/clauses/1); all problems at once.
[[nodiscard]] Checked<ClauseCatalogue> load_clauses(std::string_view bytes, std::string_view name);

}  // namespace park
