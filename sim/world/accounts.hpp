// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/ledger.hpp"
#include "policy/parameters.hpp"

namespace park {

/// Who can hold money. Upper government, outside world and banks may run any balance; the rest is watched.
enum class Account : std::uint8_t {
  Treasury,
  Developer,
  GuaranteeCompany,
  Banks,
  ParkFirms,
  Households,
  UpperGovernment,
  Outside,
  Count
};

/// What the district pays for besides the twelve clause categories; same order as cost_labels.
enum class CostKind : std::uint8_t {
  Teams,
  Agencies,
  Packaging,
  Land,
  FarmlandQuota,
  Utilities,
  FactoryGrant,
  Service,
  Matching,
  GuaranteeCapital,
  InterestDiscount,
  Labour,
  Training,
  Schools,
  Dormitories,
  ClawBack,
  Count
};
inline constexpr auto cost_kind_count = static_cast<std::size_t>(CostKind::Count);
/// Clause categories first, then CostKind.
inline constexpr std::size_t cost_category_count = clause_category_count + cost_kind_count;

/// Books of the district. All flows in yuan.
struct Accounts {
  Ledger<Account> ledger;
  std::array<double, cost_category_count> cost_this_month{};  ///< policy cost by category
  double income_this_month = 0;                               ///< taxes and land revenue to the district
  double fiscal_npv = 0;                                      ///< discounted sum of income - cost so far
  double land_revenue_this_month = 0;
  double tax_total_this_month = 0;         ///< all taxes of park firms, every level
  std::array<double, 12> tax_last_year{};  ///< ring of park taxes by month

  /// The district pays `yuan` for a policy.
  void spend(std::size_t category, Account payee, double yuan) {
    cost_this_month[category] += yuan;
    ledger.pay(Account::Treasury, payee, yuan);
  }
  void spend(CostKind kind, Account payee, double yuan) {
    spend(clause_category_count + static_cast<std::size_t>(kind), payee, yuan);
  }
};

}  // namespace park
