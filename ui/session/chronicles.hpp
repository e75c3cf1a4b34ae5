// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "session/background.hpp"
#include "session/park_chronicle.hpp"

namespace park::ui {

/// The lives that maps show, one a scenario on screen, recorded in the background when somebody looks.
class Chronicles {
 public:
  static constexpr std::size_t most = 4;

  /// The scenarios on screen, by place in the futures.
  void look_at(const std::vector<std::shared_ptr<const Scenario>>& scenarios, std::uint64_t seed);

  /// Asks for a place's chronicle unless that is done already, and gives the newest there is: of what the
  /// scenario was before while the new one is recorded, null before the first.
  [[nodiscard]] std::shared_ptr<const ParkChronicle> want(std::size_t place);
  /// Why the newest could not be recorded; empty if it could.
  [[nodiscard]] std::string failure(std::size_t place) const { return screens_[place].recorder.failure(); }
  /// Blocks until the place is recorded: for tests and still pictures.
  [[nodiscard]] std::shared_ptr<const ParkChronicle> wait(std::size_t place);

 private:
  struct Screen {
    std::shared_ptr<const Scenario> scenario;
    std::uint64_t seed = 0;
    bool is_asked = false;
    Background<ParkChronicle> recorder{behind_the_ensemble};
  };
  std::array<Screen, most> screens_;
};

}  // namespace park::ui
