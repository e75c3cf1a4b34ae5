// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <iostream>
#include <stdexcept>

#include "shipped_scenario.hpp"
#include "statistical/paired_effect.hpp"
#include "study/ensemble.hpp"
#include "study/outcome.hpp"

namespace park {
namespace {

using test::paired_effect;
using test::PairedEffect;
using test::scenario_in_context;

constexpr std::uint64_t systems_seed = 20260201;

/// What the report says of a system and no single row of the catalogue claims: with `more` the outcome is
/// higher (or lower) than with `less`.
struct Claim {
  const char* name;
  const char* context;
  const char* less;
  const char* more;
  const char* outcome;
  bool is_up;
};

constexpr auto claims = std::to_array<Claim>({
    {"ReserveForWeakStagesSlowsSupply", "whole_package", "reserved_for_weak_stages=0",
     "reserved_for_weak_stages=1", "approval_to_supply_months", true},
    {"PackagedProjectsBringBondMoney", "baseline", "projects_packaged_per_year=0",
     "projects_packaged_per_year=6", "bond_money_won", true},
    {"PackagingCosts", "baseline", "projects_packaged_per_year=0", "projects_packaged_per_year=6",
     "sum(fiscal_cost.packaging,1-120)", true},
    {"MoreSteamLeavesRoom", "whole_package", "steam_capacity=60", "steam_capacity=400", "steam_utilisation",
     false},
    {"BohaiBringsLessThanTheDelta", "baseline", "teams_bohai_rim=3", "teams_yangtze_delta=3", "firms_signed",
     true},
    {"TheDeltaBringsLessThanTheBay", "baseline", "teams_yangtze_delta=3", "teams_greater_bay_area=4",
     "firms_signed", true},
    {"TheDeveloperBuildsWhatHisMoneyAllows", "whole_package;build_mode=build_first", "developer_equity=40",
     "developer_equity=2000", "factory_built", true},
    {"BuildFirstLeavesFloorEmpty", "whole_package", "build_mode=build_while_recruiting",
     "build_mode=build_first", "factory_vacancy", true},
    {"RecruitFirstNeedsLeastMoney", "whole_package", "build_mode=recruit_first",
     "build_mode=build_while_recruiting", "developer_peak_funding", true},
    {"LeaseThenBuyPaysTheDeveloper", "whole_package;sale_share=0", "lease_to_own_share=0",
     "lease_to_own_share=1", "developer_npv_per_m2", true},
    {"LightAssetsRaiseDefaults", "whole_package", "collateral_required=1", "collateral_required=0",
     "guarantee_losses", true},
});

class SystemClaim : public testing::TestWithParam<Claim> {};

TEST_P(SystemClaim, Holds) {
  const Claim& claim = GetParam();
  const auto less = test::shared(scenario_in_context(claim.context, {claim.less}));
  const auto more = test::shared(scenario_in_context(claim.context, {claim.more}));
  const auto columns = indicator_columns(*less);
  const auto outcome = study::parse_outcome(claim.outcome, columns, less->start, less->months);
  ASSERT_TRUE(outcome.ok()) << to_string(outcome.problems().front());
  std::vector<double> differences;
  PairedEffect effect;
  for (const int replications : {32, 96, 256}) {
    study::EnsembleOptions options;
    options.seed = systems_seed + differences.size();
    options.replications = replications - static_cast<int>(differences.size());
    const study::Ensemble runs = study::run_paired({less, more}, options);
    for (std::size_t r = 0; r < runs.results[0].size(); ++r) {
      ASSERT_TRUE(runs.results[0][r].ok() && runs.results[1][r].ok());
      differences.push_back(evaluate(outcome.value(), runs.results[1][r].series.unpacked(), columns) -
                            evaluate(outcome.value(), runs.results[0][r].series.unpacked(), columns));
    }
    effect = paired_effect(differences);
    if (effect.is_clear()) break;
  }
  std::cout << "[ effect   ] " << claim.name << ", " << claim.outcome << ", " << effect.words() << "\n";
  EXPECT_TRUE(effect.is_clear() && (effect.mean > 0) == claim.is_up)
      << claim.outcome << " with " << claim.more << " against " << claim.less << " in " << claim.context
      << ": " << effect.words();
}

INSTANTIATE_TEST_SUITE_P(Report, SystemClaim, testing::ValuesIn(claims),
                         [](const testing::TestParamInfo<Claim>& test) { return test.param.name; });

TEST(Systems, TheChainOpensLightAtBothEndsAndHeavyInTheMiddle) {
  const auto scenario = test::shared(scenario_in_context("baseline"));
  const auto columns = indicator_columns(*scenario);
  const study::RunResult run = study::run_once(scenario, systems_seed, columns);
  ASSERT_TRUE(run.ok()) << run.error;
  const auto opening = [&](const std::string& key) {
    return run.series.at(0, find_column(columns, "chain_completeness." + key).value());
  };
  for (const char* end : {"fibre", "spinning", "weaving", "trade"}) EXPECT_LT(opening(end), 0.5) << end;
  for (const char* middle : {"dyeing", "garment", "washing"}) EXPECT_GT(opening(middle), 0.9) << middle;
}

TEST(Systems, EveryStageOfTheChainComesWithTheWholePackage) {
  const auto scenario = test::shared(scenario_in_context("whole_package"));
  study::EnsembleOptions options;
  options.seed = systems_seed;
  options.replications = 24;
  const study::Ensemble runs = study::run_paired({scenario}, options);
  for (const KeyLabel& stage : stage_labels) {
    const auto column = find_column(runs.columns, "firms_producing." + std::string(stage.key));
    ASSERT_TRUE(column.has_value()) << stage.key;
    double greatest = 0;
    for (const study::KeptRun& run : runs.results.front()) {
      const Series series = run.series.unpacked();
      for (std::size_t month = 0; month < series.rows(); ++month) {
        greatest = std::max(greatest, series.at(month, *column));
      }
    }
    EXPECT_GE(greatest, 1) << "no plant of " << stage.key << " in 24 runs";
  }
}

}  // namespace
}  // namespace park
