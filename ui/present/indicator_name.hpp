// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "indicators/indicators.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// The name of an indicator without what it explains in brackets.
[[nodiscard]] std::string indicator_name(const IndicatorColumn& indicator, const Texts& texts);

}  // namespace park::ui
