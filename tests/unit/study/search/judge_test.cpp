// SPDX-License-Identifier: MIT
#include "study/search/judge.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/no_value.hpp"

namespace park::study {
namespace {

TEST(Robust, OneNumberOfManyFutures) {
  const std::vector<double> values = {5, 1, 3, 2, 4};
  EXPECT_EQ(robust_value({Robust::Kind::Mean, 0}, Direction::Maximise, values), 3);
  EXPECT_EQ(robust_value({Robust::Kind::Worst, 0}, Direction::Maximise, values), 1);
  EXPECT_EQ(robust_value({Robust::Kind::Worst, 0}, Direction::Minimise, values), 5);
  // A quarter of the futures are worse, counted from the bad side.
  EXPECT_EQ(robust_value({Robust::Kind::Quantile, 0.25}, Direction::Maximise, values), 2);
  EXPECT_EQ(robust_value({Robust::Kind::Quantile, 0.25}, Direction::Minimise, values), 4);
  EXPECT_NEAR(robust_value({Robust::Kind::Quantile, 0.1}, Direction::Maximise, values), 1.4, 1e-12);
  EXPECT_EQ(robust_value({Robust::Kind::Quantile, 0}, Direction::Minimise, values), 5);
}

TEST(Robust, AMissingValueLeavesNone) {
  const std::vector<double> values = {5, no_value, 3};
  for (const auto kind : {Robust::Kind::Mean, Robust::Kind::Worst, Robust::Kind::Quantile})
    EXPECT_TRUE(std::isnan(robust_value({kind, 0.1}, Direction::Maximise, values)));
  EXPECT_TRUE(std::isnan(robust_value({}, Direction::Maximise, {})));
}

TEST(Robust, RegretIsWhatIsMissed) {
  const std::vector<double> values = {5, 1};
  const std::vector<double> best = {7, 0};
  EXPECT_EQ(regrets(Direction::Maximise, values, best), (std::vector<double>{2, -1}));
  EXPECT_EQ(regrets(Direction::Minimise, values, best), (std::vector<double>{-2, 1}));
}

TEST(FutureRuns, AveragesReplicationsWithinAFuture) {
  FutureRuns runs(2, 2, 2);
  EXPECT_FALSE(runs.is_complete());
  runs.put(0, 0, std::vector<double>{1, 10});
  runs.put(0, 1, std::vector<double>{3, 30});
  runs.put(1, 0, std::vector<double>{5, 50});
  EXPECT_TRUE(runs.has(1, 0));
  EXPECT_FALSE(runs.has(1, 1));
  EXPECT_FALSE(runs.is_complete());
  EXPECT_TRUE(std::isnan(runs.by_future(0)[1]));
  runs.put(1, 1, std::vector<double>{7, no_value});
  EXPECT_TRUE(runs.is_complete());
  EXPECT_EQ(runs.by_future(0), (std::vector<double>{2, 6}));
  EXPECT_TRUE(std::isnan(runs.by_future(1)[1]));
  EXPECT_THROW(runs.put(1, 1, std::vector<double>{7, 8}), Bug);
  EXPECT_FALSE(FutureRuns().is_complete());
}

/// Jobs to be many, debt little, cost at most 100; values by future.
class JudgeTest : public testing::Test {
 protected:
  JudgeTest() {
    outline_.objectives = {{0, Direction::Maximise, {Robust::Kind::Mean, 0}},
                           {1, Direction::Minimise, {Robust::Kind::Worst, 0}}};
    outline_.limits = {{2, Direction::Minimise, 100, {Robust::Kind::Worst, 0}, true}};
  }
  [[nodiscard]] static FutureRuns runs(const std::vector<std::vector<double>>& outcomes_by_future) {
    FutureRuns result(outcomes_by_future.size(), 1, outcomes_by_future.front().size());
    for (std::size_t f = 0; f < outcomes_by_future.size(); ++f) result.put(f, 0, outcomes_by_future[f]);
    return result;
  }

  SearchOutline outline_;
};

TEST_F(JudgeTest, ObjectivesByTheirStatistics) {
  const Judgement judgement = Judge(outline_).judge(runs({{10, 1, 80}, {30, 5, 100}}));
  EXPECT_EQ(judgement.objectives, (std::vector<double>{20, 5}));
  EXPECT_TRUE(judgement.is_feasible());
  EXPECT_EQ(costs_of(outline_, judgement), (std::vector<double>{-20, 5}));
  EXPECT_EQ(fitness_of(outline_, judgement), (std::vector<double>{-20, 5}));
}

TEST_F(JudgeTest, WhoBreaksALimitIsDominatedByAllWhoKeepIt) {
  const Judge judge(outline_);
  const auto fitness = [&](double jobs, double cost) {
    return fitness_of(outline_, judge.judge(runs({{jobs, 0, cost}, {jobs, 0, 1}})));
  };
  EXPECT_NEAR(judge.judge(runs({{9, 9, 150}, {9, 9, 1}})).violation, 0.5, 1e-12);
  const auto poor_and_allowed = fitness(-1e9, 100);
  const auto a_little_over = fitness(1e9, 100.001);
  const auto far_over = fitness(1e9, 200);
  for (std::size_t o = 0; o < 2; ++o) {
    EXPECT_LT(poor_and_allowed[o], a_little_over[o]);
    EXPECT_LT(a_little_over[o], far_over[o]);
  }
}

TEST_F(JudgeTest, WithoutAValueNobodyIsFeasible) {
  const Judge judge(outline_);
  EXPECT_GT(judge.judge(runs({{no_value, 1, 50}, {30, 5, 50}})).violation, 1000);
  EXPECT_GT(judge.judge(runs({{1, 1, no_value}, {30, 5, 50}})).violation, 1000);
}

TEST_F(JudgeTest, ALowerLimitIsBrokenFromBelow) {
  outline_.limits = {{0, Direction::Maximise, 20, {Robust::Kind::Mean, 0}, false}};
  EXPECT_NEAR(Judge(outline_).judge(runs({{10, 1, 1}, {20, 1, 1}})).violation, 0.25, 1e-12);
  EXPECT_EQ(Judge(outline_).judge(runs({{20, 1, 1}, {20, 1, 1}})).violation, 0);
}

TEST_F(JudgeTest, RegretIsHeldAgainstTheBestThatKeepsTheLimits) {
  outline_.objectives[0].robust = {Robust::Kind::Worst, 0, true};
  Judge judge(outline_);
  EXPECT_FALSE(judge.knows_any());
  EXPECT_TRUE(std::isnan(judge.judge(runs({{1, 1, 1}, {1, 1, 1}})).objectives[0]));
  judge.learn(runs({{10, 1, 1}, {20, 1, 1}}));
  judge.learn(runs({{12, 1, 1}, {15, 1, 1}}));
  judge.learn(runs({{99, 1, 101}, {99, 1, 1}}));  // nobody may follow this one
  EXPECT_TRUE(judge.knows_any());
  EXPECT_EQ(judge.judge(runs({{9, 1, 1}, {18, 1, 1}})).objectives[0], 3);
  EXPECT_EQ(judge.judge(runs({{12, 1, 1}, {20, 1, 1}})).objectives[0], 0);
  const Judgement judgement = judge.judge(runs({{9, 1, 1}, {18, 1, 1}}));
  EXPECT_EQ(costs_of(outline_, judgement)[0], 3);  // to be made small, though jobs are to be many
}

}  // namespace
}  // namespace park::study
