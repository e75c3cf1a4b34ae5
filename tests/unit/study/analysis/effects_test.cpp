// SPDX-License-Identifier: MIT
#include "study/analysis/effects.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/no_value.hpp"
#include "core/random.hpp"
#include "study/analysis/clause_effects.hpp"

namespace park::study {
namespace {

/// `y[point][r]` under seed 7 + r.
PairedPoints paired(const std::vector<std::vector<double>>& y) {
  std::vector<std::size_t> points;
  std::vector<std::uint64_t> seeds;
  std::vector<double> values;
  for (std::size_t point = 0; point < y.size(); ++point) {
    for (std::size_t r = 0; r < y[point].size(); ++r) {
      points.push_back(point);
      seeds.push_back(7 + r);
      values.push_back(y[point][r]);
    }
  }
  return {points, seeds, values};
}

TEST(PairedPoints, ShareTheSeedsThatAllHave) {
  const std::vector<std::size_t> points = {0, 0, 0, 1, 1, 1};
  const std::vector<std::uint64_t> seeds = {5, 3, 4, 4, 6, 3};
  const std::vector<double> y = {50, 30, 40, 41, 61, no_value};
  const std::array<std::size_t, 2> both = {1, 0};
  const auto shared = PairedPoints(points, seeds, y).shared(both);
  EXPECT_EQ(shared, (std::vector<std::vector<double>>{{41}, {40}}));
  const auto own = PairedPoints(points, {}, y).shared(both);
  EXPECT_TRUE(own[0].empty()) << "seeds of their own are nobody else's";
}

TEST(Effect, IsThePairedTTest) {
  // Changes 1, 2, 3: mean 2, standard error 1/sqrt(3), t = 3.4641 of 2 degrees: p = 0.0742.
  const Effect effect = effect_of(std::vector<double>{1, 2, 3});
  EXPECT_DOUBLE_EQ(effect.change.mean, 2);
  EXPECT_NEAR(effect.p, 0.0741799, 1e-6);
  EXPECT_FALSE(effect.leaves_out_zero());
  EXPECT_DOUBLE_EQ(effect_of(std::vector<double>{0, 0, 0}).p, 1);
  EXPECT_FALSE(effect_of(std::vector<double>{0, 0}).varies());
  EXPECT_DOUBLE_EQ(effect_of(std::vector<double>{2, 2}).p, 0);
  EXPECT_TRUE(std::isnan(effect_of(std::vector<double>{2}).p));
}

TEST(Effect, HolmJudgesThemTogether) {
  // 0.01 <= 0.05 / 4, 0.015 <= 0.05 / 3, 0.03 > 0.05 / 2: the rest is not looked at.
  const std::vector<double> p = {0.03, no_value, 0.01, 0.04, 0.015};
  EXPECT_EQ(significant_together(p), (std::vector<bool>{false, false, true, false, true}));
}

TEST(Effect, OneAtATimeAgainstTheBasePoint) {
  // Base 100, 110, 90; a at 1 and 3; b at 0 changes nothing.
  const std::vector<double> values = {no_value, no_value, 3, no_value, 1, no_value, no_value, 0};
  const auto table = one_at_a_time_effects(
      values, 2, paired({{100, 110, 90}, {110, 121, 99}, {95, 104, 86}, {100, 110, 90}}));
  ASSERT_EQ(table.factors.size(), 2U);
  const FactorEffects& a = table.factors[0];
  EXPECT_EQ(a.factor, 0U);
  ASSERT_EQ(a.levels.size(), 2U);
  EXPECT_EQ(a.levels[0].at, 1);
  EXPECT_DOUBLE_EQ(a.levels[0].effect.change.mean, -5);  // -5, -6, -4
  EXPECT_EQ(a.levels[1].at, 3);
  EXPECT_DOUBLE_EQ(a.levels[1].effect.change.mean, 10);  // 10, 11, 9
  EXPECT_DOUBLE_EQ(a.range, 15);
  EXPECT_DOUBLE_EQ(a.across.change.mean, 15);  // 15, 17, 13
  EXPECT_EQ(a.across.change.n, 3U);
  EXPECT_TRUE(a.is_clear);  // p of 10 +- 1 is 0.0033 <= 0.05 / 3
  EXPECT_DOUBLE_EQ(table.factors[1].range, 0);
  EXPECT_FALSE(table.factors[1].is_clear);
  EXPECT_EQ(table.clarity.effects, 2U);
  EXPECT_EQ(table.clarity.intervals, 2U);
  EXPECT_EQ(table.clarity.clear, 1U);
  EXPECT_DOUBLE_EQ(table.clarity.by_chance(), 0.1);
}

TEST(Effect, ARangeReachesToTheBasePoint) {
  const std::vector<double> values = {no_value, 2, 3};
  const auto table = one_at_a_time_effects(values, 1, paired({{1, 1}, {5, 5}, {6, 6}}));
  EXPECT_DOUBLE_EQ(table.factors[0].range, 5);
  EXPECT_DOUBLE_EQ(table.factors[0].across.change.mean, 1);
  EXPECT_TRUE(one_at_a_time_effects(std::vector<double>{2, 3}, 1, paired({{5, 5}, {6, 6}})).factors.empty())
      << "no base point, no effects";
}

TEST(Effect, MainEffectsOfAFactorial) {
  // y = 10 a + b + seed, a in {0, 1}, b in {0, 1, 2}: a -5 and +5, b -1, 0, +1, whatever the seed adds.
  std::vector<double> values;
  std::vector<std::vector<double>> y;
  for (const double a : {0, 1}) {
    for (const double b : {0, 1, 2}) {
      values.insert(values.end(), {a, b});
      y.push_back({10 * a + b, 10 * a + b + 100, 10 * a + b + 30});
    }
  }
  const auto table = factorial_effects(values, 2, paired(y));
  EXPECT_EQ(table.factors[0].factor, 0U);
  EXPECT_DOUBLE_EQ(table.factors[0].levels[0].effect.change.mean, -5);
  EXPECT_DOUBLE_EQ(table.factors[0].levels[1].effect.change.mean, 5);
  EXPECT_DOUBLE_EQ(table.factors[0].range, 10);
  EXPECT_NEAR(table.factors[1].levels[1].effect.change.mean, 0, 1e-12);
  EXPECT_NEAR(table.factors[1].across.change.mean, 2, 1e-12);
  EXPECT_EQ(table.factors[1].across.change.n, 3U);
  y[2][1] = no_value;  // that seed has not all points
  EXPECT_EQ(factorial_effects(values, 2, paired(y)).factors[0].across.change.n, 2U);
}

/// Clauses worth 5, 0 and 3 by themselves, of which the first is worth 2 more beside the third.
TEST(ClauseEffect, IsTheMeanOfLossAndGain) {
  const auto outcome = [](bool a, bool c, double seed) { return seed + 5 * a + 3 * c + 2 * (a && c); };
  std::vector<double> values;
  std::vector<std::vector<double>> y;
  const auto point = [&](const std::array<bool, 3>& is_in) {
    std::vector<double> runs;
    for (const double seed : {100.0, 250.0, 180.0}) runs.push_back(outcome(is_in[0], is_in[2], seed));
    y.push_back(runs);
    for (const bool one : is_in) values.push_back(one ? no_value : 0);
  };
  point({true, true, true});
  point({false, true, true});
  point({true, false, true});
  point({true, true, false});
  point({false, false, false});
  point({true, false, false});
  point({false, true, false});
  point({false, false, true});
  const auto table = clause_effects(values, 3, paired(y));
  ASSERT_EQ(table.clauses.size(), 3U);
  EXPECT_EQ(table.clauses[0].factor, 0U);
  EXPECT_DOUBLE_EQ(table.clauses[0].leave_one_out.change.mean, 7);
  EXPECT_DOUBLE_EQ(table.clauses[0].add_one_in.change.mean, 5);
  EXPECT_DOUBLE_EQ(table.clauses[0].main.change.mean, 6);
  EXPECT_DOUBLE_EQ(table.clauses[0].together.change.mean, 2);
  EXPECT_TRUE(table.clauses[0].is_clear);
  EXPECT_EQ(table.clauses[1].factor, 2U);
  EXPECT_DOUBLE_EQ(table.clauses[1].main.change.mean, 4);
  EXPECT_EQ(table.clauses[2].factor, 1U);
  EXPECT_FALSE(table.clauses[2].main.varies());
  EXPECT_EQ(table.clarity.effects, 2U);
  EXPECT_EQ(table.clarity.clear, 2U);
}

/// Of clauses that do nothing but noise hardly one study in twenty finds any clear, and one in twenty
/// intervals leaves out zero.
TEST(ClauseEffect, NoiseIsSeldomClear) {
  constexpr std::size_t clauses = 20;
  constexpr std::size_t studies = 400;
  std::size_t clear = 0;
  std::size_t intervals = 0;
  std::vector<double> values;
  for (std::size_t point = 0; point < 2 * clauses + 2; ++point) {
    for (std::size_t f = 0; f < clauses; ++f) {
      const bool is_in = point <= clauses ? point != f + 1 : point == clauses + 2 + f;
      values.push_back(is_in ? no_value : 0);
    }
  }
  for (std::size_t s = 0; s < studies; ++s) {
    RandomStream stream{s, Draw::Luck, 0};
    std::vector<std::vector<double>> y(2 * clauses + 2, std::vector<double>(8));
    for (auto& runs : y) {
      for (double& value : runs) value = stream.uniform() + stream.uniform() + stream.uniform();
    }
    const Clarity clarity = clause_effects(values, clauses, paired(y)).clarity;
    clear += clarity.clear > 0 ? 1U : 0U;
    intervals += clarity.intervals;
  }
  // Clauses share the whole and the empty point, so that they err together: wider bounds than binomial.
  EXPECT_LT(clear, 0.09 * studies);
  EXPECT_NEAR(static_cast<double>(intervals) / (clauses * studies), 0.05, 0.02);
}

}  // namespace
}  // namespace park::study
