// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>

#include "world/world.hpp"

/// The equations (22) to (24) of MODEL.md 7.14 as they stand there, for second implementations of the labour
/// step. Nothing here is taken from sim/rules.
namespace park::test {

/// What a post asks for, and who looks for one.
struct Posts {
  double trained = 0;
  double beginners = 0;

  Posts& operator+=(const Posts& more) {
    trained += more.trained;
    beginners += more.beginners;
    return *this;
  }
};

struct LabourRates {
  const World& world;
  const Structural& s = world.now.structural;
  const Levers& levers = world.now.levers;

  [[nodiscard]] bool is_festival() const { return is_festival_month(world.calendar_month()); }
  [[nodiscard]] bool is_month_after_festival() const {
    return is_festival_month(plus_months(world.calendar_month(), -1));
  }

  /// clamp(wage / Guangdong's / usual_wage_ratio, 0.5, 2)
  [[nodiscard]] double relative_wage() const {
    const Labour& labour = world.labour;
    return std::clamp(labour.wage_yuan_month / labour.guangdong_wage_yuan_month / s.usual_wage_ratio, 0.5,
                      2.0);
  }

  /// Of the district's own firms.
  [[nodiscard]] double usual_quits() const {
    return s.quit_rate_month / relative_wage() + (is_month_after_festival() ? s.festival_quit_share : 0);
  }

  /// Of the park's.
  [[nodiscard]] double quits() const {
    const Labour& labour = world.labour;
    const double stays = std::exp(-s.quit_wage_slope * levers.stay_subsidy / labour.wage_yuan_month);
    const double schooled = std::min(1.0, labour.school_places_given / (labour.park_jobs_last_month + 1));
    return s.quit_rate_month * stays / relative_wage() * (1 - s.school_keeps * schooled) +
           (is_month_after_festival() ? s.festival_quit_share : 0);
  }

  [[nodiscard]] double returns() const {
    return world.now.uncertainties.return_migration_rate / 1200 * relative_wage();
  }

  /// Training places that are taken, a month.
  [[nodiscard]] double training_begun() const {
    const double paid = std::min(1.0, levers.training_subsidy / s.training_full_pay);
    return levers.training_places / 12 * (s.training_take_up_free + (1 - s.training_take_up_free) * paid);
  }

  [[nodiscard]] double joins_from_other_sectors() const {
    const double pull = world.labour.wage_yuan_month / world.labour.wage_trend;
    return s.other_sector_joins_month * pull * pull;
  }

  /// People the fund buys a month, by last month's vacancies.
  [[nodiscard]] double bought_by_fund() const {
    const double vacancies = world.labour.vacancies_park + world.labour.vacancies_district;
    return std::min(levers.recruitment_fund * 1e6 / 12 / s.recruitment_cost_per_person, vacancies / 2);
  }

  [[nodiscard]] int posts_of(const Tenant& tenant) const {
    const double ramp = 0.45 + 0.55 * std::min(1.0, (world.month - tenant.producing_month) / s.ramp_months);
    const double orders = std::clamp(tenant.utilisation / s.normal_utilisation, 0.6, 1.0);
    return std::max(1, static_cast<int>(tenant.plant.workers_promised * ramp * orders));
  }

  /// 0: hires nobody yet.
  [[nodiscard]] int posts_of(const Project& project) const {
    const bool hires = project.phase == Phase::Building && project.build_months_left <= 2;
    return hires ? static_cast<int>(std::ceil(0.45 * project.plant.workers_promised)) : 0;
  }

  /// Who is away for the festival keeps the post.
  [[nodiscard]] Posts open(Activity activity, double wanted, double here, double trained, double away) const {
    const double all = std::max(0.0, wanted - here - away);
    const double short_of_skill = std::max(0.0, wanted * world.traits(activity).skilled_share - trained);
    const double for_trained = std::min(all, short_of_skill);
    return {for_trained, all - for_trained};
  }

  [[nodiscard]] Posts open_in_district(std::size_t stage, double people) const {
    const double target = world.scenario->base_district.workers[stage] * world.chain.district_activity;
    const double all = std::max(0.0, target - people);
    return {0.35 * all, 0.65 * all};
  }

  /// Part of the open posts filled this month.
  [[nodiscard]] double filled(double posts, double seekers) const {
    const double jobs = world.labour.park_jobs_last_month;
    const double reach = 0.75 + 0.25 * std::min(1.0, world.labour.beds_capacity / (s.bed_need * jobs + 1));
    if (posts <= 0 || seekers <= 0) return 0;
    const double matches =
        std::min({s.matching_efficiency * std::sqrt(posts * seekers * reach), posts, 0.6 * seekers * reach});
    return matches / posts;
  }

  /// The smoothed tightness and the wage it makes.
  [[nodiscard]] double smoothed_tightness(double vacancies, double seekers) const {
    const double before = world.labour.tightness;
    return before + 0.2 * ((vacancies + 1) / (seekers + 1) - before);
  }
  [[nodiscard]] double wage_at(double tightness) const {
    const double ratio = std::clamp(tightness / world.labour.reference_tightness, 0.05, 20.0);
    return world.labour.wage_trend * std::pow(ratio, s.wage_curve);
  }
};

}  // namespace park::test
