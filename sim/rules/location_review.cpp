// SPDX-License-Identifier: MIT
#include "rules/location_review.hpp"

#include <algorithm>
#include <boost/random/exponential_distribution.hpp>
#include <cmath>

#include "core/random.hpp"
#include "rules/awareness.hpp"
#include "rules/location_margin.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

constexpr double highest_hazard_ratio = 4;
constexpr double highest_pull = 4;

void start_search(World& world, std::uint32_t firm) {
  Pursuit& pursuit = world.pursuit;
  pursuit.fate[firm] = Fate::Searching;
  // A gamma of shape 4 and mean 6 months is the sum of four exponentials.
  RandomStream stream{world.seed, Draw::SearchLength, firm, pursuit.episode[firm]};
  Search search;
  search.knowledge = stream.uniform();
  boost::random::exponential_distribution<double> exponential(1 / 1.5);
  double months = 0;
  for (int part = 0; part < 4; ++part) months += exponential(stream);
  search.firm = firm;
  search.started_month = world.month;
  search.ripe_month = world.month + std::clamp(static_cast<int>(std::lround(months)), 3, 12);
  pursuit.searches.push_back(search);
  world.journal.record(world.month, EventKind::Reviewed, identity_of(*world.pool, firm));
}

/// First reviews, in clock order; firms whose clock was rescaled wait in `due` instead.
void ring_first_clocks(World& world, std::size_t c) {
  Pursuit& pursuit = world.pursuit;
  const std::vector<std::uint32_t>& order = world.pool->by_clock[c];
  std::size_t& next = pursuit.next_by_clock[c];
  while (next < order.size()) {
    const std::uint32_t firm = order[next];
    if (static_cast<double>(world.pool->firms[firm].review_clock) > pursuit.hazard_integral[c]) break;
    ++next;
    if (pursuit.is_rescheduled[firm] == 0 && pursuit.fate[firm] == Fate::AtOrigin) start_search(world, firm);
  }
}

void ring_rescheduled_clocks(World& world, std::size_t c) {
  Pursuit& pursuit = world.pursuit;
  std::vector<DueReview>& due = pursuit.due[c];
  while (!due.empty() && due.front().threshold <= pursuit.hazard_integral[c]) {
    const DueReview review = due.front();
    std::pop_heap(due.begin(), due.end());
    due.pop_back();
    const bool is_stale =
        review.threshold != pursuit.threshold[review.firm] || pursuit.is_rescheduled[review.firm] != 1;
    if (is_stale) continue;
    pursuit.is_rescheduled[review.firm] = 2;  // its first clock, if still ahead, is spent
    if (pursuit.fate[review.firm] == Fate::AtOrigin) start_search(world, review.firm);
  }
}

void put_due(Pursuit& pursuit, std::size_t c, std::uint32_t firm) {
  pursuit.due[c].push_back({pursuit.threshold[firm], firm});
  std::push_heap(pursuit.due[c].begin(), pursuit.due[c].end());
}

/// Leaders on the list look at their location sooner while the district courts them.
void court_targets(World& world) {
  for (std::size_t firm = world.pool->pool_agents; firm < world.pool->firms.size(); ++firm) {
    const auto id = static_cast<std::uint32_t>(firm);
    const bool is_new = world.pursuit.pull[firm] < static_cast<float>(world.now.structural.courting_pull);
    if (is_new && is_courted(world, id)) raise_pull(world, id, world.now.structural.courting_pull);
  }
}

}  // namespace

double inland_gap(World& world, Activity activity, Region region) {
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
  const Structural& s = world.now.structural;
  const std::size_t c = class_of(activity, region);
  // Firms hear of costs elsewhere with the quarter's figures.
  if (world.months_done() % 3 == 0) world.pursuit.known_gap[c] = inland_gap(world, activity, region);
  const double gap = world.pursuit.known_gap[c] - world.pursuit.opening_gap[c];
  const bool can_be_ordered = world.traits(activity).pollution_class > 0;
  const double orders = can_be_ordered ? world.surroundings.relocation_orders - s.usual_relocation_orders : 0;
  const double ratio = std::exp(s.review_gap_slope * gap + s.review_order_slope * orders);
  return world.now.uncertainties.footloose_rate / 100 / 12 * std::min(highest_hazard_ratio, ratio);
}

void raise_pull(World& world, std::uint32_t firm, double factor) {
  Pursuit& pursuit = world.pursuit;
  const PoolFirm& pool_firm = world.pool->firms[firm];
  const double now = pursuit.hazard_integral[class_of(pool_firm.activity, pool_firm.region)];
  const double old_pull = pursuit.pull[firm];
  const double new_pull = std::min(highest_pull, old_pull * factor);
  pursuit.pull[firm] = static_cast<float>(new_pull);
  if (pursuit.fate[firm] != Fate::AtOrigin) return;
  const bool has_own_clock = pursuit.is_rescheduled[firm] == 0;
  const double due = has_own_clock ? static_cast<double>(pool_firm.review_clock) : pursuit.threshold[firm];
  if (due <= now) return;
  pursuit.threshold[firm] = now + (due - now) * old_pull / new_pull;
  put_due(pursuit, class_of(pool_firm.activity, pool_firm.region), firm);
  pursuit.is_rescheduled[firm] = std::max<std::uint8_t>(pursuit.is_rescheduled[firm], 1);
}

void schedule_next_review(World& world, std::uint32_t firm) {
  Pursuit& pursuit = world.pursuit;
  if (pursuit.episode[firm] == 255) return;
  const std::uint32_t episode = ++pursuit.episode[firm];
  pursuit.fate[firm] = Fate::AtOrigin;
  const PoolFirm& pool_firm = world.pool->firms[firm];
  RandomStream stream{world.seed, Draw::ReviewClock, firm, episode};
  boost::random::exponential_distribution<double> exponential(1.0);
  const std::size_t c = class_of(pool_firm.activity, pool_firm.region);
  pursuit.threshold[firm] =
      pursuit.hazard_integral[c] + exponential(stream) / static_cast<double>(pursuit.pull[firm]);
  put_due(pursuit, c, firm);
  pursuit.is_rescheduled[firm] = 1;
}

void relocate(World& world) {
  court_targets(world);
  for (std::size_t a = 0; a < activity_count; ++a) {
    for (std::size_t r = 0; r < region_count; ++r) {
      const std::size_t c = a * region_count + r;
      if (world.pool->agents_in_class[c] <= 0) continue;
      world.pursuit.hazard_integral[c] +=
          review_hazard(world, static_cast<Activity>(a), static_cast<Region>(r));
      ring_first_clocks(world, c);
      ring_rescheduled_clocks(world, c);
    }
  }
  choose_locations(world);
}

}  // namespace park
