// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "rules/labour.hpp"

namespace park {
namespace {

/// Of those who come back, most do within four to six weeks: this part by the end of the next month.
constexpr double back_after_a_month = 0.85;

template <class Plant_>
void go_home(const World& world, Plant_& plant, std::uint64_t identity) {
  RandomStream stream{world.seed, Draw::Festival, identity, static_cast<std::uint32_t>(world.month)};
  const double share = world.now.structural.festival_leave_share * (0.8 + 0.4 * stream.uniform());
  const int leaving = static_cast<int>(round_by_chance(plant.workers * share, stream.uniform()));
  const int skilled = static_cast<int>(
      std::lround(static_cast<double>(leaving) * plant.skilled / std::max(1, plant.workers)));
  const int kept_skilled = std::min(plant.skilled - skilled, plant.workers - leaving);
  plant.festival_away += leaving;
  plant.festival_skilled += plant.skilled - kept_skilled;
  plant.workers -= leaving;
  plant.skilled = kept_skilled;
  const int returnees = std::min(plant.returnees, plant.skilled);
  plant.festival_returnees += plant.returnees - returnees;
  plant.returnees = returnees;
}

template <class Plant_>
void come_back(Plant_& plant, double share) {
  const int back = share >= 1 ? plant.festival_away : static_cast<int>(plant.festival_away * share);
  const int skilled =
      share >= 1 ? plant.festival_skilled : std::min(back, static_cast<int>(plant.festival_skilled * share));
  const int returnees = share >= 1 ? plant.festival_returnees
                                   : std::min(skilled, static_cast<int>(plant.festival_returnees * share));
  plant.festival_away -= back;
  plant.workers += back;
  plant.festival_skilled -= skilled;
  plant.skilled += skilled;
  plant.festival_returnees -= returnees;
  plant.returnees += returnees;
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
