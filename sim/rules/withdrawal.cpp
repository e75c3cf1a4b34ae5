// SPDX-License-Identifier: MIT
#include "rules/withdrawal.hpp"

#include <algorithm>

#include "rules/contracts.hpp"
#include "rules/floor_allocation.hpp"

namespace park {
namespace {

WithdrawalCause reason_for(Cause cause) {
  switch (cause) {
    case Cause::Space:
      return WithdrawalCause::Space;
    case Cause::Permit:
      return WithdrawalCause::Permit;
    case Cause::Labour:
      return WithdrawalCause::Labour;
    case Cause::Finance:
      return WithdrawalCause::Finance;
    case Cause::Service:
      return WithdrawalCause::Service;
    case Cause::Market:
      return WithdrawalCause::Market;
    case Cause::Count:
      break;
  }
  return WithdrawalCause::Market;
}

void leave(World& world, Project& project, WithdrawalCause cause) {
  Plant& plant = project.plant;
  if (project.has_site) give_up_site(world, plant, false);
  if (project.has_permit) {
    Utilities& u = world.utilities;
    const bool is_plating = world.traits(plant.activity).pollution_class >= 2;
    (is_plating ? u.plating_permitted_t_day : u.wastewater_permitted_t_day) -= plant.effluent_t_day;
    u.steam_permitted_t_h -= plant.steam_t_h;
  }
  world.finance.guarantee_outstanding_yuan -= plant.guaranteed_yuan;
  // A loan that was granted and not used goes back.
  world.accounts.ledger.pay(Account::ParkFirms, Account::Banks, plant.loan_yuan);
  world.tallies.firms_withdrawn += counts_as_firm(plant) ? 1 : 0;
  world.tallies.withdrawn_by[static_cast<std::size_t>(cause)] += 1;
  world.tallies.signed_to_production.end(plant.signed_month, world.month, false);
  world.journal.record(world.month, EventKind::Withdrawn, plant.who, static_cast<std::uint32_t>(cause));
}

}  // namespace

bool withdraws_paper(World& world, Project& project) {
  if (world.month < project.fades_month) return false;
  leave(world, project, WithdrawalCause::Paper);
  return true;
}

bool withdraws(World& world, Project& project, Cause cause) {
  const Structural& s = world.now.structural;
  const double late = std::max(0, world.month - project.promised_month);
  project.withdrawal_clock -= std::min(0.15, s.withdrawal_month + s.withdrawal_per_late_month * late);
  if (project.withdrawal_clock > 0) return false;
  leave(world, project, reason_for(cause));
  return true;
}

}  // namespace park
