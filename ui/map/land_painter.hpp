// SPDX-License-Identifier: MIT
#pragma once

#include "map/camera.hpp"
#include "map/layers.hpp"
#include "map/map_ground.hpp"
#include "map/mesh.hpp"
#include "map/site_plan.hpp"

namespace park::ui {

/// The months between which a fractional time lies, and how far from one to the other, 0 to 1.
struct Moment {
  const ParkPicture* before = nullptr;
  const ParkPicture* after = nullptr;
  double share = 0;

  [[nodiscard]] double month() const { return before->month + share; }
};
[[nodiscard]] Moment moment_at(const ParkChronicle& chronicle, double month);

/// Parcels and their lots in the legal state of the moment: as land looks, or in the colours of the layer of
/// legal states.
void paint_land(Mesh& mesh, const Projection& projection, const MapGround& ground, const SitePlan& plan,
                const ParkChronicle& chronicle, const Moment& moment, const MapColors& colors, bool by_law,
                const CategorySet& hidden);

}  // namespace park::ui
