// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string_view>

#include "plain/labour_month.hpp"
#include "rules/rules.hpp"
#include "shipped_scenario.hpp"
#include "simulation.hpp"

namespace park {
namespace {

using test::LabourState;
using test::People;
using test::PlainCrew;

std::string words(const People& people) {
  return std::to_string(people.beginners) + " beginners, " + std::to_string(people.trained_here) +
         " trained here, " + std::to_string(people.from_coast) + " from the coast";
}

void expect_same_people(const People& fast, const People& plain, const std::string& whose) {
  EXPECT_EQ(fast, plain) << whose << ": " << words(fast) << ", but by the equations " << words(plain);
}

void expect_same_crews(const std::vector<PlainCrew>& fast, const std::vector<PlainCrew>& plain,
                       const char* what) {
  ASSERT_EQ(fast.size(), plain.size());
  for (std::size_t i = 0; i < fast.size(); ++i) {
    const std::string whose = std::string(what) + " " + std::to_string(i);
    expect_same_people(fast[i].here, plain[i].here, whose);
    expect_same_people(fast[i].gone_home, plain[i].gone_home, whose + ", gone home");
    const auto expect_same_carry = [&](float CrewCarries::*carry) {
      EXPECT_NEAR(fast[i].carries.*carry, plain[i].carries.*carry, 1e-5) << whose;
    };
    expect_same_carry(&CrewCarries::leaving);
    expect_same_carry(&CrewCarries::leaving_skilled);
    expect_same_carry(&CrewCarries::leaving_returned);
    expect_same_carry(&CrewCarries::from_coast);
    expect_same_carry(&CrewCarries::trained);
    expect_same_carry(&CrewCarries::beginners);
  }
}

void expect_same_numbers(const LabourState& fast, const LabourState& plain) {
  const auto expect_close = [&](double LabourState::*number, const char* what) {
    EXPECT_NEAR(fast.*number, plain.*number, 1e-9 * (1 + std::abs(plain.*number))) << what;
  };
  expect_close(&LabourState::wage_yuan_month, "wage");
  expect_close(&LabourState::tightness, "tightness");
  expect_close(&LabourState::vacancies_park, "vacancies in the park");
  expect_close(&LabourState::vacancies_district, "vacancies of the district's firms");
  expect_close(&LabourState::quit_rate, "quit rate");
  expect_close(&LabourState::beds_capacity, "beds");
  expect_close(&LabourState::beds_in_use, "beds in use");
  expect_close(&LabourState::school_places_given, "school places");
  expect_close(&LabourState::park_jobs, "jobs");
  expect_close(&LabourState::school_places_carry, "school places left over");
  expect_close(&LabourState::training_carry, "training places left over");
  expect_close(&LabourState::fund_carry, "people of the fund left over");
  expect_close(&LabourState::arrivals_carry, "arrivals left over");
  for (std::size_t k = 0; k < fast.cost_yuan.size(); ++k) {
    EXPECT_NEAR(fast.cost_yuan[k], plain.cost_yuan[k], 1e-6) << "cost " << k;
  }
}

void expect_same(const LabourState& fast, const LabourState& plain) {
  expect_same_people(fast.seekers, plain.seekers, "seekers");
  expect_same_crews(fast.tenants, plain.tenants, "tenant");
  expect_same_crews(fast.projects, plain.projects, "project");
  EXPECT_EQ(fast.posts, plain.posts);
  EXPECT_EQ(fast.district, plain.district);
  EXPECT_EQ(fast.district_gone_home, plain.district_gone_home);
  EXPECT_EQ(fast.other_sector, plain.other_sector);
  EXPECT_EQ(fast.away, plain.away);
  EXPECT_EQ(fast.trainees, plain.trainees);
  EXPECT_EQ(fast.moved_in, plain.moved_in);
  expect_same_numbers(fast, plain);
}

/// Lives a month; at its labour step both implementations start from the same world.
void step_and_compare(World& world) {
  ++world.month;
  put_policy_in_force(world);
  for (const Rule& rule : rules_of_a_month()) {
    if (rule.name != std::string_view("labour")) {
      rule.advance(world);
      continue;
    }
    const LabourState plain = test::live_labour_month(world);
    rule.advance(world);
    expect_same(test::labour_state_of(world), plain);
  }
}

class LabourStep : public testing::TestWithParam<const char*> {};

/// Ten years, month by month, every plant and every pool, to the worker.
TEST_P(LabourStep, IsThatOfTheEquationsToTheWorker) {
  const auto scenario = test::shared(test::scenario_in_context(GetParam()));
  for (const std::uint64_t seed : {1U, 2U}) {
    World world = start(scenario, seed);
    std::size_t plants = 0;
    while (world.month < scenario->months) {
      step_and_compare(world);
      plants += world.tenants.size();
      ASSERT_FALSE(HasFailure()) << "first differs in month " << world.month << ", seed " << seed;
    }
    EXPECT_GT(plants, 100U) << "too few plants to tell";
  }
}

INSTANTIATE_TEST_SUITE_P(
    Scenarios, LabourStep,
    testing::Values("baseline;paper_signing_share=0.2;home_bias=0.005", "whole_package", "festival_drain",
                    "labour_squeeze",
                    "whole_package;training_places=20000;training_subsidy=400;school_places_per_year=3000;"
                    "recruitment_fund=50;dormitory_beds=30000;stay_subsidy=100",
                    "whole_package;other_sector_joins_month=0.001;seekers_give_up_month=0.2"),
    [](const auto& test) { return "scenario_" + std::to_string(test.index); });

}  // namespace
}  // namespace park
