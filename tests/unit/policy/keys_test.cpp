// SPDX-License-Identifier: MIT
#include "policy/keys.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <optional>

namespace park {
namespace {

TEST(Keys, ReadBackTheirOwnLabels) {
  for (std::size_t i = 0; i < stage_count; ++i) {
    EXPECT_EQ(stage_from_key(stage_labels[i].key), static_cast<Stage>(i));
  }
  for (std::size_t i = 0; i < activity_count; ++i) {
    EXPECT_EQ(activity_from_key(activity_labels[i].key), static_cast<Activity>(i));
  }
  for (std::size_t i = 0; i < region_count; ++i) {
    EXPECT_EQ(region_from_key(region_labels[i].key), static_cast<Region>(i));
  }
}

TEST(Keys, AreThoseOthersScriptAgainst) {
  EXPECT_EQ(stage_from_key("garment"), Stage::Garment);
  EXPECT_EQ(stage_from_key("plating"), Stage::Plating);
  EXPECT_EQ(region_from_key("bohai_rim"), Region::BohaiRim);
  EXPECT_EQ(stage_from_key("garment_fob"), std::nullopt);
  EXPECT_EQ(stage_from_key("Garment"), std::nullopt);
  EXPECT_EQ(region_from_key(""), std::nullopt);
}

TEST(Keys, BothWaysOfMakingGarmentsAreOneStage) {
  EXPECT_EQ(stage_of(Activity::GarmentFob), Stage::Garment);
  EXPECT_EQ(stage_of(Activity::GarmentCmt), Stage::Garment);
  for (std::size_t i = 0; i < stage_count; ++i) EXPECT_EQ(index_of(stage_of(static_cast<Activity>(i))), i);
}

}  // namespace
}  // namespace park
