// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "rules/awareness.hpp"
#include "rules/clause_benefits.hpp"
#include "rules/rules.hpp"
#include "scenario/load.hpp"

namespace park {
namespace {

/// Value of a step in its j-th month; integers round down.
double ramped(const PolicyStep& step, double old, int j) {
  if (step.ramp_months <= 0 || j >= step.ramp_months) return step.value;
  const double value = old + (step.value - old) * j / step.ramp_months;
  const bool is_whole = step.key.row != nullptr && step.key.row->kind == ValueKind::Integer;
  return is_whole ? std::floor(value) : value;
}

/// Mean intensity in force of the clauses that name a lever; 1 if none does.
double clause_scale(const World& world, std::string_view lever) {
  double sum = 0;
  int clauses = 0;
  for (std::size_t i = 0; i < clause_count; ++i) {
    if (world.scenario->facts->clauses.clauses[i].lever != lever) continue;
    sum += clause_in_force(world, i);
    ++clauses;
  }
  return clauses == 0 ? 1.0 : sum / clauses;
}

/// A clause on what a lever sets scales that lever, so that nothing is paid twice.
void scale_levers_by_clauses(World& world) {
  Levers& levers = world.now.levers;
  const auto scale = [&](double& lever, std::string_view key, double most) {
    lever = std::min(most, lever * clause_scale(world, key));
  };
  scale(levers.rent_free_months, "rent_free_months", 60);
  scale(levers.interest_discount, "interest_discount", 4);
  scale(levers.training_subsidy, "training_subsidy", 4000);
  scale(levers.stay_subsidy, "stay_subsidy", 100);
  scale(levers.school_places_per_year, "school_places_per_year", 3000);
  // A subsidy of the guarantee fee lowers it: half the fee at twice the intensity, half as much again at
  // none.
  levers.guarantee_fee *= 1.5 - 0.5 * clause_scale(world, "guarantee_fee");
}

bool is_clean_up_month(const World& world) {
  return world.months_done() == static_cast<int>(world.now.uncertainties.incentives_voided_month);
}

void list_paying_clauses(World& world) {
  world.prices.paying_clauses = {};
  for (std::size_t i = 0; i < clause_count; ++i) {
    const double before = world.prices.clause_intensity[i];
    world.prices.clause_intensity[i] = clause_in_force(world, i);
    if (is_clean_up_month(world) && world.prices.clause_intensity[i] <= 0 && before > 0) {
      world.journal.record(world.month, EventKind::ClauseVoided, {}, static_cast<std::uint32_t>(i));
    }
    const PolicyClause& clause = world.scenario->facts->clauses.clauses[i];
    if (clause.lever.empty() && world.prices.clause_intensity[i] > 0) world.prices.paying_clauses.add(i);
  }
}

void list_courted_leaders(World& world) {
  world.pursuit.courted.clear();
  for (std::size_t firm = world.pool->pool_agents; firm < world.pool->firms.size(); ++firm) {
    const auto id = static_cast<std::uint32_t>(firm);
    if (is_courted(world, id)) world.pursuit.courted.push_back(id);
  }
}

}  // namespace

void put_policy_in_force(World& world) {
  const Scenario& scenario = *world.scenario;
  const bool has_timeline = !scenario.policy.empty() || !scenario.shocks.empty();
  const bool is_first = world.month == 1;
  world.parameters_changed = is_first || has_timeline || is_clean_up_month(world);
  if (!world.parameters_changed) return;
  world.now = scenario.parameters;
  for (const PolicyStep& step : scenario.policy) {
    const int j = world.month - step.at;
    if (j >= 1) set(world.now, step.key, ramped(step, get(world.now, step.key), j));
  }
  for (const Shock& shock : scenario.shocks) {
    const int j = world.month - shock.at;
    if (j >= 1 && (shock.months == 0 || j <= shock.months)) set(world.now, shock.key, shock.value);
  }
  scale_levers_by_clauses(world);
  list_paying_clauses(world);
  list_courted_leaders(world);
  ++world.prices.policy_epoch;
}

}  // namespace park
