// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "rules/clocks.hpp"
#include "rules/contracts.hpp"
#include "rules/exits.hpp"
#include "rules/floor_allocation.hpp"
#include "rules/growth.hpp"
#include "rules/labour.hpp"
#include "rules/rules.hpp"
#include "rules/withdrawal.hpp"

namespace park {
namespace {

constexpr double opens_with_share = 0.3;    ///< of the promised posts filled before production
constexpr double at_capacity_share = 0.85;  ///< of the promised posts filled at design capacity

double months_to_build(const World& world, const Plant& plant) {
  RandomStream stream{world.seed, Draw::Construction, plant.who.number()};
  const double fit_out = 2 + 2.5 * stream.uniform();
  if (plant.form != SiteForm::OwnPlot) return fit_out;
  const double size = std::clamp(std::sqrt(plant.workers_promised / 150.0), 0.6, 1.6);
  return fit_out + world.now.structural.own_build_months * size * (0.7 + 0.6 * stream.uniform());
}

/// A firm with thin orders waits for better times before it spends.
bool waits_for_market(const World& world, const Project& project) {
  RandomStream stream{world.seed, Draw::FirmDemand, project.plant.who.number(),
                      static_cast<std::uint32_t>(world.month)};
  const double relative = world.surroundings.utilisation[index_of(project.plant.activity)] /
                          world.now.structural.normal_utilisation;
  return stream.uniform() > std::clamp(0.2 + 0.8 * relative * relative * relative, 0.1, 1.0);
}

/// What holds a signed project up; Count if nothing does.
Cause holdup(const World& world, const Project& project) {
  if (!project.has_site) return Cause::Space;
  if (!project.has_permit) return Cause::Permit;
  if (!project.has_finance) return Cause::Finance;
  if (project.service_months_left > 0) return Cause::Service;
  if (!is_floor_ready(world, project.plant)) return Cause::Space;
  return waits_for_market(world, project) ? Cause::Market : Cause::Count;
}

/// The time that papers take where nobody queues: the permit is asked for, the loan a month after signing,
/// and officers work at their own pace. All of it runs side by side, so whatever else is missing meanwhile
/// costs no month.
bool is_in_usual_time(const World& world, const Project& project) {
  const int age = world.month - project.plant.signed_month;
  const int papers = std::max(1, static_cast<int>(world.now.structural.permit_months));
  return age < papers || project.usual_service_left > 0;
}

void pay_in(World& world, Project& project, double yuan) {
  project.paid_in_yuan += yuan;
  world.tallies.investment_paid_in_yuan += yuan;
  // Floor that was bought is paid to its seller on moving in.
  const double to_seller = project.plant.floor_price_yuan / std::max(1.0, project.plant.investment_yuan);
  world.accounts.ledger.pay(Account::ParkFirms, Account::Outside, yuan * (1 - to_seller));
}

void start(World& world, Project& project) {
  Plant& plant = project.plant;
  project.phase = Phase::Building;
  plant.started_month = world.month;
  move_in(world, plant);
  project.build_months_left = months_to_build(world, plant);
  project.build_months_total = project.build_months_left;
  if (counts_as_firm(plant)) {
    world.tallies.firms_started += 1;
    world.tallies.relocated_started += plant.origin == Origin::Relocated ? 1 : 0;
  }
  if (project.commission_yuan > 0) {
    world.accounts.spend(CostKind::Agencies, Account::Outside, project.commission_yuan);
    project.commission_yuan = 0;
  }
  world.journal.record(world.month, EventKind::Started, plant.who, 0, plant.workers_promised);
}

/// True if the plant begins to produce this month.
bool build(World& world, Project& project) {
  if (project.build_months_left > 0) {
    const double month = std::min(1.0, project.build_months_left);
    pay_in(world, project, project.plant.investment_yuan * month / project.build_months_total);
    project.build_months_left -= 1;
    return false;
  }
  if (project.workers >= opens_with_share * project.plant.workers_promised) return true;
  const Stage stage = stage_of(project.plant.activity);
  world.journal.hold_up(world.month, project.plant.who, stage, Cause::Labour);
  return false;
}

TenantClocks draw_clocks(const World& world, const Identity& who) {
  RandomStream stream{world.seed, Draw::PlantClocks, who.number()};
  TenantClocks clocks;
  clocks.exit = draw_clock(stream);
  clocks.growth = draw_clock(stream);
  clocks.loan_default = draw_clock(stream);
  return clocks;
}

void begin_production(World& world, const Project& project) {
  Tenant tenant;
  tenant.plant = project.plant;
  tenant.producing_month = world.month;
  static_cast<Crew&>(tenant) = project;
  tenant.clocks = draw_clocks(world, tenant.plant.who);
  if (tenant.plant.form == SiteForm::LeaseToOwn) {
    tenant.option_month = world.month + static_cast<int>(world.now.levers.lease_to_own_months);
  }
  world.tallies.signed_to_production.end(tenant.plant.signed_month, world.month, true);
  if (tenant.plant.firm != FirmId::none_value) {
    world.pursuit.tenants_from[class_of(tenant.plant.activity, tenant.plant.region)] += 1;
  }
  world.journal.record(world.month, EventKind::Producing, tenant.plant.who, 0, tenant.workers);
  world.tenants.push_back(tenant);
}

/// Advances one project; false when it leaves the list (produces or withdraws).
bool advance(World& world, Project& project) {
  if (project.phase == Phase::Negotiating) return true;
  if (project.phase == Phase::Building) {
    if (!build(world, project)) return true;
    begin_production(world, project);
    return false;
  }
  if (project.is_paper) return !withdraws_paper(world, project);
  const Cause cause = holdup(world, project);
  if (cause == Cause::Count) {
    start(world, project);
    return true;
  }
  const Stage stage = stage_of(project.plant.activity);
  if (is_in_usual_time(world, project)) {
    world.journal.pass_usual_time(stage);
  } else {
    world.journal.hold_up(world.month, project.plant.who, stage, cause);
  }
  return !withdraws(world, project, cause);
}

void reach_capacity(World& world) {
  for (Tenant& tenant : world.tenants) {
    if (tenant.at_capacity || world.month - tenant.producing_month < 12) continue;
    if (tenant.workers < at_capacity_share * tenant.plant.workers_promised) continue;
    tenant.at_capacity = true;
    world.journal.record(world.month, EventKind::AtCapacity, tenant.plant.who, 0, tenant.workers);
  }
}

}  // namespace

void pass_milestones(World& world) {
  std::size_t kept = 0;
  const std::size_t count = world.projects.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (!advance(world, world.projects[i])) continue;
    if (kept != i) world.projects[kept] = world.projects[i];
    ++kept;
  }
  PARK_ASSERT(world.projects.size() == count);
  world.projects.resize(kept);
  reach_capacity(world);
  grow(world);
  close_failing(world);
}

}  // namespace park
