// SPDX-License-Identifier: MIT
#include "rules/clause_benefits.hpp"

#include <algorithm>
#include <cmath>

#include "core/logarithm.hpp"
#include "core/random.hpp"
#include "rules/contracts.hpp"

namespace park {
namespace {

constexpr std::array<double, benefit_size_bands> typical_workers = {10, 50, 170, 500};

std::size_t size_band(double workers) {
  if (workers < workshop_employees) return 0;
  if (workers < 100) return 1;
  return workers < 300 ? 2 : 3;
}

std::size_t contract_index(const BenefitClaim& claim) {
  if (claim.contract == ClauseContract::OwnPlot) return 2;
  if (claim.contract == ClauseContract::Purchase) return 1;
  return claim.is_light_asset ? 3 : 0;
}

/// As it was when the year began, so that what is expected does not hang on the month in which it is asked.
double output_index_of_year(const World& world) {
  const int whole_years = world.month / 12;
  return power(1 + world.now.structural.output_per_worker_growth / 100, whole_years);
}

BenefitBase base_of(const World& world, Activity activity, double workers) {
  const ActivityTraits& traits = world.traits(activity);
  BenefitBase base;
  base.workers = workers;
  base.floor_m2 = workers * traits.floor_m2_per_worker;
  base.equipment_yuan = workers * traits.equipment_yuan_per_worker;
  base.output_yuan_year = workers * traits.output_per_worker_year *
                          world.now.uncertainties.inland_productivity * output_index_of_year(world);
  base.local_tax_yuan_year = base.output_yuan_year * traits.tax_share * world.now.structural.local_tax_share;
  return base;
}

/// All a clause pays over the horizon of the decision, yuan.
double whole_worth(const World& world, const PolicyClause& clause, const BenefitBase& base) {
  const double horizon_months = 12.0 * world.now.structural.benefit_horizon_years;
  const double payment = clause_payment(clause, base);
  return is_stream(clause.form) ? payment * std::min(clause.duration_months, horizon_months) : payment;
}

/// Clauses in force that pay money of their own and are open to the claim.
ClauseSet paying_clauses(const World& world, const BenefitClaim& claim) {
  return world.prices.paying_clauses & world.scenario->facts->eligibility.open_to(claim);
}

/// The district cannot give back more than the taxes it keeps: what is left of them limits the intensity.
double intensity_within_taxes(const PolicyClause& clause, double intensity, double& tax_share_left) {
  if (clause.form != ClauseForm::TaxShare || clause.amount <= 0) return intensity;
  const double allowed = std::min(intensity, tax_share_left / clause.amount);
  tax_share_left -= allowed * clause.amount;
  return allowed;
}

}  // namespace

double clause_in_force(const World& world, std::size_t clause) {
  const Uncertainties& uncertainties = world.now.uncertainties;
  if (uncertainties.incentives_voided_share > 0 &&
      world.months_done() >= static_cast<int>(uncertainties.incentives_voided_month)) {
    RandomStream stream{world.seed, Draw::ClauseVoided, clause};
    if (stream.uniform() < uncertainties.incentives_voided_share) return 0;
  }
  return std::min(2.0, world.now.levers.clause_intensity * world.now.clauses[clause]);
}

bool is_stream(ClauseForm form) {
  return form == ClauseForm::PerM2Month || form == ClauseForm::PerWorkerMonth ||
         form == ClauseForm::RateDiscount || form == ClauseForm::TaxShare || form == ClauseForm::InKind ||
         form == ClauseForm::OutputShare;
}

double clause_payment(const PolicyClause& clause, const BenefitBase& base) {
  double payment = 0;
  switch (clause.form) {
    case ClauseForm::PerM2Month:
      payment = clause.amount * base.floor_m2;
      break;
    case ClauseForm::EquipmentShare:
      payment = clause.amount * base.equipment_yuan;
      break;
    case ClauseForm::PerWorkerMonth:
      payment = clause.amount * base.workers;
      break;
    // Half the equipment is financed by loans.
    case ClauseForm::RateDiscount:
      payment = clause.amount / 100 / 12 * 0.5 * base.equipment_yuan;
      break;
    case ClauseForm::TaxShare:
      payment = clause.amount * base.local_tax_yuan_year / 12;
      break;
    case ClauseForm::OneOff:
    case ClauseForm::InKind:
      payment = clause.amount;
      break;
    case ClauseForm::PerM2Once:
      payment = clause.amount * base.floor_m2;
      break;
    case ClauseForm::OutputShare:
      payment = clause.amount * base.output_yuan_year / 12;
      break;
    case ClauseForm::Count:
      PARK_ASSERT(false);
  }
  if (clause.cap_yuan <= 0) return payment;
  return std::min(payment, is_stream(clause.form) ? clause.cap_yuan / 12 : clause.cap_yuan);
}

const ExpectedBenefit& expected_benefit(World& world, const BenefitClaim& claim) {
  const std::size_t band = size_band(claim.workers);
  const std::size_t leader = claim.is_leader ? 1 : 0;
  const std::size_t index =
      ((index_of(claim.activity) * benefit_size_bands + band) * 2 + leader) * benefit_contracts +
      contract_index(claim);
  ExpectedBenefit& cached = world.prices.benefits[index];
  // Amounts in yuan weigh less as output grows: found anew each year.
  constexpr std::uint32_t years = max_months / 12 + 1;
  const std::uint32_t epoch =
      world.prices.policy_epoch * years + static_cast<std::uint32_t>(world.month) / 12;
  if (cached.epoch == epoch) return cached;
  cached = {};
  cached.epoch = epoch;
  BenefitClaim typical = claim;
  typical.workers = typical_workers[band];
  const BenefitBase base = base_of(world, claim.activity, typical.workers);
  double tax_share_left = 1;
  double yuan = 0;
  paying_clauses(world, typical).for_each([&](std::size_t i) {
    const PolicyClause& clause = world.scenario->facts->clauses.clauses[i];
    const double intensity = intensity_within_taxes(clause, world.prices.clause_intensity[i], tax_share_left);
    yuan += intensity * whole_worth(world, clause, base);
  });
  cached.share_of_output = yuan / world.now.structural.benefit_horizon_years / base.output_yuan_year;
  // Money that comes late is worth less, and firms that hear of delays believe less of the rest.
  const double delay_years = world.now.uncertainties.payment_delay / 12;
  cached.share_of_output *= std::exp(-world.now.structural.promise_discount_per_year * delay_years);
  cached.share_of_output *= 1 - 0.25 * world.now.levers.claw_back * world.now.structural.missed_promise_share;
  return cached;
}

/// Streams for the months of the past year in which they ran, one-offs with the first settlement; all
/// payment_delay months late.
void pay_benefits(World& world, Tenant& tenant) {
  const int age = months_of_claims(world, tenant);
  const Plant& plant = tenant.plant;
  const BenefitClaim claim{plant.activity, static_cast<double>(plant.workers_promised), plant.is_leader,
                           contract_of(plant.form), plant.is_light_asset};
  const ActivityTraits& traits = world.traits(plant.activity);
  BenefitBase base;
  base.workers = tenant.workers + tenant.festival_away;
  base.floor_m2 = plant.floor_m2;
  base.equipment_yuan = plant.workers_promised * traits.equipment_yuan_per_worker;
  base.output_yuan_year = 12 * tenant.output_yuan_month;
  base.local_tax_yuan_year = base.output_yuan_year * traits.tax_share * world.now.structural.local_tax_share;
  const ClauseCatalogue& catalogue = world.scenario->facts->clauses;
  double tax_share_left = 1;
  double paid = 0;
  paying_clauses(world, claim).for_each([&](std::size_t i) {
    const PolicyClause& clause = catalogue.clauses[i];
    const double ran =
        std::clamp(clause.duration_months - (age - settlement_months), 0.0, 1.0 * settlement_months);
    const double times = is_stream(clause.form) ? ran : (age == settlement_months ? 1 : 0);
    if (times <= 0) return;
    const double yuan = times *
                        intensity_within_taxes(clause, world.prices.clause_intensity[i], tax_share_left) *
                        clause_payment(clause, base);
    paid += yuan;
    world.accounts.spend(clause.category, Account::ParkFirms, yuan);
    world.prices.clause_cost_yuan[i] += yuan;
    world.prices.clause_users[i] += age == settlement_months ? 1 : 0;
  });
  tenant.benefits_received_yuan += paid;
  tenant.benefits_last_year_yuan = paid;
}

}  // namespace park
