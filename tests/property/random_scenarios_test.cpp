// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "property/random_scenario.hpp"
#include "study/ensemble.hpp"

namespace park {
namespace {

constexpr int scenarios = 60;
constexpr std::uint64_t run_seed = 99;

/// No value where there is nothing to divide by or nothing has happened yet.
constexpr std::array may_have_no_value = {
    "developer_payback_month",  "output_per_mu",       "tax_per_mu",           "factory_vacancy",
    "share_lost_to_rivals",     "firms_started_share", "above_scale_share",    "loss_making_share",
    "inland_overseas_ratio",    "developer_irr",       "developer_npv_per_m2", "signed_to_production_months",
    "approval_to_supply_months"};
/// Balances, returns and costs from which claw-backs are taken.
constexpr std::array may_be_negative = {"developer_cash", "developer_irr", "developer_npv_per_m2",
                                        "fiscal_npv",     "fiscal_cost",   "fiscal_income"};
constexpr std::array shares = {"quit_rate",         "chain_completeness",   "local_sourcing",
                               "factory_vacancy",   "share_lost_to_rivals", "firms_started_share",
                               "above_scale_share", "loss_making_share",    "developer_paid_back"};
constexpr std::array never_falls = {"firms_signed",       "firms_started",        "firms_withdrawn",
                                    "firms_closed",       "leading_firms_signed", "investment_signed",
                                    "investment_paid_in", "land_supplied",        "land_quota_won",
                                    "loans_granted",      "loans_amount",         "firms_served_by_loans",
                                    "guarantee_losses",   "origin_firms_left",    "expansions",
                                    "startups",           "jobs_promised",        "developer_peak_funding"};

template <std::size_t Count>
bool is_one_of(const std::array<const char*, Count>& names, std::string_view key) {
  const std::string_view base = key.substr(0, key.find('.'));
  return std::find(names.begin(), names.end(), base) != names.end();
}

void expect_possible(const IndicatorColumn& column, double value, std::size_t month) {
  if (std::isnan(value)) {
    EXPECT_TRUE(is_one_of(may_have_no_value, column.key)) << column.key << " has no value in month " << month;
    return;
  }
  EXPECT_TRUE(std::isfinite(value)) << column.key << " in month " << month;
  if (!is_one_of(may_be_negative, column.key)) {
    EXPECT_GE(value, 0) << column.key << " in month " << month;
  }
  if (is_one_of(shares, column.key)) {
    EXPECT_LE(value, 1 + 1e-9) << column.key << " in month " << month;
  }
}

study::RunResult run(const Scenario& scenario, std::uint64_t seed, const study::RunOptions& options = {}) {
  return study::run_once(test::shared(scenario), seed, indicator_columns(scenario), options);
}

class RandomScenarios : public testing::TestWithParam<std::uint64_t> {
 protected:
  RandomScenarios() : trace_(__FILE__, __LINE__, "RandomScenario seed " + std::to_string(GetParam())) {}

  Scenario scenario_ = test::RandomScenario(GetParam()).draw();

 private:
  testing::ScopedTrace trace_;
};

TEST_P(RandomScenarios, ConserveAndStayPossible) {
  study::RunOptions checked;
  checked.check = true;
  const study::RunResult result = run(scenario_, run_seed, checked);
  ASSERT_TRUE(result.ok()) << result.error;
  const std::vector<IndicatorColumn> columns = indicator_columns(scenario_);
  for (std::size_t month = 0; month < result.series.rows(); ++month) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const double value = result.series.at(month, c);
      expect_possible(columns[c], value, month);
      if (month > 0 && is_one_of(never_falls, columns[c].key)) {
        EXPECT_GE(value, result.series.at(month - 1, c)) << columns[c].key << " in month " << month;
      }
    }
    if (HasFailure()) return;
  }
}

TEST_P(RandomScenarios, EqualInputGivesEqualOutput) {
  const study::RunResult first = run(scenario_, run_seed);
  ASSERT_TRUE(first.ok()) << first.error;
  const study::RunResult again = run(scenario_, run_seed);
  EXPECT_EQ(first.digest, again.digest);
  study::RunOptions with_pool;
  with_pool.pool = make_pool(scenario_, run_seed);
  EXPECT_EQ(first.digest, run(scenario_, run_seed, with_pool).digest) << "a shared pool changes the run";
  study::RunOptions journalled;
  journalled.journal = JournalMode::Full;
  EXPECT_EQ(first.digest, run(scenario_, run_seed, journalled).digest) << "keeping a journal changes the run";
  EXPECT_NE(first.digest, run(scenario_, run_seed + 1).digest) << "another seed gives the same run";
  const Scenario loaded = test::value_or_throw(load_scenario(to_json(scenario_), "saved.json", "."));
  EXPECT_EQ(first.digest, run(loaded, run_seed).digest) << "save and load change the run";
}

INSTANTIATE_TEST_SUITE_P(Drawn, RandomScenarios,
                         testing::Range(std::uint64_t{1}, std::uint64_t{scenarios + 1}));

/// A study of several scenarios that share pools where they can, one of them with a pool of its own.
TEST(Jobs, DoNotDecideTheResult) {
  const Scenario base = test::shipped_scenario("whole_package", {"pool_agents=2000"});
  Scenario other_pool = base;
  other_pool.parameters.uncertainties.footloose_rate = 11;
  Scenario other_policy = base;
  other_policy.parameters.levers.agencies = 9;
  const std::vector<std::shared_ptr<const Scenario>> studied = {
      test::shared(base), test::shared(other_policy), test::shared(other_pool)};
  study::EnsembleOptions options;
  options.replications = 12;
  options.seed = 5;
  options.jobs = 1;
  const study::Ensemble one = study::run_paired(studied, options);
  options.jobs = 4;
  const study::Ensemble four = study::run_paired(studied, options);
  ASSERT_TRUE(one.complete && four.complete);
  for (std::size_t s = 0; s < studied.size(); ++s) {
    for (std::size_t r = 0; r < one.results[s].size(); ++r) {
      ASSERT_TRUE(one.results[s][r].ok()) << one.results[s][r].error;
      EXPECT_EQ(one.results[s][r].digest, four.results[s][r].digest)
          << "scenario " << s << ", replication " << r;
      study::RunResult alone = run(*studied[s], options.seed + r);
      EXPECT_EQ(alone.digest, four.results[s][r].digest) << "scenario " << s << " alone, replication " << r;
    }
  }
}

}  // namespace
}  // namespace park
