// SPDX-License-Identifier: MIT
#include "world/firm_draws.hpp"

#include <gtest/gtest.h>

#include "shipped_scenario.hpp"

namespace park {
namespace {

/// Side by side or one by one: the same firms to the bit, with a last row of eight that is not full.
TEST(FirmDraws, OfEightAreThoseOfOne) {
  const Scenario scenario = test::shipped_scenario("baseline");
  const FirmDraws draws(scenario);
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    std::vector<PoolFirm> firms;
    draws.draw(seed, 3003, firms);
    ASSERT_EQ(firms.size(), 3003U);
    for (std::size_t i = 0; i < firms.size(); ++i) {
      RandomStream stream{seed, Draw::PoolFirm, i};
      const PoolFirm one = draws.draw_one(stream);
      EXPECT_EQ(firms[i].activity, one.activity) << i;
      EXPECT_EQ(firms[i].region, one.region) << i;
      EXPECT_EQ(firms[i].is_leader, one.is_leader) << i;
      EXPECT_EQ(firms[i].employees, one.employees) << i;
      EXPECT_EQ(firms[i].productivity, one.productivity) << i;
      EXPECT_EQ(firms[i].collateral_cover, one.collateral_cover) << i;
      EXPECT_EQ(firms[i].review_clock, one.review_clock) << i;
    }
  }
}

}  // namespace
}  // namespace park
