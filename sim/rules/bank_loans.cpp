// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/exponential.hpp"
#include "core/random.hpp"
#include "rules/clocks.hpp"
#include "rules/rules.hpp"
#include "rules/service.hpp"

namespace park {
namespace {

constexpr double guaranteed_part = 0.8;
constexpr int gives_up_after_refusals = 8;

/// Chance that an application reaches a bank this month: matching events and cheap money bring more in, and
/// an officer who comes often carries the papers (`pace` 1: as usual).
double reach(const World& world, double pace) {
  const Structural& s = world.now.structural;
  const double discount =
      world.finance.discount_budget_left_yuan > 0 ? world.now.levers.interest_discount : 0;
  const double intensity =
      (s.bank_reach + s.bank_reach_per_event * world.now.levers.matching_events_per_year) *
      (1 + s.discount_draws * discount) * pace;
  return 1 - exponential(-intensity);
}

double approval_chance(const World& world, double coverage, double credit) {
  const Structural& s = world.now.structural;
  const double z = s.approval_constant + s.approval_coverage * std::min(coverage, 1.5) +
                   s.approval_credit * credit -
                   s.approval_rate * (world.now.uncertainties.interest_rate - 3.6);
  return 1 / (1 + exponential(-z));
}

double guarantee_room(const World& world) {
  // The company serves the district's own firms as well.
  return std::max(0.0, world.finance.guarantee_capital_yuan * world.now.levers.guarantee_leverage -
                           world.now.structural.district_guarantees -
                           world.finance.guarantee_outstanding_yuan);
}

/// A dear guarantee is asked for less.
bool asks_for_guarantee(const World& world, double coverage, double u) {
  return coverage < 0.8 && u < exponential(-0.4 * world.now.levers.guarantee_fee);
}

void book_loan(World& world, Plant& plant, double loan, double guaranteed) {
  Finance& finance = world.finance;
  plant.loan_yuan += loan;
  plant.guaranteed_yuan += guaranteed;
  finance.guarantee_outstanding_yuan += guaranteed;
  finance.loans_granted += 1;
  finance.loans_amount_yuan += loan;
  if (!plant.has_had_loan) finance.firms_served += 1;
  plant.has_had_loan = true;
  world.accounts.ledger.pay(Account::Banks, Account::ParkFirms, loan);
  world.accounts.ledger.pay(Account::ParkFirms, Account::GuaranteeCompany,
                            guaranteed * world.now.levers.guarantee_fee / 100);
  // The district pays the discount of the loan's first year from its budget.
  const double discount = loan * world.now.levers.interest_discount / 100;
  if (discount > 0 && finance.discount_budget_left_yuan >= discount) {
    finance.discount_budget_left_yuan -= discount;
    plant.loan_rate_discount = world.now.levers.interest_discount;
    plant.discount_ends = world.month + 12;
    world.accounts.spend(CostKind::InterestDiscount, Account::ParkFirms, discount);
  }
  world.journal.record(world.month, EventKind::LoanGranted, plant.who, 0, loan);
}

/// One application; the same three uniforms under every policy.
bool apply(World& world, Plant& plant, double loan, double pace) {
  RandomStream stream{world.seed, Draw::LoanApproval, plant.who.number(),
                      static_cast<std::uint32_t>(world.month)};
  const double u_reach = stream.uniform();
  const double u_guarantee = stream.uniform();
  const double u_approval = stream.uniform();
  if (u_reach >= reach(world, pace)) return false;
  double coverage = plant.collateral_cover;
  double guaranteed = 0;
  if (asks_for_guarantee(world, coverage, u_guarantee)) {
    guaranteed = std::min(guaranteed_part * loan, guarantee_room(world));
    if (guaranteed < 0.2 * loan) {
      guaranteed = 0;
    }
    coverage += guaranteed / loan;
  }
  if (u_approval >= approval_chance(world, coverage, plant.credit)) return false;
  book_loan(world, plant, loan, guaranteed);
  return true;
}

void finance_project(World& world, Project& project, double pace) {
  const double loan = world.now.structural.loan_share * project.plant.investment_yuan;
  if (loan < world.now.structural.smallest_loan) {
    project.has_finance = true;
    return;
  }
  project.has_finance = apply(world, project.plant, loan, pace);
  if (project.has_finance) return;
  ++project.refusals;
  // Sound firms go ahead with their own and their relatives' money in the end.
  if (project.refusals >= gives_up_after_refusals && project.plant.credit > 0) project.has_finance = true;
}

/// Working capital once a year; a sixtieth of what is owed comes back each month.
void run_loans_of_tenants(World& world) {
  for (Tenant& tenant : world.tenants) {
    Plant& plant = tenant.plant;
    const double repaid = plant.loan_yuan / 60;
    const double released = plant.guaranteed_yuan / 60;
    plant.loan_yuan -= repaid;
    plant.guaranteed_yuan -= released;
    world.finance.guarantee_outstanding_yuan -= released;
    const double interest = plant.loan_yuan * world.surroundings.interest_rate / 12;
    world.accounts.ledger.pay(Account::ParkFirms, Account::Banks, repaid + interest);
    const int age = world.month - tenant.producing_month;
    const double wanted = 1.5 * tenant.output_yuan_month;
    const bool wants =
        age % 12 == 6 && wanted > world.now.structural.smallest_loan && plant.loan_yuan < 4 * wanted;
    if (wants) (void)apply(world, plant, wanted, 1);
  }
}

/// A borrower in default: the guarantee company pays its part, the bank bears the rest.
void default_on_loan(World& world, Tenant& tenant) {
  Plant& plant = tenant.plant;
  Finance& finance = world.finance;
  const double paid = std::min(plant.guaranteed_yuan, finance.guarantee_capital_yuan);
  finance.guarantee_capital_yuan -= paid;
  finance.guarantee_losses_yuan += paid;
  finance.guarantee_outstanding_yuan -= plant.guaranteed_yuan;
  finance.defaults += 1;
  world.accounts.ledger.pay(Account::GuaranteeCompany, Account::Banks, paid);
  world.journal.record(world.month, EventKind::Defaulted, plant.who, 0, plant.loan_yuan);
  plant.loan_yuan = 0;
  plant.guaranteed_yuan = 0;
  tenant.has_defaulted = true;
}

double default_hazard(const World& world, const Tenant& tenant) {
  double hazard = world.now.uncertainties.young_firm_default / 100 / 12;
  if (tenant.margin_12 < 0) hazard *= 2.5;
  if (tenant.plant.is_light_asset) hazard *= 1.3;
  if (tenant.plant.workers_promised > 300) hazard *= 0.5;
  return hazard;
}

void run_defaults(World& world) {
  for (Tenant& tenant : world.tenants) {
    if (tenant.plant.loan_yuan < 1000) continue;
    tenant.clocks.loan_default -= default_hazard(world, tenant);
    if (tenant.clocks.loan_default > 0) continue;
    default_on_loan(world, tenant);
    RandomStream stream{world.seed, Draw::LoanDefault, tenant.plant.who.number(), ++tenant.defaults};
    tenant.clocks.loan_default = draw_clock(stream);
  }
}

void capitalise_guarantee_company(World& world) {
  Finance& finance = world.finance;
  const double wanted = world.now.levers.guarantee_capital * 1e6;
  if (world.months_done() % 12 == 0) {
    finance.discount_budget_left_yuan = world.now.levers.interest_discount_budget * 1e6;
  }
  if (wanted <= finance.guarantee_paid_in_yuan) return;
  const double paid = wanted - finance.guarantee_paid_in_yuan;
  world.accounts.spend(CostKind::GuaranteeCapital, Account::GuaranteeCompany, paid);
  finance.guarantee_paid_in_yuan += paid;
  finance.guarantee_capital_yuan += paid;
}

}  // namespace

void finance_projects(World& world) {
  capitalise_guarantee_company(world);
  world.accounts.spend(CostKind::Matching, Account::Outside,
                       world.now.levers.matching_events_per_year / 12 * world.now.structural.event_cost);
  const double usual_pace = service_pace(world);
  for (Project& project : world.projects) {
    const bool applies = project.phase == Phase::Signed && !project.is_paper && !project.has_finance;
    if (applies && world.month > project.plant.signed_month) {
      finance_project(world, project, usual_pace * leader_factor(world, project.plant));
    }
  }
  run_loans_of_tenants(world);
  run_defaults(world);
}

}  // namespace park
