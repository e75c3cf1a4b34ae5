// SPDX-License-Identifier: MIT
#include "study/analysis/analysis.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/assert.hpp"
#include "core/no_value.hpp"
#include "core/random.hpp"
#include "study/analysis/analysis_document.hpp"
#include "unit/study/analysis/known_functions.hpp"

namespace park::study {
namespace {

AnalysisInput input_of(std::size_t factors, std::vector<double> values, std::vector<double> y) {
  AnalysisInput input;
  for (std::size_t f = 0; f < factors; ++f) {
    input.factors.emplace_back().key = "x" + std::to_string(f + 1);
    input.factors.back().min = 0;
    input.factors.back().max = 1;
  }
  input.rows = y.size();
  input.values = std::move(values);
  input.outcomes.emplace_back().name = "y";
  input.outcomes.front().values = std::move(y);
  input.resampling.resamples = 50;
  return input;
}

AnalysisInput ishigami_by_rows(std::size_t base) {
  std::vector<double> rows = saltelli_rows(base, 3);
  std::vector<double> y = values_of<Ishigami>(rows);
  AnalysisInput input = input_of(3, std::move(rows), std::move(y));
  input.design = SampleKind::Sobol;
  return input;
}

/// The same runs in blocks.
AnalysisInput in_blocks(const AnalysisInput& rows) {
  AnalysisInput blocks = rows;
  blocks.order = SobolOrder::Blocks;
  const std::size_t d = rows.factors.size();
  const std::size_t base = rows.rows / (d + 2);
  for (std::size_t k = 0; k < d + 2; ++k) {
    for (std::size_t b = 0; b < base; ++b) {
      const std::size_t from = b * (d + 2) + k;
      const std::size_t to = k * base + b;
      for (std::size_t f = 0; f < d; ++f) blocks.values[to * d + f] = rows.values[from * d + f];
      blocks.outcomes[0].values[to] = rows.outcomes[0].values[from];
    }
  }
  return blocks;
}

bool speaks_of(const std::vector<Remark>& remarks, const std::string& words) {
  return std::any_of(remarks.begin(), remarks.end(),
                     [&](const Remark& remark) { return remark.en.find(words) != std::string::npos; });
}

TEST(Analysis, ASobolDesignGivesTheSameByRowsAndInBlocks) {
  const AnalysisInput rows = ishigami_by_rows(512);
  const AnalysisInput blocks = in_blocks(rows);
  const auto by_rows = analyze(rows).outcomes.front();
  const auto by_blocks = analyze(blocks).outcomes.front();
  ASSERT_EQ(by_rows.sobol.size(), 3U);
  EXPECT_NEAR(by_rows.sobol[1].first.value, Ishigami::first()[1], 0.06);
  EXPECT_EQ(by_rows.sobol[0].total.value, by_blocks.sobol[0].total.value);
  EXPECT_EQ(by_rows.sobol[2].first.lo, by_blocks.sobol[2].first.lo);
  EXPECT_EQ(by_rows.pawn[1].median.value, by_blocks.pawn[1].median.value);
  EXPECT_TRUE(by_rows.morris.empty());
}

TEST(Analysis, NegativeIndicesAndWideIntervalsAreExplained) {
  // Nothing acts alone, so that every S1 is zero: with few rows some of their estimates fall below.
  std::vector<double> rows = saltelli_rows(64, 4);
  std::vector<double> y;
  for (std::size_t i = 0; i < rows.size(); i += 4)
    y.push_back((rows[i] - 0.5) * (rows[i + 1] - 0.5) + (rows[i + 2] - 0.5) * (rows[i + 3] - 0.5));
  AnalysisInput input = input_of(4, std::move(rows), std::move(y));
  input.design = SampleKind::Sobol;
  const auto outcome = analyze(input).outcomes.front();
  const bool is_negative = std::any_of(outcome.sobol.begin(), outcome.sobol.end(), [](const SobolIndex& one) {
    return one.first.value < 0 || one.total.value < 0;
  });
  ASSERT_TRUE(is_negative);
  EXPECT_TRUE(speaks_of(outcome.remarks, "Estimated below zero: x"));
  EXPECT_TRUE(speaks_of(outcome.remarks, "with 64 base rows"));
}

TEST(Analysis, BaseRowsWithAMissingRunAreLeftOutWhole) {
  AnalysisInput input = ishigami_by_rows(256);
  AnalysisInput shorter = ishigami_by_rows(256);
  input.outcomes[0].values[255 * 5 + 2] = no_value;
  shorter.rows = 255 * 5;
  shorter.values.resize(shorter.rows * 3);
  shorter.outcomes[0].values.resize(shorter.rows);
  const auto result = analyze(input);
  EXPECT_EQ(result.runs.failed, 1U);
  EXPECT_EQ(result.runs.ok, 256U * 5 - 1);
  EXPECT_TRUE(speaks_of(result.outcomes[0].remarks, "255 of 256 base rows count"));
  EXPECT_EQ(result.outcomes[0].sobol[0].first.value, analyze(shorter).outcomes[0].sobol[0].first.value);
}

TEST(Analysis, MorrisEffectsArePerRange) {
  AnalysisInput input = input_of(2, {0, 0, 5, 0, 5, 5, 10, 10, 10, 5, 5, 5}, {});
  input.design = SampleKind::Morris;
  for (std::size_t r = 0; r < 6; ++r) {
    input.outcomes[0].values.push_back(2 * input.values[2 * r] - 3 * input.values[2 * r + 1]);
  }
  input.rows = 6;
  for (AnalysisFactor& factor : input.factors) factor.max = 20;
  const auto stated = analyze(input).outcomes.front();
  EXPECT_DOUBLE_EQ(stated.morris[0].mu_star.value, 40);
  EXPECT_DOUBLE_EQ(stated.morris[1].mu_star.value, 60);
  EXPECT_TRUE(stated.pawn.empty());
  EXPECT_TRUE(speaks_of(stated.remarks, "Only 6 values"));
  for (AnalysisFactor& factor : input.factors) factor.min = factor.max = no_value;  // the sample's: 0 to 10
  EXPECT_DOUBLE_EQ(analyze(input).outcomes.front().morris[0].mu_star.value, 20);
}

TEST(Analysis, ReplicationsAreTakenTogetherAndTheirVarianceSplit) {
  const std::vector<double> x = sequence_points(300, 2);
  AnalysisInput input = input_of(2, {}, {});
  RandomStream stream{3, Draw::Resample, 1};
  for (std::size_t p = 0; p < 300; ++p) {
    for (std::size_t r = 0; r < 4; ++r) {
      input.values.insert(input.values.end(), {x[2 * p], x[2 * p + 1]});
      input.points.push_back(p);
      input.outcomes[0].values.push_back(x[2 * p] + (stream.uniform() - 0.5));
      ++input.rows;
    }
  }
  const auto outcome = analyze(input).outcomes.front();
  ASSERT_TRUE(outcome.variance);
  EXPECT_NEAR(outcome.variance->parameters.value, 0.5, 0.05);  // two uniforms of width 1
  EXPECT_EQ(outcome.variance->points, 300U);
  EXPECT_EQ(outcome.variance->replications, 4U);
  EXPECT_GT(outcome.pawn[0].median.value, outcome.pawn[0].dummy);
  EXPECT_LT(outcome.pawn[1].median.value, outcome.pawn[1].dummy);
  ASSERT_FALSE(outcome.prim.empty());
  EXPECT_NEAR(outcome.base_density, 0.25, 0.01);
}

TEST(Analysis, TheSameForAnyNumberOfThreads) {
  AnalysisInput input = ishigami_by_rows(64);
  input.jobs = 1;
  const std::string one = analysis_document(analyze(input));
  input.jobs = 8;
  EXPECT_EQ(one, analysis_document(analyze(input)));
}

TEST(Analysis, AnOutcomeThatNeverVariesSaysSo) {
  AnalysisInput input = ishigami_by_rows(16);
  std::fill(input.outcomes[0].values.begin(), input.outcomes[0].values.end(), 1.0);
  const auto outcome = analyze(input).outcomes.front();
  EXPECT_TRUE(outcome.sobol.empty());
  EXPECT_TRUE(speaks_of(outcome.remarks, "All values are the same"));
}

TEST(Analysis, FaultsNameTheRowAndTheFactor) {
  AnalysisInput input = ishigami_by_rows(8);
  EXPECT_TRUE(faults_of(input).empty());
  input.values[(2 * 5 + 2) * 3 + 0] += 0.01;  // of AB_2 of the third base row, which has x1 of A
  auto faults = faults_of(input);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].row, 12U);
  EXPECT_EQ(faults[0].factor, 0U);
  input = ishigami_by_rows(8);
  input.values[0] = 1.5;
  EXPECT_EQ(faults_of(input).front().expected, "a value from 0 to 1");
  input = in_blocks(ishigami_by_rows(8));
  input.order = SobolOrder::Rows;
  faults = faults_of(input);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults[0].got.find("--order blocks"), std::string::npos);
  input = ishigami_by_rows(8);
  input.design = SampleKind::Morris;  // blocks of four, and nobody steps one factor at a time
  EXPECT_FALSE(faults_of(input).empty());
  EXPECT_THROW(static_cast<void>(analyze(input)), Bug);
  input = input_of(2, {0, 0, 1, 0, 1, 1, 0, 1}, {1, 2, 3, 4});
  input.design = SampleKind::Sobol;
  EXPECT_TRUE(faults_of(input).empty() || faults_of(input)[0].factor.has_value());
  input = input_of(2, {0, 0, 1, 0, 1, 1}, {1, 2, 3});
  input.design = SampleKind::Sobol;
  EXPECT_EQ(faults_of(input).front().got, "3 points");
}

TEST(Analysis, TheDocumentHasItsShape) {
  const auto document = nlohmann::json::parse(analysis_document(analyze(ishigami_by_rows(128))));
  EXPECT_EQ(document.at("runs").at("ok"), 640);
  EXPECT_EQ(document.at("runs").at("failed"), 0);
  const auto& outcome = document.at("outcomes").at("y");
  for (const char* key : {"s1", "s1_lo", "s1_hi", "st", "st_lo", "st_hi"})
    EXPECT_TRUE(outcome.at("sobol").at(0).at(key).is_number()) << key;
  EXPECT_EQ(outcome.at("sobol").at(2).at("factor"), "x3");
  EXPECT_TRUE(outcome.at("pawn").at(0).contains("dummy"));
  EXPECT_TRUE(outcome.at("delta").at(0).contains("delta_lo"));
  ASSERT_FALSE(outcome.at("prim").empty());
  for (const char* key : {"box", "coverage", "density", "mass", "text"})
    EXPECT_TRUE(outcome.at("prim").at(0).contains(key)) << key;
  EXPECT_EQ(document.at("complete"), true);
}

}  // namespace
}  // namespace park::study
