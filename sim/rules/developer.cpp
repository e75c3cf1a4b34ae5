// SPDX-License-Identifier: MIT
#include "rules/developer.hpp"

#include <algorithm>
#include <array>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>

#include "core/lanes.hpp"
#include "core/logarithm.hpp"
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

/// Present value of all flows and of `last`, a month after them, and how it changes with the discount factor.
struct PresentValue {
  double value = 0;
  double slope = 0;
};

/// `factor`: 1 / (1 + monthly rate). Horner's rule in four chains side by side, since each step of one waits
/// for the step before.
PresentValue present_value(const World& world, double factor, double last) {
  const std::vector<double>& flows = world.factories.developer.flows;
  const double factor_2 = factor * factor;
  const double factor_4 = factor_2 * factor_2;
  DoubleLane top{};
  const std::size_t whole = flows.size() / 4 * 4;
  std::copy(flows.begin() + static_cast<std::ptrdiff_t>(whole), flows.end(), top.begin());
  top[flows.size() % 4] = last;
  auto sums = load<DoubleVector>(top);
  DoubleVector slopes{};
  for (std::size_t t = whole; t > 0; t -= 4) {
    slopes = slopes * factor_4 + sums;
    sums = sums * factor_4 + four_at(flows.data() + t - 4);
  }
  const auto joined = [&](DoubleVector chains) {
    return chains[0] + factor * (chains[1] + factor * (chains[2] + factor * chains[3]));
  };
  const double between = sums[1] + factor * (2 * sums[2] + factor * 3 * sums[3]);
  return {joined(sums), between + 4 * factor_2 * factor * joined(slopes)};
}

constexpr double lowest_rate = -0.05;  ///< a month
constexpr double highest_rate = 0.05;

double factor_of(double rate) { return 1 / (1 + rate); }

/// By Newton's steps from last month's factor; no value where they lead out of bounds or do not settle.
double factor_near(const World& world, double factor, double last) {
  for (int step = 0; step < 6; ++step) {
    const PresentValue there = present_value(world, factor, last);
    const double moved = there.value / there.slope;
    factor -= moved;
    if (!(factor > factor_of(highest_rate) && factor < factor_of(lowest_rate))) return no_value;
    if (std::abs(moved) < 1e-10) return factor;
  }
  return no_value;
}

/// Factor at which the flows are worth nothing, within the bounds, where the value falls as the rate rises.
double factor_between(const World& world, double last) {
  const auto worth = [&](double factor) { return present_value(world, factor, last).value; };
  const double at_lowest = worth(factor_of(lowest_rate));
  const double at_highest = worth(factor_of(highest_rate));
  if (at_lowest <= 0) return factor_of(lowest_rate);
  if (at_highest >= 0) return factor_of(highest_rate);
  const boost::math::tools::eps_tolerance<double> exact_enough(34);
  std::uintmax_t evaluations = 60;
  const auto root = boost::math::tools::toms748_solve(worth, factor_of(highest_rate), factor_of(lowest_rate),
                                                      at_highest, at_lowest, exact_enough, evaluations);
  return 0.5 * (root.first + root.second);
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
  developer.npv_yuan += developer.flow_this_month * power(1 + discount, -world.month);
  developer.flows.push_back(developer.flow_this_month);
  developer.flow_this_month = 0;
  find_developer_return(world);
}

void find_developer_return(World& world) {
  Developer& developer = world.factories.developer;
  if (developer.peak_funding_yuan <= 0) return;
  const double last = terminal_value(world);
  const double before = developer.return_factor;
  const bool was_between = before > factor_of(highest_rate) && before < factor_of(lowest_rate);
  double factor = was_between ? factor_near(world, before, last) : no_value;
  if (std::isnan(factor)) factor = factor_between(world, last);
  developer.return_factor = factor;
}

double developer_npv_per_m2(const World& world) {
  if (world.factories.built_total_m2 <= 0) return no_value;
  const double discount = world.now.structural.discount_rate / 12;
  const double last = terminal_value(world) * power(1 + discount, -world.month);
  return (world.factories.developer.npv_yuan + last) / world.factories.built_total_m2;
}

double developer_irr(const World& world) {
  const double factor = world.factories.developer.return_factor;
  if (std::isnan(factor)) return no_value;
  return 100 * (power(factor, -12) - 1);
}

}  // namespace park
