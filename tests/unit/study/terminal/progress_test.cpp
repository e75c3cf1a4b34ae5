// SPDX-License-Identifier: MIT
#include "study/terminal/progress.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace park {
namespace {

TEST(Progress, ClockText) {
  EXPECT_EQ(clock_text(5.2), "00:05");
  EXPECT_EQ(clock_text(65), "01:05");
  EXPECT_EQ(clock_text(7389), "2:03:09");
}

TEST(Progress, TheLineSaysDoneAllElapsedLeft) {
  setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1);
  const Texts en = Texts::load(Language::English);
  EXPECT_EQ(progress_line(en, 16, 64, 10), "[######..................] 16/64  elapsed 00:10  left 00:30");
}

}  // namespace
}  // namespace park
