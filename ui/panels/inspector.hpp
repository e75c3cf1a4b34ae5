// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "charts/box.hpp"
#include "map/park_map_view.hpp"
#include "session/stories.hpp"

namespace park::ui {

struct Dashboard;
struct Look;

/// What the inspector looks at.
struct InspectorWishes {
  const ParkMapView& view;
  std::shared_ptr<const ParkChronicle> chronicle;
  const Dashboard& dashboard;
  const Look& look;
  MapTarget target;
  Stories& stories;
};

struct InspectorAnswer {
  MapTarget wanted;  ///< what was clicked in the card; nothing else
  bool is_closed = false;
  bool is_waiting = false;  ///< the firm's story is being told in the background
};

inline constexpr float inspector_width = 296;  ///< pixels at 100 %

/// The card of what is selected, over the right side of the map; nothing where nothing is.
InspectorAnswer draw_inspector(const InspectorWishes& wishes, const Box& map);

}  // namespace park::ui
