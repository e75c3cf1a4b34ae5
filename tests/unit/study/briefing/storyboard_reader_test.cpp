// SPDX-License-Identifier: MIT
#include "study/briefing/storyboard_reader.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../../scenario/scratch_folder.hpp"
#include "scenario/load.hpp"
#include "scenario/storyboard_keys.hpp"
#include "shipped_scenario.hpp"
#include "study/comparison.hpp"

namespace park::study {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::problem_at;
using test::text_of;

fs::path boards() { return fs::path(PARKSIM_SOURCE_DIR) / "scenarios" / "storyboards"; }

/// A sound storyboard of two scenarios with some members of its one chapter replaced.
json with_chapter(const std::string& members) {
  json document = json::parse(
      R"({"schema":"parksim/storyboard/1","title":{"zh":"汇报","en":"Briefing"},
          "scenarios":["../baseline.json","../whole_package.json"],
          "chapters":[{"title":{"zh":"一"},"months":[0,24]}]})");
  document["chapters"][0].update(json::parse(members));
  return document;
}

Checked<Briefing> load(const json& document) {
  test::find_shipped_data();
  return load_storyboard(document.dump(), "test.json", boards());
}

Chapter chapter(const std::string& members) {
  const auto briefing = load(with_chapter(members));
  if (!briefing.ok()) throw std::runtime_error(text_of(briefing.problems()));
  return briefing.value().storyboard.chapters.at(0);
}

/// The one problem of a chapter, without its file.
std::string fault(const std::string& members) {
  const auto briefing = load(with_chapter(members));
  if (briefing.ok()) return "none";
  EXPECT_EQ(briefing.problems().size(), 1U) << text_of(briefing.problems());
  return to_string(briefing.problems().front()).substr(std::string("test.json:").size());
}

TEST(StoryboardReader, EveryShippedStoryboardLoads) {
  test::find_shipped_data();
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(boards())) {
    const auto briefing = load_storyboard(entry.path());
    ASSERT_TRUE(briefing.ok()) << text_of(briefing.problems());
    EXPECT_FALSE(briefing.value().scenarios.empty());
    for (const Chapter& one : briefing.value().storyboard.chapters) {
      EXPECT_NE(one.title.zh, one.title.en);
      EXPECT_NE(one.caption.zh, one.caption.en) << one.title.en;
    }
    ++count;
  }
  EXPECT_GE(count, 2U);
}

TEST(StoryboardReader, ReadsEveryMember) {
  const Chapter read = chapter(
      R"({"title":{"zh":"边招边建","en":"Build"},"caption":{"en":"{jobs@2031-06 more}"},
          "months":["2026-01","2031-06"],"seconds":12.5,
          "camera":[{"view":"plan"},{"view":"oblique","place":"garment","metres_across":1500}],
          "layer":"vacancy","parks":["whole_package"],"cards":["jobs","jobs.garment"],
          "charts":["origins",{"results":["jobs","output"]}]})");
  Chapter expected;
  expected.title = {"边招边建", "Build"};
  expected.caption = {"{jobs@2031-06 more}", "{jobs@2031-06 more}"};
  expected.first_month = 1;
  expected.last_month = 66;
  expected.seconds = 12.5;
  expected.from = {Shot::View::Plan, "", 0};
  expected.to = {Shot::View::Oblique, "garment", 1500};
  expected.layer = "vacancy";
  expected.parks = {1};
  expected.cards = {"jobs", "jobs.garment"};
  expected.charts = {{StoryChart::Kind::Origins, {}}, {StoryChart::Kind::Results, {"jobs", "output"}}};
  EXPECT_EQ(read, expected);
}

TEST(StoryboardReader, WhatIsLeftOutHasItsDefault) {
  const Chapter read = chapter("{}");
  Chapter expected;
  expected.title = {"一", "一"};
  expected.last_month = 24;
  EXPECT_EQ(read, expected);
}

TEST(StoryboardReader, MonthsAndSpeed) {
  EXPECT_EQ(chapter(R"({"months":"end"})").first_month, 120);
  EXPECT_EQ(chapter(R"({"months":"end"})").last_month, 120);
  EXPECT_EQ(chapter(R"({"months":"2025-12"})").first_month, 0);  // the month before the first is the opening
  EXPECT_EQ(chapter(R"({"months":["start","66"]})").last_month, 66);
  EXPECT_DOUBLE_EQ(chapter(R"({"months_per_second":1.5})").seconds, 16);
  EXPECT_DOUBLE_EQ(chapter(R"({"months":[12,12],"seconds":0.5})").seconds, 0.5);
  EXPECT_EQ(fault(R"({"seconds":4,"months_per_second":6})"),
            "/chapters/0: expected seconds or months_per_second, got both");
  EXPECT_EQ(
      fault(R"({"months":3,"months_per_second":6})"),
      "/chapters/0/months_per_second: expected a speed at which the chapter lasts 0.5 to 600 seconds, got "
      "0 seconds");
  EXPECT_EQ(fault(R"({"months":[24,12]})"),
            "/chapters/0/months/1: expected at least the first, month 24, got month 12");
  EXPECT_EQ(fault(R"({"months":[0,121]})"),
            "/chapters/0/months/1: expected a whole number from 0 to 120, got 121");
  EXPECT_EQ(fault(R"({"months":"2036-01"})"),
            "/chapters/0/months: expected start, end, a month from 0 to 120, or YYYY-MM up to 2035-12, got "
            "\"2036-01\"");
}

TEST(StoryboardReader, PlacesAreThoseOfTheMap) {
  EXPECT_EQ(
      fault(R"({"camera":[{"place":"garmet"}]})"),
      "/chapters/0/camera/0/place: expected a zone or the id of a feature of the map (nearest: garment), "
      "got \"garmet\"");
  const Scenario scenario = test::shipped_scenario("baseline");
  const std::string parcel = scenario.map->parcels.front().id;
  EXPECT_EQ(chapter(json{{"camera", {{{"place", parcel}}}}}.dump()).from.place, parcel);
}

TEST(StoryboardReader, ScenariosGivenWinOverThoseNamed) {
  const auto one = std::vector{test::shared(test::shipped_scenario("baseline"))};
  json document = with_chapter("{}");
  EXPECT_TRUE(load_storyboard(document.dump(), "test.json", "/nowhere", one).ok());
  document["chapters"][0]["parks"] = {"whole_package"};
  const auto read = load_storyboard(document.dump(), "test.json", "/nowhere", one);
  ASSERT_FALSE(read.ok());
  problem_at(read.problems(), "/chapters/0/parks/0");
}

TEST(StoryboardReader, AShorterRunMakesLateMonthsAFault) {
  Scenario scenario = test::shipped_scenario("baseline");
  scenario.months = 12;
  const auto read =
      load_storyboard(with_chapter("{}").dump(), "test.json", boards(), {test::shared(std::move(scenario))});
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(problem_at(read.problems(), "/chapters/0/months/1").got, "24");
}

TEST(StoryboardReader, ABoardWithoutScenariosIsCheckedAsFarAsItCanBe) {
  json document = with_chapter(R"({"months":[0,600],"camera":[{"place":"anywhere"}],"parks":["anyone"]})");
  document.erase("scenarios");
  const auto read = load(document);
  ASSERT_TRUE(read.ok()) << text_of(read.problems());
  EXPECT_TRUE(read.value().scenarios.empty());
  document["chapters"][0]["cards"] = {"jobz"};
  problem_at(load(document).problems(), "/chapters/0/cards/0");
}

TEST(StoryboardReader, ScenariosNeedOneCalendar) {
  const test::ScratchFolder folder;
  folder.write("a.json", R"({"months":24})");
  folder.write("b.json", R"({"months":36})");
  json document = with_chapter("{}");
  document["scenarios"] = {"a.json", "b.json"};
  const auto read = load_storyboard(folder.write("board.json", document.dump()));
  ASSERT_FALSE(read.ok());
  const Problem problem = problem_at(read.problems(), "/scenarios/1");
  EXPECT_EQ(problem.expected, "24 months from 2026-01 as in the first");
  EXPECT_EQ(problem.got, "36 months from 2026-01");
}

TEST(StoryboardReader, EverythingWrongIsSaidAtOnce) {
  json document = with_chapter(
      R"({"title":"x","caption":{"zh":"{jobz}","en":"{jobs@3000-01}","fr":""},"months":[0],"seconds":0,
          "camera":[{"view":"side","zoom":1}],"layer":"legl","parks":["baselin","baseline","baseline"],
          "cards":["jobs","jobs","job"],"charts":["fan",{"fan":"x","results":["y"]}],"speed":1})");
  document["extra"] = 1;
  document["title"]["zh"] = "a\nb";
  document["scenarios"].push_back("none.json");
  const auto read = load(document);
  ASSERT_FALSE(read.ok());
  const std::string text = text_of(read.problems());
  for (const char* part :
       {"none.json", "test.json:/extra: ", "test.json:/title/zh: expected one line",
        "test.json:/chapters/0/title: expected an object", "/chapters/0/caption/zh: expected a known key",
        "/chapters/0/caption/en: expected start, end",
        "/chapters/0/caption/fr: ", "/chapters/0/months: expected a month, or the first and the last",
        "/chapters/0/seconds: ", "/chapters/0/camera/0/view: expected one of oblique, plan",
        "/chapters/0/camera/0/zoom: ", "/chapters/0/layer: expected one of milestone",
        "/chapters/0/cards/1: expected each indicator once",
        "/chapters/0/cards/2: ", "/chapters/0/charts/0: expected one of chain",
        "/chapters/0/charts/1: expected fan or results, got both", "/chapters/0/speed: "}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nnot in\n" << text;
  }
}

TEST(StoryboardReader, BoundsHoldOnBothSides) {
  for (const char* members : {R"({"cards":["jobs","wage","output","vacancies"]})", R"({"charts":[]})",
                              R"({"seconds":600})", R"({"camera":[{"metres_across":50}]})",
                              R"({"parks":false,"charts":["costs"]})", R"({"caption":{"zh":"","en":""}})"})
    EXPECT_EQ(fault(members), "none") << members;
  for (const char* members : {R"({"cards":["jobs","wage","output","vacancies","startups"]})",
                              R"({"cards":"jobs"})",
                              R"({"charts":["chain","costs","funnel"]})",
                              R"({"charts":{"fan":"jobs"}})",
                              R"({"charts":["fan"]})",
                              R"({"charts":[{}]})",
                              R"({"charts":[{"results":[]}]})",
                              R"({"charts":[{"results":["jobs","jobs"]}]})",
                              R"({"charts":[null]})",
                              R"({"seconds":600.1})",
                              R"({"seconds":"8"})",
                              R"({"camera":[{"metres_across":0}]})",
                              R"({"camera":[]})",
                              R"({"camera":{}})",
                              R"({"camera":[{},{},{}]})",
                              R"({"camera":[{"place":""}]})",
                              R"({"camera":[{"place":3}]})",
                              R"({"parks":false})",
                              R"({"parks":[]})",
                              R"({"parks":1})",
                              R"({"parks":["baseline","baseline"]})",
                              R"({"months":null})",
                              R"({"months":1.5})",
                              R"({"months":[0,1,2]})",
                              R"({"layer":3})",
                              R"({"title":{"zh":"a\tb"}})",
                              R"({"caption":"words"})"})
    EXPECT_NE(fault(members), "none") << members;
}

TEST(StoryboardReader, CountsAndLengthAreLimited) {
  json document = with_chapter(R"({"seconds":600})");
  const json one = document["chapters"][0];
  document["chapters"] = json::array();
  problem_at(load(document).problems(), "/chapters");
  for (int i = 0; i < 7; ++i) document["chapters"].push_back(one);
  EXPECT_EQ(problem_at(load(document).problems(), "/chapters").got, "4200");
  for (int i = 0; i < 94; ++i) document["chapters"].push_back(one);
  EXPECT_EQ(problem_at(load(document).problems(), "/chapters").got, "101");
  document["scenarios"] = json::array();
  problem_at(load(document).problems(), "/scenarios");
  document["scenarios"] = {"a", "b", "c", "d"};
  problem_at(load(document).problems(), "/scenarios");
}

TEST(StoryboardReader, BrokenFilesAreProblems) {
  const test::ScratchFolder folder;
  test::find_shipped_data();
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("[]"), std::string("null"), std::string("7"),
        std::string("\0", 1), std::string(100'000, '['), std::string("{\"schema\":\"parksim/storyboard/2\"}"),
        std::string("{\"title\":{\"zh\":\"\xff\"}}"), std::string("{\"chapters\":[1e999]}"),
        std::string("{\"chapters\":[{\"months\":[1e999,2]}]}")})
    EXPECT_FALSE(load_storyboard(folder.write("in.json", text)).ok()) << text.substr(0, 40);
  problem_at(load_storyboard(folder.path() / "none.json").problems(), "/");
  problem_at(load_storyboard(folder.path()).problems(), "/");
  fs::resize_file(folder.write("huge.json", ""), 500'000'000);
  EXPECT_EQ(problem_at(load_storyboard(folder.path() / "huge.json").problems(), "/").got, "500000000 bytes");
}

TEST(StoryboardReader, MessagesStayShortAndPrintable) {
  const std::string text(1'000'000, 'k');
  json document = with_chapter("{}");
  json& chapter = document["chapters"][0];
  chapter["title"]["zh"] = "\x1b[2J";
  chapter["caption"]["zh"] = text;
  chapter["months"] = text;
  chapter["cards"] = {text};
  chapter["layer"] = text;
  chapter["camera"] = {{{"place", "\x1b[2J"}}};
  chapter["charts"] = {{{"fan", text}}};
  chapter["parks"] = {text};
  chapter[text] = 1;
  const auto read = load(document);
  ASSERT_FALSE(read.ok());
  EXPECT_GE(read.problems().size(), 9U);
  for (const Problem& problem : read.problems()) {
    EXPECT_LT(to_string(problem).size(), 1000U);
    EXPECT_EQ(to_string(problem).find('\x1b'), std::string::npos);
  }
}

TEST(StoryboardReader, DocumentsReadBackTheSame) {
  for (const auto& entry : fs::directory_iterator(boards())) {
    test::find_shipped_data();
    const Briefing briefing = load_storyboard(entry.path()).value();
    const std::string document = storyboard_document(briefing.storyboard, unique_names(briefing.scenarios));
    const auto read = load_storyboard(document, "again.json", ".", briefing.scenarios);
    ASSERT_TRUE(read.ok()) << text_of(read.problems());
    EXPECT_EQ(read.value().storyboard, briefing.storyboard);
  }
}

}  // namespace
}  // namespace park::study
