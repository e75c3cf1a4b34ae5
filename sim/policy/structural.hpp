// SPDX-License-Identifier: MIT
#pragma once

namespace park {

/// What the model's authors chose within a range. Meaning, unit, range and source: the rows in structural.cpp.
struct Structural {
  double pool_agents = 6000;
  double pool_weight = 8;
};

}  // namespace park
