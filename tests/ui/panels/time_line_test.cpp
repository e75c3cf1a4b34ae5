// SPDX-License-Identifier: MIT
#include "panels/time_line.hpp"

#include <gtest/gtest.h>

namespace park::ui {
namespace {

TEST(TimeLine, PlaysSoManyMonthsASecond) {
  TimeLine time;
  time.toggle_play(120);
  EXPECT_TRUE(time.advance(0.5, 120));
  EXPECT_EQ(time.month(), 2);
  time.change_speed(1);
  time.advance(1, 120);
  EXPECT_EQ(time.month(), 10);
}

TEST(TimeLine, PartsOfAMonthAddUp) {
  TimeLine time;
  time.toggle_play(120);
  for (int frame = 0; frame < 60; ++frame) time.advance(1.0 / 60, 120);
  EXPECT_NEAR(time.moment(), 4, 1e-9);
}

TEST(TimeLine, StopsAtTheEndAndStartsAgainFromThere) {
  TimeLine time;
  time.go_to(119, 120);
  time.toggle_play(120);
  time.advance(10, 120);
  EXPECT_EQ(time.month(), 120);
  EXPECT_FALSE(time.is_playing());
  time.toggle_play(120);
  EXPECT_EQ(time.month(), 0);
  EXPECT_TRUE(time.is_playing());
}

TEST(TimeLine, StaysWithinTheHorizon) {
  TimeLine time;
  time.step(-1, 120);
  EXPECT_EQ(time.month(), 0);
  time.go_to(500, 120);
  EXPECT_EQ(time.month(), 120);
  // The horizon became shorter.
  EXPECT_TRUE(time.advance(0, 60));
  EXPECT_EQ(time.month(), 60);
}

TEST(TimeLine, AStepStopsTheFilm) {
  TimeLine time;
  time.toggle_play(120);
  time.step(1, 120);
  EXPECT_FALSE(time.is_playing());
  EXPECT_FALSE(time.advance(1, 120));
}

TEST(TimeLine, SpeedsEndAtBothEnds) {
  TimeLine time;
  for (int i = 0; i < 20; ++i) time.change_speed(-1);
  EXPECT_EQ(time.speed(), TimeLine::speeds.front());
  for (int i = 0; i < 20; ++i) time.change_speed(1);
  EXPECT_EQ(time.speed(), TimeLine::speeds.back());
  time.next_speed();
  EXPECT_EQ(time.speed(), TimeLine::speeds.front());
}

}  // namespace
}  // namespace park::ui
