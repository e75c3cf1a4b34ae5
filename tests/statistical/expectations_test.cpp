// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <iostream>

#include "policy/catalogue.hpp"
#include "shipped_scenario.hpp"
#include "statistical/paired_effect.hpp"
#include "study/ensemble.hpp"
#include "study/outcome.hpp"

namespace park {
namespace {

using test::paired_effect;
using test::PairedEffect;
using test::scenario_in_context;

/// Where a parameter without a stated expectation must move something: every system is at work.
constexpr std::string_view busy_context = "whole_package;tariff_shock=30;incentives_voided_share=0.5";
constexpr std::uint64_t first_seed = 20260101;

std::vector<const ParameterRow*> rows_with_expectation(bool wanted) {
  std::vector<const ParameterRow*> rows;
  for (const std::span<const ParameterRow> group : {lever_rows(), uncertainty_rows()}) {
    for (const ParameterRow& row : group) {
      if (row.expected.empty() != wanted) rows.push_back(&row);
    }
  }
  return rows;
}

std::string setting(const ParameterRow& row, double value) {
  return std::string(row.key) + "=" + format_value(row, value);
}

/// Paired runs of a context with the row at its least and at its greatest, more of them on demand.
class MinAgainstMax {
 public:
  MinAgainstMax(const ParameterRow& row, std::string_view context)
      : scenarios_{test::shared(scenario_in_context(context, {setting(row, row.min)})),
                   test::shared(scenario_in_context(context, {setting(row, row.max)}))},
        columns_(indicator_columns(*scenarios_.front())) {}

  [[nodiscard]] const std::vector<IndicatorColumn>& columns() const { return columns_; }
  [[nodiscard]] int months() const { return scenarios_.front()->months; }

  void extend_to(int replications) {
    study::EnsembleOptions options;
    options.seed = first_seed + pairs_.size();
    options.replications = replications - static_cast<int>(pairs_.size());
    const study::Ensemble ensemble = study::run_paired(scenarios_, options);
    for (std::size_t r = 0; r < ensemble.results[0].size(); ++r) {
      for (const auto& runs : ensemble.results) {
        if (!runs[r].ok())
          throw std::runtime_error("seed " + std::to_string(runs[r].seed) + ": " + runs[r].error);
      }
      pairs_.emplace_back(ensemble.results[0][r].series.unpacked(), ensemble.results[1][r].series.unpacked());
    }
  }

  [[nodiscard]] PairedEffect effect(const study::Outcome& outcome) const {
    std::vector<double> differences;
    for (const auto& [low, high] : pairs_) {
      differences.push_back(evaluate(outcome, high, columns_) - evaluate(outcome, low, columns_));
    }
    return paired_effect(differences);
  }

 private:
  std::vector<std::shared_ptr<const Scenario>> scenarios_;
  std::vector<IndicatorColumn> columns_;
  std::vector<std::pair<Series, Series>> pairs_;
};

std::string name_of(const testing::TestParamInfo<const ParameterRow*>& test) {
  return std::string(test.param->key);
}

class StatedDirection : public testing::TestWithParam<const ParameterRow*> {};

TEST_P(StatedDirection, Holds) {
  const ParameterRow& row = *GetParam();
  for (const Expectation& expected : row.expected) {
    MinAgainstMax runs(row, expected.context);
    const Checked<study::Outcome> outcome =
        study::parse_statistic(expected.indicator, expected.statistic, runs.columns(), runs.months());
    ASSERT_TRUE(outcome.ok()) << to_string(outcome.problems().front());
    const double sign = expected.direction == "up" ? 1 : -1;
    PairedEffect effect;
    bool holds = false;
    for (const int replications : {48, 192, 768, 1536, 3072}) {
      runs.extend_to(replications);
      effect = runs.effect(outcome.value());
      holds = effect.is_clear() && sign * effect.mean > 0;
      if (holds) break;
    }
    std::cout << "[ effect   ] " << (holds ? "ok   " : "FAILS ") << row.key << ", " << expected.indicator
              << " " << expected.statistic << ", " << expected.context << ", " << effect.words()
              << ", wanted " << expected.direction << "\n";
    EXPECT_TRUE(holds) << row.key << " from " << row.min << " to " << row.max << " should move "
                       << expected.indicator << " " << expected.direction << " (" << expected.statistic
                       << ", in " << expected.context << "); " << effect.words();
  }
}

INSTANTIATE_TEST_SUITE_P(Rows, StatedDirection, testing::ValuesIn(rows_with_expectation(true)), name_of);

class MovesSomething : public testing::TestWithParam<const ParameterRow*> {};

TEST_P(MovesSomething, FromLeastToGreatest) {
  const ParameterRow& row = *GetParam();
  MinAgainstMax runs(row, busy_context);
  std::string moved;
  std::string nearest;
  double nearest_ratio = -1;
  for (const int replications : {24, 96}) {
    runs.extend_to(replications);
    for (std::size_t i = 0; i < indicator_rows().size() && moved.empty(); ++i) {
      for (const study::Outcome::Kind kind : {study::Outcome::Kind::At, study::Outcome::Kind::Mean}) {
        study::Outcome outcome;
        outcome.indicator = runs.columns()[i].key;
        outcome.kind = kind;
        const PairedEffect effect = runs.effect(outcome);
        const std::string words = outcome.indicator + " " + effect.words();
        if (effect.is_clear()) moved = words;
        const double ratio = effect.sd > 0 ? std::abs(effect.mean) / effect.sd : 0;
        if (ratio > nearest_ratio) nearest = words;
        nearest_ratio = std::max(ratio, nearest_ratio);
      }
    }
    if (!moved.empty()) break;
  }
  std::cout << "[ effect   ] " << (moved.empty() ? "FAILS " : "ok   ") << row.key << ", "
            << (moved.empty() ? nearest : moved) << ", " << busy_context << ", wanted anything\n";
  EXPECT_FALSE(moved.empty()) << row.key << " from " << row.min << " to " << row.max
                              << " moves no indicator in " << busy_context << "; nearest: " << nearest;
}

INSTANTIATE_TEST_SUITE_P(Rows, MovesSomething, testing::ValuesIn(rows_with_expectation(false)), name_of);

}  // namespace
}  // namespace park
