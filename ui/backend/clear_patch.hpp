// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>

#include "backend/patch.hpp"
#include "backend/theme.hpp"

namespace park::ui {

/// Fills a patch of a target and nothing else.
void clear_patch(sf::RenderTarget& target, const Patch& patch, Color color);

}  // namespace park::ui
