// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/logarithm.hpp"
#include "rules/developer.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

void collect_taxes(World& world) {
  const double local = world.now.structural.local_tax_share;
  double total = 0;
  for (const Tenant& tenant : world.tenants) {
    total += tenant.output_yuan_month * world.traits(tenant.plant.activity).tax_share;
  }
  world.accounts.tax_total_this_month = total;
  world.accounts.tax_last_year[static_cast<std::size_t>(world.month % 12)] = total;
  world.accounts.ledger.pay(Account::ParkFirms, Account::Treasury, total * local);
  world.accounts.ledger.pay(Account::ParkFirms, Account::UpperGovernment, total * (1 - local));
  // Land costs are borne for all buyers, so the taxes of the others count as well.
  const double others = world.land.used_by_others_mu * world.now.structural.outside_tax_per_mu / 12 * local;
  world.accounts.ledger.pay(Account::Outside, Account::Treasury, others);
  world.accounts.income_this_month += total * local + others + world.accounts.land_revenue_this_month;
}

/// Rent of leased floor after the rent-free months, to the block's owner.
void collect_rents(World& world) {
  const Levers& levers = world.now.levers;
  Developer& developer = world.factories.developer;
  developer.rent_this_month = 0;
  double to_district = 0;
  for (Tenant& tenant : world.tenants) {
    const Plant& plant = tenant.plant;
    const bool pays = plant.form != SiteForm::OwnPlot && plant.form != SiteForm::Purchase;
    if (!pays || world.month - plant.started_month < static_cast<int>(levers.rent_free_months)) continue;
    for (const FloorPiece& piece : plant.floor) {
      if (piece.block.is_none()) continue;
      const Block& block = world.factories.blocks[piece.block.index()];
      const double rent = (piece.ground_m2 + piece.upper_m2) * levers.standard_factory_rent;
      tenant.rent_paid_yuan += rent;
      (block.is_district_owned ? to_district : developer.rent_this_month) += rent;
    }
  }
  const double upkeep = world.now.structural.rent_upkeep_share;
  world.accounts.ledger.pay(Account::ParkFirms, Account::Developer, developer.rent_this_month);
  world.accounts.ledger.pay(Account::Developer, Account::Outside, developer.rent_this_month * upkeep);
  developer.flow_this_month += developer.rent_this_month * (1 - upkeep);
  world.accounts.ledger.pay(Account::ParkFirms, Account::Treasury, to_district * (1 - upkeep));
  world.accounts.income_this_month += to_district * (1 - upkeep);
}

/// 先租后售: when the window ends, a firm that earns its keep buys, the rent it paid credited in part.
void exercise_options(World& world) {
  for (Tenant& tenant : world.tenants) {
    Plant& plant = tenant.plant;
    if (tenant.option_month != world.month) continue;
    const bool can_buy = tenant.margin_12 > 0.03 && !tenant.has_defaulted;
    if (!can_buy) {
      plant.form = SiteForm::Lease;
      continue;
    }
    plant.form = SiteForm::Purchase;
    double owned_by_developer = 0;
    for (const FloorPiece& piece : plant.floor) {
      if (piece.block.is_none()) continue;
      Block& block = world.factories.blocks[piece.block.index()];
      const double area = piece.ground_m2 + piece.upper_m2;
      if (block.is_district_owned) continue;
      owned_by_developer += area;
      block.sold_m2 += area;
      world.factories.sold_m2 += area;
    }
    const double share = plant.floor_m2 > 0 ? owned_by_developer / plant.floor_m2 : 0;
    const double price = plant.floor_m2 * world.now.levers.sale_price -
                         world.now.structural.rent_credited_share * tenant.rent_paid_yuan;
    const double due = std::max(0.0, price);
    world.accounts.ledger.pay(Account::ParkFirms, Account::Developer, due * share);
    world.accounts.ledger.pay(Account::ParkFirms, Account::Treasury, due * (1 - share));
    world.factories.developer.flow_this_month += due * share;
    world.accounts.income_this_month += due * (1 - share);
    world.tallies.options_exercised += 1;
  }
}

/// Sales and wages of the plants; what they buy is not booked, so ParkFirms' balance is no profit.
void settle_sales(World& world) {
  double sales = 0;
  for (const Tenant& tenant : world.tenants) sales += tenant.output_yuan_month;
  double wages = 0;
  for (const Tenant& tenant : world.tenants) wages += tenant.workers * world.labour.wage_yuan_month;
  world.accounts.ledger.pay(Account::Outside, Account::ParkFirms, sales);
  world.accounts.ledger.pay(Account::ParkFirms, Account::Households, wages);
  world.chain.output_last_year[static_cast<std::size_t>(world.month % 12)] = sales;
}

/// Firms hear from tenants how late promises are kept, and believe the rest less.
void spread_word_of_delays(World& world) {
  if (world.tenants.empty()) return;
  const double kept =
      std::max(0.5, 1 - world.now.structural.distrust_per_month * world.now.uncertainties.payment_delay);
  world.prices.trust += (kept - world.prices.trust) / 24;
}

}  // namespace

void close_treasury(World& world) {
  settle_sales(world);
  collect_rents(world);
  exercise_options(world);
  collect_taxes(world);
  close_developer_month(world);
  spread_word_of_delays(world);
  double cost = 0;
  for (const double category : world.accounts.cost_this_month) cost += category;
  const double discount = power(1 + world.now.structural.discount_rate / 12, world.month);
  world.accounts.fiscal_npv += (world.accounts.income_this_month - cost) / discount;
}

}  // namespace park
