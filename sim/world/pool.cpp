// SPDX-License-Identifier: MIT
#include "world/pool.hpp"

#include <algorithm>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <numeric>
#include <span>

#include "core/random_lanes.hpp"

namespace park {
namespace {

constexpr double ln_10 = 2.302585092994046;

/// One of several outcomes by a uniform draw, and what is left of the draw: uniform again, independent of the
/// outcome, so that one draw serves twice.
struct Picked {
  std::size_t outcome = 0;
  double rest = 0;
};

/// Outcomes by their shares, by Walker's alias method: every slot holds at most two outcomes, so that a draw
/// is one look-up without a branch that nobody can predict.
/// Source: Vose, "A linear algorithm for generating random numbers with a given distribution", 1991.
class AliasTable {
 public:
  AliasTable() = default;

  explicit AliasTable(std::span<const double> shares) : slots_(shares.size()) {
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<double> left;  // of each outcome, in slots
    for (const double share : shares) left.push_back(share / sum * static_cast<double>(shares.size()));
    std::vector<std::size_t> small;
    std::vector<std::size_t> large;
    for (std::size_t i = 0; i < left.size(); ++i) (left[i] < 1 ? small : large).push_back(i);
    while (!small.empty() && !large.empty()) {
      const std::size_t own = small.back();
      const std::size_t other = large.back();
      small.pop_back();
      slots_[own] = slot_of(own, left[own], other);
      left[other] -= 1 - left[own];
      if (left[other] >= 1) continue;
      large.pop_back();
      small.push_back(other);
    }
    for (const std::size_t own : small) slots_[own] = slot_of(own, 1, own);
    for (const std::size_t own : large) slots_[own] = slot_of(own, 1, own);
  }

  [[nodiscard]] bool empty() const { return slots_.empty(); }

  [[nodiscard]] Picked pick(std::uint32_t word) const {
    constexpr double below_one = 1 - 0x1p-33;
    const std::uint64_t scaled = std::uint64_t{word} * slots_.size();
    const Slot& slot = slots_[scaled >> 32U];
    const double part = (static_cast<std::uint32_t>(scaled) + 0.5) * 0x1p-32;
    const Half& half = slot.halves[part >= slot.halves[1].start ? 1 : 0];
    return {half.outcome, std::min(below_one, (part - half.start) * half.scale)};
  }

 private:
  struct Half {
    std::size_t outcome = 0;
    double start = 0;
    double scale = 1;  ///< 1 / its width
  };
  struct Slot {
    std::array<Half, 2> halves;
  };

  static Slot slot_of(std::size_t own, double width, std::size_t other) {
    Slot slot;
    slot.halves[0] = {own, 0, width > 0 ? 1 / width : 1};
    slot.halves[1] = {other, width, width < 1 ? 1 / (1 - width) : 1};
    return slot;
  }

  std::vector<Slot> slots_;
};

struct Shares {
  AliasTable classes;
  double log10_median_revenue = 0;  ///< of a million yuan
};

Shares shares_of(const Scenario& scenario) {
  std::array<double, firm_class_count> share{};
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    share[c] = scenario.facts->chain.activities[c / region_count].pool_share *
               scenario.facts->places.origins[c % region_count].pool_share;
  }
  return {AliasTable(share), std::log10(scenario.parameters.structural.size_median_revenue)};
}

/// Four words of the stream for most firms: one Philox block. The distributions work in float, as precise as
/// what is kept.
PoolFirm draw_firm(const Scenario& scenario, const Shares& shares, RandomStream& stream) {
  const Structural& s = scenario.parameters.structural;
  boost::random::normal_distribution<float> normal;
  boost::random::exponential_distribution<float> exponential(1.0F);
  PoolFirm firm;
  const Picked picked = shares.classes.pick(stream());
  firm.activity = static_cast<Activity>(picked.outcome / region_count);
  firm.region = static_cast<Region>(picked.outcome % region_count);
  const ActivityTraits& traits = scenario.facts->chain.activities[index_of(firm.activity)];
  firm.review_clock = exponential(stream);
  const float log_size = static_cast<float>(s.size_sigma) * normal(stream);
  const double revenue = s.size_median_revenue * 1e6 * static_cast<double>(std::exp(log_size));
  firm.productivity = std::exp(static_cast<float>(traits.productivity_sigma) * normal(stream));
  // One firm in a hundred of its kind would need more people than a town has: 20,000 is the most.
  firm.employees = static_cast<float>(std::clamp(revenue / traits.output_per_worker_year, 1.0, 20000.0));
  firm.is_leader = revenue >= s.leader_revenue * 1e6;
  // Half own little; larger and older firms own land and plant.
  const double log10_revenue = shares.log10_median_revenue + static_cast<double>(log_size) / ln_10;
  const double larger = std::clamp(0.15 * log10_revenue, 0.0, 0.4);
  firm.collateral_cover = static_cast<float>(1.1 * picked.rest * picked.rest + larger);
  return firm;
}

PoolFirm target_firm(const Scenario& scenario, const TargetFirm& target, std::uint64_t seed,
                     std::size_t number) {
  RandomStream stream{seed, Draw::TargetLeader, number};
  boost::random::exponential_distribution<float> exponential(1.0F);
  PoolFirm firm;
  firm.activity =
      target.stage == Stage::Garment ? Activity::GarmentFob : static_cast<Activity>(index_of(target.stage));
  firm.region = target.region;
  firm.is_target = true;
  firm.is_leader = target.is_leader;
  firm.employees = static_cast<float>(target.employees);
  firm.productivity = 1.1F;
  firm.collateral_cover = 0.9F;
  firm.review_clock = exponential(stream);
  PARK_ASSERT(scenario.targets != nullptr);
  return firm;
}

void add_targets(const Scenario& scenario, std::uint64_t seed, Pool& pool) {
  std::array<std::uint16_t, stage_count> leaders{};
  const std::vector<TargetFirm>& targets = *scenario.targets;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    PoolFirm firm = target_firm(scenario, targets[t], seed, t);
    if (firm.is_leader) firm.target_rank = ++leaders[index_of(targets[t].stage)];
    pool.firms.push_back(firm);
  }
}

void count_classes(Pool& pool) {
  for (const PoolFirm& firm : pool.firms) {
    const std::size_t c = class_of(firm.activity, firm.region);
    pool.agents_in_class[c] += 1;
    pool.larger_agents_in_class[c] += static_cast<double>(firm.employees) >= workshop_employees ? 1 : 0;
    // A firm on the target list stands for itself alone.
    pool.workers_in_class[c] += static_cast<double>(firm.employees) / (firm.is_target ? pool.weight : 1);
  }
}

/// Candidates for links of a stage. Each firm holds places in proportion to its size, so that large firms
/// have many partners; there are twice as many places as firms.
class Candidates {
 public:
  void reserve(std::size_t firms) {
    firms_.reserve(firms);
    cumulative_size_.reserve(firms);
  }

  void add(std::uint32_t firm, double size) {
    firms_.push_back(firm);
    size_ += size;
    cumulative_size_.push_back(size_);
  }

  /// A firm has the places from where its predecessors' size ends. Its number is written to the first of them
  /// (where it has none, the next firm's goes over it) and then carried on to the others.
  void hand_out_places() {
    if (firms_.empty()) return;
    const std::size_t places = 2 * firms_.size();
    places_.assign(places + 1, 0);
    const double places_per_size = static_cast<double>(places) / size_;
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i < firms_.size(); ++i) {
      places_[first] = i;
      first = std::min(static_cast<std::uint32_t>(places),
                       static_cast<std::uint32_t>(std::floor(cumulative_size_[i] * places_per_size + 0.5)));
    }
    std::uint32_t holder = 0;
    for (std::size_t place = 0; place < places; ++place) {
      holder = std::max(holder, places_[place]);
      places_[place] = firms_[holder];
    }
    count_ = static_cast<double>(places);
  }

  [[nodiscard]] bool empty() const { return firms_.empty(); }

  /// `u` in [0, 1).
  [[nodiscard]] std::uint32_t pick(double u) const { return places_[static_cast<std::uint32_t>(u * count_)]; }

 private:
  std::vector<std::uint32_t> firms_;
  std::vector<double> cumulative_size_;
  std::vector<std::uint32_t> places_;  ///< and one more, for firms without a place at the end
  double size_ = 0;
  double count_ = 0;
};

/// The stages an activity buys from, by what it spends there.
struct Suppliers {
  AliasTable shares;
  std::vector<std::size_t> stages;
};

std::array<Suppliers, activity_count> suppliers(const Scenario& scenario) {
  std::array<Suppliers, activity_count> all;
  for (std::size_t a = 0; a < activity_count; ++a) {
    std::vector<double> bought;
    for (std::size_t s = 0; s < stage_count; ++s) {
      if (scenario.facts->chain.bought[s][a] <= 0) continue;
      all[a].stages.push_back(s);
      bought.push_back(scenario.facts->chain.bought[s][a]);
    }
    all[a].shares = AliasTable(bought);
  }
  return all;
}

std::array<Candidates, stage_count> candidates_for_links(const Pool& pool) {
  std::array<Candidates, stage_count> candidates;
  std::array<std::size_t, stage_count> firms{};
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    firms[index_of(stage_of(static_cast<Activity>(c / region_count)))] +=
        static_cast<std::size_t>(pool.agents_in_class[c]);
  }
  for (std::size_t s = 0; s < stage_count; ++s) candidates[s].reserve(firms[s]);
  for (std::uint32_t i = 0; i < pool.firms.size(); ++i) {
    candidates[index_of(stage_of(pool.firms[i].activity))].add(
        i, std::sqrt(static_cast<double>(pool.firms[i].employees)));
  }
  for (Candidates& of_stage : candidates) of_stage.hand_out_places();
  return candidates;
}

/// Whom each firm picks, `wanted` places a firm; none_value where it found nobody.
std::vector<std::uint32_t> pick_suppliers(const Scenario& scenario, std::uint64_t seed, const Pool& pool,
                                          std::size_t wanted) {
  const std::array<Candidates, stage_count> candidates = candidates_for_links(pool);
  const std::array<Suppliers, activity_count> sources = suppliers(scenario);
  std::vector<std::uint32_t> chosen(pool.firms.size() * wanted, FirmId::none_value);
  const auto pick = [&](std::size_t i, RandomStream& stream) {
    const Suppliers& source = sources[index_of(pool.firms[i].activity)];
    for (std::size_t k = 0; k < wanted; ++k) {
      const std::uint32_t word = stream();
      if (source.shares.empty()) continue;
      const Picked stage = source.shares.pick(word);
      const Candidates& of_stage = candidates[source.stages[stage.outcome]];
      if (of_stage.empty()) continue;
      const std::uint32_t partner = of_stage.pick(stage.rest);
      if (partner != i) chosen[i * wanted + k] = partner;
    }
  };
  // Two firms share a stream, since a block of four words serves two links each.
  const auto pair_of = [](std::size_t pair) { return StreamName{static_cast<std::uint32_t>(pair)}; };
  const std::size_t pairs = (pool.firms.size() + 1) / 2;
  for_each_stream(seed, Draw::PoolPartners, pairs, pair_of, [&](std::size_t pair, RandomStream& stream) {
    pick(2 * pair, stream);
    if (2 * pair + 1 < pool.firms.size()) pick(2 * pair + 1, stream);
  });
  return chosen;
}

/// Each firm picks suppliers, preferring large ones; a link is known to both sides.
void link_partners(const Scenario& scenario, std::uint64_t seed, Pool& pool) {
  const auto wanted = static_cast<std::size_t>(scenario.parameters.structural.partner_links);
  const std::vector<std::uint32_t> chosen = pick_suppliers(scenario, seed, pool, wanted);
  pool.first_partner.assign(pool.firms.size() + 1, 0);
  const auto for_each_link = [&](const auto& act) {
    std::size_t place = 0;
    for (std::uint32_t i = 0; i < pool.firms.size(); ++i) {
      for (std::size_t k = 0; k < wanted; ++k, ++place) {
        if (chosen[place] != FirmId::none_value) act(i, chosen[place]);
      }
    }
  };
  std::vector<std::uint32_t>& first = pool.first_partner;
  for_each_link([&](std::uint32_t a, std::uint32_t b) {
    ++first[a];
    ++first[b];
  });
  std::exclusive_scan(first.begin(), first.end(), first.begin(), 0U);
  pool.partners.resize(first.back());
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for_each_link([&](std::uint32_t a, std::uint32_t b) {
    pool.partners[next[a]++] = b;
    pool.partners[next[b]++] = a;
  });
}

}  // namespace

double credit_of(std::uint64_t seed, std::uint32_t index, const PoolFirm& firm) {
  if (firm.is_target) return 1;
  RandomStream stream{seed, Draw::PoolFirm, index, 1};
  boost::random::normal_distribution<double> normal;
  return normal(stream);
}

std::shared_ptr<const Pool> make_pool(const Scenario& scenario, std::uint64_t seed) {
  auto pool = std::make_shared<Pool>();
  const auto agents = static_cast<std::size_t>(scenario.parameters.structural.pool_agents);
  pool->pool_agents = agents;
  pool->weight = scenario.parameters.structural.pool_weight;
  pool->firms.reserve(agents + scenario.targets->size());
  const Shares shares = shares_of(scenario);
  const auto own = [](std::size_t i) { return StreamName{static_cast<std::uint32_t>(i)}; };
  for_each_stream(seed, Draw::PoolFirm, agents, own, [&](std::size_t, RandomStream& stream) {
    pool->firms.push_back(draw_firm(scenario, shares, stream));
  });
  add_targets(scenario, seed, *pool);
  count_classes(*pool);
  link_partners(scenario, seed, *pool);
  return pool;
}

}  // namespace park
