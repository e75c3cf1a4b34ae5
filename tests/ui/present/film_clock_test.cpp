// SPDX-License-Identifier: MIT
#include "present/film_clock.hpp"

#include <gtest/gtest.h>

#include "present/callout_times.hpp"
#include "present/film_maps.hpp"
#include "present/film_marks.hpp"
#include "present/shots.hpp"

namespace park::ui {
namespace {

study::Chapter chapter(int first, int last, double seconds) {
  study::Chapter result;
  result.first_month = first;
  result.last_month = last;
  result.seconds = seconds;
  return result;
}

/// Stands at the opening for 2 s, goes to month 24 in 4 s and stands there for half a second.
study::Storyboard three_chapters() {
  study::Storyboard board;
  board.chapters = {chapter(0, 0, 2), chapter(0, 24, 4), chapter(24, 24, 0.5)};
  return board;
}

TEST(FilmClock, HasWholeFramesInEveryChapter) {
  const FilmClock clock(three_chapters(), 30);
  EXPECT_EQ(clock.frames(), 60U + 120U + 15U);
  EXPECT_EQ(clock.first_frame(1), 60U);
  EXPECT_EQ(clock.first_frame(2), 180U);
  EXPECT_EQ(clock.chapter_of(59), 0U);
  EXPECT_EQ(clock.chapter_of(60), 1U);
  EXPECT_EQ(clock.chapter_of(1000), 2U);
  study::Storyboard shortest;
  shortest.chapters = {chapter(0, 6, 0.001)};
  EXPECT_EQ(FilmClock(shortest, 30).frames(), 1U);
  EXPECT_EQ(FilmClock(shortest, 30).at(0).month, 6);
}

TEST(FilmClock, ChaptersBeginAndEndWithTheirMonths) {
  for (const int rate : {10, 30, 60}) {
    const FilmClock clock(three_chapters(), rate);
    const FilmMoment first = clock.at(clock.first_frame(1));
    EXPECT_EQ(first.month, 0);
    EXPECT_EQ(first.share, 0);
    EXPECT_EQ(first.chapter_seconds, 0);
    EXPECT_DOUBLE_EQ(first.seconds, 2);
    const FilmMoment last = clock.at(clock.first_frame(2) - 1);
    EXPECT_EQ(last.chapter, 1U);
    EXPECT_DOUBLE_EQ(last.month, 24);
    EXPECT_EQ(last.share, 1);
    EXPECT_NEAR(last.months_a_second, 6, 0.6);
    EXPECT_EQ(clock.at(clock.frames() - 1).months_a_second, 0);
  }
}

TEST(FilmClock, SecondsAndFramesAreOneTime) {
  const FilmClock clock(three_chapters(), 30);
  for (std::size_t frame = 0; frame < clock.frames(); frame += 7) {
    const FilmMoment by_frame = clock.at(frame);
    const FilmMoment by_seconds = clock.at_seconds(by_frame.seconds + 1e-9);
    EXPECT_EQ(by_seconds.chapter, by_frame.chapter) << frame;
    EXPECT_NEAR(by_seconds.month, by_frame.month, 1e-6) << frame;
  }
  EXPECT_EQ(clock.at_seconds(-5).seconds, 0);
  EXPECT_EQ(clock.at_seconds(1e6), clock.at(clock.frames() - 1));
}

TEST(FilmClock, FindsTheFrameOfAMonth) {
  const FilmClock clock(three_chapters(), 30);
  for (const int month : {1, 7, 23, 24}) {
    const auto frame = clock.frame_of(month);
    ASSERT_TRUE(frame.has_value());
    EXPECT_EQ(clock.chapter_of(*frame), 1U);
    EXPECT_GE(clock.at(*frame).month, month - 1e-9);
    EXPECT_LT(clock.at(*frame).month, month + 0.3);
  }
  EXPECT_FALSE(clock.frame_of(25).has_value());
  study::Storyboard standing;
  standing.chapters = {chapter(12, 12, 1)};
  EXPECT_EQ(FilmClock(standing, 30).frame_of(12), 29U);
}

TEST(CalloutTimes, OneAfterTheOtherAndOnlyWhatCanBeRead) {
  const study::Chapter twelve_months = chapter(0, 12, 12);
  std::vector<Callout> all(5);
  for (std::size_t k = 0; k < all.size(); ++k) all[k].column = k;
  all[0].month = 0;   // before the chapter
  all[1].month = 2;   // at 2 s
  all[2].month = 3;   // must wait until the one before has been read
  all[3].month = 12;  // no time left
  all[4].month = 13;  // after it
  const auto shown = timed(all, twelve_months);
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown[0].callout.column, 1U);
  EXPECT_DOUBLE_EQ(shown[0].begin, 2);
  EXPECT_EQ(shown[1].callout.column, 2U);
  EXPECT_DOUBLE_EQ(shown[1].begin, shown[0].end);
  EXPECT_TRUE(timed(all, chapter(3, 3, 12)).empty());
}

TEST(RestingTime, TakesTurnsAndNeverLeavesTheChapter) {
  const FilmClock clock(three_chapters(), 30);
  std::size_t changes_of_first = 0;
  for (std::size_t frame = 61; frame < 180; ++frame) {
    const FilmMoment moment = clock.at(frame);
    const FilmMoment before = clock.at(frame - 1);
    for (const std::size_t place : {std::size_t{0}, std::size_t{1}}) {
      const MapTime time = resting_time(moment, place);
      EXPECT_LE(time.seconds, moment.seconds + 1e-5);
      EXPECT_GT(time.seconds, moment.seconds - 1.0 / 15 - 1e-5);
      EXPECT_GE(time.seconds, 2);
      EXPECT_GE(time.month, 0);
    }
    const bool first_changes = resting_time(moment, 0) != resting_time(before, 0);
    const bool second_changes = resting_time(moment, 1) != resting_time(before, 1);
    if (frame > 62) {
      EXPECT_NE(first_changes, second_changes) << frame;
    }
    changes_of_first += first_changes ? 1 : 0;
  }
  EXPECT_NEAR(static_cast<double>(changes_of_first), 60, 1);
}

TEST(Flight, EndsWithinSixSecondsOrTheChapter) {
  study::Chapter flying = chapter(0, 24, 15);
  EXPECT_EQ(flight_done(flying, 0), 1) << "a camera that stands has nothing to do";
  flying.to.place = "Garment quarter";
  EXPECT_EQ(flight_done(flying, 0), 0);
  EXPECT_DOUBLE_EQ(flight_done(flying, 3), 0.5);
  EXPECT_EQ(flight_done(flying, 6), 1);
  EXPECT_EQ(flight_done(flying, 15), 1);
  flying.seconds = 4;
  EXPECT_DOUBLE_EQ(flight_done(flying, 3), 0.75);
}

TEST(Money, MoreOfItHasMoreDropsUpToEight) {
  EXPECT_EQ(drops_of(0), 0);
  EXPECT_EQ(drops_of(-3), 0);
  EXPECT_EQ(drops_of(0.001), 1);
  EXPECT_EQ(drops_of(1), 2);
  EXPECT_EQ(drops_of(4), 4);
  EXPECT_EQ(drops_of(1000), 8);
}

}  // namespace
}  // namespace park::ui
