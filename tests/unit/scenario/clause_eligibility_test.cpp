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

/// All that is asked for at once is what is asked for clause by clause.
TEST(ClauseEligibility, OfACatalogueIsThatOfEachClause) {
  const Checked<Scenario> scenario = load_scenario(shipped_data_folder() / "scenarios" / "baseline.json");
  ASSERT_TRUE(scenario.ok());
  const Facts& facts = *scenario.value().facts;
  const ClauseCatalogue& catalogue = facts.clauses;
  std::vector<double> sizes = {0, 1, 19.999, 1e6, 2e9};
  for (const PolicyClause& clause : catalogue.clauses) {
    for (const double limit : {clause.min_workers, clause.max_workers}) {
      for (const double size : {limit - 0.001, limit, limit + 0.001}) sizes.push_back(size);
    }
  }
  std::size_t open = 0;
  for (std::size_t a = 0; a < activity_count; ++a) {
    for (const double workers : sizes) {
      for (const ClauseContract contract :
           {ClauseContract::Lease, ClauseContract::Purchase, ClauseContract::OwnPlot}) {
        for (const int flags : {0, 1, 2, 3}) {
          const BenefitClaim claim{static_cast<Activity>(a), workers, (flags & 1) != 0, contract,
                                   (flags & 2) != 0};
          std::vector<std::size_t> expected;
          for (std::size_t i = 0; i < clause_count; ++i) {
            if (is_eligible(catalogue.clauses[i], claim)) expected.push_back(i);
          }
          std::vector<std::size_t> found;
          facts.eligibility.open_to(claim).for_each([&](std::size_t i) { found.push_back(i); });
          ASSERT_EQ(found, expected) << "activity " << a << ", " << workers << " workers";
          open += found.size();
        }
      }
    }
  }
  EXPECT_GT(open, 0U);
}

}  // namespace
}  // namespace park
