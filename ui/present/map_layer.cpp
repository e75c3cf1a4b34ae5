// SPDX-License-Identifier: MIT
#include "present/map_layer.hpp"

namespace park::ui {

MapLayer map_layer_of(std::string_view key) {
  for (std::size_t k = 0; k < map_layer_count; ++k) {
    if (key_of(static_cast<MapLayer>(k)) == key) return static_cast<MapLayer>(k);
  }
  return MapLayer::Milestone;
}

}  // namespace park::ui
