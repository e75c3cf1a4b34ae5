// SPDX-License-Identifier: MIT
#include "study/store/analysis_input.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/no_value.hpp"
#include "study/store/outcome_columns.hpp"

namespace park::study {
namespace {

RunRow run(std::uint64_t point, std::uint64_t scenario, std::uint64_t replication, double outcome) {
  RunRow row;
  row.place = {point, scenario, replication};
  row.seed = 100 + replication;
  row.status = std::isnan(outcome) ? "failed" : "ok";
  row.outcomes = {outcome};
  return row;
}

/// Two factors, two points, two replications; the second replication of the second point failed.
StudyResults small_results() {
  StudyResults results;
  results.outline.scenarios = {"here"};
  results.outline.outcomes = {{"people", Outcome{"jobs"}}};
  results.outline.design.kind = DesignKind::LatinHypercube;
  results.design.factors = {"a", "b"};
  results.design.kind = "latin_hypercube";
  results.design.units = {0.1, 0.9, 0.6, 0.4};
  results.design.values = {1, 90, 6, 40};
  results.runs = {run(0, 0, 0, 10), run(0, 0, 1, 12), run(1, 0, 0, 30), run(1, 0, 1, no_value)};
  results.is_complete = true;
  return results;
}

TEST(AnalysisInput, HasARowForEachPointAndReplication) {
  const AnalysisInput input = analysis_input(small_results(), "s.db").value();
  EXPECT_EQ(input.rows, 4U);
  EXPECT_EQ(input.values, (std::vector<double>{1, 90, 1, 90, 6, 40, 6, 40}));
  EXPECT_EQ(input.unit, (std::vector<double>{0.1, 0.9, 0.1, 0.9, 0.6, 0.4, 0.6, 0.4}));
  EXPECT_EQ(input.points, (std::vector<std::size_t>{0, 0, 1, 1}));
  EXPECT_EQ(input.seeds, (std::vector<std::uint64_t>{100, 101, 100, 101}));
  ASSERT_EQ(input.outcomes.size(), 1U);
  EXPECT_EQ(input.outcomes[0].name, "people");
  EXPECT_EQ(input.outcomes[0].values[2], 30);
  EXPECT_TRUE(std::isnan(input.outcomes[0].values[3]));
  EXPECT_EQ(input.runs->failed, 1U);
  EXPECT_EQ(input.runs->ok, 3U);
  EXPECT_EQ(input.design, SampleKind::Given);
  EXPECT_TRUE(faults_of(input).empty());
}

TEST(AnalysisInput, NamesAnOutcomeOnceForEachScenario) {
  StudyResults results = small_results();
  results.outline.scenarios = {"here", "there"};
  results.runs = {run(0, 0, 0, 10), run(0, 1, 0, 20), run(1, 0, 0, 30), run(1, 1, 0, 40)};
  const AnalysisInput input = analysis_input(results, "s.db").value();
  ASSERT_EQ(input.outcomes.size(), 3U);
  EXPECT_EQ(input.outcomes[1].name, "people (there)");
  EXPECT_EQ(input.outcomes[0].values, (std::vector<double>{10, 30}));
  EXPECT_EQ(input.outcomes[1].values, (std::vector<double>{20, 40}));
  EXPECT_EQ(input.outcomes[2].name, "people (there - here)");
  EXPECT_EQ(input.outcomes[2].values, (std::vector<double>{10, 10}));
  EXPECT_EQ(input.outcomes[2].sides->first, 1U);
  EXPECT_EQ(input.outcomes[2].sides->second, 0U);
  EXPECT_EQ(input.runs->ok, 4U);
}

/// Every run of every scenario failed: more failures than there are rows.
TEST(AnalysisInput, CountsRunsAndNotRows) {
  StudyResults results = small_results();
  results.outline.scenarios = {"here", "there"};
  results.runs = {run(0, 0, 0, no_value), run(0, 1, 0, no_value), run(1, 0, 0, no_value),
                  run(1, 1, 0, no_value)};
  const AnalysisInput input = analysis_input(results, "s.db").value();
  EXPECT_EQ(input.rows, 2U);
  EXPECT_EQ(input.runs->failed, 4U);
  EXPECT_EQ(analyze(input).runs.failed, 4U);
}

TEST(AnalysisInput, ValuesByPointAreThoseOfItsColumn) {
  StudyResults results = small_results();
  results.outline.scenarios = {"here", "there"};
  results.runs = {run(0, 0, 0, 10), run(0, 1, 0, 25), run(0, 1, 1, 26), run(1, 0, 0, no_value),
                  run(1, 1, 0, 40)};
  EXPECT_EQ(values_by_point(results, {0, 1, false}), (std::vector<std::vector<double>>{{25, 26}, {40}}));
  const auto differences = values_by_point(results, {0, 1, true});
  EXPECT_EQ(differences[0][0], 15);
  EXPECT_TRUE(std::isnan(differences[0][1]));
  EXPECT_TRUE(std::isnan(differences[1][0]));
}

TEST(AnalysisInput, LeavesFactorsAsTheDesignDoes) {
  StudyResults left = small_results();
  left.outline.design.kind = DesignKind::OneAtATime;
  left.design.values = {no_value, no_value, 6, no_value};
  left.design.units = left.design.values;
  left.runs.back() = run(1, 0, 1, 33);
  const AnalysisInput input = analysis_input(left, "s.db").value();
  EXPECT_EQ(input.design, SampleKind::OneAtATime);
  const AnalysisResult result = analyze(input);
  ASSERT_EQ(result.outcomes[0].effects.factors.size(), 1U);
  EXPECT_DOUBLE_EQ(result.outcomes[0].effects.factors[0].levels[0].effect.change.mean, 20.5);
  EXPECT_TRUE(result.outcomes[0].pawn.empty());
  ASSERT_TRUE(result.outcomes[0].pairing.has_value());
  EXPECT_FALSE(result.outcomes[0].pairing->is_between_scenarios);
}

TEST(AnalysisInput, RefusesWhatCannotBeAnalysed) {
  StudyResults unfinished = small_results();
  unfinished.is_complete = false;
  EXPECT_TRUE(analysis_input(unfinished, "s.db").ok()) << "a sample may be looked at while it grows";
  unfinished.outline.design.kind = DesignKind::Morris;
  EXPECT_FALSE(analysis_input(unfinished, "s.db").ok());
  StudyResults empty = small_results();
  empty.runs.clear();
  EXPECT_FALSE(analysis_input(empty, "s.db").ok());
}

}  // namespace
}  // namespace park::study
