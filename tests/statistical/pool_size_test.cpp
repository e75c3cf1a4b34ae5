// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <iostream>

#include "shipped_scenario.hpp"
#include "statistical/paired_effect.hpp"
#include "study/ensemble.hpp"

namespace park {
namespace {

constexpr int replications = 24;

struct Mean {
  double mean = 0;
  double standard_error = 0;
};

Mean final_mean(const study::Ensemble& ensemble, std::string_view indicator) {
  const std::size_t column = find_column(ensemble.columns, indicator).value();
  std::vector<double> values;
  for (const study::KeptRun& run : ensemble.results.front()) {
    if (!run.ok()) throw std::runtime_error(run.error);
    values.push_back(run.series.last(column));
  }
  const test::PairedEffect spread = test::paired_effect(values);
  return {spread.mean, spread.sd / std::sqrt(static_cast<double>(spread.n))};
}

study::Ensemble with_pool(const char* agents, const char* weight, std::uint64_t seed) {
  study::EnsembleOptions options;
  options.replications = replications;
  options.seed = seed;
  return study::run_paired(
      {test::shared(test::shipped_scenario(
          "whole_package", {std::string("pool_agents=") + agents, std::string("pool_weight=") + weight}))},
      options);
}

TEST(PoolSize, DoesNotDecideTheResult) {
  const study::Ensemble small = with_pool("6000", "8", 3000);
  const study::Ensemble large = with_pool("24000", "2", 4000);
  for (const char* indicator : {"firms_signed", "jobs", "origin_firms_left", "firms_producing", "output"}) {
    const Mean a = final_mean(small, indicator);
    const Mean b = final_mean(large, indicator);
    const double error = std::hypot(a.standard_error, b.standard_error);
    std::cout << "[ pool     ] " << indicator << ": 6,000 at 8 " << a.mean << ", 24,000 at 2 " << b.mean
              << ", difference " << b.mean - a.mean << " = " << (b.mean - a.mean) / error
              << " standard errors\n";
    EXPECT_LT(std::abs(b.mean - a.mean), 4 * error) << indicator;
    // A bound that a real difference would hide under says nothing.
    EXPECT_LT(error, 0.15 * a.mean) << indicator;
  }
}

}  // namespace
}  // namespace park
