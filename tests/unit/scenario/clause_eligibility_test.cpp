// SPDX-License-Identifier: MIT
#include "scenario/clause_eligibility.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "scenario/load.hpp"

namespace park {
namespace {

TEST(ClauseEligibility, LooksAtActivitySizeLeaderAndContract) {
  PolicyClause clause;
  clause.activities = 1U << index_of(Activity::Weaving);
  clause.min_workers = 50;
  clause.max_workers = 300;
  BenefitClaim claim;
  claim.activity = Activity::Weaving;
  claim.workers = 50;
  EXPECT_TRUE(is_eligible(clause, claim));
  claim.workers = 49;
  EXPECT_FALSE(is_eligible(clause, claim));
  claim.workers = 301;
  EXPECT_FALSE(is_eligible(clause, claim));
  claim.workers = 300;
  claim.activity = Activity::Dyeing;
  EXPECT_FALSE(is_eligible(clause, claim));
  claim.activity = Activity::Weaving;
  clause.leaders_only = true;
  EXPECT_FALSE(is_eligible(clause, claim));
  claim.is_leader = true;
  EXPECT_TRUE(is_eligible(clause, claim));
  clause.contract = ClauseContract::OwnPlot;
  EXPECT_FALSE(is_eligible(clause, claim));
  claim.contract = ClauseContract::OwnPlot;
  EXPECT_TRUE(is_eligible(clause, claim));
  clause.contract = ClauseContract::LightAsset;
  EXPECT_FALSE(is_eligible(clause, claim));
  claim.is_light_asset = true;
  EXPECT_TRUE(is_eligible(clause, claim));
}

std::vector<std::size_t> clause_by_clause(const ClauseCatalogue& catalogue, const BenefitClaim& claim) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < clause_count; ++i) {
    if (is_eligible(catalogue.clauses[i], claim)) open.push_back(i);
  }
  return open;
}

std::vector<std::size_t> at_once(const ClauseEligibility& eligibility, const BenefitClaim& claim) {
  std::vector<std::size_t> open;
  eligibility.open_to(claim).for_each([&](std::size_t i) { open.push_back(i); });
  return open;
}

/// Sizes at and beside every limit of the catalogue.
std::vector<double> telling_sizes(const ClauseCatalogue& catalogue) {
  std::vector<double> sizes = {0, 1, 19.999, 1e6, 2e9};
  for (const PolicyClause& clause : catalogue.clauses) {
    for (const double limit : {clause.min_workers, clause.max_workers}) {
      sizes.insert(sizes.end(), {limit - 0.001, limit, limit + 0.001});
    }
  }
  return sizes;
}

/// Claims of every contract, of leaders and others, with few assets and with many.
std::vector<BenefitClaim> claims_of(std::size_t activity, double workers) {
  std::vector<BenefitClaim> claims;
  for (const ClauseContract contract :
       {ClauseContract::Lease, ClauseContract::Purchase, ClauseContract::OwnPlot}) {
    for (const unsigned flags : {0U, 1U, 2U, 3U}) {
      claims.push_back(
          {static_cast<Activity>(activity), workers, (flags & 1U) != 0, contract, (flags & 2U) != 0});
    }
  }
  return claims;
}

/// All that is asked for at once is what is asked for clause by clause.
TEST(ClauseEligibility, OfACatalogueIsThatOfEachClause) {
  const Checked<Scenario> scenario = load_scenario(shipped_data_folder() / "scenarios" / "baseline.json");
  ASSERT_TRUE(scenario.ok());
  const Facts& facts = *scenario.value().facts;
  std::size_t open = 0;
  for (std::size_t a = 0; a < activity_count; ++a) {
    for (const double workers : telling_sizes(facts.clauses)) {
      for (const BenefitClaim& claim : claims_of(a, workers)) {
        const std::vector<std::size_t> expected = clause_by_clause(facts.clauses, claim);
        ASSERT_EQ(at_once(facts.eligibility, claim), expected) << "activity " << a << ", " << workers;
        open += expected.size();
      }
    }
  }
  EXPECT_GT(open, 0U);
}

}  // namespace
}  // namespace park
