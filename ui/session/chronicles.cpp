// SPDX-License-Identifier: MIT
#include "session/chronicles.hpp"

#include "core/assert.hpp"

namespace park::ui {

void Chronicles::look_at(const std::vector<std::shared_ptr<const Scenario>>& scenarios, std::uint64_t seed) {
  PARK_ASSERT(scenarios.size() <= most);
  for (std::size_t place = 0; place < scenarios.size(); ++place) {
    Screen& screen = screens_[place];
    if (screen.scenario == scenarios[place] && screen.seed == seed) continue;
    screen.scenario = scenarios[place];
    screen.seed = seed;
    screen.is_asked = false;
    screen.recorder.give_up();
  }
}

std::shared_ptr<const ParkChronicle> Chronicles::want(std::size_t place) {
  PARK_ASSERT(place < most);
  Screen& screen = screens_[place];
  if (!screen.is_asked && screen.scenario) {
    screen.is_asked = true;
    screen.recorder.ask([scenario = screen.scenario, seed = screen.seed](const auto& cancel, auto&) {
      return record_chronicle(scenario, seed, &cancel);
    });
  }
  return screen.recorder.answer();
}

std::shared_ptr<const ParkChronicle> Chronicles::wait(std::size_t place) {
  static_cast<void>(want(place));
  return screens_[place].recorder.wait();
}

}  // namespace park::ui
