// SPDX-License-Identifier: MIT
#include "panels/dashboard.hpp"

#include <algorithm>

namespace park::ui {

void SlotBoard::show(std::size_t slot, PictureKind kind) {
  const auto elsewhere = std::find(shown.begin(), shown.end(), kind);
  if (elsewhere != shown.end()) *elsewhere = shown[slot];
  shown[slot] = kind;
}

bool Dashboard::is_working() const {
  const Analyses& analyses = session.analyses();
  return analyses.wedges().is_busy() || analyses.bottlenecks().is_busy() || is_chronicle_coming ||
         map.is_moving();
}

void Dashboard::wait_for_work() {
  static_cast<void>(session.wait());
  static_cast<void>(session.analyses().wedges().wait());
  static_cast<void>(session.analyses().bottlenecks().wait());
  for (std::size_t place = 0; futures && place < futures->scenario_count(); ++place)
    static_cast<void>(session.chronicles().wait(place));
  map.wait_for_work();
}

}  // namespace park::ui
