// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/exponential.hpp"
#include "core/fetch_ahead.hpp"
#include "rules/awareness.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

double teams_in(const Levers& levers, std::size_t region) {
  const std::array<double, region_count> teams = {levers.teams_greater_bay_area, levers.teams_yangtze_delta,
                                                  levers.teams_bohai_rim};
  return teams[region];
}

/// What the contacts of a region's classes have in common this month.
struct RegionContacts {
  double heard = 0;    ///< by an agent: passive awareness, and word from tenants of the region
  double calls = 0;    ///< of its teams
  double usual = 0;    ///< part of the calls that goes to any larger firm
  double per_gap = 0;  ///< part of the calls that goes to a class, over the square of its stage's gap
};

RegionContacts contacts_in(const World& world, std::size_t r,
                           const std::array<double, activity_count>& squared_gaps) {
  const Structural& s = world.now.structural;
  const Levers& levers = world.now.levers;
  const Pool& pool = *world.pool;
  double tenants_from = 0;
  double gaps = 0;
  for (std::size_t a = 0; a < activity_count; ++a) {
    const std::size_t c = a * region_count + r;
    tenants_from += world.pursuit.tenants_from[c];
    gaps += pool.larger_agents_in_class[c] > 0 ? squared_gaps[a] : 0;
  }
  const double agents = pool.agents_in_region[r];
  const double larger = pool.larger_agents_in_region[r];
  const double weak_first = gaps > 0 ? levers.weak_link_targeting : 0;
  RegionContacts contacts;
  contacts.heard = world.places().origins[r].passive_awareness_year / 12 * pool.weight *
                   (1 + s.fame_per_tenant * static_cast<double>(world.tenants.size()));
  contacts.heard += agents > 0 ? s.word_of_mouth_year / 12 * 0.5 * tenants_from / agents : 0;
  contacts.calls = teams_in(levers, r) * levers.contacts_per_team_month * s.contact_effect;
  contacts.usual = larger > 0 ? (1 - weak_first) / larger : 0;
  contacts.per_gap = gaps > 0 ? weak_first / gaps : 0;
  return contacts;
}

/// Contacts an agent of each class can expect this month. A team calls on the region's larger firms in
/// proportion, or on the weakest stages first; word of mouth goes half by trade, half by region.
ClassContacts contacts_this_month(const World& world) {
  const Pool& pool = *world.pool;
  std::array<double, activity_count> squared_gaps{};
  for (std::size_t a = 0; a < activity_count; ++a) {
    const double gap = 1 - world.chain.completeness[index_of(stage_of(static_cast<Activity>(a)))];
    squared_gaps[a] = gap * gap;
  }
  std::array<RegionContacts, region_count> regions;
  for (std::size_t r = 0; r < region_count; ++r) regions[r] = contacts_in(world, r, squared_gaps);
  const double by_trade = world.now.structural.word_of_mouth_year / 12 * 0.5;
  ClassContacts contacts;
  for (std::size_t a = 0; a < activity_count; ++a) {
    for (std::size_t r = 0; r < region_count; ++r) {
      const std::size_t c = a * region_count + r;
      const RegionContacts& region = regions[r];
      const double heard = region.heard + by_trade * world.pursuit.tenants_from[c] * pool.per_agent[c];
      const double part = region.usual + region.per_gap * squared_gaps[a] * pool.per_larger_agent[c];
      const double called = pool.per_larger_agent[c] > 0 ? std::min(1.0, region.calls * part) : 0;
      contacts[c] = {static_cast<float>(heard), static_cast<float>(heard + called)};
    }
  }
  return contacts;
}

/// Chance that one of the firms an agent stands for has heard of the park, of contacts within memory.
/// Contacts saturate in real firms: `reach` is the largest chance, so that it scales with the weight and
/// arrivals do not depend on it.
double chance_of_hearsay(double heard, double reach) { return reach * (1 - exponential(-heard / reach)); }

/// Agencies look among the larger firms that search now; each is found in proportion. Leaders on the list are
/// called on one by one.
void hand_out_leads(World& world) {
  const Levers& levers = world.now.levers;
  Pursuit& pursuit = world.pursuit;
  const double leads = levers.agencies * world.now.uncertainties.leads_per_agency *
                       (1 + 0.1 * (levers.agency_commission - 2) / 2);
  if (const std::size_t searching = pursuit.larger_searching(); searching > 0) {
    pursuit.leads_integral += std::min(0.5, leads / static_cast<double>(searching));
  }
  for (const std::uint32_t firm : pursuit.courted) {
    pursuit.courting_integral[firm - world.pool->pool_agents] += world.now.structural.courting_month;
  }
}

/// Leading firms and the largest first.
double rank_for_visit(const World& world, const Search& search) {
  const PoolFirm& firm = world.pool->firms[search.firm];
  return static_cast<double>(firm.employees) * (firm.is_leader ? 100.0 : 1.0);
}

/// Lists the larger firms that search, were not visited and may know of the park: those whose uniform lies
/// below the most that their chance to know can be, and all target firms. No branch, since who may know
/// cannot be foretold.
void list_those_who_may_know(World& world) {
  Pursuit& pursuit = world.pursuit;
  const double tells = world.now.structural.partner_tells;
  std::size_t listed = 0;
  pursuit.may_know.resize(pursuit.larger_searching());
  for (std::size_t m = 0; m < pursuit.searches.size(); ++m) {
    std::vector<Search>& ripe = pursuit.searches[m];
    for (const std::uint32_t place : pursuit.larger_among[m]) fetch_ahead(&pursuit.firms[ripe[place].firm]);
    for (const std::uint32_t place : pursuit.larger_among[m]) {
      Search& search = ripe[place];
      const double most = pursuit.heard[search.firm_class][1] + leads_of(pursuit, search) +
                          pursuit.firms[search.firm].partners_in_park * tells;
      const bool may_know = (search.knowledge < most) | (search.firm >= world.pool->pool_agents);
      pursuit.may_know[listed] = &search;
      listed += static_cast<std::size_t>(may_know & !search.visited);
    }
  }
  pursuit.may_know.resize(listed);
}

/// The district's leaders call on larger searching firms that know of the park, by rank.
void visit(World& world) {
  Pursuit& pursuit = world.pursuit;
  pursuit.leader_visits_carry +=
      world.now.levers.leader_visits_per_month * world.now.structural.firms_per_leader_visit;
  if (pursuit.leader_visits_carry < 1) return;
  list_those_who_may_know(world);
  std::vector<VisitRank>& candidates = pursuit.visit_ranks;
  candidates.clear();
  for (Search* search : pursuit.may_know) {
    if (!knows_park(world, *search) && !is_courted(world, search->firm)) continue;
    candidates.push_back({rank_for_visit(world, *search), search->firm, search});
  }
  std::sort(candidates.begin(), candidates.end());
  for (const VisitRank& candidate : candidates) {
    if (pursuit.leader_visits_carry < 1) break;
    pursuit.leader_visits_carry -= 1;
    candidate.search->visited = true;
    world.journal.record(world.month, EventKind::Visited, identity_of(*world.pool, candidate.firm));
  }
  // Visits that found nobody are not saved up for long.
  pursuit.leader_visits_carry = std::min(pursuit.leader_visits_carry, 6.0);
}

void pay_recruitment(World& world) {
  const Levers& levers = world.now.levers;
  const Structural& s = world.now.structural;
  const double teams = levers.teams_greater_bay_area + levers.teams_yangtze_delta + levers.teams_bohai_rim;
  const double calls = levers.contacts_per_team_month / 12;
  world.accounts.spend(CostKind::Teams, Account::Outside,
                       teams * s.team_cost_year / 12 * (0.5 + 0.5 * calls) +
                           levers.leader_visits_per_month * s.leader_visit_cost +
                           static_cast<double>(world.pursuit.courted.size()) * s.courting_cost_year / 12);
  world.accounts.spend(CostKind::Agencies, Account::Outside, levers.agencies * s.agency_retainer_year / 12);
}

}  // namespace

bool is_courted(const World& world, std::uint32_t firm) {
  if (firm < world.pool->pool_agents) return false;
  const PoolFirm& target = world.pool->firms[firm];
  return target.is_leader && target.target_rank <= world.now.levers.target_list_leaders_per_stage;
}

bool knows_park(const World& world, const Search& search) {
  if (search.visited) return true;
  const Pursuit& pursuit = world.pursuit;
  const bool is_target = search.firm >= world.pool->pool_agents;
  const double heard = pursuit.heard[search.firm_class][search.is_larger ? 1 : 0];
  double calls = leads_of(pursuit, search);
  if (is_target) calls += courting_of(pursuit, *world.pool, search.firm) - search.courting_before;
  const int partners = pursuit.firms[search.firm].partners_in_park;
  // Different ones of the firms an agent stands for hear of the park in different ways, so the chances add
  // up. 1 - exp(-x) is at most x: most firms are known not to know without it.
  if (search.knowledge >= heard + calls + partners * world.now.structural.partner_tells) return false;
  const double reach = std::min(1.0, world.pool->weight * world.now.structural.largest_reach);
  const double hearsay = chance_of_hearsay(heard, is_target ? 1 : reach);
  const double by_call = 1 - exponential(-calls);
  const double by_partner = partners * (1 - exponential(-world.now.structural.partner_tells));
  return search.knowledge < hearsay + by_call + by_partner;
}

void recruit(World& world) {
  const ClassContacts contacts = contacts_this_month(world);
  Pursuit& pursuit = world.pursuit;
  ClassContacts& now = pursuit.contacts_of(world.month);
  const ClassContacts& before = pursuit.contacts_of(world.month - 1);
  const ClassContacts& forgotten = pursuit.contacts_of(world.month - memory_of_contact_months);
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    for (std::size_t band = 0; band < size_bands_for_contact; ++band) {
      now[c][band] = before[c][band] + contacts[c][band];
      pursuit.heard[c][band] = static_cast<double>(now[c][band]) - static_cast<double>(forgotten[c][band]);
    }
  }
  hand_out_leads(world);
  visit(world);
  pay_recruitment(world);
}

}  // namespace park
