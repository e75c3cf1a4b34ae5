// SPDX-License-Identifier: MIT
#include "world/firm_draws.hpp"

#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>

#include "core/assert.hpp"
#include "core/distribution_lanes.hpp"

namespace park {
namespace {

constexpr double ln_10 = 2.302585092994046;
/// One firm in a hundred of its kind would need more people than a town has: this is the most.
constexpr double most_employees = 20000;

AliasTable class_shares(const Scenario& scenario) {
  std::array<double, firm_class_count> share{};
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    share[c] = scenario.facts->chain.activities[c / region_count].pool_share *
               scenario.facts->places.origins[c % region_count].pool_share;
  }
  return AliasTable(share);
}

float employees_of(double revenue, double output_per_worker_year) {
  return static_cast<float>(std::min(std::max(revenue / output_per_worker_year, 1.0), most_employees));
}

/// Half own little; larger and older firms own land and plant.
float collateral_of(double rest, double log10_revenue) {
  const double larger = std::min(std::max(0.15 * log10_revenue, 0.0), 0.4);
  return static_cast<float>(1.1 * rest * rest + larger);
}

PoolFirm of_class(std::size_t firm_class) {
  PoolFirm firm;
  firm.activity = static_cast<Activity>(firm_class / region_count);
  firm.region = static_cast<Region>(firm_class % region_count);
  return firm;
}

}  // namespace

FirmDraws::FirmDraws(const Scenario& scenario)
    : classes_(class_shares(scenario)),
      size_sigma_(static_cast<float>(scenario.parameters.structural.size_sigma)),
      median_revenue_yuan_(scenario.parameters.structural.size_median_revenue * 1e6),
      leader_revenue_yuan_(scenario.parameters.structural.leader_revenue * 1e6),
      log10_median_revenue_(std::log10(scenario.parameters.structural.size_median_revenue)) {
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    const ActivityTraits& traits = scenario.facts->chain.activities[c / region_count];
    productivity_sigma_[c] = static_cast<float>(traits.productivity_sigma);
    output_per_worker_year_[c] = traits.output_per_worker_year;
    PARK_ASSERT(size_sigma_ < 10 && productivity_sigma_[c] < 10);  // exp_of keeps to 80
  }
}

PoolFirm FirmDraws::draw_one(RandomStream& stream) const {
  boost::random::normal_distribution<float> normal;
  boost::random::exponential_distribution<float> exponential(1.0F);
  const Picked picked = classes_.pick(stream());
  PoolFirm firm = of_class(picked.outcome);
  firm.review_clock = exponential(stream);
  const float log_size = size_sigma_ * normal(stream);
  const double revenue = median_revenue_yuan_ * static_cast<double>(std::exp(log_size));
  firm.productivity = std::exp(productivity_sigma_[picked.outcome] * normal(stream));
  firm.employees = employees_of(revenue, output_per_worker_year_[picked.outcome]);
  firm.is_leader = revenue >= leader_revenue_yuan_;
  firm.collateral_cover =
      collateral_of(picked.rest, log10_median_revenue_ + static_cast<double>(log_size) / ln_10);
  return firm;
}

void FirmDraws::draw_eight(const PhiloxLanes& words, std::array<PoolFirm, random_lanes>& drawn,
                           unsigned& rejected) const {
  std::array<std::size_t, random_lanes> firm_class{};
  std::array<double, random_lanes> rest{};
  std::array<double, random_lanes> per_worker{};
  FloatLane sigma{};
  for (std::size_t i = 0; i < random_lanes; ++i) {
    const Picked picked = classes_.pick(words[0][i]);
    firm_class[i] = picked.outcome;
    rest[i] = picked.rest;
    per_worker[i] = output_per_worker_year_[picked.outcome];
    sigma[i] = productivity_sigma_[picked.outcome];
  }
  const LaneDraws clocks = exponential_of(words[1]);
  const LaneDraws sizes = normal_of(words[2]);
  const LaneDraws productivities = normal_of(words[3]);
  rejected = clocks.rejected | sizes.rejected | productivities.rejected;
  FloatLane log_size{};
  FloatLane log_productivity{};
  for (std::size_t i = 0; i < random_lanes; ++i) {
    log_size[i] = size_sigma_ * sizes.value[i];
    log_productivity[i] = sigma[i] * productivities.value[i];
  }
  const FloatLane size = exp_of(log_size);
  const FloatLane productivity = exp_of(log_productivity);
  std::array<double, random_lanes> revenue{};
  FloatLane employees{};
  FloatLane collateral{};
  for (std::size_t i = 0; i < random_lanes; ++i) {
    revenue[i] = median_revenue_yuan_ * static_cast<double>(size[i]);
    employees[i] = employees_of(revenue[i], per_worker[i]);
    collateral[i] = collateral_of(rest[i], log10_median_revenue_ + static_cast<double>(log_size[i]) / ln_10);
  }
  for (std::size_t i = 0; i < random_lanes; ++i) {
    PoolFirm& firm = drawn[i] = of_class(firm_class[i]);
    firm.is_leader = revenue[i] >= leader_revenue_yuan_;
    firm.employees = employees[i];
    firm.productivity = productivity[i];
    firm.collateral_cover = collateral[i];
    firm.review_clock = clocks.value[i];
  }
}

void FirmDraws::draw(std::uint64_t seed, std::size_t agents, std::vector<PoolFirm>& firms) const {
  std::array<PoolFirm, random_lanes> drawn;
  PhiloxLanes counters{};
  counters[2].fill(RandomStream::kind_word(Draw::PoolFirm, 0));
  for (std::size_t first = 0; first < agents; first += random_lanes) {
    for (std::size_t i = 0; i < random_lanes; ++i) counters[0][i] = static_cast<std::uint32_t>(first + i);
    unsigned rejected = 0;
    draw_eight(philox4x32_10(counters, RandomStream::key_of(seed)), drawn, rejected);
    for (; rejected != 0; rejected &= rejected - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(rejected));
      RandomStream stream{seed, Draw::PoolFirm, first + i};
      drawn[i] = draw_one(stream);
    }
    const std::size_t count = std::min(agents - first, random_lanes);
    firms.insert(firms.end(), drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(count));
  }
}

}  // namespace park
