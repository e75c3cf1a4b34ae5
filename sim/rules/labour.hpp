// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>

#include "world/world.hpp"

namespace park {

/// Whole number near `expected` whose mean is exactly `expected`; `u` uniform in (0, 1).
[[nodiscard]] inline std::int64_t round_by_chance(double expected, double u) {
  if (expected <= 0) return 0;
  return static_cast<std::int64_t>(expected + u);
}

/// Whole people of a flow that is small and steady: what is left over waits in `carry`, so that nothing is
/// lost.
[[nodiscard]] inline int take_whole(float& carry, double amount) {
  const double due = static_cast<double>(carry) + std::max(0.0, amount);
  const auto whole = static_cast<int>(due);
  carry = static_cast<float>(due - whole);
  return whole;
}

/// People at work or on festival leave in park plants, and in all plants and pools together.
[[nodiscard]] std::int64_t park_headcount(const World& world);
[[nodiscard]] std::int64_t people_total(const World& world);

/// Posts a producing plant wants to fill now, its ramp to the promised number included.
[[nodiscard]] int wanted_workers(const World& world, const Tenant& tenant);

void keep_festival(World& world);  ///< those who go home for the new year, and come back
void let_workers_quit(World& world);
void move_people(World& world);  ///< return migration, training, dormitories, recruitment fund
void fill_vacancies(World& world);
void set_wage(World& world);

/// Tightness that a wage curve calls normal: expected flows of the opening state run for 24 months.
[[nodiscard]] double burn_in_tightness(const World& world);

/// A plant closes or a project ends: its people look for work again.
void dismiss(World& world, int workers, int skilled, int returnees, int festival_away);

}  // namespace park
