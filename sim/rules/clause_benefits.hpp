// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Intensity of a clause in force: clause_intensity x clause.ID, at most 2; 0 once fair-competition rules
/// voided it.
[[nodiscard]] double clause_in_force(const World& world, std::size_t clause);

/// Size that amounts of money are multiplied with.
struct BenefitBase {
  double workers = 0;
  double floor_m2 = 0;
  double equipment_yuan = 0;
  double output_yuan_year = 0;
  double local_tax_yuan_year = 0;
};

/// Yuan a clause pays at intensity 1 and within its cap: per month for a stream, once for a one-off.
[[nodiscard]] double clause_payment(const PolicyClause& clause, const BenefitBase& base);

[[nodiscard]] bool is_stream(ClauseForm form);

/// Benefits a firm of this class expects, per yuan of yearly output: one-offs and streams spread over the
/// horizon of a location decision (structural parameter benefit_horizon_years), discounted for the delay of
/// payment. Cached per class and policy epoch.
[[nodiscard]] const ExpectedBenefit& expected_benefit(World& world, const BenefitClaim& claim);

/// Months for which a plant's promises have been due to it; they are kept late.
[[nodiscard]] inline int months_of_claims(const World& world, const Tenant& tenant) {
  return world.month - tenant.producing_month - static_cast<int>(world.now.uncertainties.payment_delay);
}

/// Promises are settled once a year, as districts do.
inline constexpr int settlement_months = 12;
[[nodiscard]] inline bool are_benefits_due(const World& world, const Tenant& tenant) {
  const int age = months_of_claims(world, tenant);
  return age > 0 && age % settlement_months == 0;
}

/// Settles a producing plant's benefits, of the year that ends this month; books the cost by category.
void pay_benefits(World& world, Tenant& tenant);

}  // namespace park
