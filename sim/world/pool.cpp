// SPDX-License-Identifier: MIT
#include "world/pool.hpp"

#include <algorithm>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <numeric>
#include <span>

#include "core/random.hpp"

namespace park {
namespace {

constexpr double ln_10 = 2.302585092994046;

/// One of several outcomes by a uniform draw, and what is left of the draw: uniform again, independent of the
/// outcome, so that one draw serves twice.
struct Picked {
  std::size_t outcome = 0;
  double rest = 0;
};

Picked pick(std::span<const double> cumulative, double u) {
  constexpr double below_one = 1 - 0x1p-33;
  // Counting costs less than a loop whose end nobody can predict.
  std::size_t i = 0;
  for (std::size_t k = 0; k + 1 < cumulative.size(); ++k) i += u >= cumulative[k] ? 1U : 0U;
  const double before = i > 0 ? cumulative[i - 1] : 0;
  const double width = cumulative[i] - before;
  return {i, width > 0 ? std::min(below_one, (u - before) / width) : 0.5};
}

struct Shares {
  std::array<double, activity_count> activity{};
  std::array<double, region_count> region{};
  double log10_median_revenue = 0;  ///< of a million yuan
};

Shares cumulative_shares(const Scenario& scenario) {
  Shares shares;
  double sum = 0;
  for (std::size_t a = 0; a < activity_count; ++a) {
    shares.activity[a] = sum += scenario.facts->chain.activities[a].pool_share;
  }
  sum = 0;
  for (std::size_t r = 0; r < region_count; ++r) {
    shares.region[r] = sum += scenario.facts->places.origins[r].pool_share;
  }
  shares.log10_median_revenue = std::log10(scenario.parameters.structural.size_median_revenue);
  return shares;
}

/// Four words of the stream for most firms: one Philox block. The distributions work in float, as precise as
/// what is kept.
PoolFirm draw_firm(const Scenario& scenario, const Shares& shares, std::uint64_t seed, std::size_t index) {
  const Structural& s = scenario.parameters.structural;
  RandomStream stream{seed, Draw::PoolFirm, index};
  boost::random::normal_distribution<float> normal;
  boost::random::exponential_distribution<float> exponential(1.0F);
  PoolFirm firm;
  const Picked activity = pick(shares.activity, stream.uniform());
  const Picked region = pick(shares.region, activity.rest);
  firm.activity = static_cast<Activity>(activity.outcome);
  firm.region = static_cast<Region>(region.outcome);
  const ActivityTraits& traits = scenario.facts->chain.activities[activity.outcome];
  firm.review_clock = exponential(stream);
  const double log_size = s.size_sigma * static_cast<double>(normal(stream));
  const double revenue = s.size_median_revenue * 1e6 * std::exp(log_size);
  firm.productivity =
      static_cast<float>(std::exp(traits.productivity_sigma * static_cast<double>(normal(stream))));
  // One firm in a hundred of its kind would need more people than a town has: 20,000 is the most.
  firm.employees = static_cast<float>(std::clamp(revenue / traits.output_per_worker_year, 1.0, 20000.0));
  firm.is_leader = revenue >= s.leader_revenue * 1e6;
  // Half own little; larger and older firms own land and plant.
  const double log10_revenue = shares.log10_median_revenue + log_size / ln_10;
  const double larger = std::clamp(0.15 * log10_revenue, 0.0, 0.4);
  firm.collateral_cover = static_cast<float>(1.1 * region.rest * region.rest + larger);
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
struct Candidates {
  std::vector<std::uint32_t> firms;
  std::vector<double> cumulative_size;
  std::vector<std::uint32_t> places;

  void add(std::uint32_t firm, double size) {
    firms.push_back(firm);
    cumulative_size.push_back(size + (cumulative_size.empty() ? 0 : cumulative_size.back()));
  }

  void hand_out_places() {
    if (firms.empty()) return;
    places.resize(2 * firms.size());
    const double width = cumulative_size.back() / static_cast<double>(places.size());
    std::size_t holder = 0;
    for (std::size_t place = 0; place < places.size(); ++place) {
      const double middle = (static_cast<double>(place) + 0.5) * width;
      while (holder + 1 < firms.size() && cumulative_size[holder] <= middle) ++holder;
      places[place] = firms[holder];
    }
  }

  [[nodiscard]] std::uint32_t pick(double u) const {
    return places[static_cast<std::size_t>(u * static_cast<double>(places.size()))];
  }
};

/// The stages an activity buys from, cumulative by what it spends there.
struct Suppliers {
  std::vector<double> cumulative;
  std::vector<std::size_t> stages;
};

std::array<Suppliers, activity_count> suppliers(const Scenario& scenario) {
  std::array<Suppliers, activity_count> all;
  for (std::size_t a = 0; a < activity_count; ++a) {
    double sum = 0;
    for (std::size_t s = 0; s < stage_count; ++s) {
      const double bought = scenario.facts->chain.bought[s][a];
      if (bought <= 0) continue;
      all[a].stages.push_back(s);
      all[a].cumulative.push_back(sum += bought);
    }
    for (double& cumulative : all[a].cumulative) cumulative /= sum;
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
  for (std::size_t s = 0; s < stage_count; ++s) {
    candidates[s].firms.reserve(firms[s]);
    candidates[s].cumulative_size.reserve(firms[s]);
  }
  for (std::size_t i = 0; i < pool.firms.size(); ++i) {
    candidates[index_of(stage_of(pool.firms[i].activity))].add(
        static_cast<std::uint32_t>(i), std::sqrt(static_cast<double>(pool.firms[i].employees)));
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
  RandomStream stream{seed, Draw::PoolPartners, 0};
  for (std::size_t i = 0; i < pool.firms.size(); ++i) {
    // Two firms share a stream, since a block of four words serves two links each.
    if (i % 2 == 0) stream = RandomStream{seed, Draw::PoolPartners, i / 2};
    const Suppliers& source = sources[index_of(pool.firms[i].activity)];
    for (std::size_t k = 0; k < wanted; ++k) {
      const double u = stream.uniform();
      if (source.stages.empty()) continue;
      const Picked stage = pick(std::span<const double>(source.cumulative), u);
      const Candidates& of_stage = candidates[source.stages[stage.outcome]];
      if (of_stage.firms.empty()) continue;
      const std::uint32_t partner = of_stage.pick(stage.rest);
      if (partner != i) chosen[i * wanted + k] = partner;
    }
  }
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
  const Shares shares = cumulative_shares(scenario);
  for (std::size_t i = 0; i < agents; ++i) pool->firms.push_back(draw_firm(scenario, shares, seed, i));
  add_targets(scenario, seed, *pool);
  count_classes(*pool);
  link_partners(scenario, seed, *pool);
  return pool;
}

}  // namespace park
