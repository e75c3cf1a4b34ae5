// SPDX-License-Identifier: MIT
// Measures on a world that is changed by hand from month to month.
#include <gtest/gtest.h>

#include "shipped_scenario.hpp"
#include "simulation.hpp"
#include "study/patterns/measure.hpp"
#include "study/patterns/pattern_cases.hpp"
#include "study/patterns/pattern_document.hpp"

namespace park::study {
namespace {

class PatternMeasures : public testing::Test {
 protected:
  PatternMeasures()
      : world_(park::start(test::shared(test::shipped_scenario("baseline")), 1, nullptr, JournalMode::Full)) {
    world_.tenants.clear();
    world_.projects.clear();
  }

  void watch(std::string_view id) { measure_ = find_measure(id)->make(); }
  void next_month() {
    ++world_.month;
    measure_->observe(world_);
  }
  void live_until(int month) {
    while (world_.month < month) next_month();
  }
  void record(EventKind kind, const Identity& who, std::uint32_t place = 0, double amount = 0) {
    world_.journal.record(world_.month + 1, kind, who, place, amount);
  }
  Tenant& add_tenant(const Identity& who, Activity activity, int workers) {
    Tenant tenant;
    tenant.plant.who = who;
    tenant.plant.activity = activity;
    tenant.workers = workers;
    world_.tenants.push_back(tenant);
    return world_.tenants.back();
  }

  World world_;
  std::unique_ptr<PatternMeasure> measure_;
};

const Identity first{Identity::Kind::Pool, 1, 0};
const Identity second{Identity::Kind::Pool, 2, 0};
const Identity expansion = offspring(first, Offspring::Expansion, 1);

TEST_F(PatternMeasures, StartedShareLeavesOutExpansionsAndLateSignings) {
  watch("started_share");
  record(EventKind::Signed, first);
  record(EventKind::Signed, second);
  record(EventKind::Signed, expansion);
  next_month();
  record(EventKind::Started, first);
  record(EventKind::Started, expansion);
  live_until(48);
  record(EventKind::Signed, {Identity::Kind::Pool, 3, 0});  // in month 49
  next_month();
  EXPECT_EQ(measure_->reading().value, 0.5);
}

TEST_F(PatternMeasures, AFirmThatComesASecondTimeIsRelocatedAndASpinOffIsNot) {
  EXPECT_TRUE(is_relocated(first));
  EXPECT_TRUE(is_relocated(offspring(first, Offspring::Return, 2)));
  EXPECT_FALSE(is_relocated(expansion));
  EXPECT_FALSE(is_relocated(offspring(first, Offspring::SpinOff, 1)));
  EXPECT_FALSE(is_relocated(offspring(offspring(first, Offspring::Return, 2), Offspring::Branch, 1)));
}

TEST_F(PatternMeasures, OwnBuildCountsFromSigningAndCensorsTheWithdrawn) {
  watch("own_build_speed");
  const auto own_plot = static_cast<std::uint32_t>(SiteForm::OwnPlot);
  record(EventKind::Signed, first, own_plot);
  record(EventKind::Signed, second, own_plot);
  record(EventKind::Signed, expansion, static_cast<std::uint32_t>(SiteForm::Lease));
  next_month();
  live_until(9);
  record(EventKind::Withdrawn, second);
  live_until(20);
  record(EventKind::Producing, first);
  next_month();
  const DurationCounts durations = measure_->reading().durations;
  EXPECT_EQ(durations.ended.at(20), 1);
  EXPECT_EQ(durations.censored.at(9), 1);
  EXPECT_EQ(measure_->reading().value, 20);
}

TEST_F(PatternMeasures, ReadyFactoryNeedsFinishedStandardFloor) {
  watch("ready_factory_speed");
  Block rising;
  rising.progress = 0.6;
  rising.build_months = 8;
  world_.factories.blocks.push_back(rising);
  for (const auto& [who, block] : {std::pair{first, 0U}, {second, 2U}}) {
    Project project;
    project.plant.who = who;
    project.plant.signed_month = 1;
    project.plant.floor[0] = {BlockId{block}, 100, 0};
    world_.projects.push_back(project);
    record(EventKind::SiteReserved, who);
  }
  live_until(6);
  record(EventKind::Producing, first);
  record(EventKind::Producing, second);
  next_month();
  const DurationCounts durations = measure_->reading().durations;
  EXPECT_EQ(durations.ended.at(6), 1) << "only the firm in the standing block";
  EXPECT_EQ(durations.ended.size(), 7U);
}

TEST_F(PatternMeasures, JobsPromiseLooksThreeYearsAfterSigning) {
  watch("jobs_promise");
  record(EventKind::Signed, first, 0, 100);
  record(EventKind::Signed, second, 0, 60);  // paper: never seen again
  next_month();
  add_tenant(first, Activity::Washing, 30).festival_away = 2;
  live_until(36);
  EXPECT_FALSE(measure_->reading().value >= 0) << "three years are not over";
  next_month();
  world_.tenants[0].workers = 90;
  next_month();
  EXPECT_DOUBLE_EQ(measure_->reading().value, 32.0 / 160);
}

TEST_F(PatternMeasures, OccupancyComparesTheFirstYearWithTheSecond) {
  watch("occupancy_saturation");
  Block block;
  block.build_months = 8;
  block.floor_m2 = 1000;
  world_.factories.blocks.push_back(block);  // handed over in month 1
  const auto occupied = [&](double m2) { world_.factories.blocks.back().occupied_m2 = m2; };
  live_until(8);
  occupied(600);
  live_until(13);
  occupied(800);
  live_until(25);
  occupied(100);
  live_until(30);
  // Ages 8 to 12 are months 9 to 13: 600 each; age 24 is month 25: 800.
  EXPECT_DOUBLE_EQ(measure_->reading().value, 0.75);
}

TEST_F(PatternMeasures, FestivalComparesTheSameFirms) {
  watch("spring_festival");
  add_tenant(first, Activity::Washing, 100);
  add_tenant(second, Activity::Washing, 50);
  next_month();  // January 2026; the festival is in February
  world_.tenants[0].workers = 80;
  world_.tenants.pop_back();
  add_tenant(expansion, Activity::Washing, 500);
  next_month();
  next_month();
  ASSERT_EQ(measure_->reading().by_year.size(), 1U);
  EXPECT_DOUBLE_EQ(measure_->reading().value, 0.8);
}

TEST_F(PatternMeasures, RecoveryCountsMonthsUntilThreePerCentAreMissing) {
  watch("festival_recovery");
  add_tenant(first, Activity::Washing, 100);
  next_month();
  world_.tenants[0].workers = 80;
  next_month();
  world_.tenants[0].workers = 96;
  next_month();
  world_.tenants[0].workers = 97;
  next_month();
  EXPECT_EQ(measure_->reading().value, 2);
}

TEST_F(PatternMeasures, ALossIsOneOfTwelveMonthsTogether) {
  watch("loss_making");
  Tenant& tenant = add_tenant(first, Activity::Washing, 10);
  tenant.output_yuan_month = 100;
  tenant.margin = 0.1;
  live_until(24);
  EXPECT_FALSE(measure_->reading().value >= 0) << "too young";
  world_.tenants[0].margin = -0.1;
  live_until(30);  // six good months and six bad ones: not yet a loss
  EXPECT_EQ(measure_->reading().value, 0);
  next_month();
  EXPECT_DOUBLE_EQ(measure_->reading().value, 1.0 / 7);
}

TEST(PatternStudyTest, IsEqualForAnyNumberOfThreadsAndRunsEqualScenariosOnce) {
  test::find_shipped_data();
  const auto document = [](int jobs) {
    PatternStudy study(shipped_pattern_cases({"pool_agents=2000"}).value(), 3);
    EXPECT_EQ(study.scenarios().size(), 5U) << "build_mode=1 is the package itself";
    EnsembleOptions options;
    options.replications = 3;
    options.seed = 5;
    options.jobs = jobs;
    options.journal = JournalMode::Full;
    options.each_month = [&](std::size_t s, std::size_t r, const World& world) {
      study.observe(s, r, world);
    };
    return patterns_document(study, study.results(run_paired(study.scenarios(), options)));
  };
  EXPECT_EQ(document(1), document(3));
}

TEST(PatternStudyTest, BadSettingsAreProblemsSaidOnce) {
  test::find_shipped_data();
  const auto cases = shipped_pattern_cases({"footloose=3", "logit_scale=1000"});
  ASSERT_FALSE(cases.ok());
  EXPECT_EQ(cases.problems().size(), 2U);
}

}  // namespace
}  // namespace park::study
