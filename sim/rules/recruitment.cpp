// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <numeric>

#include "rules/awareness.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

using ClassContacts = std::array<std::array<float, size_bands_for_contact>, firm_class_count>;

/// Whom a team calls on: the region's larger firms in proportion, or the weakest stages first.
std::array<double, activity_count> targeting(const World& world, std::size_t region) {
  std::array<double, activity_count> by_presence{};
  std::array<double, activity_count> by_gap{};
  for (std::size_t a = 0; a < activity_count; ++a) {
    const std::size_t stage = index_of(stage_of(static_cast<Activity>(a)));
    by_presence[a] = world.pool->larger_agents_in_class[a * region_count + region];
    const double gap = 1 - world.chain.completeness[stage];
    by_gap[a] = by_presence[a] > 0 ? gap * gap : 0;
  }
  const double presence = std::accumulate(by_presence.begin(), by_presence.end(), 0.0);
  const double gaps = std::accumulate(by_gap.begin(), by_gap.end(), 0.0);
  const double weak_first = world.now.levers.weak_link_targeting;
  std::array<double, activity_count> share{};
  for (std::size_t a = 0; a < activity_count; ++a) {
    const double usual = presence > 0 ? by_presence[a] / presence : 0;
    share[a] = gaps > 0 ? (1 - weak_first) * usual + weak_first * by_gap[a] / gaps : usual;
  }
  return share;
}

double teams_in(const Levers& levers, std::size_t region) {
  const std::array<double, region_count> teams = {levers.teams_greater_bay_area, levers.teams_yangtze_delta,
                                                  levers.teams_bohai_rim};
  return teams[region];
}

/// Contacts an agent of each class can expect this month.
ClassContacts contacts_this_month(const World& world) {
  const Structural& s = world.now.structural;
  const Pool& pool = *world.pool;
  const double tenants = static_cast<double>(world.tenants.size());
  ClassContacts contacts{};
  for (std::size_t r = 0; r < region_count; ++r) {
    const double passive = world.places().origins[r].passive_awareness_year / 12 * pool.weight *
                           (1 + s.fame_per_tenant * tenants);
    double agents = 0;
    double tenants_from_region = 0;
    for (std::size_t a = 0; a < activity_count; ++a) {
      agents += pool.agents_in_class[a * region_count + r];
      tenants_from_region += world.pursuit.tenants_from[a * region_count + r];
    }
    const std::array<double, activity_count> share = targeting(world, r);
    const double calls =
        teams_in(world.now.levers, r) * world.now.levers.contacts_per_team_month * s.contact_effect;
    for (std::size_t a = 0; a < activity_count; ++a) {
      const std::size_t c = a * region_count + r;
      const double told_in_trade =
          pool.agents_in_class[c] > 0 ? world.pursuit.tenants_from[c] / pool.agents_in_class[c] : 0;
      const double told_in_region = agents > 0 ? tenants_from_region / agents : 0;
      const double heard = passive + s.word_of_mouth_year / 12 * 0.5 * (told_in_trade + told_in_region);
      const double larger = pool.larger_agents_in_class[c];
      contacts[c][0] = static_cast<float>(heard);
      contacts[c][1] =
          static_cast<float>(heard + (larger > 0 ? std::min(1.0, calls * share[a] / larger) : 0));
    }
  }
  return contacts;
}

/// Agencies look among the larger firms that search now; each is found in proportion.
void hand_out_leads(World& world) {
  const Levers& levers = world.now.levers;
  std::size_t within_reach = 0;
  for (const Search& search : world.pursuit.searches) {
    within_reach += world.pool->firms[search.firm].employees >= workshop_employees ? 1U : 0U;
  }
  const double leads = levers.agencies * world.now.uncertainties.leads_per_agency *
                       (1 + 0.1 * (levers.agency_commission - 2) / 2);
  const double each = within_reach > 0 ? std::min(0.5, leads / static_cast<double>(within_reach)) : 0;
  for (Search& search : world.pursuit.searches) {
    if (world.pool->firms[search.firm].employees >= workshop_employees) search.agency_intensity += each;
    if (is_courted(world, search.firm)) search.lead_intensity += world.now.structural.courting_month;
  }
}

/// Rank of a search for a leaders' visit: leading firms and the largest first.
double rank_for_visit(const World& world, const Search& search) {
  const PoolFirm& firm = world.pool->firms[search.firm];
  return firm.employees * (firm.is_leader ? 100.0 : 1.0);
}

/// The district's leaders call on larger searching firms that know of the park, by rank.
void visit(World& world) {
  Pursuit& pursuit = world.pursuit;
  pursuit.leader_visits_carry +=
      world.now.levers.leader_visits_per_month * world.now.structural.firms_per_leader_visit;
  if (pursuit.leader_visits_carry < 1) return;
  std::vector<std::uint32_t>& candidates = world.scratch;
  candidates.clear();
  for (std::size_t i = 0; i < pursuit.searches.size(); ++i) {
    const Search& search = pursuit.searches[i];
    if (search.visited || world.pool->firms[search.firm].employees < workshop_employees) continue;
    const bool can_be_called_on = is_courted(world, search.firm) || knows_park(world, search);
    if (can_be_called_on) candidates.push_back(static_cast<std::uint32_t>(i));
  }
  std::sort(candidates.begin(), candidates.end(), [&](std::uint32_t a, std::uint32_t b) {
    const double left = rank_for_visit(world, pursuit.searches[a]);
    const double right = rank_for_visit(world, pursuit.searches[b]);
    return left != right ? left > right : pursuit.searches[a].firm < pursuit.searches[b].firm;
  });
  for (const std::uint32_t i : candidates) {
    if (pursuit.leader_visits_carry < 1) break;
    pursuit.leader_visits_carry -= 1;
    pursuit.searches[i].visited = true;
    world.journal.record(world.month, EventKind::Visited, identity_of(*world.pool, pursuit.searches[i].firm));
  }
  // Visits that found nobody are not saved up for long.
  pursuit.leader_visits_carry = std::min(pursuit.leader_visits_carry, 6.0);
}

double courted_leaders(const World& world) {
  double courted = 0;
  for (std::size_t firm = world.pool->pool_agents; firm < world.pool->firms.size(); ++firm) {
    courted += is_courted(world, static_cast<std::uint32_t>(firm)) ? 1 : 0;
  }
  return courted;
}

void pay_recruitment(World& world) {
  const Levers& levers = world.now.levers;
  const Structural& s = world.now.structural;
  const double teams = levers.teams_greater_bay_area + levers.teams_yangtze_delta + levers.teams_bohai_rim;
  const double calls = levers.contacts_per_team_month / 12;
  world.accounts.spend(CostKind::Teams, Account::Outside,
                       teams * s.team_cost_year / 12 * (0.5 + 0.5 * calls) +
                           levers.leader_visits_per_month * s.leader_visit_cost +
                           courted_leaders(world) * s.courting_cost_year / 12);
  world.accounts.spend(CostKind::Agencies, Account::Outside, levers.agencies * s.agency_retainer_year / 12);
}

}  // namespace

bool is_courted(const World& world, std::uint32_t firm) {
  const PoolFirm& target = world.pool->firms[firm];
  return target.is_target && target.is_leader &&
         target.target_rank <= world.now.levers.target_list_leaders_per_stage;
}

double chance_to_know(const World& world, const Search& search) {
  const PoolFirm& firm = world.pool->firms[search.firm];
  const std::size_t c = class_of(firm.activity, firm.region);
  const std::size_t band = firm.employees < workshop_employees ? 0 : 1;
  const auto& integral = world.pursuit.contact_integral;
  const std::size_t now = static_cast<std::size_t>(world.month + memory_of_contact_months);
  const double heard = static_cast<double>(integral[now][c][band]) -
                       static_cast<double>(integral[now - memory_of_contact_months][c][band]);
  // An agent stands for `weight` real firms of which one may come: contacts saturate in real firms, so that
  // the chance scales with the weight and arrivals do not depend on it.
  const double reach =
      firm.is_target ? 1 : std::min(1.0, world.pool->weight * world.now.structural.largest_reach);
  const double by_hearsay = reach * (1 - std::exp(-heard / reach));
  const double by_call = 1 - std::exp(-(search.lead_intensity + search.agency_intensity));
  const double by_partner =
      world.pursuit.partners_in_park[search.firm] * (1 - std::exp(-world.now.structural.partner_tells));
  // Different ones of the firms an agent stands for hear of the park in different ways, so the chances add
  // up.
  return std::min(1.0, by_hearsay + by_call + by_partner);
}

void recruit(World& world) {
  const ClassContacts contacts = contacts_this_month(world);
  auto& integral = world.pursuit.contact_integral;
  const std::size_t now = static_cast<std::size_t>(world.month + memory_of_contact_months);
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    for (std::size_t band = 0; band < size_bands_for_contact; ++band) {
      integral[now][c][band] = integral[now - 1][c][band] + contacts[c][band];
    }
  }
  hand_out_leads(world);
  visit(world);
  pay_recruitment(world);
}

}  // namespace park
