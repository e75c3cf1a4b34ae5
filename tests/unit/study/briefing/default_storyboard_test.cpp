// SPDX-License-Identifier: MIT
#include "study/briefing/default_storyboard.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "../../scenario/scratch_folder.hpp"
#include "shipped_scenario.hpp"
#include "study/briefing/storyboard_reader.hpp"
#include "study/comparison.hpp"

namespace park::study {
namespace {

using Scenarios = std::vector<std::shared_ptr<const Scenario>>;

Scenarios scenarios(const std::vector<std::string>& names, int months, YearMonth start = {2026, 1}) {
  Scenarios made;
  for (const std::string& name : names) {
    Scenario scenario = test::shipped_scenario(name);
    scenario.months = months;
    scenario.start = start;
    made.push_back(test::shared(std::move(scenario)));
  }
  return made;
}

/// The reader accepts it, and gives the same back: what a user's file must be, the default is.
void expect_valid(const Scenarios& told_of) {
  const Storyboard storyboard = default_storyboard(told_of);
  const std::string document = storyboard_document(storyboard, unique_names(told_of));
  const auto read = load_storyboard(document, "default.json", ".", told_of);
  ASSERT_TRUE(read.ok()) << test::text_of(read.problems()) << document;
  EXPECT_EQ(read.value().storyboard, storyboard);
}

TEST(DefaultStoryboard, IsValidForAnyHorizonAndNumberOfScenarios) {
  for (const int months : {1, 2, 3, 5, 6, 12, 13, 24, 36, 60, 119, 120, 600}) {
    for (const auto& names : {std::vector<std::string>{"baseline"},
                              {"baseline", "whole_package"},
                              {"baseline", "build_first", "chain_first"}})
      expect_valid(scenarios(names, months));
  }
  expect_valid(scenarios({"whole_package", "whole_package"}, 24, {2079, 1}));
}

TEST(DefaultStoryboard, TellsTenYearsInTwoMinutes) {
  for (const auto& names : {std::vector<std::string>{"baseline"}, {"baseline", "whole_package"}}) {
    const Storyboard storyboard = default_storyboard(scenarios(names, 120));
    EXPECT_GE(storyboard.seconds(), 110);
    EXPECT_LE(storyboard.seconds(), 120);
    EXPECT_EQ(storyboard.chapters.size(), 9U);
    EXPECT_EQ(storyboard.chapters.back().last_month, 120);
  }
}

TEST(DefaultStoryboard, AShortRunIsToldInLess) {
  const Storyboard storyboard = default_storyboard(scenarios({"baseline", "whole_package"}, 24));
  EXPECT_LT(storyboard.seconds(), 95);
  for (const Chapter& chapter : storyboard.chapters) EXPECT_GE(chapter.seconds, 8) << chapter.title.en;
}

TEST(DefaultStoryboard, TimeNeverRunsBackNorJumps) {
  for (const int months : {1, 4, 24, 120, 599}) {
    const Storyboard storyboard = default_storyboard(scenarios({"baseline", "whole_package"}, months));
    int now = 0;
    for (const Chapter& chapter : storyboard.chapters) {
      EXPECT_EQ(chapter.first_month, now) << chapter.title.en << " of " << months;
      EXPECT_GE(chapter.last_month, now);
      now = chapter.last_month;
    }
    EXPECT_EQ(now, months);
  }
}

TEST(DefaultStoryboard, TheFestivalsChapterHasTheFestivalInIt) {
  for (const int months : {24, 60, 120}) {
    const Storyboard storyboard = default_storyboard(scenarios({"baseline"}, months));
    const Chapter& chapter = storyboard.chapters[4];
    bool has_festival = false;
    for (int month = chapter.first_month; month <= chapter.last_month; ++month)
      has_festival = has_festival || (month > 0 && is_festival_month(plus_months({2026, 1}, month - 1)));
    EXPECT_TRUE(has_festival) << chapter.title.en << " of " << months;
    EXPECT_EQ(chapter.charts.front().indicators, std::vector<std::string>{"vacancies"});
  }
  EXPECT_EQ(default_storyboard(scenarios({"baseline"}, 6, {2026, 4})).chapters.size(), 8U);  // none in it
}

TEST(DefaultStoryboard, SaysOfAChainWhatIsTrueOfIt) {
  const auto title = [](const Scenarios& told_of) {
    return default_storyboard(told_of).chapters[1].title.zh;
  };
  EXPECT_EQ(title(scenarios({"baseline"}, 24)), "两头轻，中间重");
  Scenario balanced = test::shipped_scenario("baseline");
  for (const char* stage : {"spinning", "weaving", "trade"}) {
    const auto found = std::ranges::find(stage_labels, std::string_view(stage), &KeyLabel::key);
    balanced.base_district.workers[static_cast<std::size_t>(found - stage_labels.begin())] *= 8;
  }
  EXPECT_EQ(title({test::shared(std::move(balanced))}), "一条链，十三个环节");
}

TEST(DefaultStoryboard, LooksAtTheZoneWithMostLandThatAllParksHave) {
  const auto place = [](const Scenarios& told_of) {
    return default_storyboard(told_of).chapters[3].to.place;
  };
  const Scenarios both = scenarios({"baseline", "whole_package"}, 24);
  std::map<std::string, double> mu;
  for (const ParcelShape& parcel : both[0]->map->parcels) mu[parcel.zone] += parcel.area_mu;
  ASSERT_FALSE(place(both).empty());
  EXPECT_GT(mu.at(place(both)), 0.2 * mu.at("garment"));
  Scenario elsewhere = *both[1];
  ParkMap map = *elsewhere.map;
  for (ParcelShape& parcel : map.parcels) parcel.zone = "elsewhere";
  elsewhere.map = std::make_shared<const ParkMap>(std::move(map));
  EXPECT_EQ(place({both[0], test::shared(std::move(elsewhere))}), "");
}

TEST(DefaultStoryboard, NamesHowTheSecondScenarioBuilds) {
  const auto title = [](const char* setting) {
    const Scenarios told_of = {test::shared(test::shipped_scenario("baseline")),
                               test::shared(test::shipped_scenario("baseline", {setting}))};
    return default_storyboard(told_of).chapters[3].title.en;
  };
  EXPECT_EQ(title("build_mode=build_while_recruiting"), "Recruit, build and produce at once");
  EXPECT_EQ(title("build_mode=build_first"), "Factories: how many, and when");
}

TEST(DefaultStoryboard, LabelsWithBracesStayWords) {
  Scenario scenario = test::shipped_scenario("baseline");
  scenario.label_zh = "{jobs@end} {0} {";
  scenario.label_en = "} {1}";
  expect_valid({test::shared(std::move(scenario))});
}

}  // namespace
}  // namespace park::study
