// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "session/park_chronicle.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// What a plant is called: its firm's name where the target list gives one, else its trade and the identity
/// that `parksim explain` takes; further plants of a firm say what they are.
[[nodiscard]] std::string plant_name(const ParkChronicle& chronicle, std::uint32_t plant, const Texts& texts);
/// The firm's name of the target list; empty for all others.
[[nodiscard]] std::string listed_name(const Scenario& scenario, const Identity& who);

}  // namespace park::ui
