// SPDX-License-Identifier: MIT
#include "backend/patch.hpp"

#include <gtest/gtest.h>

namespace park::ui {
namespace {

constexpr Patch whole{0, 0, 1000, 1000};

TEST(Patches, ThatOverlapAreDrawnOnce) {
  EXPECT_EQ(merged({{0, 0, 300, 300}, {200, 200, 500, 500}}, whole), (std::vector<Patch>{{0, 0, 500, 500}}));
  // The second reaches the third only through what it became with the first.
  const auto all = merged({{0, 0, 400, 10}, {600, 300, 900, 700}, {300, 0, 700, 400}}, whole);
  EXPECT_EQ(all, (std::vector<Patch>{{0, 0, 900, 700}}));
}

TEST(Patches, ThatLieFarApartStayApart) {
  const std::vector<Patch> two = {{0, 0, 100, 100}, {900, 900, 1000, 1000}};
  EXPECT_EQ(merged(two, whole), two);
}

TEST(Patches, AreCutAtTheFrame) {
  EXPECT_EQ(merged({{-50, 990, 20, 1050}}, whole), (std::vector<Patch>{{0, 990, 20, 1000}}));
  EXPECT_TRUE(merged({{1000, 0, 1200, 50}, {}}, whole).empty());
}

}  // namespace
}  // namespace park::ui
