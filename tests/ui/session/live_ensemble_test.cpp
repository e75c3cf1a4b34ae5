// SPDX-License-Identifier: MIT
#include "session/live_ensemble.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "shipped_scenario.hpp"
#include "study/comparison.hpp"

namespace park::ui {
namespace {

constexpr std::uint64_t seed = 2026;

std::shared_ptr<const Scenario> short_scenario(const char* name, std::vector<std::string> settings = {}) {
  settings.emplace_back("pool_agents=1500");
  Scenario scenario = test::shipped_scenario(name, settings);
  scenario.months = 24;
  return test::shared(std::move(scenario));
}

LiveEnsemble::Asked question(std::vector<std::shared_ptr<const Scenario>> scenarios, std::size_t runs) {
  std::vector<std::uint64_t> owners(scenarios.size());
  for (std::size_t s = 0; s < owners.size(); ++s) owners[s] = s;
  return {std::move(scenarios), std::move(owners), seed, runs};
}

void expect_near(double value, double wanted, double scale, const std::string& what) {
  if (std::isnan(wanted)) {
    EXPECT_TRUE(std::isnan(value)) << what;
  } else {
    EXPECT_NEAR(value, wanted, 1e-6 * (std::abs(wanted) + scale)) << what;
  }
}

TEST(LiveEnsemble, CompleteAnswerIsWhatRunPairedGives) {
  const auto a = short_scenario("baseline");
  const auto b = short_scenario("whole_package");
  LiveEnsemble ensemble(std::make_shared<SeedPools>());
  ensemble.ask(question({a, b}, 20));
  const auto futures = ensemble.wait();
  ASSERT_TRUE(futures && futures->is_complete());
  study::EnsembleOptions options;
  options.replications = 20;
  options.seed = seed;
  const study::Ensemble wanted = study::run_paired({a, b}, options);
  const study::Comparison comparison = study::compare(wanted);
  for (std::size_t s = 0; s < 2; ++s) {
    for (std::size_t m = 0; m <= 24; ++m) {
      for (std::size_t c = 0; c < futures->columns().size(); ++c) {
        const study::Summary& summary = comparison.values[s].at(m, c);
        const Band& band = futures->band(s, m, c);
        const std::string what = futures->columns()[c].key + " in month " + std::to_string(m);
        ASSERT_EQ(band.n, summary.n) << what;
        expect_near(band.mean, summary.mean, 0, what);
        expect_near(band.p50, summary.p50, 0, what);
        if (s == 0) continue;
        const study::Difference& difference = comparison.differences[s].at(m, c);
        const PairedChange& change = futures->difference(s, m, c);
        ASSERT_EQ(change.n, difference.n) << what;
        const double scale = std::abs(summary.mean);
        expect_near(change.mean, difference.mean, scale, what);
        expect_near(change.lo, difference.lo, scale, what);
        expect_near(change.hi, difference.hi, scale, what);
      }
    }
  }
}

TEST(LiveEnsemble, AnswersSoonerThanInFullAndLaterWins) {
  const auto a = short_scenario("baseline");
  LiveEnsemble ensemble(std::make_shared<SeedPools>());
  std::uint64_t last = 0;
  std::shared_ptr<const Scenario> newest;
  for (int i = 0; i < 40; ++i) {
    newest = short_scenario("baseline", {"rent_free_months=" + std::to_string(i)});
    last = ensemble.ask(question({a, newest}, 16));
  }
  const auto futures = ensemble.wait();
  EXPECT_EQ(futures->generation(), last);
  EXPECT_EQ(&futures->scenario(1), newest.get());
  EXPECT_TRUE(futures->is_complete());
  // What was given up is forgotten: the reference, the newest and, at most, what was complete before.
  for (std::size_t s = 0; s < futures->scenario_count(); ++s) EXPECT_EQ(futures->runs(s), 16U);
}

TEST(LiveEnsemble, GivenUpWorkLeavesNothingBehind) {
  const auto a = short_scenario("baseline");
  LiveEnsemble ensemble(std::make_shared<SeedPools>());
  for (int i = 0; i < 30; ++i) {
    // Of 600 runs none can be complete before the next question.
    ensemble.ask(question({a, short_scenario("baseline", {"rent_free_months=" + std::to_string(i)})}, 600));
  }
  EXPECT_EQ(ensemble.known_scenarios(), 2U);
  ensemble.ask(question({a}, 4));
  EXPECT_EQ(ensemble.known_scenarios(), 1U);
  EXPECT_TRUE(ensemble.wait()->is_complete());
}

TEST(LiveEnsemble, KnownRunsAreNotLivedAgain) {
  const auto a = short_scenario("baseline");
  const auto b = short_scenario("whole_package");
  LiveEnsemble ensemble(std::make_shared<SeedPools>());
  ensemble.ask(question({a, b}, 8));
  EXPECT_EQ(ensemble.wait()->new_runs, 16U);
  ensemble.ask(question({a, short_scenario("whole_package", {"agencies=1"})}, 8));
  EXPECT_EQ(ensemble.wait()->new_runs, 8U);
  ensemble.ask(question({a, b}, 8));
  EXPECT_EQ(ensemble.wait()->new_runs, 0U) << "undone: everything is known";
}

TEST(LiveEnsemble, MemoryStaysWithinItsBound) {
  const auto a = short_scenario("baseline");
  LiveEnsemble::Options options;
  options.max_known_bytes = 10'000'000;
  LiveEnsemble ensemble(std::make_shared<SeedPools>(), options);
  for (int i = 0; i < 40; ++i) {
    ensemble.ask(question({a, short_scenario("baseline", {"rent_free_months=" + std::to_string(i)})}, 16));
    (void)ensemble.wait();
    EXPECT_LT(ensemble.known_bytes(), options.max_known_bytes + 2'000'000U);
  }
  EXPECT_GT(ensemble.known_scenarios(), 3U);
}

TEST(LiveEnsemble, EndsAtOnceWhileItWorks) {
  const auto a = test::shared(test::shipped_scenario("baseline"));
  for (int i = 0; i < 5; ++i) {
    LiveEnsemble ensemble(std::make_shared<SeedPools>());
    ensemble.ask(question({a}, 10000));
  }
  SUCCEED();  // a thread that does not end would hold the test until its time is over
}

}  // namespace
}  // namespace park::ui
