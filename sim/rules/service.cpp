// SPDX-License-Identifier: MIT
#include "rules/service.hpp"

#include <algorithm>

#include "rules/rules.hpp"

namespace park {
namespace {

/// How much longer everything takes because officers carry too many projects: 1 to 3.
double caseload_stretch(const World& world) {
  double active = 0;
  for (const Project& project : world.projects) active += project.phase == Phase::Negotiating ? 0.3 : 1.0;
  const double capacity = world.now.levers.service_officers * world.now.uncertainties.officer_caseload;
  if (capacity <= 0) return 3;
  // Well below the limit there is still some waiting for one's officer.
  return std::clamp(0.8 + 0.6 * active / capacity, 1.0, 3.0);
}

/// An obstacle is found half an interval after it appears, then worked on.
double pace(const World& world) {
  const double months_to_find = world.now.levers.visit_interval_weeks / 2 * 7 / 30.4;
  return 1 / (0.75 + 0.35 * months_to_find);
}

}  // namespace

double service_pace(const World& world) { return pace(world) / caseload_stretch(world); }

double leader_factor(const World& world, const Plant& plant) {
  return plant.has_leader_guarantee ? world.now.structural.leader_guarantee_speed : 1;
}

void serve_projects(World& world) {
  const double monthly = service_pace(world);
  const double unhurried = pace(world);
  for (Project& project : world.projects) {
    if (project.phase != Phase::Signed || project.is_paper) continue;
    const double leader = leader_factor(world, project.plant);
    project.service_months_left -= monthly * leader;
    project.usual_service_left -= unhurried * leader;
  }
  world.accounts.spend(CostKind::Service, Account::Households,
                       world.now.levers.service_officers * world.now.structural.officer_cost_year / 12);
}

}  // namespace park
