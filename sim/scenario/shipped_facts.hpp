// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "scenario/scenario.hpp"

namespace park {

/// Chain, clauses and places as shipped. Throws WorldError if they cannot be read.
[[nodiscard]] std::shared_ptr<const Facts> shipped_facts();

}  // namespace park
