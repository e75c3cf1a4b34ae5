// SPDX-License-Identifier: MIT
#include "rules/growth.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "rules/clocks.hpp"
#include "rules/contracts.hpp"

namespace park {
namespace {

/// Hazards a month of the three ways to grow, competing.
struct GrowthHazards {
  double expansion = 0;
  double branch = 0;
  double spin_off = 0;
};

GrowthHazards growth_hazards(const World& world, const Tenant& tenant) {
  const Structural& s = world.now.structural;
  GrowthHazards hazards;
  const bool is_busy = tenant.utilisation > 0.9 * s.normal_utilisation;
  const double well = std::clamp(tenant.margin_12 / 0.08, 0.0, 2.0);
  if (tenant.at_capacity && is_busy) hazards.expansion = s.expansion_year / 12 * well;
  const bool has_parent = tenant.plant.is_branch_of_origin;
  if (has_parent && tenant.at_capacity) hazards.branch = s.branch_year / 12 * well;
  hazards.spin_off = s.spin_off_per_worker_year / 12 * tenant.workers;
  return hazards;
}

/// What grows out of a tenant whose clock is up, and the clock of the next time.
struct GrowthDraw {
  Offspring kind = Offspring::SpinOff;
  double workers = 0;
  double next_clock = 1;
};

GrowthDraw draw_growth(const World& world, const Tenant& tenant, const GrowthHazards& hazards) {
  RandomStream stream{world.seed, Draw::Expansion, tenant.plant.who.number(),
                      static_cast<std::uint32_t>(world.month)};
  const double u = stream.uniform() * (hazards.expansion + hazards.branch + hazards.spin_off);
  const double size = 0.25 + 0.35 * stream.uniform();
  GrowthDraw draw;
  draw.next_clock = draw_clock(stream);
  if (u < hazards.expansion) {
    draw.kind = Offspring::Expansion;
    draw.workers = tenant.plant.workers_promised * size;
  } else if (u < hazards.expansion + hazards.branch) {
    draw.kind = Offspring::Branch;
    draw.workers = tenant.plant.workers_promised * (0.3 + size);
  } else {
    draw.workers = std::clamp(0.12 * tenant.plant.workers_promised, 8.0, 60.0);
  }
  return draw;
}

EventKind event_of(Offspring kind) {
  if (kind == Offspring::Expansion) return EventKind::Expanded;
  return kind == Offspring::Branch ? EventKind::Branched : EventKind::SpunOff;
}

}  // namespace

void grow(World& world) {
  const std::size_t count = world.tenants.size();
  for (std::size_t i = 0; i < count; ++i) {
    Tenant& tenant = world.tenants[i];
    const bool is_grown_up = world.month - tenant.producing_month >= 18;
    if (!is_grown_up || tenant.offspring >= 63 || !has_room_for_offspring(tenant.plant.who)) continue;
    const GrowthHazards hazards = growth_hazards(world, tenant);
    tenant.clocks.growth -= hazards.expansion + hazards.branch + hazards.spin_off;
    if (tenant.clocks.growth > 0) continue;
    const GrowthDraw draw = draw_growth(world, tenant, hazards);
    tenant.clocks.growth = draw.next_clock;
    const auto workers = static_cast<int>(std::lround(draw.workers));
    if (!open_offspring(world, tenant, draw.kind, tenant.offspring + 1U, workers)) continue;
    ++tenant.offspring;
    world.journal.record(world.month, event_of(draw.kind), tenant.plant.who, 0, draw.workers);
  }
}

}  // namespace park
