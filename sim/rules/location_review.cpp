// SPDX-License-Identifier: MIT
#include "rules/location_review.hpp"

#include <algorithm>
#include <boost/random/exponential_distribution.hpp>
#include <cmath>
#include <span>

#include "core/distribution_lanes.hpp"
#include "core/exponential.hpp"
#include "core/fetch_ahead.hpp"
#include "rules/awareness.hpp"
#include "rules/location_margin.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

constexpr double highest_hazard_ratio = 4;
constexpr double highest_pull = 4;

/// Chance that a search lasts up to `months`: gamma of shape 4 and mean 6 months, rounded (an Erlang law, so
/// that its distribution function is a finite sum).
double search_ends_by(int months) {
  const double x = (months + 0.5) / 1.5;
  return 1 - exponential(-x) * (1 + x + x * x / 2 + x * x * x / 6);
}

constexpr int shortest_search = 3;
using SearchLengths = std::array<std::uint32_t, longest_search_months - shortest_search>;

/// The first words of a stream that stand for a longer search: those whose uniform is no less than the chance
/// to have ended.
SearchLengths search_lengths() {
  SearchLengths first_word{};
  for (std::size_t i = 0; i < first_word.size(); ++i) {
    first_word[i] = words_below(search_ends_by(shortest_search + static_cast<int>(i)));
  }
  return first_word;
}

const SearchLengths& longer_searches() {
  static const SearchLengths first_word = search_lengths();
  return first_word;
}

/// Draws of a search: four words of its stream for most, one Philox block.
struct SearchDraws {
  int months = 0;
  double knowledge = 0;
  std::array<double, 2> branch{};
  float next_clock = 1;
};

SearchDraws draw_search(RandomStream& stream) {
  boost::random::exponential_distribution<float> exponential_clock(1.0F);
  SearchDraws draws;
  const std::uint32_t length = stream();
  draws.months = shortest_search;
  for (const std::uint32_t longer : longer_searches()) draws.months += length >= longer ? 1 : 0;
  draws.knowledge = stream.uniform();
  draws.branch = stream.two_uniforms();
  draws.next_clock = exponential_clock(stream);
  return draws;
}

/// The same of eight streams side by side, where one block is enough: the others are `rejected`.
struct EightSearches {
  std::array<SearchDraws, random_lanes> draws;
  unsigned rejected = 0;
};

EightSearches draw_searches(const PhiloxLanes& words) {
  EightSearches eight;
  std::array<int, random_lanes> months{};
  for (const std::uint32_t longer : longer_searches()) {
    for (std::size_t i = 0; i < random_lanes; ++i) months[i] += words[0][i] >= longer ? 1 : 0;
  }
  const LaneDraws clocks = exponential_of(words[3]);
  for (std::size_t i = 0; i < random_lanes; ++i) {
    eight.draws[i] = {shortest_search + months[i], RandomStream::uniform_of(words[1][i]),
                      RandomStream::two_uniforms_of(words[2][i]), clocks.value[i]};
  }
  eight.rejected = clocks.rejected;
  return eight;
}

/// A search in its place in the calendar.
Search& start_search(World& world, std::uint32_t firm, const SearchDraws& draws) {
  Pursuit& pursuit = world.pursuit;
  pursuit.firms[firm].fate = Fate::Searching;
  const PoolFirm& of_pool = world.pool->firms[firm];
  const bool is_larger = static_cast<double>(of_pool.employees) >= workshop_employees;
  Search& search = pursuit.open_search(world.month + draws.months, is_larger);
  search.firm = firm;
  search.firm_class = static_cast<std::uint8_t>(class_of(of_pool));
  search.started_month = world.month;
  search.knowledge = draws.knowledge;
  search.u_branch = draws.branch[0];
  search.u_size = draws.branch[1];
  search.next_clock = draws.next_clock;
  search.leads_before = pursuit.leads_integral;
  search.courting_before = courting_of(pursuit, *world.pool, firm);
  return search;
}

/// Begins the searches of `firms`, drawn eight at a time.
void start_searches(World& world, std::span<const std::uint32_t> firms) {
  PhiloxLanes counters{};
  for (const std::uint32_t firm : firms) fetch_ahead(&world.pool->firms[firm]);
  for (std::size_t first = 0; first < firms.size(); first += random_lanes) {
    const std::size_t count = std::min(firms.size() - first, random_lanes);
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t firm = firms[first + i];
      counters[0][i] = firm;
      counters[2][i] = RandomStream::kind_word(Draw::SearchLength, world.pursuit.firms[firm].episode);
    }
    const EightSearches eight = draw_searches(philox4x32_10(counters, RandomStream::key_of(world.seed)));
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t firm = firms[first + i];
      if (((eight.rejected >> i) & 1U) != 0) {
        (void)begin_search(world, firm);
      } else {
        (void)start_search(world, firm, eight.draws[i]);
      }
      world.journal.record(world.month, EventKind::Reviewed, identity_of(*world.pool, firm));
    }
  }
}

/// A month of these hazards: firms whose clock is up begin to search.
void ring_clocks(World& world, const ByClass& hazard) {
  Pursuit& pursuit = world.pursuit;
  if (!pursuit.calendar.is_planned(hazard)) {
    pursuit.calendar.plan(*world.pool, pursuit.hazard_integral, hazard);
  }
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    if (world.pool->agents_in_class[c] > 0) pursuit.hazard_integral[c] += hazard[c];
  }
  pursuit.starting.clear();
  pursuit.calendar.ring(pursuit.firms, pursuit.starting);
  start_searches(world, pursuit.starting);
}

/// Leaders on the list look at their location sooner while the district courts them.
void court_targets(World& world) {
  const double pull = world.now.structural.courting_pull;
  for (const std::uint32_t firm : world.pursuit.courted) {
    if (world.pursuit.firms[firm].pull < static_cast<float>(pull)) raise_pull(world, firm, pull);
  }
}

/// Has what is read of the firms that review or choose this month fetched while places are priced.
void fetch_those_who_move(World& world) {
  const Pool& pool = *world.pool;
  Pursuit& pursuit = world.pursuit;
  for (const Search& search : pursuit.ripe_in(world.month)) {
    fetch_ahead(&pool.firms[search.firm]);
    fetch_ahead(&pool.first_partner[search.firm]);
    fetch_ahead(&pursuit.firms[search.firm]);
  }
  pursuit.calendar.fetch_due(pool, pursuit.firms);
}

/// What orders to move or upgrade make of the hazard of those who pollute.
double by_orders(const World& world) {
  const Structural& s = world.now.structural;
  return exponential(s.review_order_slope *
                     (world.surroundings.relocation_orders - s.usual_relocation_orders));
}

/// Firms hear of costs elsewhere with the quarter's figures.
void hear_of_costs(World& world, std::size_t c) {
  const double gap =
      inland_gap(world, static_cast<Activity>(c / region_count), static_cast<Region>(c % region_count)) -
      world.pursuit.opening_gap[c];
  world.pursuit.gap_ratio[c] = exponential(world.now.structural.review_gap_slope * gap);
}

ByClass class_hazards(const World& world) {
  const double orders = by_orders(world);
  const double usual = world.now.uncertainties.footloose_rate / 100 / 12;
  ByClass hazard{};
  for (std::size_t a = 0; a < activity_count; ++a) {
    const bool is_polluting = world.traits(static_cast<Activity>(a)).pollution_class > 0;
    for (std::size_t c = a * region_count; c < (a + 1) * region_count; ++c) {
      const double ratio = world.pursuit.gap_ratio[c] * (is_polluting ? orders : 1);
      hazard[c] = usual * std::min(highest_hazard_ratio, ratio);
    }
  }
  return hazard;
}

}  // namespace

double inland_gap(const World& world, Activity activity, Region region) {
  const double origin = class_margin(world, activity, region, 0).at(1);
  double sum = 0;
  int inland = 0;
  const std::vector<DestinationTraits>& places = world.places().destinations;
  for (std::size_t d = 1; d < places.size(); ++d) {
    if (places[d].kind == DestinationKind::Overseas) continue;
    sum += class_margin(world, activity, region, d + 1).at(1);
    ++inland;
  }
  return inland > 0 ? sum / inland - origin : 0;
}

double review_hazard(World& world, Activity activity, Region region) {
  const std::size_t c = class_of(activity, region);
  if (world.months_done() % 3 == 0) hear_of_costs(world, c);
  return class_hazards(world)[c];
}

void raise_pull(World& world, std::uint32_t firm, double factor) {
  Pursuit& pursuit = world.pursuit;
  FirmState& state = pursuit.firms[firm];
  const auto old_pull = static_cast<double>(state.pull);
  const double new_pull = std::min(highest_pull, old_pull * factor);
  state.pull = static_cast<float>(new_pull);
  if (state.fate != Fate::AtOrigin || new_pull == old_pull) return;
  const std::size_t c = class_of(world.pool->firms[firm]);
  const double now = pursuit.hazard_integral[c];
  if (state.threshold <= now) return;
  state.threshold = now + (state.threshold - now) * old_pull / new_pull;
  pursuit.calendar.add(c, firm, state.threshold);
}

Search& begin_search(World& world, std::uint32_t firm) {
  RandomStream stream{world.seed, Draw::SearchLength, firm, world.pursuit.firms[firm].episode};
  return start_search(world, firm, draw_search(stream));
}

void schedule_next_review(World& world, const Search& search) {
  Pursuit& pursuit = world.pursuit;
  FirmState& state = pursuit.firms[search.firm];
  if (state.episode == 255) return;
  ++state.episode;
  state.fate = Fate::AtOrigin;
  const std::size_t c = search.firm_class;
  state.threshold =
      pursuit.hazard_integral[c] + static_cast<double>(search.next_clock) / static_cast<double>(state.pull);
  pursuit.calendar.add(c, search.firm, state.threshold);
}

void relocate(World& world) {
  fetch_those_who_move(world);
  price_locations(world);
  court_targets(world);
  const bool is_quarter = world.months_done() % 3 == 0;
  for (std::size_t c = 0; is_quarter && c < firm_class_count; ++c) {
    if (world.pool->agents_in_class[c] > 0) hear_of_costs(world, c);
  }
  ring_clocks(world, class_hazards(world));
  choose_locations(world);
}

}  // namespace park
