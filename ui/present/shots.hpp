// SPDX-License-Identifier: MIT
#pragma once

#include "map/camera.hpp"
#include "map/map_ground.hpp"
#include "study/briefing/storyboard.hpp"

namespace park::ui {

/// The camera of a shot in a picture of that area. A place that the map does not have is shown as the whole
/// park.
[[nodiscard]] MapCamera camera_of(const study::Shot& shot, const MapGround& ground, sf::FloatRect area);

/// The camera's flight takes no longer than this: then it stands, and the park can be read.
inline constexpr double longest_flight_seconds = 6;

/// How much of its flight a chapter's camera has done, 0 to 1; 1 where it never moves.
[[nodiscard]] double flight_done(const study::Chapter& chapter, double chapter_seconds);

/// On the way of a chapter's camera.
[[nodiscard]] MapCamera camera_at(const study::Chapter& chapter, double chapter_seconds,
                                  const MapGround& ground, sf::FloatRect area);

}  // namespace park::ui
