// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/random_lanes.hpp"
#include "rules/labour.hpp"

namespace park {
namespace {

/// Monthly chances to quit.
struct QuitChances {
  double district = 0;  ///< in the district's own firms: the usual rate, more where pay lags the coast
  double park = 0;      ///< less by the stay subsidy and the school places, which are for the park's workers
};

QuitChances quit_chances(const World& world) {
  const Structural& s = world.now.structural;
  const Labour& labour = world.labour;
  const double subsidy = world.now.levers.stay_subsidy / labour.wage_yuan_month;
  const double ratio = labour.wage_yuan_month / labour.guangdong_wage_yuan_month / s.usual_wage_ratio;
  const double schooled = std::min(1.0, labour.school_places_given / (labour.park_jobs_last_month + 1));
  const double usual = s.quit_rate_month / std::clamp(ratio, 0.5, 2.0);
  const double kept = std::exp(-s.quit_wage_slope * subsidy) * (1 - s.school_keeps * schooled);
  const bool after_festival = is_festival_month(plus_months(world.calendar_month(), -1));
  const double seasonal = after_festival ? s.festival_quit_share : 0;
  return {usual + seasonal, usual * kept + seasonal};
}

/// Of those who leave, the part that `carry` and `amount` ask for, within `least` and `most`. What is cut off
/// waits in the carry: else whoever is rarely due together with the others would stay for good.
int take_part(float& carry, double amount, int least, int most) {
  const double due = static_cast<double>(carry) + amount;
  const int part = std::clamp(static_cast<int>(std::floor(due)), least, most);
  carry = static_cast<float>(due - part);
  return part;
}

int quit(World& world, Crew& crew, double chance) {
  const int leaving = std::min(crew.workers, take_whole(crew.carries.leaving, crew.workers * chance));
  if (leaving <= 0) return 0;
  const double share = static_cast<double>(leaving) / crew.workers;
  const int beginners = crew.workers - crew.skilled;
  const int skilled = take_part(crew.carries.leaving_skilled, crew.skilled * share,
                                std::max(0, leaving - beginners), std::min(leaving, crew.skilled));
  const int trained_here = crew.skilled - crew.returnees;
  const int returnees = take_part(crew.carries.leaving_returned, crew.returnees * share,
                                  std::max(0, skilled - trained_here), std::min(skilled, crew.returnees));
  crew.workers -= leaving;
  crew.skilled -= skilled;
  crew.returnees -= returnees;
  dismiss(world, leaving, skilled, returnees, 0);
  return leaving;
}

void quit_district_firms(World& world, double chance) {
  Labour& labour = world.labour;
  const auto name_of = [&](std::size_t s) {
    return StreamName{1000000 + s, static_cast<std::uint32_t>(world.month)};
  };
  for_each_stream(world.seed, Draw::Quits, stage_count, name_of, [&](std::size_t s, RandomStream& stream) {
    const auto at_work = static_cast<double>(labour.district_workers[s]);
    const std::int64_t leaving =
        std::min(labour.district_workers[s], round_by_chance(at_work * chance, stream.uniform()));
    const std::int64_t skilled = round_by_chance(0.35 * static_cast<double>(leaving), 0.5);
    labour.district_workers[s] -= leaving;
    labour.seekers_skilled += skilled;
    labour.seekers_unskilled += leaving - skilled;
  });
}

}  // namespace

void let_workers_quit(World& world) {
  const QuitChances chances = quit_chances(world);
  double before = 0;
  double quits = 0;
  for (Tenant& tenant : world.tenants) {
    before += tenant.workers;
    quits += quit(world, tenant, chances.park);
  }
  for (Project& project : world.projects) {
    if (project.workers > 0) (void)quit(world, project, chances.park);
  }
  quit_district_firms(world, chances.district);
  world.labour.quit_rate = before > 0 ? quits / before : 0;
}

}  // namespace park
