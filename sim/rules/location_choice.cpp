// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "rules/awareness.hpp"
#include "rules/clause_benefits.hpp"
#include "rules/contracts.hpp"
#include "rules/location_margin.hpp"
#include "rules/location_review.hpp"

namespace park {
namespace {

constexpr std::size_t most_places = 16;

/// What a firm compares: place 0 is staying, place d + 1 destination d.
struct Decision {
  std::uint32_t firm = 0;
  bool is_branch = false;
  bool knows_park = false;
  bool visited = false;
  double u_choice = 0;
  double u_others = 0;  ///< for the other firms the agent stands for
  double u_itself = 0;
  double workers = 0;  ///< of the plant in question
  double output_yuan_year = 0;
  std::array<bool, most_places> known{};
  std::array<double, most_places> value{};
  std::array<double, most_places> probability{};
  std::size_t chosen = 0;
};

/// Same draws under every policy: whether it would be a branch, how large, and which rivals it knows.
Decision open_decision(const World& world, const Search& search) {
  const PoolFirm& firm = world.pool->firms[search.firm];
  const Structural& s = world.now.structural;
  RandomStream stream{world.seed, Draw::Choice, search.firm, world.pursuit.episode[search.firm]};
  Decision decision;
  decision.firm = search.firm;
  decision.visited = search.visited;
  const double u_branch = stream.uniform();
  const double u_size = stream.uniform();
  // A workshop has nothing to split.
  decision.is_branch = firm.employees >= workshop_employees && u_branch < s.branch_share;
  decision.workers = decision.is_branch ? firm.employees * (0.3 + 0.3 * u_size) : firm.employees;
  decision.output_yuan_year = decision.workers * world.traits(firm.activity).output_per_worker_year *
                              world.surroundings.output_per_worker_index * firm.productivity;
  decision.known[0] = true;
  const std::vector<DestinationTraits>& places = world.places().destinations;
  decision.u_choice = stream.uniform();
  decision.known[1] = decision.knows_park = knows_park(world, search);
  for (std::size_t d = 1; d < places.size(); ++d) {
    const double u = stream.uniform();
    const bool is_near = places[d].kind == DestinationKind::Periphery;
    const double chance = places[d].kind == DestinationKind::Overseas ? s.knows_overseas
                          : is_near                                   ? s.knows_periphery
                                                                      : s.knows_inland_rival;
    decision.known[d + 1] = u < chance;
  }
  decision.u_others = stream.uniform();
  decision.u_itself = stream.uniform();
  return decision;
}

/// Cost of going, as a share of yearly output: capital recovery on moving, on a fixed part, and for a move on
/// the capital sunk at home.
double cost_of_going(const World& world, const Decision& decision, bool is_overseas) {
  const Structural& s = world.now.structural;
  const ActivityTraits& traits = world.traits(world.pool->firms[decision.firm].activity);
  double yuan = s.moving_fixed_cost * (is_overseas ? s.overseas_fixed_factor : 1);
  if (!decision.is_branch) {
    yuan += s.moving_cost_per_worker * decision.workers;
    yuan += s.sunk_capital_share * traits.equipment_yuan_per_worker * decision.workers;
  }
  return s.capital_recovery * yuan / decision.output_yuan_year;
}

/// Years a firm expects to wait in our park for floor, land and permits.
double expected_wait(const World& world, const PoolFirm& firm, const Decision& decision) {
  const ActivityTraits& traits = world.traits(firm.activity);
  const double floor = decision.workers * traits.floor_m2_per_worker;
  double free = world.factories.free_finished_m2;
  if (traits.ground_floor_only >= 0.5) {
    free = 0;
    for (const Block& block : world.factories.blocks) free += block.progress >= 1 ? block.free_ground_m2 : 0;
  }
  // Where finished floors may be used at once, the first are ready soon after the frame stands.
  const double ready = world.now.levers.produce_in_finished_floors >= 0.5 ? 0.65 : 1;
  const double build_years = ready * world.now.levers.block_build_months / 12;
  double wait = free >= floor + world.factories.waiting_demand_m2 ? 0.35 : 0.5 + build_years;
  const double own_plot = traits.own_plot_share * std::min(2.0, std::sqrt(decision.workers / 100));
  const double to_suit = std::min(1.0, world.now.levers.tailor_made_share * 2);
  wait += std::min(1.0, own_plot) * world.now.uncertainties.approval_months / 12 * 0.5 * (1 - 0.6 * to_suit);
  const Utilities& utilities = world.utilities;
  const double effluent = traits.effluent_t_day_per_worker * decision.workers;
  const bool is_plating = traits.pollution_class >= 2;
  const double room = is_plating ? utilities.plating_capacity_t_day - utilities.plating_permitted_t_day
                                 : utilities.wastewater_capacity_t_day - utilities.wastewater_permitted_t_day;
  if (traits.pollution_class > 0 && effluent > room) wait += world.now.structural.wait_without_permit_years;
  return wait;
}

/// What a class gains at a rival before the firm's own costs; equation "choice" in MODEL.md.
const ClassGain& class_gain(World& world, const PoolFirm& firm, std::size_t place) {
  const std::size_t places = world.places().destinations.size() + 1;
  ClassGain& cached = world.prices.gains[class_of(firm.activity, firm.region) * places + place];
  const int quarter = quarter_of(world);
  if (cached.quarter == quarter && cached.epoch == world.prices.policy_epoch) return cached;
  const Structural& s = world.now.structural;
  const DestinationTraits& there = world.places().destinations[place - 1];
  const ClassMargin& here = class_margin(world, firm.activity, firm.region, 0);
  const ClassMargin& other = class_margin(world, firm.activity, firm.region, place);
  // Overseas the fixed cost of going stands for all that distance means within the country.
  const bool is_overseas = there.kind == DestinationKind::Overseas;
  const double distance = is_overseas ? 0 : there.km_from[index_of(firm.region)] / 1000;
  const double scale = world.now.uncertainties.logit_scale;
  cached.constant = scale * (other.fixed - here.fixed - world.now.uncertainties.home_bias -
                             s.distance_cost * distance - s.waiting_cost * there.wait_years);
  cached.slope = scale * (other.variable - here.variable);
  cached.quarter = quarter;
  cached.epoch = world.prices.policy_epoch;
  return cached;
}

/// Systematic part V of our park; terms and units: equation "choice" in MODEL.md.
double value_of_park(World& world, const Decision& decision) {
  const Structural& s = world.now.structural;
  const PoolFirm& firm = world.pool->firms[decision.firm];
  const double productivity = firm.productivity;
  double margin = class_margin(world, firm.activity, firm.region, 1).at(productivity);
  const double stay = class_margin(world, firm.activity, firm.region, 0).at(productivity);
  const BenefitClaim claim{firm.activity, decision.workers, firm.is_leader, ClauseContract::Lease,
                           firm.collateral_cover < s.light_asset_cover};
  margin += expected_benefit(world, claim).share_of_output * world.prices.trust;
  // Cheaper loans: half the equipment is borrowed, at the discount that the budget can pay for.
  const double discount =
      world.now.levers.interest_discount_budget > 0 ? world.now.levers.interest_discount / 100 : 0;
  margin += 0.5 * discount * world.traits(firm.activity).equipment_yuan_per_worker * decision.workers /
            decision.output_yuan_year;
  double others = s.link_value * std::min<int>(3, world.pursuit.partners_in_park[decision.firm]);
  if (decision.visited) others += s.visit_value * (firm.is_leader ? 1.0 : 0.5);
  if (firm.is_leader) others += s.tailor_made_appeal * world.now.levers.tailor_made_share;
  const double distance = world.places().destinations[0].km_from[index_of(firm.region)] / 1000;
  const double gain = margin - stay - cost_of_going(world, decision, false) -
                      world.now.uncertainties.home_bias - s.distance_cost * distance -
                      s.waiting_cost * expected_wait(world, firm, decision);
  return world.now.uncertainties.logit_scale * gain + others;
}

/// V of every place the firm knows; returns the highest.
double find_values(World& world, Decision& decision) {
  const PoolFirm& firm = world.pool->firms[decision.firm];
  const std::vector<DestinationTraits>& places = world.places().destinations;
  const double scale = world.now.uncertainties.logit_scale;
  const double inland_cost = scale * cost_of_going(world, decision, false);
  const double overseas_cost = scale * cost_of_going(world, decision, true);
  double highest = -1e9;
  for (std::size_t p = 1; p <= places.size(); ++p) {
    if (!decision.known[p]) continue;
    if (p == 1) {
      decision.value[p] = value_of_park(world, decision);
    } else {
      const ClassGain& gain = class_gain(world, firm, p);
      const bool is_overseas = places[p - 1].kind == DestinationKind::Overseas;
      decision.value[p] = gain.constant - gain.slope / static_cast<double>(firm.productivity) -
                          (is_overseas ? overseas_cost : inland_cost);
    }
    highest = std::max(highest, decision.value[p]);
  }
  return highest;
}

/// Leaving is at most as likely as all places being as good as the best: (n^nest + n) exp(V) with n places.
/// Where even that lies below the firm's uniform it stays, and nothing more need be computed.
bool stays_for_certain(const World& world, const Decision& decision, double highest) {
  const double places = static_cast<double>(world.places().destinations.size());
  return decision.u_choice > 2 * places * std::exp(std::min(highest, 1.0));
}

/// Nested logit: staying, the inland parks in one nest, overseas.
void find_probabilities(const World& world, Decision& decision) {
  const double nest = world.now.structural.inland_nest;
  const std::vector<DestinationTraits>& places = world.places().destinations;
  double inland = 0;
  double overseas = 0;
  std::array<double, most_places> weight{};
  for (std::size_t p = 1; p <= places.size(); ++p) {
    if (!decision.known[p]) continue;
    const bool is_overseas = places[p - 1].kind == DestinationKind::Overseas;
    const double v = std::clamp(decision.value[p], -40.0, 40.0);
    weight[p] = std::exp(is_overseas ? v : v / nest);
    (is_overseas ? overseas : inland) += weight[p];
  }
  const double inland_nest = inland > 0 ? std::pow(inland, nest) : 0;
  const double all = 1 + inland_nest + overseas;
  decision.probability[0] = 1 / all;
  for (std::size_t p = 1; p <= places.size(); ++p) {
    if (weight[p] <= 0) continue;
    const bool is_overseas = places[p - 1].kind == DestinationKind::Overseas;
    decision.probability[p] = is_overseas ? weight[p] / all : inland_nest / all * weight[p] / inland;
  }
}

/// One uniform walks from overseas through the rivals to staying, with our park last before staying, so that
/// a better park first wins over those who would have stayed or gone to a near rival.
void choose(const World& world, Decision& decision) {
  double u = decision.u_choice;
  for (std::size_t p = world.places().destinations.size(); p >= 1; --p) {
    if (u < decision.probability[p]) {
      decision.chosen = p;
      return;
    }
    u -= decision.probability[p];
  }
  decision.chosen = 0;
}

void write_down(World& world, const Decision& decision) {
  if (world.journal.mode != JournalMode::Full) return;
  const PoolFirm& firm = world.pool->firms[decision.firm];
  for (std::size_t p = 0; p <= world.places().destinations.size(); ++p) {
    if (!decision.known[p]) continue;
    DecisionTerm term;
    term.month = world.month;
    term.who = identity_of(*world.pool, decision.firm);
    term.destination = static_cast<std::uint32_t>(p);
    term.chosen = p == decision.chosen;
    term.value = decision.value[p];
    term.probability = decision.probability[p];
    const MarginTerms terms = margin_terms(world, firm.activity, firm.region, p);
    std::copy(terms.begin(), terms.end(), term.terms.begin());
    if (p > 0) {
      const bool is_overseas = world.places().destinations[p - 1].kind == DestinationKind::Overseas;
      term.terms[margin_term_count] = -cost_of_going(world, decision, is_overseas);
    }
    world.journal.decisions.push_back(term);
  }
}

void tell_partners(World& world, const Decision& decision) {
  const Pool& pool = *world.pool;
  const bool to_park = decision.chosen == 1;
  for (std::uint32_t k = pool.first_partner[decision.firm]; k < pool.first_partner[decision.firm + 1]; ++k) {
    const std::uint32_t partner = pool.partners[k];
    if (to_park && world.pursuit.partners_in_park[partner] < 255) ++world.pursuit.partners_in_park[partner];
    if (!decision.is_branch) raise_pull(world, partner, world.now.structural.partner_pull);
  }
}

/// `firms` real firms go where the decision says.
void count_move(World& world, const Decision& decision, double firms) {
  Tallies& tallies = world.tallies;
  const PoolFirm& firm = world.pool->firms[decision.firm];
  const std::size_t d = decision.chosen - 1;
  const std::size_t slot = static_cast<std::size_t>(world.month % 12);
  const bool is_overseas = world.places().destinations[d].kind == DestinationKind::Overseas;
  tallies.origin_moves_agents += firms;
  tallies.moves_ring[slot] += firms;
  (is_overseas ? tallies.overseas_ring : tallies.inland_ring)[slot] += firms;
  world.rivals[d].movers_in[slot] += firms;
  if (d > 0) world.rivals[d].workers[index_of(stage_of(firm.activity))] += firms * decision.workers;
}

void count_contest(World& world, const Decision& decision) {
  if (!decision.knows_park) return;
  const std::size_t d = decision.chosen - 1;
  const std::size_t slot = static_cast<std::size_t>(world.month % 12);
  world.tallies.knew_park_moved += 1;
  world.tallies.contested_ring[slot] += 1;
  if (d == 0) return;
  world.tallies.knew_park_lost += 1;
  world.rivals[d].share_lost += 1;
  world.rivals[d].contested_in[slot] += 1;
}

void record_choice(World& world, const Decision& decision) {
  const std::size_t d = decision.chosen - 1;
  const bool is_overseas = world.places().destinations[d].kind == DestinationKind::Overseas;
  const EventKind kind = d == 0        ? EventKind::ChosePark
                         : is_overseas ? EventKind::ChoseOverseas
                                       : EventKind::ChoseRival;
  world.journal.record(world.month, kind, identity_of(*world.pool, decision.firm),
                       static_cast<std::uint32_t>(d), decision.workers);
}

/// The whole agent goes where it chose, or only a branch of it.
void leave_or_branch(World& world, const Decision& decision) {
  if (decision.is_branch || decision.chosen == 0) {
    schedule_next_review(world, decision.firm);
  } else {
    world.pursuit.fate[decision.firm] = decision.chosen == 1 ? Fate::InPark : Fate::Gone;
  }
}

/// One real firm of those an agent stands for comes here; the others, who do not know the park, choose
/// without it.
Decision choose_for_the_others(const World& world, Decision decision) {
  decision.known[1] = false;
  decision.value[1] = 0;
  decision.probability = {};
  decision.u_choice = decision.u_others;
  find_probabilities(world, decision);
  choose(world, decision);
  return decision;
}

void carry_out(World& world, const Search& search, const Decision& decision) {
  const Identity who = identity_of(*world.pool, decision.firm);
  const double firms = world.pool->firms[decision.firm].is_target ? 1 : world.pool->weight;
  if (decision.chosen == 0) {
    world.journal.record(world.month, EventKind::Stayed, who);
    schedule_next_review(world, decision.firm);
    return;
  }
  const bool comes_here = decision.chosen == 1;
  if (comes_here && !open_negotiation(world, search, decision.workers, decision.is_branch)) {
    schedule_next_review(world, decision.firm);
    return;
  }
  count_move(world, decision, comes_here ? 1 : firms);
  count_contest(world, decision);
  tell_partners(world, decision);
  record_choice(world, decision);
  if (!comes_here || firms <= 1) {
    leave_or_branch(world, decision);
    return;
  }
  const Decision others = choose_for_the_others(world, decision);
  if (others.chosen > 0) count_move(world, others, firms - 1);
  // Arrivals must not use up firms that nobody told of the park: the agent goes with one of them only once in
  // `firms` times.
  leave_or_branch(world, decision.u_itself * firms < 1 ? decision : others);
}

}  // namespace

void choose_locations(World& world) {
  std::vector<Search>& searches = world.pursuit.searches;
  PARK_ASSERT(world.places().destinations.size() < most_places);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < searches.size(); ++i) {
    if (searches[i].ripe_month > world.month) {
      if (kept != i) searches[kept] = searches[i];
      ++kept;
      continue;
    }
    const Search search = searches[i];
    Decision decision = open_decision(world, search);
    const double highest = find_values(world, decision);
    if (world.journal.mode == JournalMode::Full || !stays_for_certain(world, decision, highest)) {
      find_probabilities(world, decision);
      choose(world, decision);
    }
    write_down(world, decision);
    carry_out(world, search, decision);
  }
  searches.resize(kept);
}

}  // namespace park
