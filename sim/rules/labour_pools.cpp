// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "rules/labour.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

std::int64_t take_some(std::int64_t& from, std::int64_t wanted) {
  const std::int64_t taken = std::clamp<std::int64_t>(wanted, 0, from);
  from -= taken;
  return taken;
}

/// Migrants come home; a part looks for a factory job here. Better local pay draws more.
void return_migration(World& world) {
  const Structural& s = world.now.structural;
  Labour& labour = world.labour;
  const double ratio = labour.wage_yuan_month / labour.guangdong_wage_yuan_month / s.usual_wage_ratio;
  const double rate = world.now.uncertainties.return_migration_rate / 100 / 12 * std::clamp(ratio, 0.5, 2.0);
  for (std::size_t r = 0; r < region_count; ++r) {
    RandomStream stream{world.seed, Draw::ReturnMigration, r, static_cast<std::uint32_t>(world.month)};
    const auto away = static_cast<double>(labour.away[r]);
    const std::int64_t home = take_some(labour.away[r], round_by_chance(away * rate, stream.uniform()));
    const std::int64_t seeking = std::min(
        home, round_by_chance(static_cast<double>(home) * s.returnees_to_factories, stream.uniform()));
    labour.seekers_returned += seeking;
    labour.other_sector += home - seeking;
  }
  // A school place for the child brings a parent home.
  labour.school_places_carry += world.now.levers.school_places_per_year / 12;
  const std::int64_t drawn =
      static_cast<std::int64_t>(labour.school_places_carry * s.parents_per_school_place);
  if (drawn > 0) {
    labour.school_places_carry -= static_cast<double>(drawn) / s.parents_per_school_place;
    labour.seekers_returned += take_some(labour.away[0], drawn);
  }
  labour.school_places_given += world.now.levers.school_places_per_year / 12;
  world.accounts.spend(CostKind::Schools, Account::Households,
                       world.now.levers.school_places_per_year / 12 * s.school_place_cost);
}

void train(World& world) {
  const Structural& s = world.now.structural;
  const Levers& levers = world.now.levers;
  Labour& labour = world.labour;
  labour.seekers_skilled += labour.trainees[0];
  labour.trainees[0] = labour.trainees[1];
  labour.trainees[1] = labour.trainees[2];
  // Without pay while training few can afford to come.
  const double take_up =
      s.training_take_up_free +
      (1 - s.training_take_up_free) * std::min(1.0, levers.training_subsidy / s.training_full_pay);
  labour.training_carry += levers.training_places / 12 * take_up;
  const auto wanted = static_cast<std::int64_t>(labour.training_carry);
  labour.training_carry -= static_cast<double>(wanted);
  const std::int64_t from_seekers = take_some(labour.seekers_unskilled, wanted / 2);
  const std::int64_t from_elsewhere = take_some(labour.other_sector, wanted - from_seekers);
  labour.trainees[2] = from_seekers + from_elsewhere;
  world.accounts.spend(CostKind::Training, Account::Households,
                       static_cast<double>(labour.trainees[2]) * (s.training_cost + levers.training_subsidy));
}

/// Other work in the district and the coast take people and give people.
void other_sectors(World& world) {
  const Structural& s = world.now.structural;
  Labour& labour = world.labour;
  RandomStream stream{world.seed, Draw::CohortFlow, 100, static_cast<std::uint32_t>(world.month)};
  const double pull = labour.wage_trend > 0 ? labour.wage_yuan_month / labour.wage_trend : 1;
  const double joins = static_cast<double>(labour.other_sector) * s.other_sector_joins_month * pull * pull;
  labour.seekers_unskilled += take_some(labour.other_sector, round_by_chance(joins, stream.uniform()));
  const auto give_up = [&](std::int64_t& seekers) {
    const auto some = static_cast<double>(seekers);
    labour.other_sector +=
        take_some(seekers, round_by_chance(some * s.seekers_give_up_month, stream.uniform()));
    labour.away[0] += take_some(seekers, round_by_chance(some * s.seekers_leave_month, stream.uniform()));
  };
  give_up(labour.seekers_unskilled);
  give_up(labour.seekers_skilled);
  give_up(labour.seekers_returned);
}

/// The fund pays recruiters and travel: each so many yuan bring one more person who would not have come.
void spend_recruitment_fund(World& world) {
  const Structural& s = world.now.structural;
  Labour& labour = world.labour;
  const double fund = world.now.levers.recruitment_fund * 1e6 / 12;
  const double vacancies = labour.vacancies_park + labour.vacancies_district;
  const double useful = std::min(fund / s.recruitment_cost_per_person, 0.5 * vacancies);
  labour.fund_carry += useful;
  const auto people = static_cast<std::int64_t>(labour.fund_carry);
  labour.fund_carry -= static_cast<double>(people);
  const std::int64_t home = take_some(labour.away[0], people / 2);
  labour.seekers_returned += home;
  labour.seekers_unskilled += take_some(labour.other_sector, people - home);
  world.accounts.spend(CostKind::Labour, Account::Outside, useful * s.recruitment_cost_per_person);
  const auto posts = static_cast<double>(park_headcount(world));
  world.accounts.spend(CostKind::Labour, Account::Households, posts * world.now.levers.stay_subsidy);
}

/// Beds let people from neighbouring counties take a job here.
void fill_dormitories(World& world) {
  const Structural& s = world.now.structural;
  Labour& labour = world.labour;
  const double built = std::min(world.now.levers.dormitory_beds - labour.beds_capacity, s.beds_built_month);
  if (built > 0) {
    labour.beds_capacity += built;
    world.accounts.spend(CostKind::Dormitories, Account::Outside, built * s.bed_cost);
  }
  const auto park_jobs = static_cast<double>(park_headcount(world));
  labour.beds_in_use = std::min(labour.beds_capacity,
                                static_cast<double>(labour.moved_in) + s.bed_share_of_locals * park_jobs);
  const double free_beds = labour.beds_capacity - labour.beds_in_use;
  labour.arrivals_carry +=
      std::min(s.beds_fill_month * std::max(0.0, free_beds), 0.3 * labour.vacancies_park);
  const auto arrivals = static_cast<std::int64_t>(labour.arrivals_carry);
  labour.arrivals_carry -= static_cast<double>(arrivals);
  labour.moved_in += arrivals;
  labour.seekers_unskilled += arrivals;
}

}  // namespace

std::int64_t park_headcount(const World& world) {
  std::int64_t people = 0;
  for (const Tenant& tenant : world.tenants) people += tenant.workers + tenant.festival_away;
  for (const Project& project : world.projects) people += project.workers + project.festival_away;
  return people;
}

std::int64_t people_total(const World& world) {
  const Labour& labour = world.labour;
  std::int64_t people = park_headcount(world) + labour.seekers_unskilled + labour.seekers_skilled +
                        labour.seekers_returned + labour.other_sector;
  for (const std::int64_t workers : labour.district_workers) people += workers;
  for (const std::int64_t workers : labour.district_away) people += workers;
  for (const std::int64_t migrants : labour.away) people += migrants;
  for (const std::int64_t trainees : labour.trainees) people += trainees;
  return people - labour.moved_in;
}

void dismiss(World& world, int workers, int skilled, int returnees, int festival_away) {
  Labour& labour = world.labour;
  labour.seekers_returned += returnees;
  labour.seekers_skilled += skilled - returnees;
  labour.seekers_unskilled += workers - skilled + festival_away;
}

void move_people(World& world) {
  return_migration(world);
  train(world);
  other_sectors(world);
  spend_recruitment_fund(world);
  fill_dormitories(world);
}

void move_labour(World& world) {
  keep_festival(world);
  let_workers_quit(world);
  move_people(world);
  fill_vacancies(world);
  set_wage(world);
}

}  // namespace park
