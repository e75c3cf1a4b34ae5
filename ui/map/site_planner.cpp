// SPDX-License-Identifier: MIT
#include "map/site_planner.hpp"

#include "core/assert.hpp"

namespace park::ui {

std::shared_ptr<const PlannedLife> SitePlanner::want(std::size_t place,
                                                     const std::shared_ptr<const ParkChronicle>& chronicle) {
  PARK_ASSERT(place < most);
  Place& wanted = places_[place];
  if (wanted.asked != chronicle && !wanted.planner.is_busy()) {
    wanted.asked = chronicle;
    wanted.planner.ask([chronicle](const auto&, auto&) {
      return std::make_shared<const PlannedLife>(PlannedLife{chronicle, plan_sites(*chronicle)});
    });
  }
  return wanted.planner.answer();
}

void SitePlanner::wait() const {
  for (const Place& place : places_) static_cast<void>(place.planner.wait());
}

}  // namespace park::ui
