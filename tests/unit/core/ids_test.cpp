// SPDX-License-Identifier: MIT
#include "core/ids.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace park {
namespace {

static_assert(!std::is_convertible_v<FirmId, ParcelId>);
static_assert(!std::is_convertible_v<std::size_t, FirmId>);
static_assert(sizeof(FirmId) == 4);

TEST(Id, IsNoneUntilItIsGiven) {
  EXPECT_TRUE(FirmId{}.is_none());
  EXPECT_FALSE(FirmId(std::size_t{0}).is_none());
  EXPECT_EQ(FirmId(std::size_t{41}).index(), 41U);
}

TEST(Id, OrdersByIndexWithNoneLast) {
  EXPECT_LT(FirmId(std::size_t{1}), FirmId(std::size_t{2}));
  EXPECT_EQ(FirmId(std::size_t{2}), FirmId(std::size_t{2}));
  EXPECT_LT(FirmId(std::size_t{999'999}), FirmId{});
}

}  // namespace
}  // namespace park
