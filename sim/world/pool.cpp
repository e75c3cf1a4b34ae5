// SPDX-License-Identifier: MIT
#include "world/pool.hpp"

#include <bit>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/sort/spreadsort/integer_sort.hpp>
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
}

}  // namespace

void list_first_reviews(Pool& pool) {
  // Class, clock and firm in one number, by which they are sorted; the bits of positive floats rise as they
  // do.
  constexpr unsigned firm_bits = 24;
  constexpr unsigned clock_bits = 32;
  PARK_ASSERT(pool.firms.size() < (1U << firm_bits));
  std::vector<std::uint64_t> order(pool.firms.size());
  pool.class_reviews.fill(0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const PoolFirm& firm = pool.firms[i];
    const std::uint64_t c = class_of(firm);
    order[i] = c << (clock_bits + firm_bits) |
               std::uint64_t{std::bit_cast<std::uint32_t>(firm.review_clock)} << firm_bits | i;
    ++pool.class_reviews[c + 1];
  }
  std::partial_sum(pool.class_reviews.begin(), pool.class_reviews.end(), pool.class_reviews.begin());
  boost::sort::spreadsort::integer_sort(order.begin(), order.end());
  pool.first_reviews.resize(order.size());
  for (std::size_t k = 0; k < order.size(); ++k) {
    pool.first_reviews[k] = {std::bit_cast<float>(static_cast<std::uint32_t>(order[k] >> firm_bits)),
                             static_cast<std::uint32_t>(order[k]) & ((1U << firm_bits) - 1)};
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
