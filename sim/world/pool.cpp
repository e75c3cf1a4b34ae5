// SPDX-License-Identifier: MIT
#include "world/pool.hpp"

#include <bit>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <numeric>

#include "core/random.hpp"
#include "world/firm_draws.hpp"
#include "world/partner_links.hpp"

namespace park {
namespace {

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
    const std::size_t c = class_of(firm);
    pool.agents_in_class[c] += 1;
    pool.larger_agents_in_class[c] += static_cast<double>(firm.employees) >= workshop_employees ? 1 : 0;
    // A firm on the target list stands for itself alone.
    pool.workers_in_class[c] += static_cast<double>(firm.employees) / (firm.is_target ? pool.weight : 1);
  }
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    const double agents = pool.agents_in_class[c];
    const double larger = pool.larger_agents_in_class[c];
    pool.per_agent[c] = agents > 0 ? 1 / agents : 0;
    pool.per_larger_agent[c] = larger > 0 ? 1 / larger : 0;
    pool.agents_in_region[c % region_count] += agents;
    pool.larger_agents_in_region[c % region_count] += larger;
  }
}

}  // namespace

void list_first_reviews(Pool& pool) {
  const std::size_t count = pool.firms.size();
  std::vector<std::uint16_t> places(count);
  pool.class_slices.fill(0);
  for (std::size_t i = 0; i < count; ++i) {
    const PoolFirm& firm = pool.firms[i];
    const std::size_t place =
        class_of(firm) * review_slices + review_slice(static_cast<double>(firm.review_clock));
    places[i] = static_cast<std::uint16_t>(place);
    ++pool.class_slices[place + 1];
  }
  std::partial_sum(pool.class_slices.begin(), pool.class_slices.end(), pool.class_slices.begin());
  auto next = pool.class_slices;
  pool.first_reviews.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    pool.first_reviews[next[places[i]]++] = {pool.firms[i].review_clock, static_cast<std::uint32_t>(i)};
  }
}

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
  FirmDraws(scenario).draw(seed, agents, pool->firms);
  add_targets(scenario, seed, *pool);
  count_classes(*pool);
  list_first_reviews(*pool);
  link_partners(scenario, seed, *pool);
  return pool;
}

}  // namespace park
