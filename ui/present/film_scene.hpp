// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "map/map_ground.hpp"
#include "session/futures.hpp"
#include "session/park_chronicle.hpp"

namespace park::ui {

/// What a film shows of its scenarios: the range of their futures for the numbers, and of each the life of
/// its park under the first seed for the map. Immutable.
class FilmScene {
 public:
  struct Wishes {
    /// The reference first; all of the same months, one to three.
    std::vector<std::shared_ptr<const Scenario>> scenarios;
    std::uint64_t seed = 0;  ///< of the first run
    std::size_t runs = 64;
  };

  /// Lives them all, which takes a second. Throws WorldError where a run fails.
  explicit FilmScene(const Wishes& wishes);
  /// Of what was lived elsewhere; everything by scenario.
  FilmScene(std::shared_ptr<const Futures> futures,
            std::vector<std::shared_ptr<const ParkChronicle>> chronicles,
            std::vector<std::shared_ptr<const MapGround>> grounds);

  [[nodiscard]] std::size_t count() const { return chronicles_.size(); }
  [[nodiscard]] const Futures& futures() const { return *futures_; }
  [[nodiscard]] const Scenario& scenario(std::size_t place) const { return futures_->scenario(place); }
  [[nodiscard]] const std::shared_ptr<const ParkChronicle>& chronicle(std::size_t place) const {
    return chronicles_[place];
  }
  /// Scenarios of the same park share their ground.
  [[nodiscard]] const std::shared_ptr<const MapGround>& ground(std::size_t place) const {
    return grounds_[place];
  }
  [[nodiscard]] const std::vector<std::shared_ptr<const MapGround>>& grounds() const { return grounds_; }

 private:
  std::shared_ptr<const Futures> futures_;
  std::vector<std::shared_ptr<const ParkChronicle>> chronicles_;
  std::vector<std::shared_ptr<const MapGround>> grounds_;
};

}  // namespace park::ui
