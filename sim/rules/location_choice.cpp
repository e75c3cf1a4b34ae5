// SPDX-License-Identifier: MIT
#include <algorithm>
#include <bit>
#include <cmath>
#include <span>

#include "core/exponential.hpp"
#include "core/fetch_ahead.hpp"
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
Decision open_decision(const World& world, const Search& search) {
  const PoolFirm& firm = world.pool->firms[search.firm];
  const Structural& s = world.now.structural;
  Decision decision;
  decision.firm = search.firm;
  decision.visited = search.visited;
  // A workshop has nothing to split.
  decision.is_branch = search.is_larger && search.u_branch < s.branch_share;
  const auto employees = static_cast<double>(firm.employees);
  decision.workers = decision.is_branch ? employees * (0.3 + 0.3 * search.u_size) : employees;
  decision.output_yuan_year = decision.workers * world.traits(firm.activity).output_per_worker_year *
                              world.surroundings.output_per_worker_index *
                              static_cast<double>(firm.productivity);
  if (knows_park(world, search)) decision.known |= 2U;
  return decision;
}

/// Leaving is at most as likely as if all places were known and as good as the best. Where even that lies
/// below the firm's uniform it stays, and nothing more need be computed.
bool stays_for_certain(const World& world, const Decision& decision, double highest) {
  const double most = world.prices.most_to_gain * exponential(std::min(highest, 40.0));
  return decision.u_choice * (1 + most) > most;
}

/// Nested logit: staying, the inland parks in one nest, overseas.
void find_probabilities(const World& world, Decision& decision) {
  const double nest = world.now.structural.inland_nest;
  const PlaceOutlook& outlook = world.prices.outlook;
  ByPlace weight;
  for (std::size_t first = 0; first < outlook.places; first += 4) {
    DoubleLane x{};
    for (std::size_t k = 0; k < 4; ++k) {
      const double v = std::min(std::max(decision.value[first + k], -40.0), 40.0);
      x[k] = outlook.is_overseas[first + k] > 0 ? v : v / nest;
    }
    const DoubleLane worth = exponential(x);
    for (std::size_t k = 0; k < 4; ++k) {
      weight[first + k] = worth[k];
      decision.probability[first + k] = 0;
    }
  }
  double inland = 0;
  double overseas = 0;
  decision.for_each_known(
      [&](std::size_t p) { (outlook.is_overseas[p] > 0 ? overseas : inland) += weight[p]; });
  const double inland_nest = inland > 0 ? std::pow(inland, nest) : 0;
  const double all = 1 + inland_nest + overseas;
  const double overseas_scale = 1 / all;
  const double inland_scale = inland > 0 ? inland_nest * overseas_scale / inland : 0;
  decision.probability[0] = overseas_scale;
  decision.for_each_known([&](std::size_t p) {
    decision.probability[p] = weight[p] * (outlook.is_overseas[p] > 0 ? overseas_scale : inland_scale);
  });
}

/// One uniform walks from overseas through the rivals to staying, with our park last before staying, so that
/// a better park first wins over those who would have stayed or gone to a near rival.
void choose(Decision& decision) {
  double u = decision.u_choice;
  decision.chosen = 0;
  for (PlaceSet rest = decision.known & ~PlaceSet{1}; rest != 0;) {
    const auto p = static_cast<std::size_t>(std::bit_width(rest)) - 1;
    if (u < decision.probability[p]) {
      decision.chosen = p;
      return;
    }
    u -= decision.probability[p];
    rest &= ~(PlaceSet{1} << p);
  }
}

void write_down(World& world, const Decision& decision) {
  if (world.journal.mode != JournalMode::Full) return;
  for (std::size_t p = 0; p <= world.places().destinations.size(); ++p) {
    if (!decision.knows(p)) continue;
    DecisionTerm term;
    term.month = world.month;
    term.who = identity_of(*world.pool, decision.firm);
    term.destination = static_cast<std::uint32_t>(p);
    term.chosen = p == decision.chosen;
    term.value = p == 0 ? 0 : decision.value[p];
    term.probability = decision.probability[p];
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

void tell_partners(World& world, const Decision& decision) {
  const Pool& pool = *world.pool;
  const bool to_park = decision.chosen == 1;
  for (std::uint32_t k = pool.first_partner[decision.firm]; k < pool.first_partner[decision.firm + 1]; ++k) {
    const std::uint32_t partner = pool.partners[k];
    if (to_park && world.pursuit.firms[partner].partners_in_park < 255)
      ++world.pursuit.firms[partner].partners_in_park;
    if (!decision.is_branch) raise_pull(world, partner, world.now.structural.partner_pull);
  }
}

/// `firms` real firms go where the decision says.
void count_move(World& world, const Decision& decision, double firms) {
  Tallies& tallies = world.tallies;
  const PoolFirm& firm = world.pool->firms[decision.firm];
  const std::size_t d = decision.chosen - 1;
  const auto slot = static_cast<std::size_t>(world.month % 12);
  const bool is_overseas = world.places().destinations[d].kind == DestinationKind::Overseas;
  tallies.origin_moves_agents += firms;
  tallies.moves_ring[slot] += firms;
  (is_overseas ? tallies.overseas_ring : tallies.inland_ring)[slot] += firms;
  world.rivals[d].movers_in[slot] += firms;
  if (d > 0) world.rivals[d].workers[index_of(stage_of(firm.activity))] += firms * decision.workers;
}

void count_contest(World& world, const Decision& decision) {
  if (!decision.knows(1)) return;
  const std::size_t d = decision.chosen - 1;
  const auto slot = static_cast<std::size_t>(world.month % 12);
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
void leave_or_branch(World& world, const Search& search, const Decision& decision) {
  if (decision.is_branch || decision.chosen == 0) {
    schedule_next_review(world, search);
  } else {
    world.pursuit.firms[decision.firm].fate = decision.chosen == 1 ? Fate::InPark : Fate::Gone;
  }
}

/// One real firm of those an agent stands for comes here; the others, who do not know the park, choose
/// without it.
Decision choose_for_the_others(const World& world, Decision decision, double u_choice) {
  decision.known &= ~PlaceSet{2};
  decision.u_choice = u_choice;
  find_probabilities(world, decision);
  choose(decision);
  return decision;
}

/// Draws of a decision that only some come to need.
constexpr std::uint32_t others_draw = 1U << 8U;

void carry_out(World& world, const Search& search, const Decision& decision) {
  if (decision.chosen == 0) {
    world.journal.record(world.month, EventKind::Stayed, identity_of(*world.pool, decision.firm));
    schedule_next_review(world, search);
    return;
  }
  const std::uint32_t episode = world.pursuit.firms[decision.firm].episode;
  const double firms = world.pool->firms[decision.firm].is_target ? 1 : world.pool->weight;
  const bool comes_here = decision.chosen == 1;
  if (comes_here && !open_negotiation(world, search, decision.workers, decision.is_branch)) {
    schedule_next_review(world, search);
    return;
  }
  fetch_partners(world, decision.firm);
  count_move(world, decision, comes_here ? 1 : firms);
  count_contest(world, decision);
  tell_partners(world, decision);
  record_choice(world, decision);
  if (!comes_here || firms <= 1) {
    leave_or_branch(world, search, decision);
    return;
  }
  RandomStream stream{world.seed, Draw::Choice, decision.firm, others_draw | episode};
  const Decision others = choose_for_the_others(world, decision, stream.uniform());
  if (others.chosen > 0) count_move(world, others, firms - 1);
  // Arrivals must not use up firms that nobody told of the park: the agent goes with one of them only once in
  // `firms` times.
  leave_or_branch(world, search, stream.uniform() * firms < 1 ? decision : others);
}

void decide(World& world, const Search& search, std::uint32_t choice_word, PlaceSet known_rivals) {
  Decision decision = open_decision(world, search);
  decision.u_choice = RandomStream::uniform_of(choice_word);
  decision.known |= known_rivals;
  const double highest = find_values(world, decision);
  if (world.journal.mode == JournalMode::Full || !stays_for_certain(world, decision, highest)) {
    find_probabilities(world, decision);
    choose(decision);
  }
  write_down(world, decision);
  carry_out(world, search, decision);
}

/// Searches of one row, which is decided together.
std::span<const Search> row_of(const std::vector<Search>& searches, std::size_t first) {
  const std::size_t begin = std::min(first, searches.size());
  return std::span(searches).subspan(begin, std::min(random_lanes, searches.size() - begin));
}

/// What the decisions of a row read of their firms.
void fetch_firms(const World& world, std::span<const Search> row) {
  const Pool& pool = *world.pool;
  for (const Search& search : row) {
    fetch_ahead(&pool.firms[search.firm]);
    fetch_ahead(&pool.first_partner[search.firm]);
    fetch_ahead(&world.pursuit.firms[search.firm]);
  }
}

void fetch_links(const World& world, std::span<const Search> row) {
  const Pool& pool = *world.pool;
  for (const Search& search : row) fetch_ahead(pool.partners.data() + pool.first_partner[search.firm]);
}

}  // namespace

void choose_locations(World& world) {
  std::vector<Search>& ripe = world.pursuit.ripe_in(world.month);
  PhiloxLanes counters{};
  fetch_firms(world, row_of(ripe, 0));
  for (std::size_t first = 0; first < ripe.size(); first += random_lanes) {
    const std::span<const Search> row = row_of(ripe, first);
    fetch_firms(world, row_of(ripe, first + random_lanes));
    fetch_links(world, row);
    for (std::size_t i = 0; i < row.size(); ++i) {
      counters[0][i] = row[i].firm;
      counters[2][i] = RandomStream::kind_word(Draw::Choice, world.pursuit.firms[row[i].firm].episode);
    }
    const EightDraws draws = draw_eight(world, counters);
    for (std::size_t i = 0; i < row.size(); ++i) {
      decide(world, row[i], draws.choice[i], draws.known_by(i));
    }
  }
  world.pursuit.clear_ripe_in(world.month);
}

}  // namespace park
