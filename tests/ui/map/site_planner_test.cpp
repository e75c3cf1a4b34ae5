// SPDX-License-Identifier: MIT
#include "map/site_planner.hpp"

#include <gtest/gtest.h>

#include "shipped_scenario.hpp"

namespace park::ui {
namespace {

TEST(SitePlanner, GivesTheNewestLifeThatIsPlannedAndInTheEndTheOneAskedLast) {
  const auto scenario = test::shared(test::shipped_scenario("baseline"));
  const auto first = record_chronicle(scenario, 1);
  const auto second = record_chronicle(scenario, 2);
  SitePlanner planner;
  EXPECT_EQ(planner.want(0, first), nullptr) << "no frame waits for a plan";
  planner.wait();
  const auto planned = planner.want(0, first);
  ASSERT_TRUE(planned);
  EXPECT_EQ(planned->chronicle, first);
  EXPECT_EQ(planned->plan->parcels.size(), scenario->map->parcels.size());
  EXPECT_EQ(planner.want(0, second)->chronicle, first) << "what was before stays until the new plan is there";
  planner.wait();
  EXPECT_EQ(planner.want(0, second)->chronicle, second);
  EXPECT_EQ(planner.want(1, first), nullptr) << "each place has its own";
  planner.wait();
  EXPECT_EQ(planner.want(1, first)->chronicle, first);
}

}  // namespace
}  // namespace park::ui
