// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park::test {

/// The labour step of MODEL.md 7.14 a third time, in place of the rule: every person decides alone by a draw
/// of his own, none from the model's streams. Nothing is rounded or carried over, so whole runs agree with
/// the rule in distribution only.
void live_labour_month_by_person(World& world);

}  // namespace park::test
