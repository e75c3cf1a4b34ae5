// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "world/world.hpp"

namespace park::test {

/// People by what they can do; each is counted once.
struct People {
  std::int64_t beginners = 0;
  std::int64_t trained_here = 0;
  std::int64_t from_coast = 0;  ///< trained there

  [[nodiscard]] std::int64_t trained() const { return trained_here + from_coast; }
  [[nodiscard]] std::int64_t all() const { return beginners + trained(); }
  friend bool operator==(const People&, const People&) = default;
};

struct PlainCrew {
  People here;
  People gone_home;  ///< for the festival
  CrewCarries carries;
};

/// All that the labour step changes, of a world before or after it.
struct LabourState {
  std::vector<PlainCrew> tenants;
  std::vector<PlainCrew> projects;
  std::vector<int> posts;  ///< of the tenants
  People seekers;
  std::array<std::int64_t, stage_count> district{};
  std::array<std::int64_t, stage_count> district_gone_home{};
  std::int64_t other_sector = 0;
  std::array<std::int64_t, region_count> away{};
  std::array<std::int64_t, 3> trainees{};
  std::int64_t moved_in = 0;
  double wage_yuan_month = 0;
  double tightness = 0;
  double vacancies_park = 0;
  double vacancies_district = 0;
  double quit_rate = 0;
  double beds_capacity = 0;
  double beds_in_use = 0;
  double school_places_given = 0;
  double park_jobs = 0;
  double school_places_carry = 0;
  double training_carry = 0;
  double fund_carry = 0;
  double arrivals_carry = 0;
  std::array<double, 4> cost_yuan{};  ///< schools, training, labour, dormitories: this month
};

[[nodiscard]] LabourState labour_state_of(const World& world);

/// The labour step of MODEL.md 7.14 a second time, slow and plain, with the same draws: what the state of
/// `before` must be after it. `before` is a world in its labour step, everything earlier in the month done.
[[nodiscard]] LabourState live_labour_month(const World& before);

}  // namespace park::test
