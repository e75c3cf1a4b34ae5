// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <map>
#include <numeric>

#include "rules/rules.hpp"
#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

/// Visits every four weeks: an obstacle is found after 0.4605 months, and officers without a queue work
/// 1 / (0.75 + 0.35 * 0.4605) = 1.0975 months off in a month; none at all are three times as slow, 0.3658.
World world_with_a_project(std::vector<std::string> settings, double work) {
  settings.emplace_back("visit_interval_weeks=4");
  World world = test::opened_world(settings);
  Project project;
  project.phase = Phase::Signed;
  project.has_site = project.has_permit = project.has_finance = true;
  project.service_months_left = project.usual_service_left = work;
  project.withdrawal_clock = 1000;
  project.plant.form = SiteForm::OwnPlot;
  project.plant.workers_promised = 100;
  project.plant.signed_month = 1;
  world.tallies.signed_to_production.enter(1, 1);
  world.projects.push_back(project);
  return world;
}

/// Months up to the start of building.
struct Waited {
  double usual = 0;
  std::array<double, cause_count> held_up{};

  [[nodiscard]] double by(Cause cause) const { return held_up[static_cast<std::size_t>(cause)]; }
  [[nodiscard]] double all() const { return std::accumulate(held_up.begin(), held_up.end(), 0.0); }
};

/// `arrange` may grant or refuse something each month.
template <class Arrange>
Waited wait_for_start(World& world, const Arrange& arrange) {
  Waited waited;
  for (world.month = 1; world.month <= 40; ++world.month) {
    for (auto& cause : world.journal.held_up_this_month) cause.fill(0);
    world.journal.usual_this_month.fill(0);
    arrange(world.projects.front(), world.month);
    serve_projects(world);
    pass_milestones(world);
    if (world.projects.front().phase == Phase::Building) break;
    for (std::size_t c = 0; c < cause_count; ++c) {
      for (const double months : world.journal.held_up_this_month[c]) waited.held_up[c] += months;
    }
    for (const double months : world.journal.usual_this_month) waited.usual += months;
  }
  return waited;
}

void change_nothing(const Project& /*project*/, int /*month*/) {}

/// Three months of work take the months 1, 2 and 3; in the third the project starts.
TEST(UsualTime, WhereNobodyQueuesNobodyIsHeldUp) {
  World world = world_with_a_project({"service_officers=200"}, 3);
  const Waited waited = wait_for_start(world, change_nothing);
  EXPECT_EQ(world.month, 3);
  EXPECT_EQ(waited.usual, 2);
  EXPECT_EQ(waited.all(), 0);
}

/// Without officers the same work takes nine months, six more than it need.
TEST(UsualTime, AQueueForOfficersIsAHoldUp) {
  World world = world_with_a_project({"service_officers=0"}, 3);
  const Waited waited = wait_for_start(world, change_nothing);
  EXPECT_EQ(world.month, 9);
  EXPECT_EQ(waited.usual, 2);
  EXPECT_EQ(waited.by(Cause::Service), 6);
  EXPECT_EQ(waited.all(), 6);
}

/// A permit takes six months, here ten: from month 7 on the project could have started, in 11 it does.
TEST(UsualTime, APermitIsAHoldUpOnlyAfterItsUsualMonths) {
  World world = world_with_a_project({"service_officers=200", "permit_months=6"}, 0.5);
  const Waited waited =
      wait_for_start(world, [](Project& project, int month) { project.has_permit = month >= 11; });
  EXPECT_EQ(world.month, 11);
  EXPECT_EQ(waited.usual, 6);
  EXPECT_EQ(waited.by(Cause::Permit), 4);
  EXPECT_EQ(waited.all(), 4);
}

/// No floor for three months costs nothing while the officers work for five.
TEST(UsualTime, WhatIsMissingWhilePapersTakeTheirTimeCostsNoMonth) {
  World world = world_with_a_project({"service_officers=200"}, 5.4);
  const Waited waited =
      wait_for_start(world, [](Project& project, int month) { project.has_site = month >= 4; });
  EXPECT_EQ(world.month, 5);
  EXPECT_EQ(waited.usual, 4);
  EXPECT_EQ(waited.all(), 0);
}

/// Nobody can ask a bank in the month of signing; the second month without a loan is one too many.
TEST(UsualTime, ALoanIsAskedForAMonthAfterSigning) {
  World world = world_with_a_project({"service_officers=200", "permit_months=0"}, 0.5);
  const Waited waited =
      wait_for_start(world, [](Project& project, int month) { project.has_finance = month >= 4; });
  EXPECT_EQ(world.month, 4);
  EXPECT_EQ(waited.usual, 1);
  EXPECT_EQ(waited.by(Cause::Finance), 2);
}

/// When a project could have started with no queue, and how often it was held up before it did.
struct Course {
  int possible_start = 0;
  int hold_ups = 0;
};

/// Over a whole run: hold-ups are exactly the months between the start that could have been and the start.
TEST(UsualTime, HoldUpsAreTheMonthsFromThePossibleStartToTheStart) {
  const auto scenario = test::shared(test::shipped_scenario("whole_package"));
  World world = start(scenario, 5, nullptr, JournalMode::Full);
  std::map<std::uint64_t, Course> courses;
  std::size_t seen = 0;
  int started = 0;
  int months_lost = 0;
  while (world.month < scenario->months) {
    step(world);
    for (; seen < world.journal.delays.size(); ++seen) {
      const Delay& delay = world.journal.delays[seen];
      courses[delay.who.number()].hold_ups += delay.cause == Cause::Labour ? 0 : 1;
    }
    for (const Project& project : world.projects) {
      if (project.phase == Phase::Negotiating || project.is_paper) continue;
      Course& course = courses[project.plant.who.number()];
      const bool could = world.month >= project.plant.signed_month + 2 && project.usual_service_left <= 0;
      if (could && course.possible_start == 0) course.possible_start = world.month;
      if (project.plant.started_month != world.month) continue;
      ++started;
      months_lost += course.hold_ups;
      EXPECT_EQ(course.hold_ups, world.month - course.possible_start) << "month " << world.month;
    }
  }
  EXPECT_GT(started, 50);
  EXPECT_GT(months_lost, 30);
}

}  // namespace
}  // namespace park
