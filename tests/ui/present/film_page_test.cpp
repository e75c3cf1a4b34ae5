// SPDX-License-Identifier: MIT
#include "present/film_page.hpp"

#include <gtest/gtest.h>

#include "made_futures.hpp"
#include "present/page_content.hpp"
#include "present/page_fan.hpp"

namespace park::ui {
namespace {

constexpr const char* hostile = "</title><script>alert(1)</script>\" onload='x' & {0} \xE5\x9B\xAD";

std::size_t count(std::string_view text, std::string_view word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

/// Two scenarios over two years; jobs grow, and nothing is known of wages.
MadeFutures two_years() {
  MadeFutures made({"baseline", "whole_package"}, 24);
  made.mean_everywhere(0, "jobs", 100);
  made.mean_everywhere(1, "jobs", 400);
  made.change_from(1, 5, "jobs", {300, 280, 320, 64});
  for (int month = 1; month <= 24; ++month) made.band(1, month, "fiscal_cost.rent").mean = 2;
  return made;
}

study::Storyboard story(std::vector<study::StoryChart> charts) {
  study::Chapter chapter;
  chapter.title = {"结果", "Result"};
  chapter.caption = {"就业{jobs@end more}", "Jobs: {jobs@end more}"};
  chapter.last_month = 24;
  chapter.cards = {"jobs", "wage"};
  chapter.charts = std::move(charts);
  return {{"汇报", "Briefing"}, {"两年", "Two years"}, {chapter}};
}

FilmPage page(std::vector<study::StoryChart> charts, Language language = Language::Chinese) {
  return page_of(story(std::move(charts)), two_years().made(), Texts::load(language),
                 theme_of(ThemeKind::Dark), "9.9");
}

TEST(Base64, VectorsOfTheStandard) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foob"), "Zm9vYg==");
  EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64(std::string_view("\xFF\x00\xFE", 3)), "/wD+");
}

TEST(FilmPage, CaptionsCardsAndFootAreFilledIn) {
  const FilmPage made = page({});
  ASSERT_EQ(made.chapters.size(), 1U);
  EXPECT_EQ(made.chapters[0].caption, "就业多300人 [280, 320]");
  EXPECT_EQ(made.chapters[0].date, "2027年12月");
  EXPECT_EQ(made.foot, "情景 baseline 对 whole_package · 种子 2026 · 每个情景64次推演 · parksim 9.9");
  ASSERT_EQ(made.chapters[0].tables.size(), 1U);
  const PageTable& table = made.chapters[0].tables[0];
  EXPECT_EQ(table.header, (std::vector<std::string>{"指标", "现状延续", "全套政策", "差异：全套政策"}));
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0], (std::vector<std::string>{"园区就业", "124人", "424人", "+300人\n[+280, +320]"}));
  EXPECT_EQ(table.rows[1], (std::vector<std::string>{"平均工资", "–", "–", "–"}));
  EXPECT_EQ(made.callouts, std::vector<std::string>{"2026年5月起 全套政策：园区就业多300人 [280, 320]"});
}

TEST(FilmPage, EveryKindOfChartIsThere) {
  using Kind = study::StoryChart::Kind;
  for (int kind = 0; kind < static_cast<int>(Kind::Count); ++kind) {
    study::StoryChart chart{static_cast<Kind>(kind), {}};
    if (chart.kind == Kind::Fan || chart.kind == Kind::Results) chart.indicators = {"jobs"};
    const FilmPage made = page({chart}, Language::English);
    EXPECT_EQ(made.chapters[0].fans.size() + made.chapters[0].tables.size(), 2U) << kind;
  }
  const FilmPage costs = page({{Kind::Costs, {}}});
  ASSERT_EQ(costs.chapters[0].tables[0].rows.size(), 1U);  // what costs nothing is left out
  EXPECT_EQ(costs.chapters[0].tables[0].rows[0].at(2), "4,800万元");
}

TEST(FilmPage, CardsThatAChartsTableHasAreNotSaidTwice) {
  const FilmPage made = page({{study::StoryChart::Kind::Results, {"jobs", "output"}}});
  ASSERT_EQ(made.chapters[0].tables.size(), 2U);
  ASSERT_EQ(made.chapters[0].tables[1].rows.size(), 1U);
  EXPECT_EQ(made.chapters[0].tables[1].rows[0].at(0), "平均工资");
}

TEST(FilmPage, AFansTableHasARowAYear) {
  const FilmPage made = page({{study::StoryChart::Kind::Fan, {"jobs"}}});
  const PageTable& table = made.chapters[0].fans.at(0).table;
  ASSERT_EQ(table.rows.size(), 3U);
  EXPECT_EQ(table.rows[0], (std::vector<std::string>{"期初", "100人", "400人"}));
  EXPECT_EQ(table.rows[1].at(1), "112人\n[100, 124]");
  EXPECT_EQ(table.rows[2].at(0), "2027年12月");
}

TEST(FilmPage, LinesHaveGapsWhereThereIsNoValue) {
  PageFan fan{"jobs", "people", {{2026, 1}, 4, 0}, {}, {}};
  const float none = std::nanf("");
  fan.lines = {{"a", rgb(0x56b4e9), {1, 2, none, 4, 5}, {0, 1, none, 3, 4}, {2, 3, none, 5, 6}}};
  const std::string svg = fan_svg(fan, Texts::load(Language::English));
  EXPECT_EQ(count(svg, "<polyline"), 2U);
  EXPECT_EQ(count(svg, "<polygon"), 2U);
  EXPECT_EQ(count(svg, "#56b4e9"), 5U);
  EXPECT_EQ(svg.find("nan"), std::string::npos);
  fan.lines = {{"a", rgb(0), {none, none}, {none, none}, {none, none}}};
  const std::string empty = fan_svg(fan, Texts::load(Language::English));
  EXPECT_EQ(count(empty, "<polyline") + count(empty, "<circle"), 0U);
  EXPECT_EQ(empty.find("nan"), std::string::npos);
}

TEST(FilmPage, WordsStayWordsWhateverTheyHold) {
  FilmPage made = page({{study::StoryChart::Kind::Fan, {"jobs"}}});
  made.title = made.subtitle = made.foot = hostile;
  PageChapter& chapter = made.chapters[0];
  chapter.title = chapter.date = chapter.caption = hostile;
  chapter.picture = std::string("\xff\xd8\xff\0<script>", 12);
  chapter.fans[0].heading = chapter.fans[0].lines[0].label = hostile;
  chapter.tables[0].heading = chapter.tables[0].note = hostile;
  chapter.tables[0].header[0] = chapter.tables[0].rows[0][0] = hostile;
  made.callouts = {hostile};
  const std::string html = film_page(made, Texts::load(Language::Chinese), theme_of(ThemeKind::Dark));
  EXPECT_EQ(count(html, "<script"), 0U);
  EXPECT_EQ(count(html, "' onload"), 0U);
  EXPECT_EQ(count(html, "\" onload"), 0U);
  EXPECT_EQ(count(html, "</title>"), 1U);
  EXPECT_GE(count(html, "&lt;script&gt;"), 12U);
}

TEST(FilmPage, IsOneFileThatAsksForNothing) {
  for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light}) {
    FilmPage made = page({{study::StoryChart::Kind::Fan, {"jobs"}}});
    made.chapters[0].picture = "picture";
    const Texts texts = Texts::load(Language::English);
    const std::string html = film_page(made, texts, theme_of(kind));
    EXPECT_EQ(count(html, "http://") + count(html, "https://") + count(html, "url("), 0U);
    EXPECT_EQ(count(html, "src="), 1U);
    EXPECT_EQ(count(html, "src=\"data:image/jpeg;base64,cGljdHVyZQ==\""), 1U);
    EXPECT_EQ(html, film_page(made, texts, theme_of(kind)));
    EXPECT_NE(html.find("lang=\"en\""), std::string::npos);
  }
}

}  // namespace
}  // namespace park::ui
