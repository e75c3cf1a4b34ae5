// SPDX-License-Identifier: MIT
#pragma once

#include "map/camera.hpp"
#include "map/map_ground.hpp"
#include "study/briefing/storyboard.hpp"

namespace park::ui {

/// The camera of a shot in a picture of that area. A place that the map does not have is shown as the whole
/// park.
[[nodiscard]] MapCamera camera_of(const study::Shot& shot, const MapGround& ground, sf::FloatRect area);

/// On the way of a chapter's camera, `share` 0 to 1 of the chapter.
[[nodiscard]] MapCamera camera_at(const study::Chapter& chapter, double share, const MapGround& ground,
                                  sf::FloatRect area);

}  // namespace park::ui
