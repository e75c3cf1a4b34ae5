// SPDX-License-Identifier: MIT
#include "study/report/tornado.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace park::study {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Base, factor a at 1, 2 and 3, factor b at 10; two replications each.
StudyResults one_at_a_time_results() {
  StudyResults results;
  results.outline.design.kind = DesignKind::OneAtATime;
  results.outline.scenarios = {"baseline"};
  results.outline.outcomes.resize(1);
  results.design.factors = {"a", "b"};
  results.design.values = {none, none, 1, none, 2, none, 3, none, none, 10};
  results.design.units = results.design.values;
  const std::vector<std::vector<double>> outcomes = {
      {100, 110}, {90, 102}, {100, 110}, {105, 111}, {140, 150}};
  for (std::uint64_t point = 0; point < outcomes.size(); ++point) {
    for (std::uint64_t r = 0; r < 2; ++r) {
      RunRow run;
      run.place = {point, 0, r};
      run.status = "ok";
      run.outcomes = {outcomes[point][r]};
      results.runs.push_back(run);
    }
  }
  return results;
}

TEST(Tornado, DifferencesToTheFirstPointAtTheEndsTheWidestFirst) {
  const StudyResults results = one_at_a_time_results();
  const auto bars = tornado_of(results, values_by_point(results, 0, 0));
  ASSERT_EQ(bars.size(), 2U);
  EXPECT_EQ(bars[0].factor, 1U);
  EXPECT_DOUBLE_EQ(bars[0].low.mean, 40);
  EXPECT_DOUBLE_EQ(bars[0].high.mean, 40);  // tried at one value only
  EXPECT_EQ(bars[1].factor, 0U);
  EXPECT_DOUBLE_EQ(bars[1].low_at, 1);
  EXPECT_DOUBLE_EQ(bars[1].low.mean, -9);  // (90 - 100 + 102 - 110) / 2
  EXPECT_DOUBLE_EQ(bars[1].high_at, 3);
  EXPECT_DOUBLE_EQ(bars[1].high.mean, 3);  // (5 + 1) / 2
  EXPECT_EQ(bars[1].high.n, 2U);
}

TEST(Tornado, AFailedRunLeavesItsPairOut) {
  StudyResults results = one_at_a_time_results();
  results.runs[2].status = "failed";
  const auto bars = tornado_of(results, values_by_point(results, 0, 0));
  EXPECT_DOUBLE_EQ(bars[1].low.mean, -8);
  EXPECT_EQ(bars[1].low.n, 1U);
}

TEST(Tornado, ASampleThatMovesAllFactorsHasNone) {
  StudyResults results = one_at_a_time_results();
  results.outline.design.kind = DesignKind::LatinHypercube;
  EXPECT_TRUE(tornado_of(results, values_by_point(results, 0, 0)).empty());
}

}  // namespace
}  // namespace park::study
