// SPDX-License-Identifier: MIT
#include "property/possible_world.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace park::test {
namespace {

/// Sums of doubles that agree but for the order of their terms.
constexpr double yuan = 1e-6;
constexpr double slack = 1e-6;

/// The ledger rounds every posting to a fen, the other books do not: half a fen for each of a hundred
/// postings a month, of either sign. The most that was seen is 0.07.
constexpr double rounding = 0.5;

double floor_of(const Plant& plant) {
  double area = 0;
  for (const FloorPiece& piece : plant.floor) area += piece.ground_m2 + piece.upper_m2;
  return area;
}

template <class Look>
void each_plant(const World& world, const Look& look) {
  for (const Project& project : world.projects) look(project.plant);
  for (const Tenant& tenant : world.tenants) look(tenant.plant);
}

bool is_whole_move(const Plant& plant) {
  return plant.origin == Origin::Relocated && !plant.is_branch_of_origin;
}

}  // namespace

void PossibleWorld::look(const World& world) {
  month_ = world.month;
  look_for_negatives(world);
  look_for_double_lives(world);
  look_at_searches(world);
  look_at_whole_moves(world);
  look_at_production(world);
  look_at_land(world);
  look_at_guarantees(world);
  if (world.month > 0) {
    look_at_openings(world);
    look_at_treasury(world);
    look_at_developer(world);
  }
  remember(world);
}

void PossibleWorld::expect(bool is_so, const std::string& what) {
  if (!is_so) faults_.push_back("month " + std::to_string(month_) + ": " + what);
}

void PossibleWorld::expect_not_negative(double value, const std::string& what) {
  expect(std::isfinite(value) && value >= -slack, what + " is " + std::to_string(value));
}

void PossibleWorld::expect_equal_yuan(double a, double b, double tolerance, const std::string& what) {
  expect(std::abs(a - b) <= tolerance, what + ": " + std::to_string(a) + " and " + std::to_string(b));
}

void PossibleWorld::look_for_negatives(const World& world) {
  const Labour& labour = world.labour;
  for (const double people : {labour.vacancies_park, labour.vacancies_district, labour.beds_in_use,
                              labour.quit_rate, labour.school_places_carry, labour.training_carry,
                              labour.fund_carry, labour.arrivals_carry, labour.tightness}) {
    expect_not_negative(people, "something of the labour market");
  }
  for (std::size_t s = 0; s < stage_count; ++s) {
    expect(labour.district_workers[s] >= 0 && labour.district_away[s] >= 0, "district workers below zero");
    expect_not_negative(world.chain.supply[s], "supply");
    expect_not_negative(world.chain.local_demand[s], "demand");
  }
  for (const std::int64_t trainees : labour.trainees) expect(trainees >= 0, "trainees below zero");
  expect(labour.moved_in >= 0, "people moved in below zero");
  expect(labour.beds_in_use <= labour.beds_capacity + slack, "more beds in use than stand");
  expect(labour.wage_yuan_month > 0, "no wage");
  const auto crew = [&](const Crew& c) {
    expect(c.festival_skilled <= c.festival_away && c.festival_returnees <= c.festival_skilled &&
               c.festival_returnees >= 0,
           "a crew gone home that cannot be");
  };
  for (const Tenant& tenant : world.tenants) {
    crew(tenant);
    for (const double value : {tenant.output_yuan_month, tenant.benefits_received_yuan, tenant.rent_paid_yuan,
                               tenant.plant.loan_yuan, tenant.plant.guaranteed_yuan, tenant.utilisation}) {
      expect_not_negative(value, "something of a tenant");
    }
  }
  for (const Project& project : world.projects) {
    crew(project);
    for (const double value : {project.paid_in_yuan, project.commission_yuan, project.plant.loan_yuan,
                               project.plant.guaranteed_yuan, project.plant.investment_yuan}) {
      expect_not_negative(value, "something of a project");
    }
    expect(project.paid_in_yuan <= project.plant.investment_yuan * (1 + slack) +
                                       project.plant.plot_mu * world.now.structural.land_price_per_mu * 4,
           "more paid in than was to be invested");
  }
  const Finance& finance = world.finance;
  for (const double value :
       {finance.guarantee_capital_yuan, finance.discount_budget_left_yuan, finance.guarantee_losses_yuan,
        finance.loans_amount_yuan, world.factories.developer.debt_yuan, world.factories.waiting_demand_m2,
        world.factories.sold_m2, world.factories.idle_buildings_m2, world.utilities.steam_permitted_t_h,
        world.utilities.wastewater_load_t_day, world.utilities.plating_load_t_day}) {
    expect_not_negative(value, "a stock of money, floor or utilities");
  }
}

void PossibleWorld::look_for_double_lives(const World& world) {
  std::set<std::uint64_t> alive;
  each_plant(world, [&](const Plant& plant) {
    expect(alive.insert(plant.who.number()).second, "a plant is there twice");
    expect(!left_.contains(plant.who.number()), "a plant that had left is there again");
  });
}

void PossibleWorld::look_at_searches(const World& world) {
  std::set<std::uint32_t> searching;
  for (std::size_t m = 0; m < world.pursuit.searches.size(); ++m) {
    const std::vector<Search>& ripe = world.pursuit.searches[m];
    std::vector<std::uint32_t> larger;
    for (const Search& search : ripe) {
      expect(searching.insert(search.firm).second, "a firm searches twice at a time");
      expect(world.pursuit.firms[search.firm].fate == Fate::Searching, "a firm searches that has gone");
      if (search.is_larger) larger.push_back(static_cast<std::uint32_t>(&search - ripe.data()));
    }
    expect(larger == world.pursuit.larger_among[m], "the list of larger searching firms is another");
  }
  const auto marked =
      static_cast<std::size_t>(std::ranges::count(world.pursuit.firms, Fate::Searching, &FirmState::fate));
  expect(marked == searching.size(), "a firm is marked as searching and does not");
}

/// An agent that stands for one firm is in one place; one that stands for several leaves its others behind.
void PossibleWorld::look_at_whole_moves(const World& world) {
  std::map<std::uint32_t, int> moved;
  each_plant(world, [&](const Plant& plant) {
    if (is_whole_move(plant) && plant.firm < world.pool->firms.size()) ++moved[plant.firm];
  });
  for (const auto& [firm, plants] : moved) {
    const bool stands_for_one = world.pool->firms[firm].is_target || world.pool->weight <= 1;
    if (!stands_for_one) continue;
    expect(plants == 1, "a firm has moved here twice");
    expect(world.pursuit.firms[firm].fate == Fate::InPark, "a firm that moved here is elsewhere too");
  }
}

void PossibleWorld::look_at_production(const World& world) {
  for (const Tenant& tenant : world.tenants) {
    const Plant& plant = tenant.plant;
    const double floor = floor_of(plant);
    if (plant.form == SiteForm::OwnPlot) {
      expect(!plant.parcel.is_none() && plant.plot_mu > 0 && floor == 0, "a plant without its plot produces");
    } else {
      expect(std::abs(floor - plant.floor_m2) <= 1e-3 && plant.parcel.is_none(),
             "a plant of " + std::to_string(plant.floor_m2) + " m2 produces on " + std::to_string(floor));
    }
    for (const FloorPiece& piece : plant.floor) {
      if (piece.block.is_none()) continue;
      const Block& block = world.factories.blocks[piece.block.index()];
      expect(block.finished_m2 > 0, "a plant produces in a block that is only a frame");
    }
    expect(tenant.workers > 0 || tenant.output_yuan_month == 0 || tenant.producing_month == world.month,
           "a plant without people produces");
  }
  for (const Block& block : world.factories.blocks) {
    expect(block.occupied_m2 <= block.finished_m2 + 1e-3, "more floor is occupied than is finished");
  }
}

/// Who produces from this month on was being fitted out with a site, a permit, money and hands.
void PossibleWorld::look_at_openings(const World& world) {
  for (const Tenant& tenant : world.tenants) {
    if (tenant.producing_month != world.month) continue;
    const auto before = projects_before_.find(tenant.plant.who.number());
    if (before == projects_before_.end()) {
      expect(false, "a plant produces that was no project");
      continue;
    }
    const Project& project = before->second;
    expect(project.phase == Phase::Building && !project.is_paper && project.has_site && project.has_permit &&
               project.has_finance,
           "a plant opens without site, permit or money");
    expect(tenant.workers >= 0.3 * tenant.plant.workers_promised, "a plant opens without people");
  }
}

void PossibleWorld::look_at_land(const World& world) {
  const double held = world.land.uses.held_mu.sum();
  double by_projects = 0;
  for (const Project& project : world.projects) {
    const bool holds = project.phase == Phase::Signed && !project.plant.parcel.is_none();
    by_projects += holds ? project.plant.plot_mu : 0;
  }
  expect(std::abs(held - by_projects) <= 1e-6, "land is held by nobody or twice: " + std::to_string(held) +
                                                   " and " + std::to_string(by_projects) + " mu");
}

void PossibleWorld::look_at_guarantees(const World& world) {
  double guaranteed = 0;
  each_plant(world, [&](const Plant& plant) { guaranteed += plant.guaranteed_yuan; });
  const Finance& finance = world.finance;
  expect_equal_yuan(finance.guarantee_outstanding_yuan, guaranteed, yuan, "guarantees and who has them");
  expect_equal_yuan(finance.guarantee_capital_yuan,
                    finance.guarantee_paid_in_yuan - finance.guarantee_losses_yuan, yuan,
                    "the guarantee company's capital");
  const double account = world.accounts.ledger.balance_yuan(Account::GuaranteeCompany);
  expect(account >= finance.guarantee_capital_yuan - rounding, "fees of the guarantee company below zero");
}

void PossibleWorld::look_at_treasury(const World& world) {
  const Accounts& accounts = world.accounts;
  const double cost = std::accumulate(accounts.cost_this_month.begin(), accounts.cost_this_month.end(), 0.0);
  const double net = accounts.income_this_month - cost;
  const double discount = std::pow(1 + world.now.structural.discount_rate / 12, world.month);
  expect_equal_yuan((accounts.fiscal_npv - before_.fiscal_npv) * discount, net, 1e-5, "net present value");
  const double received = accounts.ledger.balance_yuan(Account::Treasury) - before_.treasury;
  const double bonds = world.land.bond_money_yuan - before_.bonds;
  expect_equal_yuan(received, net + bonds, rounding, "what the treasury gained, and income less cost");
}

void PossibleWorld::look_at_developer(const World& world) {
  const Developer& developer = world.factories.developer;
  const double balance = world.accounts.ledger.balance_yuan(Account::Developer);
  expect_equal_yuan(developer.cash_yuan, balance, yuan, "the developer's cash and account");
  const double rate = (world.surroundings.interest_rate + world.now.structural.developer_spread) / 12;
  const double gained = developer.flows.back() - before_.developer_debt * rate + developer.equity_yuan -
                        before_.developer_equity + developer.debt_yuan - before_.developer_debt;
  expect_equal_yuan(balance - before_.developer, gained, rounding, "what the developer gained");
  expect_equal_yuan(developer.cumulative_yuan - before_.developer_cumulative, developer.flows.back(), yuan,
                    "the developer's flows");
}

void PossibleWorld::remember(const World& world) {
  const Developer& developer = world.factories.developer;
  before_ = {world.accounts.ledger.balance_yuan(Account::Treasury),
             world.land.bond_money_yuan,
             world.accounts.fiscal_npv,
             world.accounts.ledger.balance_yuan(Account::Developer),
             developer.debt_yuan,
             developer.equity_yuan,
             developer.cumulative_yuan};
  projects_before_.clear();
  for (const Project& project : world.projects) projects_before_.emplace(project.plant.who.number(), project);
  std::set<std::uint64_t> alive;
  each_plant(world, [&](const Plant& plant) { alive.insert(plant.who.number()); });
  std::set_difference(alive_before_.begin(), alive_before_.end(), alive.begin(), alive.end(),
                      std::inserter(left_, left_.end()));
  alive_before_ = std::move(alive);
}

}  // namespace park::test
