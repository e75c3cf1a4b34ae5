// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "rules/labour.hpp"

namespace park {
namespace {

/// Of those who come back, most do within four to six weeks: this part by the end of the next month.
constexpr double back_after_a_month = 0.85;

void go_home(const World& world, Crew& crew, std::uint64_t identity) {
  RandomStream stream{world.seed, Draw::Festival, identity, static_cast<std::uint32_t>(world.month)};
  const double share = world.now.structural.festival_leave_share * (0.8 + 0.4 * stream.uniform());
  const auto leaving = static_cast<int>(round_by_chance(crew.workers * share, stream.uniform()));
  const int skilled =
      static_cast<int>(std::lround(static_cast<double>(leaving) * crew.skilled / std::max(1, crew.workers)));
  const int kept_skilled = std::min(crew.skilled - skilled, crew.workers - leaving);
  crew.festival_away += leaving;
  crew.festival_skilled += crew.skilled - kept_skilled;
  crew.workers -= leaving;
  crew.skilled = kept_skilled;
  const int returnees = std::min(crew.returnees, crew.skilled);
  crew.festival_returnees += crew.returnees - returnees;
  crew.returnees = returnees;
}

void come_back(Crew& crew, double share) {
  const int back = share >= 1 ? crew.festival_away : static_cast<int>(crew.festival_away * share);
  const int skilled =
      share >= 1 ? crew.festival_skilled : std::min(back, static_cast<int>(crew.festival_skilled * share));
  const int returnees = share >= 1 ? crew.festival_returnees
                                   : std::min(skilled, static_cast<int>(crew.festival_returnees * share));
  crew.festival_away -= back;
  crew.workers += back;
  crew.festival_skilled -= skilled;
  crew.skilled += skilled;
  crew.festival_returnees -= returnees;
  crew.returnees += returnees;
}

void move_district_firms(World& world, bool is_festival, double back) {
  for (std::size_t s = 0; s < stage_count; ++s) {
    std::int64_t& at_work = world.labour.district_workers[s];
    std::int64_t& away = world.labour.district_away[s];
    if (is_festival) {
      const auto leaving =
          static_cast<std::int64_t>(static_cast<double>(at_work) * world.now.structural.festival_leave_share);
      at_work -= leaving;
      away += leaving;
    } else if (away > 0) {
      const auto returning = back >= 1 ? away : static_cast<std::int64_t>(static_cast<double>(away) * back);
      away -= returning;
      at_work += returning;
    }
  }
}

}  // namespace

void keep_festival(World& world) {
  const bool is_festival = is_festival_month(world.calendar_month());
  const bool was_festival = is_festival_month(plus_months(world.calendar_month(), -1));
  const double back = was_festival ? back_after_a_month : 1;
  for (Tenant& tenant : world.tenants) {
    if (tenant.festival_away > 0) come_back(tenant, back);
    if (is_festival) go_home(world, tenant, tenant.plant.who.number());
  }
  for (Project& project : world.projects) {
    if (project.festival_away > 0) come_back(project, back);
    if (is_festival && project.workers > 0) go_home(world, project, project.plant.who.number());
  }
  move_district_firms(world, is_festival, back);
}

}  // namespace park
