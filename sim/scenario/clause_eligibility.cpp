// SPDX-License-Identifier: MIT
#include "scenario/clause_eligibility.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace park {
namespace {

bool contract_fits(ClauseContract wanted, ClauseContract contract, bool is_light_asset) {
  if (wanted == ClauseContract::Any) return true;
  if (wanted == ClauseContract::LightAsset) return is_light_asset;
  return wanted == contract;
}

bool does_this(const PolicyClause& clause, std::size_t activity) {
  return ((clause.activities >> activity) & 1U) != 0;
}

bool has_size(const PolicyClause& clause, double workers) {
  return workers >= clause.min_workers && workers <= clause.max_workers;
}

template <class Fits>
ClauseSet those_that(const ClauseCatalogue& catalogue, const Fits& fits) {
  ClauseSet set;
  for (std::size_t i = 0; i < clause_count; ++i) {
    if (fits(catalogue.clauses[i])) set.add(i);
  }
  return set;
}

}  // namespace

bool is_eligible(const PolicyClause& clause, const BenefitClaim& claim) {
  return does_this(clause, index_of(claim.activity)) && has_size(clause, claim.workers) &&
         (!clause.leaders_only || claim.is_leader) &&
         contract_fits(clause.contract, claim.contract, claim.is_light_asset);
}

ClauseEligibility::ClauseEligibility(const ClauseCatalogue& catalogue) {
  const auto those = [&](const auto& fits) { return those_that(catalogue, fits); };
  for (std::size_t a = 0; a < activity_count; ++a) {
    by_activity_[a] = those([&](const PolicyClause& clause) { return does_this(clause, a); });
  }
  for (std::size_t c = 0; c < contract_count; ++c) {
    for (std::size_t light = 0; light < 2; ++light) {
      by_contract_[c][light] = those([&](const PolicyClause& clause) {
        return contract_fits(clause.contract, static_cast<ClauseContract>(c), light == 1);
      });
    }
  }
  by_leader_ = {those([](const PolicyClause& clause) { return !clause.leaders_only; }),
                those([](const PolicyClause& /*clause*/) { return true; })};
  constexpr double above_all = std::numeric_limits<double>::infinity();
  for (const PolicyClause& clause : catalogue.clauses) {
    sizes_.push_back(clause.min_workers);
    sizes_.push_back(std::nextafter(clause.max_workers, above_all));
  }
  std::sort(sizes_.begin(), sizes_.end());
  sizes_.erase(std::unique(sizes_.begin(), sizes_.end()), sizes_.end());
  by_size_.push_back(those([](const PolicyClause& clause) { return has_size(clause, -above_all); }));
  for (const double size : sizes_) {
    by_size_.push_back(those([&](const PolicyClause& clause) { return has_size(clause, size); }));
  }
}

ClauseSet ClauseEligibility::open_to(const BenefitClaim& claim) const {
  // A handful of sizes: counting those reached is quicker than a search.
  std::size_t reached = 0;
  for (const double size : sizes_) reached += claim.workers >= size ? 1 : 0;
  return by_activity_[index_of(claim.activity)] & by_size_[reached] & by_leader_[claim.is_leader ? 1 : 0] &
         by_contract_[static_cast<std::size_t>(claim.contract)][claim.is_light_asset ? 1 : 0];
}

}  // namespace park
