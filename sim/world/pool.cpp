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
}

}  // namespace

void list_first_reviews(Pool& pool) {
  // Positive floats are in the order of their bits, so that sorting by three groups of these, the least
  // first, and then by class needs no comparison. Each pass keeps the order of equals: ties stay by id.
  constexpr std::array<unsigned, 3> shifts = {0, 11, 22};
  constexpr std::uint32_t group_size = 1U << 11U;
  const auto group_of = [&](float clock, std::size_t k) {
    return std::bit_cast<std::uint32_t>(clock) >> shifts[k] & (group_size - 1);
  };
  const std::size_t count = pool.firms.size();
  std::array<std::array<std::uint32_t, group_size>, shifts.size()> next{};
  std::vector<FirstReview> order(count);
  pool.class_reviews.fill(0);
  for (std::size_t i = 0; i < count; ++i) {
    const PoolFirm& firm = pool.firms[i];
    order[i] = {firm.review_clock, static_cast<std::uint32_t>(i)};
    ++pool.class_reviews[class_of(firm) + 1];
    for (std::size_t k = 0; k < shifts.size(); ++k) ++next[k][group_of(firm.review_clock, k)];
  }
  for (auto& places : next) std::exclusive_scan(places.begin(), places.end(), places.begin(), 0U);
  pool.first_reviews.resize(count);
  for (std::size_t k = 0; k < shifts.size(); ++k) {
    for (const FirstReview& review : order) {
      pool.first_reviews[next[k][group_of(review.clock, k)]++] = review;
    }
    order.swap(pool.first_reviews);
  }
  std::partial_sum(pool.class_reviews.begin(), pool.class_reviews.end(), pool.class_reviews.begin());
  auto next_of_class = pool.class_reviews;
  for (const FirstReview& review : order) {
    pool.first_reviews[next_of_class[class_of(pool.firms[review.firm])]++] = review;
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
