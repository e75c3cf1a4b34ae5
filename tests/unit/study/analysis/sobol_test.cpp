// SPDX-License-Identifier: MIT
#include "study/analysis/sobol.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "unit/study/analysis/known_functions.hpp"

namespace park::study {
namespace {

/// Base rows of the design regrouped as A, B, AB_1, ..., AB_d.
template <class Function>
SobolSample sample_of(std::size_t base) {
  constexpr std::size_t d = Function::factors;
  const std::vector<double> rows = saltelli_rows(base, d);
  SobolSample sample{base, d, {}, {}};
  std::vector<std::size_t> places = {0, d + 1};
  for (std::size_t j = 1; j <= d; ++j) places.push_back(j);
  for (const std::size_t place : places) {
    for (std::size_t b = 0; b < base; ++b) {
      const auto row = rows.begin() + static_cast<std::ptrdiff_t>((b * (d + 2) + place) * d);
      sample.inputs.insert(sample.inputs.end(), row, row + static_cast<std::ptrdiff_t>(d));
    }
  }
  sample.outputs = values_of<Function>(sample.inputs);
  return sample;
}

template <class Function>
void expect_known_indices(std::size_t base, double tolerance) {
  const auto indices = sobol_indices(sample_of<Function>(base), {300, 1});
  ASSERT_EQ(indices.size(), Function::factors);
  for (std::size_t f = 0; f < Function::factors; ++f) {
    EXPECT_NEAR(indices[f].first.value, Function::first()[f], tolerance) << "S1 of " << f;
    EXPECT_NEAR(indices[f].total.value, Function::total()[f], tolerance) << "ST of " << f;
    EXPECT_LE(indices[f].first.lo, Function::first()[f]) << f;
    EXPECT_GE(indices[f].first.hi, Function::first()[f]) << f;
    EXPECT_LE(indices[f].total.lo, Function::total()[f]) << f;
    EXPECT_GE(indices[f].total.hi, Function::total()[f]) << f;
  }
}

TEST(Sobol, IndicesOfIshigamisFunction) {
  // 0.3139, 0.4424, 0 and 0.5576, 0.4424, 0.2437.
  EXPECT_NEAR(Ishigami::first()[0], 0.3139, 5e-5);
  EXPECT_NEAR(Ishigami::total()[2], 0.2437, 5e-5);
  expect_known_indices<Ishigami>(4096, 0.02);
}

TEST(Sobol, IndicesOfTheGFunction) { expect_known_indices<SobolG>(4096, 0.02); }

TEST(Sobol, AFactorThatDoesNothingIsKnownToDoNothing) {
  SobolSample sample = sample_of<Ishigami>(64);
  constexpr std::size_t d = Ishigami::factors;
  for (std::size_t i = 0; i < sample.outputs.size(); ++i) sample.outputs[i] = std::exp(sample.inputs[i * d]);
  const auto indices = sobol_indices(sample, {100, 1});
  for (std::size_t f = 1; f < d; ++f) {
    EXPECT_EQ(indices[f].first.lo, 0) << f;
    EXPECT_EQ(indices[f].first.hi, 0) << f;
    EXPECT_EQ(indices[f].total.lo, 0) << f;
    EXPECT_EQ(indices[f].total.hi, 0) << f;
  }
  EXPECT_NEAR(indices[0].total.value, 1, 0.1);
}

TEST(Sobol, IntervalsShrinkWithTheSquareRootOfTheRows) {
  const auto few = sobol_indices(sample_of<Ishigami>(512), {500, 1});
  const auto many = sobol_indices(sample_of<Ishigami>(8192), {500, 1});
  const auto width = [](const Estimate& estimate) { return estimate.hi - estimate.lo; };
  EXPECT_NEAR(width(few[0].first) / width(many[0].first), 4, 1);
  EXPECT_EQ(base_rows_for(512, 0.2, 0.05), 8192U);
  EXPECT_EQ(base_rows_for(100, 0.05, 0.1), 25U);
}

TEST(Sobol, TheSameSampleGivesTheSameIntervals) {
  const SobolSample sample = sample_of<Ishigami>(256);
  const auto a = sobol_indices(sample, {200, 3});
  const auto b = sobol_indices(sample, {200, 3});
  const auto c = sobol_indices(sample, {200, 4});
  EXPECT_EQ(a[0].first.lo, b[0].first.lo);
  EXPECT_NE(a[0].first.lo, c[0].first.lo);
}

TEST(Sobol, AnOutcomeThatDoesNotVaryHasNoIndices) {
  SobolSample sample = sample_of<Ishigami>(16);
  std::fill(sample.outputs.begin(), sample.outputs.end(), 5.0);
  EXPECT_TRUE(std::isnan(sobol_indices(sample, {}).front().first.value));
}

}  // namespace
}  // namespace park::study
