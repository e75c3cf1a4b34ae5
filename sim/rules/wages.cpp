// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/logarithm.hpp"
#include "rules/labour.hpp"

namespace park {
namespace {

constexpr double smoothing = 0.2;  ///< weight of this month in the smoothed tightness

double tightness_now(double vacancies, double seekers) { return (vacancies + 1) / (seekers + 1); }

}  // namespace

void set_wage(World& world) {
  Labour& labour = world.labour;
  const double seekers =
      static_cast<double>(labour.seekers_unskilled + labour.seekers_skilled + labour.seekers_returned);
  const double now = tightness_now(labour.vacancies_park + labour.vacancies_district, seekers);
  labour.tightness += smoothing * (now - labour.tightness);
  const double ratio = std::clamp(labour.tightness / labour.reference_tightness, 0.05, 20.0);
  labour.wage_yuan_month = labour.wage_trend * power(ratio, world.now.structural.wage_curve);
}

double burn_in_tightness(const World& world) {
  const Structural& s = world.now.structural;
  const BaseDistrict& base = world.scenario->base_district;
  double target = 0;
  for (const double workers : base.workers) target += workers;
  double at_work = target;
  double seekers = base.seekers_unskilled + base.seekers_skilled;
  double other = base.labour_force - target - seekers;
  double away = 0;
  for (const double migrants : base.away) away += migrants;
  double tightness = 0;
  for (int month = 0; month < 24; ++month) {
    const double quits = at_work * (s.quit_rate_month + s.festival_quit_share / 12);
    at_work -= quits;
    const double joins = other * s.other_sector_joins_month;
    const double home = away * world.now.uncertainties.return_migration_rate / 1200;
    const double gone = seekers * (s.seekers_give_up_month + s.seekers_leave_month);
    seekers += quits + joins + home * s.returnees_to_factories - gone;
    other += home * (1 - s.returnees_to_factories) + seekers * s.seekers_give_up_month - joins;
    away += seekers * s.seekers_leave_month - home;
    const double vacancies = std::max(0.0, target - at_work);
    const double hired =
        std::min({s.matching_efficiency * std::sqrt(vacancies * seekers), vacancies, 0.6 * seekers});
    at_work += hired;
    seekers -= hired;
    tightness = tightness_now(vacancies, seekers);
  }
  return std::clamp(tightness, 0.02, 2.0);
}

}  // namespace park
