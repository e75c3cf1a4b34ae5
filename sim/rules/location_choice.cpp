// SPDX-License-Identifier: MIT
#include <algorithm>
#include <bit>
#include <span>

#include "core/exponential.hpp"
#include "core/fetch_ahead.hpp"
#include "core/logarithm.hpp"
#include "core/random_lanes.hpp"
#include "rules/awareness.hpp"
#include "rules/contracts.hpp"
#include "rules/location_review.hpp"
#include "rules/location_value.hpp"

namespace park {
namespace {

/// The first blocks of the streams of eight searches, and what they say of the rivals.
struct EightDraws {
  Lane choice;                         ///< word of the uniform that chooses
  std::array<Lane, 2> known_rivals{};  ///< halves of the sets of places that the firms know

  [[nodiscard]] PlaceSet known_by(std::size_t i) const {
    return known_rivals[0][i] | PlaceSet{known_rivals[1][i]} << 32U;
  }
};

/// A word tells of two places, by 16 bits each.
EightDraws draw_eight(const World& world, PhiloxLanes& counters) {
  const PhiloxKey key = RandomStream::key_of(world.seed);
  const PlaceOutlook& outlook = world.prices.outlook;
  PhiloxLanes block = philox4x32_10(counters, key);
  EightDraws draws{block[0]};
  for (std::uint32_t p = 2; p < outlook.places; ++p) {
    if (p % 8 == 0) {
      counters[3].fill(p / 8);
      block = philox4x32_10(counters, key);
    }
    const Lane& words = block[p / 2 % 4];
    const std::uint32_t shift = p % 2 == 0 ? 16 : 0;
    Lane& known = draws.known_rivals[p / 32];
    for (std::size_t i = 0; i < random_lanes; ++i) {
      const std::uint32_t half = (words[i] >> shift) & 0xffffU;
      known[i] |= (half < outlook.known_by[p] ? 1U : 0U) << p % 32;
    }
  }
  counters[3].fill(0);
  return draws;
}

/// Same draws under every policy: whether it would be a branch, how large, and which rivals it knows.
void open_decision(const World& world, const Search& search, Decision& decision) {
  const PoolFirm& firm = world.pool->firms[search.firm];
  const Structural& s = world.now.structural;
  decision.firm = search.firm;
  decision.visited = search.visited;
  // A workshop has nothing to split.
  decision.is_branch = search.is_larger && search.u_branch < s.branch_share;
  const auto employees = static_cast<double>(firm.employees);
  decision.workers = decision.is_branch ? employees * (0.3 + 0.3 * search.u_size) : employees;
  decision.output_yuan_year = decision.workers * world.traits(firm.activity).output_per_worker_year *
                              world.surroundings.output_per_worker_index *
                              static_cast<double>(firm.productivity);
  decision.known = knows_park(world, search) ? 3U : 1U;
}

/// Bit i: decision i stays for certain. Leaving is at most as likely as if all places were known and as good
/// as the best; where even that lies below the firm's uniform nothing more need be computed.
unsigned stay_for_certain(const World& world, const std::array<Decision, random_lanes>& row,
                          const std::array<double, random_lanes>& highest) {
  constexpr DoubleVector lowest = {-40, -40, -40, -40};
  unsigned certain = 0;
  for (std::size_t first = 0; first < random_lanes; first += 4) {
    const DoubleVector value = four_from(highest, first);
    const DoubleVector within = value > -lowest ? -lowest : (value < lowest ? lowest : value);
    const DoubleLane worth = exponential(store<double>(within));
    for (std::size_t k = 0; k < 4; ++k) {
      const double most = world.prices.most_to_gain * worth[k];
      certain |= (row[first + k].u_choice * (1 + most) > most ? 1U : 0U) << (first + k);
    }
  }
  return certain;
}

/// Sums of exp(V / nest) over the known inland parks and of exp(V) over the known places overseas.
struct NestSums {
  double inland = 0;
  double overseas = 0;
};

/// Sets each known place's weight within its nest.
NestSums weigh_in_nests(const World& world, Decision& decision) {
  const PlaceOutlook& outlook = world.prices.outlook;
  const double inverse_nest = 1 / world.now.structural.inland_nest;
  constexpr DoubleVector highest = {40, 40, 40, 40};
  const PlaceSet known = decision.known & ~PlaceSet{1};
  DoubleVector inland{};
  DoubleVector overseas{};
  for (std::size_t first = 0; first < outlook.places; first += 4) {
    const LaneMask is_overseas = four_from(outlook.is_overseas, first) > 0;
    DoubleVector value = four_from(decision.value, first);
    value = value > highest ? highest : (value < -highest ? -highest : value);
    const DoubleLane worth = exponential(store<double>(is_overseas ? value : value * inverse_nest));
    const DoubleVector weight = lanes_of(known, first) ? load<DoubleVector>(worth) : DoubleVector{};
    put_four(decision.weight, first, weight);
    inland += is_overseas ? DoubleVector{} : weight;
    overseas += is_overseas ? weight : DoubleVector{};
  }
  return {total(inland), total(overseas)};
}

/// The nest of inland parks weighs `worth`, which its parks share by their weights within it.
void weigh(const World& world, Decision& decision, const NestSums& sums, double worth) {
  const PlaceOutlook& outlook = world.prices.outlook;
  const DoubleVector scale = (sums.inland > 0 ? worth / sums.inland : 0) + DoubleVector{};
  for (std::size_t first = 0; first < outlook.places; first += 4) {
    const DoubleVector weight = four_from(decision.weight, first);
    put_four(decision.weight, first, four_from(outlook.is_overseas, first) > 0 ? weight : weight * scale);
  }
  decision.all_weights = 1 + (sums.inland > 0 ? worth : 0) + sums.overseas;
}

/// One uniform walks from overseas through the rivals to staying, with our park last before staying, so that
/// a better park first wins over those who would have stayed or gone to a near rival. The place chosen is the
/// first at which the weights passed exceed the uniform's share of all; no branch, since none can be
/// foretold.
std::size_t choose(const World& world, const Decision& decision) {
  const double reached = decision.u_choice * decision.all_weights;
  double passed = 0;
  std::size_t chosen = world.prices.outlook.places - 1;
  for (std::size_t p = chosen; p > 0; --p) {
    passed += decision.weight[p];
    chosen -= passed <= reached ? 1 : 0;
  }
  return chosen;
}

/// Nested logit: staying, the inland parks in one nest, overseas; of the decisions in `which`.
void find_weights(const World& world, std::array<Decision, random_lanes>& row, unsigned which) {
  std::array<NestSums, random_lanes> sums;
  std::array<double, random_lanes> inland;
  inland.fill(1);
  for (unsigned rest = which; rest != 0; rest &= rest - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(rest));
    sums[i] = weigh_in_nests(world, row[i]);
    inland[i] = sums[i].inland > 0 ? sums[i].inland : 1;
  }
  const double nest = world.now.structural.inland_nest;
  std::array<double, random_lanes> worth;
  for (std::size_t first = 0; first < random_lanes; first += 4) {
    put_four(worth, first, load<DoubleVector>(power(four_from(inland, first), nest + DoubleVector{})));
  }
  for (unsigned rest = which; rest != 0; rest &= rest - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(rest));
    weigh(world, row[i], sums[i], worth[i]);
  }
}

void write_down(World& world, const Decision& decision, std::size_t chosen) {
  for (std::size_t p = 0; p < world.prices.outlook.places; ++p) {
    if (!decision.knows(p)) continue;
    DecisionTerm term;
    term.month = world.month;
    term.who = identity_of(*world.pool, decision.firm);
    term.destination = static_cast<std::uint32_t>(p);
    term.chosen = p == chosen;
    term.value = p == 0 ? 0 : decision.value[p];
    term.probability = (p == 0 ? 1 : decision.weight[p]) / decision.all_weights;
    term.terms = choice_terms(world, decision, p);
    world.journal.decisions.push_back(term);
  }
}

/// What tell_partners reads and writes of each partner.
void fetch_partners(const World& world, std::uint32_t firm) {
  const Pool& pool = *world.pool;
  for (std::uint32_t k = pool.first_partner[firm]; k < pool.first_partner[firm + 1]; ++k) {
    const std::uint32_t partner = pool.partners[k];
    fetch_ahead(&pool.firms[partner]);
    fetch_ahead(&world.pursuit.firms[partner]);
  }
}

void tell_partners(World& world, const LocationChoice& decision) {
  const Pool& pool = *world.pool;
  const bool to_park = decision.chosen == 1;
  for (std::uint32_t k = pool.first_partner[decision.firm]; k < pool.first_partner[decision.firm + 1]; ++k) {
    const std::uint32_t partner = pool.partners[k];
    if (to_park && world.pursuit.firms[partner].partners_in_park < 255)
      ++world.pursuit.firms[partner].partners_in_park;
    if (!decision.is_branch) raise_pull(world, partner, world.now.structural.partner_pull);
  }
}

/// `firms` real firms go to a place.
void count_move(World& world, const LocationChoice& decision, std::size_t place, double firms) {
  Tallies& tallies = world.tallies;
  const PoolFirm& firm = world.pool->firms[decision.firm];
  const std::size_t d = place - 1;
  const auto slot = static_cast<std::size_t>(world.month % 12);
  const bool is_overseas = world.places().destinations[d].kind == DestinationKind::Overseas;
  tallies.origin_moves_agents += firms;
  tallies.moves_ring[slot] += firms;
  (is_overseas ? tallies.overseas_ring : tallies.inland_ring)[slot] += firms;
  world.rivals[d].movers_in[slot] += firms;
  if (d > 0) world.rivals[d].workers[index_of(stage_of(firm.activity))] += firms * decision.workers;
}

void count_contest(World& world, const LocationChoice& decision) {
  if (!decision.knew_park) return;
  const std::size_t d = decision.chosen - 1;
  const auto slot = static_cast<std::size_t>(world.month % 12);
  world.tallies.knew_park_moved += 1;
  world.tallies.contested_ring[slot] += 1;
  if (d == 0) return;
  world.tallies.knew_park_lost += 1;
  world.rivals[d].share_lost += 1;
  world.rivals[d].contested_in[slot] += 1;
}

void record_choice(World& world, const LocationChoice& decision) {
  const std::size_t d = decision.chosen - 1;
  const bool is_overseas = world.places().destinations[d].kind == DestinationKind::Overseas;
  const EventKind kind = d == 0        ? EventKind::ChosePark
                         : is_overseas ? EventKind::ChoseOverseas
                                       : EventKind::ChoseRival;
  world.journal.record(world.month, kind, identity_of(*world.pool, decision.firm),
                       static_cast<std::uint32_t>(d), decision.workers);
}

/// The whole agent goes to a place, or only a branch of it.
void leave_or_branch(World& world, const Search& search, bool is_branch, std::size_t place) {
  if (is_branch || place == 0) {
    schedule_next_review(world, search);
  } else {
    world.pursuit.firms[search.firm].fate = place == 1 ? Fate::InPark : Fate::Gone;
  }
}

/// Draws of a decision that only some come to need.
constexpr std::uint32_t others_draw = 1U << 8U;

/// One real firm of those an agent stands for comes here; the others, who do not know the park, choose
/// without it. Arrivals must not use up firms that nobody told of the park: the agent goes with one of them
/// only once in as many times as it stands for firms.
void choose_for_the_others(const World& world, std::array<Decision, random_lanes>& row, std::size_t i,
                           LocationChoice& choice) {
  const auto firms = static_cast<double>(world.pool->weight);
  RandomStream stream{world.seed, Draw::Choice, choice.firm,
                      others_draw | world.pursuit.firms[choice.firm].episode};
  row[i].known &= ~PlaceSet{2};
  row[i].u_choice = stream.uniform();
  find_weights(world, row, 1U << i);
  choice.others = static_cast<std::uint8_t>(choose(world, row[i]));
  choice.agent_follows_others = stream.uniform() * firms >= 1;
}

/// What a row's searches come to, on what holds before any search of this month has.
void decide(World& world, std::span<const Search> searches, const EightDraws& draws) {
  std::array<Decision, random_lanes> row;
  std::array<double, random_lanes> highest;
  highest.fill(unknown_value);
  for (std::size_t i = 0; i < searches.size(); ++i) {
    open_decision(world, searches[i], row[i]);
    row[i].u_choice = RandomStream::uniform_of(draws.choice[i]);
    row[i].known |= draws.known_by(i);
  }
  for (std::size_t i = 0; i < searches.size(); ++i) highest[i] = find_values(world, row[i]);
  const unsigned all = (1U << searches.size()) - 1;
  const bool is_told = world.journal.mode == JournalMode::Full;
  const unsigned open = is_told ? all : all & ~stay_for_certain(world, row, highest);
  find_weights(world, row, open);
  for (std::size_t i = 0; i < searches.size(); ++i) {
    LocationChoice& choice = world.pursuit.choices.emplace_back();
    choice.firm = row[i].firm;
    choice.workers = row[i].workers;
    choice.is_branch = row[i].is_branch;
    choice.knew_park = row[i].knows(1);
    if (((open >> i) & 1U) != 0) choice.chosen = static_cast<std::uint8_t>(choose(world, row[i]));
    if (is_told) write_down(world, row[i], choice.chosen);
    const bool is_alone = world.pool->firms[choice.firm].is_target || world.pool->weight <= 1;
    if (choice.chosen == 1 && !is_alone) choose_for_the_others(world, row, i, choice);
  }
}

void carry_out(World& world, const Search& search, const LocationChoice& choice) {
  if (choice.chosen == 0) {
    world.journal.record(world.month, EventKind::Stayed, identity_of(*world.pool, choice.firm));
    schedule_next_review(world, search);
    return;
  }
  const double firms = world.pool->firms[choice.firm].is_target ? 1 : world.pool->weight;
  const bool comes_here = choice.chosen == 1;
  if (comes_here && !open_negotiation(world, search, choice.workers, choice.is_branch)) {
    schedule_next_review(world, search);
    return;
  }
  count_move(world, choice, choice.chosen, comes_here ? 1 : firms);
  count_contest(world, choice);
  tell_partners(world, choice);
  record_choice(world, choice);
  if (!comes_here || firms <= 1) {
    leave_or_branch(world, search, choice.is_branch, choice.chosen);
    return;
  }
  if (choice.others > 0) count_move(world, choice, choice.others, firms - 1);
  leave_or_branch(world, search, choice.is_branch, choice.agent_follows_others ? choice.others : 1);
}

/// Those who come here are last, by firm: whom the queues of the park serve first must not depend on when the
/// clocks of others were set.
void carry_out_all(World& world, std::span<const Search> ripe) {
  const std::vector<LocationChoice>& choices = world.pursuit.choices;
  std::vector<std::uint32_t>& coming = world.scratch;
  coming.clear();
  for (std::uint32_t i = 0; i < ripe.size(); ++i) {
    if (i + 2 < ripe.size() && choices[i + 2].chosen > 0) fetch_partners(world, choices[i + 2].firm);
    if (choices[i].chosen == 1) {
      coming.push_back(i);
    } else {
      carry_out(world, ripe[i], choices[i]);
    }
  }
  std::sort(coming.begin(), coming.end(),
            [&](std::uint32_t a, std::uint32_t b) { return choices[a].firm < choices[b].firm; });
  for (const std::uint32_t i : coming) carry_out(world, ripe[i], choices[i]);
}

/// Searches of one row, which is decided together.
std::span<const Search> row_of(const std::vector<Search>& searches, std::size_t first) {
  const std::size_t begin = std::min(first, searches.size());
  return std::span(searches).subspan(begin, std::min(random_lanes, searches.size() - begin));
}

void fetch_links(const World& world, std::span<const Search> row) {
  const Pool& pool = *world.pool;
  for (const Search& search : row) fetch_ahead(pool.partners.data() + pool.first_partner[search.firm]);
}

}  // namespace

void choose_locations(World& world) {
  std::vector<Search>& ripe = world.pursuit.ripe_in(world.month);
  std::vector<LocationChoice>& choices = world.pursuit.choices;
  choices.clear();
  PhiloxLanes counters{};
  for (std::size_t first = 0; first < ripe.size(); first += random_lanes) {
    const std::span<const Search> row = row_of(ripe, first);
    for (std::size_t i = 0; i < row.size(); ++i) {
      counters[0][i] = row[i].firm;
      counters[2][i] = RandomStream::kind_word(Draw::Choice, world.pursuit.firms[row[i].firm].episode);
    }
    decide(world, row, draw_eight(world, counters));
    fetch_links(world, row);
  }
  carry_out_all(world, ripe);
  world.pursuit.clear_ripe_in(world.month);
}

}  // namespace park
