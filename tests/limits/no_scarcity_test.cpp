// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "indicators/indicators.hpp"
#include "limits/limit_scenario.hpp"

namespace park {
namespace {

/// Visits every four weeks find an obstacle after 4 / 2 * 7 / 30.4 = 0.46053 months; officers with time to
/// spare then work 1 / (0.75 + 0.35 * 0.46053) months' worth off in a month.
constexpr double pace_by_hand = 1.09749;
constexpr int permit_months = 2;

/// What a project needs, as drawn, and when it passed its milestones.
struct Course {
  int signed_month = 0;
  double officers_work = 0;  ///< months at pace 1
  double building = 0;       ///< months, fit-out included
  int started = 0;
  bool grew_out_of_tenant = false;
  bool needs_loan = false;
};

/// A relocated firm signs before the officers' work of the month, what grows out of a tenant after it: its
/// work, and its search for a site, begin a month later. A loan can be asked for from the month after
/// signing.
int start_by_hand(const Course& course) {
  const int work = static_cast<int>(std::ceil(course.officers_work / pace_by_hand));
  const int worked_off = course.grew_out_of_tenant ? work : work - 1;
  return course.signed_month + std::max({permit_months, worked_off, 1});
}

/// Whole months of building after the month of the start; the plant opens in the month after.
int production_by_hand(const Course& course) {
  return start_by_hand(course) + static_cast<int>(std::ceil(course.building)) + 1;
}

class NoScarcity : public testing::Test {
 protected:
  void live(std::uint64_t seed) {
    World world = start(scenario_, seed, nullptr, JournalMode::Full);
    while (world.month < scenario_->months) {
      step(world);
      for (const Project& project : world.projects) follow(world, project);
      for (const Tenant& tenant : world.tenants) {
        if (tenant.producing_month == world.month) expect_on_time(world, tenant);
      }
    }
    for (const Delay& delay : world.journal.delays) {
      const bool is_by_bank = delay.cause == Cause::Finance && courses_.at(delay.who.number()).needs_loan;
      EXPECT_TRUE(is_by_bank || delay.cause == Cause::Labour)
          << "held up by " << label_of(delay.cause).key << " in month " << delay.month;
    }
    EXPECT_EQ(world.factories.waiting_demand_m2, 0);
    courses_.clear();
  }

  void follow(const World& world, const Project& project) {
    if (project.phase == Phase::Negotiating || project.is_paper) return;
    const auto [place, is_new] = courses_.try_emplace(project.plant.who.number());
    Course& course = place->second;
    if (is_new) {
      EXPECT_EQ(project.plant.signed_month, world.month);
      course.signed_month = world.month;
      course.grew_out_of_tenant = project.plant.origin != Origin::Relocated;
      course.officers_work = project.service_months_left + (course.grew_out_of_tenant ? 0 : pace_by_hand);
      course.needs_loan = 0.4 * project.plant.investment_yuan >= 1e6;
    }
    const bool is_served = !course.grew_out_of_tenant || world.month > course.signed_month;
    if (is_served) {
      EXPECT_TRUE(project.has_site) << "waits for space in month " << world.month;
    }
    if (world.month >= course.signed_month + permit_months) {
      EXPECT_TRUE(project.has_permit) << "waits for a permit in month " << world.month;
    }
    if (project.phase != Phase::Building || course.started > 0) return;
    course.started = world.month;
    course.building = project.build_months_total;
  }

  void expect_on_time(const World& world, const Tenant& tenant) {
    const Course& course = courses_.at(tenant.plant.who.number());
    // Banks make firms wait whatever there is plenty of.
    if (course.needs_loan) {
      EXPECT_GE(course.started, start_by_hand(course));
      return;
    }
    EXPECT_EQ(course.started, start_by_hand(course)) << course.officers_work;
    // Of four people one is home for the new year, and 30 % of the posts are two: such a crew waits for it.
    const bool waits_for_festival = tenant.plant.workers_promised < 10 && is_near_festival(world);
    if (waits_for_festival) {
      EXPECT_GE(world.month, production_by_hand(course)) << course.building;
      return;
    }
    EXPECT_EQ(world.month, production_by_hand(course)) << course.building;
    ++(tenant.plant.form == SiteForm::OwnPlot ? own_plots_ : leases_);
    grown_ += course.grew_out_of_tenant ? 1 : 0;
  }

  /// The new year's month, and the two after it in which people come back.
  static bool is_near_festival(const World& world) {
    for (int ago = 0; ago <= 2; ++ago) {
      if (is_festival_month(plus_months(world.calendar_month(), -ago))) return true;
    }
    return false;
  }

  std::shared_ptr<const Scenario> scenario_ = test::limit_scenario("no_scarcity");
  std::map<std::uint64_t, Course> courses_;
  int leases_ = 0;
  int own_plots_ = 0;
  int grown_ = 0;
};

TEST_F(NoScarcity, SigningToProductionIsTheSumOfTheDurations) {
  for (std::uint64_t seed = 1; seed <= 80; ++seed) live(seed);
  EXPECT_GT(leases_, 100);
  EXPECT_GT(own_plots_, 10);
  EXPECT_GT(grown_, 10);
}

}  // namespace
}  // namespace park
