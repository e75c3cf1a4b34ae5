// SPDX-License-Identifier: MIT
#include "session/park_picture.hpp"

#include <algorithm>

namespace park::ui {

const PlantSight* ParkPicture::find(std::uint32_t plant) const {
  const auto found =
      std::lower_bound(plants.begin(), plants.end(), plant,
                       [](const PlantSight& sight, std::uint32_t n) { return sight.plant < n; });
  return found != plants.end() && found->plant == plant ? &*found : nullptr;
}

}  // namespace park::ui
