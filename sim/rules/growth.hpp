// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Tenants that do well expand, bring further parts of the parent firm (branches), and lose people who found
/// their own firms (spin-offs).
void grow(World& world);

}  // namespace park
