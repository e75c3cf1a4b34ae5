// SPDX-License-Identifier: MIT
#include "study/outcome.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace park::study {
namespace {

constexpr int months = 4;

class OutcomeTest : public testing::Test {
 protected:
  OutcomeTest() : columns(2), series(2, months) {
    columns[0].key = "jobs";
    columns[1].key = "developer_cash";
    const std::vector<double> jobs = {1, 10, 30, 20, std::numeric_limits<double>::quiet_NaN()};
    const std::vector<double> cash = {5, 4, -7, 2, 9};
    for (std::size_t m = 0; m <= months; ++m) {
      series.row(m)[0] = jobs[m];
      series.row(m)[1] = cash[m];
    }
  }

  [[nodiscard]] Checked<Outcome> parse(std::string_view text) const {
    return parse_outcome(text, columns, YearMonth{2026, 1}, months);
  }
  [[nodiscard]] double value(std::string_view text) const {
    const auto outcome = parse(text);
    EXPECT_TRUE(outcome.ok()) << text << ": " << (outcome.ok() ? "" : to_string(outcome.problems().front()));
    return evaluate(outcome.value(), series, columns);
  }

  std::vector<IndicatorColumn> columns;
  Series series;
};

TEST_F(OutcomeTest, AtAMonth) {
  EXPECT_EQ(value("jobs@2"), 30);
  EXPECT_EQ(value("jobs@0"), 1);
  EXPECT_EQ(value("jobs@2026-03"), 20);  // the end of that month
  EXPECT_EQ(value("developer_cash"), 9);
  EXPECT_TRUE(std::isnan(value("jobs")));
}

TEST_F(OutcomeTest, OverMonths) {
  EXPECT_EQ(value("mean(jobs,1-3)"), 20);
  EXPECT_EQ(value("mean(jobs)"), 20);
  EXPECT_EQ(value("sum(jobs, 1-2)"), 40);
  EXPECT_EQ(value("sum( developer_cash , 0-4 )"), 13);
  EXPECT_EQ(value("trough(developer_cash)"), -7);
  EXPECT_EQ(value("peak_month(jobs)"), 2);
}

TEST_F(OutcomeTest, TheGreatestYear) {
  Series months_of_two_years(1, 26);
  for (std::size_t m = 0; m <= 26; ++m) months_of_two_years.row(m)[0] = m <= 12 ? 1.0 : m <= 24 ? 3.0 : 9.0;
  const std::vector<IndicatorColumn> one(columns.begin(), columns.begin() + 1);
  const auto peak = [&](const char* text) {
    return evaluate(parse_outcome(text, one, YearMonth{2026, 1}, 26).value(), months_of_two_years, one);
  };
  EXPECT_EQ(peak("peak_year(jobs)"), 36);
  EXPECT_EQ(peak("peak_year(jobs,1-12)"), 12);
  EXPECT_EQ(peak("peak_year(jobs,7-20)"), 6 * 1 + 6 * 3);
  EXPECT_EQ(value("peak_year(jobs)"), 60);
}

TEST_F(OutcomeTest, CatalogueStatistics) {
  const auto evaluated = [&](std::string_view statistic) {
    return evaluate(parse_statistic("developer_cash", statistic, columns, months).value(), series, columns);
  };
  EXPECT_EQ(evaluated("final"), 9);
  EXPECT_EQ(evaluated("mean 1-4"), 2);
  EXPECT_EQ(evaluated("sum 2-4"), 4);
  EXPECT_FALSE(parse_statistic("developer_cash", "median 1-4", columns, months).ok());
  EXPECT_FALSE(parse_statistic("developer_cash", "mean", columns, months).ok());
}

TEST_F(OutcomeTest, UnknownIndicatorNamesTheNearest) {
  const auto outcome = parse("developper_cash@2");
  ASSERT_FALSE(outcome.ok());
  EXPECT_NE(outcome.problems().front().expected.find("developer_cash"), std::string::npos);
}

TEST_F(OutcomeTest, BrokenTextIsAProblem) {
  for (const char* text : {"", "jobs@", "jobs@5", "jobs@-1", "jobs@2025-11", "jobs@2026-13", "jobs@1x",
                           "mean(jobs", "mean(jobs,1-5)", "mean(jobs,3-1)", "mean(jobs,1)", "best(jobs)",
                           "(jobs)", "mean()", "mean(jobs,-1-3)", "jobs@2)"}) {
    EXPECT_FALSE(parse(text).ok()) << text;
  }
}

TEST_F(OutcomeTest, AllFaultsOfOneTextAreSaid) {
  const auto outcome = parse("job@99");
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.problems().size(), 2U);
}

TEST_F(OutcomeTest, AFailedRunHasNoValue) {
  EXPECT_TRUE(std::isnan(evaluate(parse("jobs@2").value(), Series(), columns)));
}

}  // namespace
}  // namespace park::study
