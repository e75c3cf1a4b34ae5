// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>

#include "map/site_plan.hpp"
#include "session/background.hpp"
#include "session/chronicles.hpp"

namespace park::ui {

/// A life and where everything in it stands.
struct PlannedLife {
  std::shared_ptr<const ParkChronicle> chronicle;
  std::shared_ptr<const SitePlan> plan;
};

/// Plans the sites of the lives that maps show, one a place in the futures, in the background: a plan
/// takes most of a frame's time.
class SitePlanner {
 public:
  static constexpr std::size_t most = Chronicles::most;

  /// Asks for the plan of a life unless that is done already, and gives the newest life that is planned: an
  /// earlier one while the plan is made, null before the first. A plan under way is finished first, so that a
  /// map moves on while a lever does.
  [[nodiscard]] std::shared_ptr<const PlannedLife> want(
      std::size_t place, const std::shared_ptr<const ParkChronicle>& chronicle);
  /// Why the newest could not be planned; empty if it could.
  [[nodiscard]] std::string failure(std::size_t place) const { return places_[place].planner.failure(); }
  /// Blocks until all plans asked for are there: for tests and still pictures.
  void wait() const;

 private:
  struct Place {
    std::shared_ptr<const ParkChronicle> asked;
    Background<PlannedLife> planner{behind_the_ensemble};
  };
  std::array<Place, most> places_;
};

}  // namespace park::ui
