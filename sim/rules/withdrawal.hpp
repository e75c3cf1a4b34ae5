// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// A paper signing fades away some time after its promised date; true if this month.
[[nodiscard]] bool withdraws_paper(World& world, Project& project);

/// A serious project withdraws with a hazard that grows with delay beyond the promised date; gives its site
/// and permit back. True if this month.
[[nodiscard]] bool withdraws(World& world, Project& project, Cause cause);

}  // namespace park
