// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/random_lanes.hpp"
#include "rules/labour.hpp"

namespace park {
namespace {

/// A plant opens with this part of its posts and fills the rest over the ramp.
constexpr double posts_at_opening = 0.45;

struct Vacancies {
  double skilled = 0;
  double unskilled = 0;
};

/// Those away for the festival keep their posts.
Vacancies posts_open(const World& world, Activity activity, int wanted, const Crew& crew) {
  const double open = std::max(0, wanted - crew.workers - crew.festival_away);
  const double short_of_skill = std::max(0.0, wanted * world.traits(activity).skilled_share - crew.skilled);
  Vacancies posts;
  posts.skilled = std::min(open, short_of_skill);
  posts.unskilled = open - posts.skilled;
  return posts;
}

void add(Vacancies& all, const Vacancies& posts) {
  all.skilled += posts.skilled;
  all.unskilled += posts.unskilled;
}

/// In the last months of fit-out.
bool hires(const Project& project) {
  return project.phase == Phase::Building && project.build_months_left <= 2;
}

int wanted_for_opening(const Project& project) {
  return static_cast<int>(std::ceil(posts_at_opening * project.plant.workers_promised));
}

Vacancies district_vacancies(const World& world) {
  Vacancies posts;
  for (std::size_t s = 0; s < stage_count; ++s) {
    const double target = world.scenario->base_district.workers[s] * world.chain.district_activity;
    const auto here = static_cast<double>(world.labour.district_workers[s] + world.labour.district_away[s]);
    const double open = std::max(0.0, target - here);
    posts.skilled += 0.35 * open;
    posts.unskilled += 0.65 * open;
  }
  return posts;
}

/// Matching function, constant returns; never more than 60 % of the seekers in a month.
double matches(const World& world, double vacancies, double seekers) {
  if (vacancies <= 0 || seekers <= 0) return 0;
  const double met = world.now.structural.matching_efficiency * std::sqrt(vacancies * seekers);
  return std::min({met, vacancies, 0.6 * seekers});
}

/// Beds widen the circle from which a worker can take a job in the park.
double catchment(const World& world) {
  const double needed = world.now.structural.bed_need * world.labour.park_jobs_last_month + 1;
  return 0.75 + 0.25 * std::min(1.0, world.labour.beds_capacity / needed);
}

struct Hiring {
  double skilled_share = 0;  ///< of open skilled posts filled this month
  double unskilled_share = 0;
};

void hire(World& world, Crew& crew, const Vacancies& posts, const Hiring& odds) {
  if (posts.skilled + posts.unskilled <= 0) return;
  Labour& labour = world.labour;
  const double trained_hired = posts.skilled * odds.skilled_share;
  const std::int64_t from_coast = std::min<std::int64_t>(
      labour.seekers_returned, take_whole(crew.carries.from_coast, trained_hired * labour.returned_share));
  const std::int64_t trained = std::min<std::int64_t>(
      labour.seekers_skilled, take_whole(crew.carries.trained, trained_hired * (1 - labour.returned_share)));
  // Posts that want a trained hand and find none are offered to beginners, less readily.
  const double beginners_posts =
      posts.unskilled + 0.4 * std::max(0.0, posts.skilled - static_cast<double>(from_coast + trained));
  const std::int64_t beginners = std::min<std::int64_t>(
      labour.seekers_unskilled, take_whole(crew.carries.beginners, beginners_posts * odds.unskilled_share));
  labour.seekers_returned -= from_coast;
  labour.seekers_skilled -= trained;
  labour.seekers_unskilled -= beginners;
  crew.workers += static_cast<int>(from_coast + trained + beginners);
  crew.skilled += static_cast<int>(from_coast + trained);
  crew.returnees += static_cast<int>(from_coast);
}

void hire_for_district(World& world, const Hiring& odds) {
  Labour& labour = world.labour;
  const auto name_of = [&](std::size_t s) { return StreamName{s, static_cast<std::uint32_t>(world.month)}; };
  for_each_stream(
      world.seed, Draw::CohortFlow, stage_count, name_of, [&](std::size_t s, RandomStream& stream) {
        const double target = world.scenario->base_district.workers[s] * world.chain.district_activity;
        const double open =
            std::max(0.0, target - static_cast<double>(labour.district_workers[s] + labour.district_away[s]));
        if (open <= 0) return;
        const std::int64_t skilled = std::min(
            labour.seekers_skilled, round_by_chance(0.35 * open * odds.skilled_share, stream.uniform()));
        const std::int64_t beginners = std::min(
            labour.seekers_unskilled, round_by_chance(0.65 * open * odds.unskilled_share, stream.uniform()));
        labour.seekers_skilled -= skilled;
        labour.seekers_unskilled -= beginners;
        labour.district_workers[s] += skilled + beginners;
      });
}

/// Beginners become skilled at their bench.
void learn_on_the_job(const World& world, Tenant& tenant) {
  const double wanted = tenant.workers * world.traits(tenant.plant.activity).skilled_share;
  const double gap = std::min(wanted - tenant.skilled, static_cast<double>(tenant.workers - tenant.skilled));
  if (gap > 0) tenant.skilled += static_cast<int>(std::ceil(gap * world.now.structural.learning_month));
}

}  // namespace

int wanted_workers(const World& world, const Tenant& tenant) {
  const double ramp_months = world.now.structural.ramp_months;
  const double age = world.month - tenant.producing_month;
  const double ramp = posts_at_opening + (1 - posts_at_opening) * std::min(1.0, age / ramp_months);
  // Orders decide how many of the posts are worth filling.
  const double orders = std::clamp(tenant.utilisation / world.now.structural.normal_utilisation, 0.6, 1.0);
  return std::max(1, static_cast<int>(tenant.plant.workers_promised * ramp * orders));
}

void fill_vacancies(World& world) {
  Labour& labour = world.labour;
  Vacancies park;
  for (Tenant& tenant : world.tenants) {
    tenant.wanted = wanted_workers(world, tenant);
    add(park, posts_open(world, tenant.plant.activity, tenant.wanted, tenant));
  }
  for (const Project& project : world.projects) {
    if (hires(project))
      add(park, posts_open(world, project.plant.activity, wanted_for_opening(project), project));
  }
  const Vacancies district = district_vacancies(world);
  labour.vacancies_park = park.skilled + park.unskilled;
  labour.vacancies_district = district.skilled + district.unskilled;
  const double reach = catchment(world);
  const auto trained = static_cast<double>(labour.seekers_skilled + labour.seekers_returned);
  const auto beginners = static_cast<double>(labour.seekers_unskilled);
  const double skilled_posts = park.skilled + district.skilled;
  const double beginners_posts = park.unskilled + district.unskilled;
  Hiring odds;
  odds.skilled_share = skilled_posts > 0 ? matches(world, skilled_posts, trained * reach) / skilled_posts : 0;
  odds.unskilled_share =
      beginners_posts > 0 ? matches(world, beginners_posts, beginners * reach) / beginners_posts : 0;
  labour.returned_share = trained > 0 ? static_cast<double>(labour.seekers_returned) / trained : 0;
  for (Tenant& tenant : world.tenants) {
    hire(world, tenant, posts_open(world, tenant.plant.activity, tenant.wanted, tenant), odds);
    learn_on_the_job(world, tenant);
  }
  for (Project& project : world.projects) {
    if (!hires(project)) continue;
    hire(world, project, posts_open(world, project.plant.activity, wanted_for_opening(project), project),
         odds);
  }
  hire_for_district(world, odds);
  labour.park_jobs_last_month = static_cast<double>(park_headcount(world));
}

}  // namespace park
