// SPDX-License-Identifier: MIT
#include "study/patterns/measure.hpp"

#include <algorithm>

namespace park::study {

const PatternMeasureKind* find_measure(std::string_view id) {
  for (const auto measures : {pool_measures(), pipeline_measures(), arrival_measures(), site_measures(),
                              labour_measures(), profit_measures()}) {
    for (const PatternMeasureKind& kind : measures) {
      if (kind.id == id) return &kind;
    }
  }
  return nullptr;
}

bool is_relocated(const Identity& who) {
  const std::uint32_t last_step = who.path & 0xffU;
  return static_cast<Offspring>(last_step >> 6U) == Offspring::Return;
}

const Tenant* find_tenant(const World& world, const Identity& who) {
  const auto found = std::find_if(world.tenants.rbegin(), world.tenants.rend(),
                                  [&](const Tenant& tenant) { return tenant.plant.who == who; });
  return found == world.tenants.rend() ? nullptr : &*found;
}

const Project* find_project(const World& world, const Identity& who) {
  const auto found = std::find_if(world.projects.begin(), world.projects.end(),
                                  [&](const Project& project) { return project.plant.who == who; });
  return found == world.projects.end() ? nullptr : &*found;
}

}  // namespace park::study
