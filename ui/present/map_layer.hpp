// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "map/layers.hpp"

namespace park::ui {

/// The layer of that key; that of milestones for any other text.
[[nodiscard]] MapLayer map_layer_of(std::string_view key);

}  // namespace park::ui
