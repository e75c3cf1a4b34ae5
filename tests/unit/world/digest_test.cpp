// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <functional>

#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

TEST(WorldDigest, OfACopyIsTheSameAndStaysSo) {
  World world = test::opened_world();
  for (int i = 0; i < 12; ++i) step(world);
  World copy = world;
  EXPECT_EQ(digest(world), digest(copy));
  step(world);
  EXPECT_NE(digest(world), digest(copy));
  step(copy);
  EXPECT_EQ(digest(world), digest(copy));
}

TEST(WorldDigest, SeesEveryPartOfTheWorld) {
  const std::vector<std::function<void(World&)>> touches = {
      [](World& w) { w.month += 1; },
      [](World& w) { w.surroundings.export_index += 1e-12; },
      [](World& w) { w.rivals[1].subsidy_yuan_m2_month += 1e-9; },
      [](World& w) { w.pursuit.hazard_integral[0] += 1e-9; },
      [](World& w) { w.pursuit.firms[3].pull = 2; },
      [](World& w) { w.land.uses.idle_mu[0] += 1e-9; },
      [](World& w) { w.land.farmland_quota_mu += 1e-9; },
      [](World& w) { w.factories.blocks[0].free_upper_m2 -= 1e-6; },
      [](World& w) { w.utilities.steam_permitted_t_h += 1e-9; },
      [](World& w) { w.labour.seekers_skilled += 1; },
      [](World& w) { w.labour.tightness += 1e-12; },
      [](World& w) { w.chain.agglomeration[2] += 1e-12; },
      [](World& w) { w.finance.guarantee_outstanding_yuan += 1; },
      [](World& w) { w.accounts.ledger.pay(Account::Outside, Account::Treasury, 0.01); },
      [](World& w) { w.projects.emplace_back(); },
      [](World& w) { w.tenants.emplace_back(); },
      [](World& w) { w.tallies.firms_signed += 1; },
      [](World& w) { w.prices.trust -= 1e-9; },
  };
  const World world = test::opened_world();
  for (std::size_t i = 0; i < touches.size(); ++i) {
    World touched = world;
    touches[i](touched);
    EXPECT_NE(digest(touched), digest(world)) << "touch " << i;
  }
}

}  // namespace
}  // namespace park
