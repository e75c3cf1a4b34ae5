// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

#include "policy/keys.hpp"

namespace park {

/// People of the district in whole numbers. Each is in exactly one of these, or at work in a park plant
/// (Tenant, Project: workers or festival_away); the sum never changes except through `moved_in`.
struct Labour {
  std::int64_t seekers_unskilled = 0;
  std::int64_t seekers_skilled = 0;
  std::int64_t seekers_returned = 0;                         ///< back from the coast, skilled
  std::array<std::int64_t, stage_count> district_workers{};  ///< present, of the district's own firms
  std::array<std::int64_t, stage_count> district_away{};     ///< of them, gone home for the festival
  std::int64_t other_sector = 0;
  std::array<std::int64_t, region_count> away{};  ///< working in the origin regions
  std::array<std::int64_t, 3> trainees{};         ///< by months left
  std::int64_t moved_in = 0;                      ///< from neighbouring counties, net; part of the sum
  std::int64_t opening_total = 0;

  double wage_yuan_month = 0;  ///< district, production worker
  double wage_trend = 0;       ///< without tightness
  double guangdong_wage_yuan_month = 0;
  double tightness = 0;  ///< smoothed vacancies / seekers
  double reference_tightness = 1;
  double vacancies_park = 0;
  double vacancies_district = 0;
  double quit_rate = 0;
  double beds_capacity = 0;
  double beds_in_use = 0;
  double school_places_carry = 0;  ///< places not yet taken
  double training_carry = 0;
  double fund_carry = 0;
  double arrivals_carry = 0;
  double school_places_given = 0;  ///< since the start
  double park_jobs_last_month = 0;
  double returned_share = 0;  ///< of trained seekers, those back from the coast
};

}  // namespace park
