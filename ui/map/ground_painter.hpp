// SPDX-License-Identifier: MIT
#pragma once

#include "map/camera.hpp"
#include "map/map_colors.hpp"
#include "map/map_ground.hpp"
#include "map/mesh.hpp"

namespace park::ui {

/// Pixels of a ring or line, without corners that nobody could see.
[[nodiscard]] std::vector<Pixel> seen(const Projection& projection, const RingM& ring, double height_m = 0);
/// Fills triangles; an edge that no line covers is left jagged.
void fill_inside(Mesh& mesh, const Projection& projection, const std::vector<PointM>& triangles,
                 sf::Color color);
/// Fills an area and smooths its edge.
void fill_area(Mesh& mesh, const Projection& projection, const GroundArea& area, sf::Color color);
/// Rows of a field, no denser than the eye can take at this zoom.
void hatch_area(Mesh& mesh, const Projection& projection, const GroundArea& area, PointM direction,
                double pixels_apart, float width, sf::Color color);

/// The country round the park: fields, forest, water, the park's own ground. Below parcels.
void paint_country(Mesh& mesh, const Projection& projection, const MapGround& ground,
                   const MapColors& colors);
/// Carriageways, marked lanes where they are wide enough. Above parcels.
void paint_roads(Mesh& mesh, const Projection& projection, const MapGround& ground, const MapColors& colors);
/// Boundary, ecological red line, reserve for later phases: outlines on top of the land.
void paint_outlines(Mesh& mesh, const Projection& projection, const MapGround& ground,
                    const MapColors& colors);
/// Trees along wide roads, shores and in the forest; nothing from afar.
void paint_trees(Mesh& mesh, const Projection& projection, const MapGround& ground, const MapColors& colors);

}  // namespace park::ui
