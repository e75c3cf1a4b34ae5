// SPDX-License-Identifier: MIT
#include "study/analysis/analysis_table.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace park::study {
namespace {

std::vector<AnalysisFactor> factors_of(const std::vector<std::string>& names) {
  std::vector<AnalysisFactor> factors;
  for (const std::string& name : names) factors.emplace_back().key = name;
  return factors;
}

Checked<AnalysisInput> read(const std::string& text, AnalysisTableRequest request) {
  const auto factors = factors_of(request.factors);
  return read_analysis_table(text, "t.csv", request, factors);
}

std::string words_of(const Problems& problems) {
  std::string words;
  for (const Problem& problem : problems) words += to_string(problem) + "\n";
  return words;
}

TEST(AnalysisTable, ReadsColumnsByNameAndLeavesOthersAlone) {
  const auto table = read("note,y,b,a\nx,1.5,2,3\n,,4,-1e3\n,nan,5,6\n", {{"a", "b"}, {"y"}, {}, {}, {}});
  ASSERT_TRUE(table.ok()) << words_of(table.problems());
  EXPECT_EQ(table.value().rows, 3U);
  EXPECT_EQ(table.value().values, (std::vector<double>{3, 2, -1000, 4, 6, 5}));
  EXPECT_EQ(table.value().outcomes[0].values[0], 1.5);
  EXPECT_TRUE(std::isnan(table.value().outcomes[0].values[1]));
  EXPECT_TRUE(std::isnan(table.value().outcomes[0].values[2]));
  EXPECT_TRUE(table.value().points.empty());
}

TEST(AnalysisTable, EqualRowsOfAGivenSampleAreReplications) {
  const auto table = read("a,y,s\n1,1,7\n2,2,7\n1,3,8\n2,4,8\n", {{"a"}, {"y"}, {}, {}, "s"});
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table.value().points, (std::vector<std::size_t>{0, 1, 0, 1}));
  EXPECT_EQ(table.value().seeds, (std::vector<std::uint64_t>{7, 7, 8, 8}));
  EXPECT_TRUE(table.value().factors[0].is_whole);
}

TEST(AnalysisTable, ChoicesMayStandByName) {
  constexpr std::array<Choice, 2> choices = {{{"before", "先", "before"}, {"after", "后", "after"}}};
  auto factors = factors_of({"a"});
  factors[0].choices = choices;
  const auto table =
      read_analysis_table("a,y\nafter,1\n0,2\nnever,3\n", "t.csv", {{"a"}, {"y"}, {}, {}, {}}, factors);
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(words_of(table.problems()),
            "t.csv:/4/1: expected a number or the name of a choice, got \"never\"\n");
}

TEST(AnalysisTable, EveryFaultIsNamedAtOnce) {
  const auto table = read("a,b,y\n1,x,2\n3,4\n5,,many\n", {{"a", "b"}, {"y"}, {}, {}, {}});
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(words_of(table.problems()),
            "t.csv:/2/2: expected a number, got \"x\"\n"
            "t.csv:/3/3: expected 3 cells as in the header, got 2\n"
            "t.csv:/4/2: expected a number, got nothing\n"
            "t.csv:/4/3: expected a number, or nothing, got \"many\"\n");
}

TEST(AnalysisTable, MissingAndDoubleHeadingsAreNamed) {
  const auto table = read("alpha,y,y\n1,2,3\n", {{"alphas"}, {"y"}, {}, {}, "seed"});
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(words_of(table.problems()),
            "t.csv:/1/4: expected a column alphas, got none (nearest: alpha)\n"
            "t.csv:/1/3: expected each heading once, got \"y\" again\n"
            "t.csv:/1/4: expected a column seed, got none\n");
}

TEST(AnalysisTable, ADesignThatIsNoneIsNamedByLineAndColumn) {
  // Line 4 should be b from B: 0.8.
  const auto table = read("y,a,b\n1,0.1,0.2\n2,0.7,0.2\n3,0.1,0.9\n4,0.7,0.8\n",
                          {{"a", "b"}, {"y"}, SampleKind::Sobol, {}, {}});
  ASSERT_FALSE(table.ok());
  EXPECT_EQ(words_of(table.problems()),
            "t.csv:/4/3: expected 0.8 as in the B row of the same base row, got 0.9\n");
}

TEST(AnalysisTable, EmptyFilesAndForeignBytes) {
  EXPECT_FALSE(read("", {{"a"}, {"y"}, {}, {}, {}}).ok());
  EXPECT_FALSE(read("a,y\n", {{"a"}, {"y"}, {}, {}, {}}).ok());
  EXPECT_FALSE(read(std::string("a,y\n1\0,2\n", 9), {{"a"}, {"y"}, {}, {}, {}}).ok());
}

TEST(AnalysisTable, RangesAreReadAndChecked) {
  const auto ranged = with_stated_ranges(R"({"a": [0, 5]})", "r.json", factors_of({"a", "b"}));
  ASSERT_TRUE(ranged.ok());
  EXPECT_EQ(ranged.value()[0].max, 5);
  EXPECT_TRUE(std::isnan(ranged.value()[1].min));
  const auto faulty =
      with_stated_ranges(R"({"a": [5, 0], "bb": [0, 1], "b": 3})", "r.json", factors_of({"a", "b"}));
  ASSERT_FALSE(faulty.ok());
  EXPECT_EQ(faulty.problems().size(), 3U) << words_of(faulty.problems());
}

}  // namespace
}  // namespace park::study
