// SPDX-License-Identifier: MIT
#include "rules/exits.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/random.hpp"
#include "rules/contracts.hpp"
#include "rules/floor_allocation.hpp"
#include "rules/labour.hpp"

namespace park {
namespace {

constexpr auto causes = static_cast<std::size_t>(ExitCause::Count);

using ExitHazards = std::array<double, causes>;  ///< a month, by cause

double usual_hazard_year(const Structural& s, int age_months) {
  if (age_months < 12) return s.exit_year_1;
  if (age_months < 24) return s.exit_year_2;
  if (age_months < 36) return s.exit_year_3;
  return age_months < 84 ? s.exit_years_4_to_7 : s.exit_years_8_on;
}

ExitHazards exit_hazards(const World& world, const Tenant& tenant) {
  const Structural& s = world.now.structural;
  const int age = world.month - tenant.producing_month;
  const double usual = usual_hazard_year(s, age) / 12 * (tenant.plant.workers_promised > 100 ? 0.6 : 1.0);
  ExitHazards hazards{};
  const auto of = [&](ExitCause cause) -> double& { return hazards[static_cast<std::size_t>(cause)]; };
  of(ExitCause::Age) = 0.4 * usual;
  const double loss = std::clamp(-tenant.margin_12 / 0.05, 0.0, 4.0);
  of(ExitCause::Loss) = usual * loss;
  const bool is_short =
      age > 18 && tenant.workers + tenant.festival_away < 0.6 * wanted_workers(world, tenant);
  of(ExitCause::Labour) = is_short ? usual : 0;
  of(ExitCause::Finance) = tenant.has_defaulted ? 0.08 : 0;
  of(ExitCause::Market) = tenant.utilisation < 0.55 ? usual : 0;
  of(ExitCause::Rival) = s.leaves_for_rival_year / 12 * (tenant.margin_12 < 0.02 ? 2.0 : 0.5);
  return hazards;
}

/// Of competing causes, each with the chance of its part in the hazard of the month.
ExitCause draw_cause(const World& world, const Tenant& tenant, const ExitHazards& hazards) {
  RandomStream stream{world.seed, Draw::Exit, tenant.plant.who.number(),
                      static_cast<std::uint32_t>(world.month)};
  double u = stream.uniform() * std::accumulate(hazards.begin(), hazards.end(), 0.0);
  for (std::size_t cause = 0; cause < causes; ++cause) {
    if (u < hazards[cause]) return static_cast<ExitCause>(cause);
    u -= hazards[cause];
  }
  return ExitCause::Age;
}

/// Benefits of a firm that missed its promise are claimed back, as far as the lever says.
void claw_back(World& world, Tenant& tenant) {
  const double claimed = world.now.levers.claw_back * tenant.benefits_received_yuan;
  if (claimed <= 0 || tenant.workers >= 0.7 * tenant.plant.workers_promised) return;
  world.accounts.spend(CostKind::ClawBack, Account::ParkFirms,
                       -claimed * world.now.structural.claw_back_success);
  tenant.benefits_received_yuan -= claimed;
}

void close(World& world, Tenant& tenant, ExitCause cause) {
  Plant& plant = tenant.plant;
  claw_back(world, tenant);
  dismiss(world, tenant.workers, tenant.skilled, tenant.returnees, tenant.festival_away);
  give_up_site(world, plant, true);
  Utilities& u = world.utilities;
  const bool is_plating = world.traits(plant.activity).pollution_class >= 2;
  (is_plating ? u.plating_permitted_t_day : u.wastewater_permitted_t_day) -= plant.effluent_t_day;
  u.steam_permitted_t_h -= plant.steam_t_h;
  world.finance.guarantee_outstanding_yuan -= plant.guaranteed_yuan;
  world.accounts.ledger.pay(Account::ParkFirms, Account::Banks, plant.loan_yuan);
  if (plant.firm != FirmId::none_value)
    world.pursuit.tenants_from[class_of(plant.activity, plant.region)] -= 1;
  world.tallies.firms_closed += counts_as_firm(plant) ? 1 : 0;
  world.tallies.closed_by[static_cast<std::size_t>(cause)] += 1;
  world.journal.record(world.month, EventKind::Closed, plant.who, static_cast<std::uint32_t>(cause),
                       tenant.workers);
}

/// Every 36th month in production the promise is looked at.
void review_promise(World& world, Tenant& tenant) {
  if (world.month - tenant.producing_month != 36) return;
  claw_back(world, tenant);
}

}  // namespace

void close_failing(World& world) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < world.tenants.size(); ++i) {
    Tenant& tenant = world.tenants[i];
    review_promise(world, tenant);
    const ExitHazards hazards = exit_hazards(world, tenant);
    // The clock runs from the month after the opening.
    const bool opens_now = tenant.producing_month == world.month;
    if (!opens_now) tenant.clocks.exit -= std::accumulate(hazards.begin(), hazards.end(), 0.0);
    if (tenant.clocks.exit <= 0) {
      close(world, tenant, draw_cause(world, tenant, hazards));
      continue;
    }
    if (kept != i) world.tenants[kept] = tenant;
    ++kept;
  }
  world.tenants.resize(kept);
}

}  // namespace park
