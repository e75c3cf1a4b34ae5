// SPDX-License-Identifier: MIT
#include "rules/developer.hpp"

#include <algorithm>
#include <array>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>

#include "core/no_value.hpp"

namespace park {
namespace {

constexpr double cash_kept_yuan = 5e6;

double credit_limit(const World& world) {
  const Structural& s = world.now.structural;
  double owned = 0;
  for (const Block& block : world.factories.blocks) {
    if (!block.is_district_owned) owned += (block.floor_m2 * block.progress - block.sold_m2);
  }
  return s.developer_leverage * world.factories.developer.equity_yuan +
         s.loan_to_value_building * owned * world.now.uncertainties.build_cost;
}

/// Yearly net rent of let floor, capitalised; floor that stands empty is worth nothing until it is let.
double terminal_value(const World& world) {
  double let = 0;
  for (const Block& block : world.factories.blocks) {
    if (!block.is_district_owned) let += std::max(0.0, block.occupied_m2 - block.sold_m2);
  }
  const Structural& s = world.now.structural;
  return let * 12 * world.now.levers.standard_factory_rent * (1 - s.rent_upkeep_share) / s.terminal_cap_rate;
}

/// Of all flows and `last`, a month after them. Horner's rule in four chains side by side, since each step of
/// one waits for the step before.
double present_value(const World& world, double monthly_rate, double last) {
  const std::vector<double>& flows = world.factories.developer.flows;
  const double v = 1 / (1 + monthly_rate);
  const double v4 = v * v * v * v;
  std::array<double, 4> sums{};
  sums[flows.size() % 4] = last;
  std::size_t t = flows.size();
  for (; t % 4 != 0; --t) sums[(t - 1) % 4] = flows[t - 1] + v4 * sums[(t - 1) % 4];
  for (; t > 0; t -= 4) {
    for (std::size_t k = 0; k < 4; ++k) sums[k] = flows[t - 4 + k] + v4 * sums[k];
  }
  return sums[0] + v * (sums[1] + v * (sums[2] + v * sums[3]));
}

}  // namespace

double uncommitted_funds(const World& world) {
  double committed = 0;
  for (const Block& block : world.factories.blocks) {
    if (block.progress < 1)
      committed += (1 - block.progress) * block.floor_m2 * world.now.uncertainties.build_cost;
  }
  const double cash = world.accounts.ledger.balance_yuan(Account::Developer);
  return cash + credit_limit(world) - world.factories.developer.debt_yuan - committed;
}

void close_developer_month(World& world) {
  Developer& developer = world.factories.developer;
  Ledger<Account>& ledger = world.accounts.ledger;
  const double rate_month = (world.surroundings.interest_rate + world.now.structural.developer_spread) / 12;
  ledger.pay(Account::Developer, Account::Banks, developer.debt_yuan * rate_month);
  const double cash = ledger.balance_yuan(Account::Developer);
  if (cash < cash_kept_yuan) {
    const double drawn = cash_kept_yuan - cash;
    developer.debt_yuan += drawn;
    ledger.pay(Account::Banks, Account::Developer, drawn);
  } else if (developer.debt_yuan > 0) {
    const double repaid = std::min(developer.debt_yuan, cash - cash_kept_yuan);
    developer.debt_yuan -= repaid;
    ledger.pay(Account::Developer, Account::Banks, repaid);
  }
  developer.cash_yuan = ledger.balance_yuan(Account::Developer);
  developer.cumulative_yuan += developer.flow_this_month;
  developer.peak_funding_yuan = std::max(developer.peak_funding_yuan, -developer.cumulative_yuan);
  const bool has_paid_back = developer.peak_funding_yuan > 0 && developer.cumulative_yuan >= 0;
  if (has_paid_back && developer.payback_month < 0) developer.payback_month = world.month;
  if (!has_paid_back && developer.cumulative_yuan < 0) developer.payback_month = -1;
  const double discount = world.now.structural.discount_rate / 12;
  developer.npv_yuan += developer.flow_this_month / std::pow(1 + discount, world.month);
  developer.flows.push_back(developer.flow_this_month);
  developer.flow_this_month = 0;
}

double developer_npv_per_m2(const World& world) {
  if (world.factories.built_total_m2 <= 0) return no_value;
  const double discount = world.now.structural.discount_rate / 12;
  const double last = terminal_value(world) / std::pow(1 + discount, world.month);
  return (world.factories.developer.npv_yuan + last) / world.factories.built_total_m2;
}

double developer_irr(const World& world) {
  if (world.factories.developer.peak_funding_yuan <= 0) return no_value;
  constexpr double lowest = -0.05;  // a month
  constexpr double highest = 0.05;
  const double last = terminal_value(world);
  const auto worth = [&](double rate) { return present_value(world, rate, last); };
  const auto yearly = [](double rate) { return 100 * (std::pow(1 + rate, 12) - 1); };
  const double at_lowest = worth(lowest);
  const double at_highest = worth(highest);
  // The value falls as the rate rises.
  if (at_lowest <= 0) return yearly(lowest);
  if (at_highest >= 0) return yearly(highest);
  const boost::math::tools::eps_tolerance<double> exact_enough(24);
  std::uintmax_t evaluations = 40;
  const auto root = boost::math::tools::toms748_solve(worth, lowest, highest, at_lowest, at_highest,
                                                      exact_enough, evaluations);
  return yearly(0.5 * (root.first + root.second));
}

}  // namespace park
