// SPDX-License-Identifier: MIT
#include "world/pool.hpp"

#include <algorithm>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <numeric>

#include "core/random.hpp"

namespace park {
namespace {

/// Highest ratio of a class's review hazard to the mean, see review_hazard.
constexpr double highest_hazard_ratio = 4;

template <std::size_t Count>
std::size_t pick(const std::array<double, Count>& cumulative, double u) {
  std::size_t i = 0;
  while (i + 1 < Count && u >= cumulative[i]) ++i;
  return i;
}

struct Shares {
  std::array<double, activity_count> activity{};
  std::array<double, region_count> region{};
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
  return shares;
}

PoolFirm draw_firm(const Scenario& scenario, const Shares& shares, std::uint64_t seed, std::size_t index) {
  const Structural& s = scenario.parameters.structural;
  RandomStream stream{seed, Draw::PoolFirm, index};
  boost::random::normal_distribution<double> normal;
  boost::random::exponential_distribution<double> exponential(1.0);
  PoolFirm firm;
  firm.activity = static_cast<Activity>(pick(shares.activity, stream.uniform()));
  firm.region = static_cast<Region>(pick(shares.region, stream.uniform()));
  const ActivityTraits& traits = scenario.facts->chain.activities[index_of(firm.activity)];
  const double u_cover = stream.uniform();
  firm.review_clock = static_cast<float>(exponential(stream));
  const double revenue = s.size_median_revenue * 1e6 * std::exp(s.size_sigma * normal(stream));
  firm.productivity = static_cast<float>(std::exp(traits.productivity_sigma * normal(stream)));
  firm.credit = static_cast<float>(normal(stream));
  // One firm in a hundred of its kind would need more people than a town has: 20,000 is the most.
  firm.employees = static_cast<float>(std::clamp(revenue / traits.output_per_worker_year, 1.0, 20000.0));
  firm.is_leader = revenue >= s.leader_revenue * 1e6;
  // Half own little; larger and older firms own land and plant.
  const double larger = revenue > 1e6 ? std::min(0.15 * std::log10(revenue / 1e6), 0.4) : 0;
  firm.collateral_cover = static_cast<float>(1.1 * u_cover * u_cover + larger);
  return firm;
}

PoolFirm target_firm(const Scenario& scenario, const TargetFirm& target, std::uint64_t seed,
                     std::size_t number) {
  RandomStream stream{seed, Draw::TargetLeader, number};
  boost::random::exponential_distribution<double> exponential(1.0);
  PoolFirm firm;
  firm.activity =
      target.stage == Stage::Garment ? Activity::GarmentFob : static_cast<Activity>(index_of(target.stage));
  firm.region = target.region;
  firm.is_target = true;
  firm.is_leader = target.is_leader;
  firm.employees = static_cast<float>(target.employees);
  firm.productivity = 1.1F;
  firm.collateral_cover = 0.9F;
  firm.credit = 1;
  firm.review_clock = static_cast<float>(exponential(stream));
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

void order_clocks(const Scenario& scenario, Pool& pool) {
  // The footloose rate may be raised along the way; its catalogue maximum bounds the integral of the hazard.
  const ParameterRow* rate = find_parameter("footloose_rate");
  PARK_ASSERT(rate != nullptr);
  const bool may_change = !scenario.shocks.empty();
  const double rate_year =
      (may_change ? rate->max : std::max(get(scenario.parameters, *rate), rate->default_value())) / 100;
  const double horizon = highest_hazard_ratio * rate_year / 12 * scenario.months;
  for (std::size_t i = 0; i < pool.firms.size(); ++i) {
    const PoolFirm& firm = pool.firms[i];
    if (static_cast<double>(firm.review_clock) > horizon) continue;
    pool.by_clock[class_of(firm.activity, firm.region)].push_back(static_cast<std::uint32_t>(i));
  }
  for (std::vector<std::uint32_t>& firms : pool.by_clock) {
    std::sort(firms.begin(), firms.end(), [&](std::uint32_t a, std::uint32_t b) {
      const float left = pool.firms[a].review_clock;
      const float right = pool.firms[b].review_clock;
      return left != right ? left < right : a < b;
    });
  }
}

/// Candidates for links: firms of a stage with cumulative size, so that large firms have many partners. The
/// guide says where in the cumulative sizes to begin to look for a uniform, so that a pick costs a step or
/// two.
struct Candidates {
  static constexpr std::size_t guide_size = 1024;
  std::vector<std::uint32_t> firms;
  std::vector<double> cumulative_size;
  std::vector<std::uint32_t> guide;

  void make_guide() {
    guide.resize(guide_size);
    std::uint32_t place = 0;
    for (std::size_t g = 0; g < guide_size && !firms.empty(); ++g) {
      const double target = static_cast<double>(g) / guide_size * cumulative_size.back();
      while (place + 1 < firms.size() && cumulative_size[place] <= target) ++place;
      guide[g] = place;
    }
  }

  [[nodiscard]] std::uint32_t pick(double u) const {
    std::size_t place = guide[static_cast<std::size_t>(u * guide_size)];
    const double target = u * cumulative_size.back();
    while (place + 1 < firms.size() && cumulative_size[place] <= target) ++place;
    return firms[place];
  }
};

/// For each activity the stages it buys from, cumulative by what it spends there.
std::array<std::array<double, stage_count>, activity_count> suppliers(const Scenario& scenario) {
  std::array<std::array<double, stage_count>, activity_count> cumulative{};
  for (std::size_t a = 0; a < activity_count; ++a) {
    double sum = 0;
    for (std::size_t s = 0; s < stage_count; ++s)
      cumulative[a][s] = sum += scenario.facts->chain.bought[s][a];
    for (std::size_t s = 0; s < stage_count; ++s) cumulative[a][s] = sum > 0 ? cumulative[a][s] / sum : 0;
  }
  return cumulative;
}

/// Each firm picks suppliers, preferring large ones; a link is known to both sides.
void link_partners(const Scenario& scenario, std::uint64_t seed, Pool& pool) {
  std::array<Candidates, stage_count> candidates;
  for (std::size_t i = 0; i < pool.firms.size(); ++i) {
    Candidates& of_stage = candidates[index_of(stage_of(pool.firms[i].activity))];
    const double before = of_stage.cumulative_size.empty() ? 0 : of_stage.cumulative_size.back();
    of_stage.firms.push_back(static_cast<std::uint32_t>(i));
    of_stage.cumulative_size.push_back(before + std::sqrt(static_cast<double>(pool.firms[i].employees)));
  }
  for (Candidates& of_stage : candidates) of_stage.make_guide();
  const auto stages = suppliers(scenario);
  const auto wanted = static_cast<std::size_t>(scenario.parameters.structural.partner_links);
  std::vector<std::uint32_t> chosen(pool.firms.size() * wanted, FirmId::none_value);
  std::vector<std::uint32_t> degree(pool.firms.size() + 1, 0);
  for (std::size_t i = 0; i < pool.firms.size(); ++i) {
    RandomStream stream{seed, Draw::PoolPartners, i};
    for (std::size_t k = 0; k < wanted; ++k) {
      const std::size_t stage = pick(stages[index_of(pool.firms[i].activity)], stream.uniform());
      const Candidates& of_stage = candidates[stage];
      const double u = stream.uniform();
      if (of_stage.firms.empty()) continue;
      const std::uint32_t partner = of_stage.pick(u);
      if (partner == i) continue;
      chosen[i * wanted + k] = partner;
      ++degree[i];
      ++degree[partner];
    }
  }
  pool.first_partner.assign(pool.firms.size() + 1, 0);
  std::exclusive_scan(degree.begin(), degree.end(), pool.first_partner.begin(), 0U);
  pool.partners.resize(pool.first_partner.back());
  std::vector<std::uint32_t> next(pool.first_partner.begin(), pool.first_partner.end() - 1);
  for (std::size_t i = 0; i < pool.firms.size(); ++i) {
    for (std::size_t k = 0; k < wanted; ++k) {
      const std::uint32_t partner = chosen[i * wanted + k];
      if (partner == FirmId::none_value) continue;
      pool.partners[next[i]++] = partner;
      pool.partners[next[partner]++] = static_cast<std::uint32_t>(i);
    }
  }
}

}  // namespace

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
  order_clocks(scenario, *pool);
  link_partners(scenario, seed, *pool);
  return pool;
}

}  // namespace park
