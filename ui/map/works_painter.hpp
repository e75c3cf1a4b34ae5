// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "map/camera.hpp"
#include "map/land_painter.hpp"
#include "map/map_colors.hpp"
#include "map/mesh.hpp"
#include "map/works.hpp"

namespace park::ui {

/// Load and capacity of a utility at a moment.
[[nodiscard]] UtilitySight utility_at(const Moment& moment, Utility utility);

/// The grounds of plants, homes and schools, and what on them is flat: tanks filled by the load, a pitch.
/// `most_wastewater_t_day`: the capacity for which all tanks stand, so that an extension is seen to be built.
void paint_works_ground(Mesh& mesh, const Projection& projection, const MapGround& ground,
                        std::span<const Works> works, const Moment& moment, double most_wastewater_t_day,
                        const Theme& theme, const MapColors& colors);
/// Chimneys and their steam, as much as is used; above buildings.
void paint_steam(Mesh& mesh, const Projection& projection, std::span<const Works> works, const Moment& moment,
                 double seconds, const MapColors& colors);

}  // namespace park::ui
