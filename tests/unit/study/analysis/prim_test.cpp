// SPDX-License-Identifier: MIT
#include "study/analysis/prim.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "unit/study/analysis/known_functions.hpp"

namespace park::study {
namespace {

const PrimRestriction* restriction_of(const PrimBox& box, std::size_t factor) {
  const auto found = std::find_if(box.restrictions.begin(), box.restrictions.end(),
                                  [&](const PrimRestriction& one) { return one.factor == factor; });
  return found == box.restrictions.end() ? nullptr : &*found;
}

/// Of `factors` columns: 1 where `is_case` says so, turned about with probability `noise`.
template <class IsCase>
std::vector<double> cases_of(const std::vector<double>& x, std::size_t factors, double noise,
                             const IsCase& is_case) {
  RandomStream stream{5, Draw::Resample, 9};
  std::vector<double> share;
  for (std::size_t i = 0; i < x.size(); i += factors)
    share.push_back(is_case(&x[i]) != (stream.uniform() < noise) ? 1 : 0);
  return share;
}

bool is_planted(const double* x) { return x[0] > 0.6 && x[2] > 0.2 && x[2] < 0.5; }

TEST(Prim, FindsAPlantedBox) {
  const std::vector<double> x = sequence_points(3000, 5);
  const auto boxes = prim_boxes(x, std::vector<PrimFactor>(5), cases_of(x, 5, 0, is_planted));
  ASSERT_EQ(boxes.size(), 1U);
  const PrimBox& box = boxes.front();
  EXPECT_GT(box.coverage, 0.97);
  EXPECT_GT(box.density, 0.97);
  EXPECT_NEAR(box.mass, 0.4 * 0.3, 0.005);
  ASSERT_EQ(box.restrictions.size(), 2U);
  const PrimRestriction* first = restriction_of(box, 0);
  const PrimRestriction* third = restriction_of(box, 2);
  ASSERT_TRUE(first != nullptr && third != nullptr);
  EXPECT_NEAR(first->lo, 0.6, 0.01);
  EXPECT_TRUE(std::isinf(first->hi));
  EXPECT_NEAR(third->lo, 0.2, 0.01);
  EXPECT_NEAR(third->hi, 0.5, 0.01);
  EXPECT_LT(first->quasi_p, 1e-6);
}

TEST(Prim, FindsItInNoiseAndRestrictsNothingElse) {
  const std::vector<double> x = sequence_points(3000, 5);
  const auto boxes = prim_boxes(x, std::vector<PrimFactor>(5), cases_of(x, 5, 0.05, is_planted));
  ASSERT_FALSE(boxes.empty());
  const PrimBox& box = boxes.front();
  EXPECT_EQ(box.restrictions.size(), 2U);
  const PrimRestriction* first = restriction_of(box, 0);
  ASSERT_NE(first, nullptr);
  EXPECT_NEAR(first->lo, 0.6, 0.03);
  EXPECT_NEAR(box.density, 0.95, 0.04);  // one in twenty inside is turned about
}

TEST(Prim, FindsNoBoxWhereThereIsNone) {
  const std::vector<double> x = sequence_points(2000, 5);
  EXPECT_TRUE(
      prim_boxes(x, std::vector<PrimFactor>(5), cases_of(x, 5, 0.25, [](const double*) { return false; }))
          .empty());
}

TEST(Prim, FindsASecondBoxAmongWhatTheFirstLeft) {
  const std::vector<double> x = sequence_points(4000, 3);
  const auto share = cases_of(x, 3, 0, [](const double* p) { return p[0] < 0.3 || p[1] > 0.85; });
  const auto boxes = prim_boxes(x, std::vector<PrimFactor>(3), share);
  ASSERT_EQ(boxes.size(), 2U);
  ASSERT_NE(restriction_of(boxes[0], 0), nullptr);
  EXPECT_NEAR(restriction_of(boxes[0], 0)->hi, 0.3, 0.02);
  ASSERT_NE(restriction_of(boxes[1], 1), nullptr);
  EXPECT_NEAR(restriction_of(boxes[1], 1)->lo, 0.85, 0.02);
}

TEST(Prim, LeavesOutValuesOfAFactorWithoutOrder) {
  std::vector<double> x = sequence_points(2000, 3);
  for (std::size_t i = 1; i < x.size(); i += 3) x[i] = std::floor(4 * x[i]);
  const std::vector<PrimFactor> factors = {{}, {true, true}, {}};
  const auto share =
      cases_of(x, 3, 0, [](const double* p) { return (p[1] == 0 || p[1] == 3) && p[0] > 0.5; });
  const auto boxes = prim_boxes(x, factors, share);
  ASSERT_EQ(boxes.size(), 1U);
  ASSERT_NE(restriction_of(boxes[0], 1), nullptr);
  EXPECT_EQ(restriction_of(boxes[0], 1)->values, (std::vector<double>{0, 3}));
  EXPECT_GT(boxes[0].density, 0.97);
}

TEST(Prim, LimitsOfAWholeFactorAreValuesOfIt) {
  std::vector<double> x = sequence_points(2000, 2);
  for (std::size_t i = 0; i < x.size(); i += 2) x[i] = std::floor(24 * x[i]);
  const auto share = cases_of(x, 2, 0, [](const double* p) { return p[0] >= 12; });
  const auto boxes = prim_boxes(x, {{true, false}, {}}, share);
  ASSERT_EQ(boxes.size(), 1U);
  EXPECT_EQ(boxes[0].restrictions.size(), 1U);
  EXPECT_EQ(boxes[0].restrictions[0].lo, 12);
}

TEST(Prim, BinomialTailByHand) {
  EXPECT_DOUBLE_EQ(binomial_at_least(2, 3, 0.5), 0.5);
  EXPECT_DOUBLE_EQ(binomial_at_least(0, 3, 0.1), 1);
  EXPECT_NEAR(binomial_at_least(3, 3, 0.1), 0.001, 1e-12);
}

}  // namespace
}  // namespace park::study
