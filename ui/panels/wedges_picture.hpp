// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "charts/waterfall.hpp"
#include "panels/shown_futures.hpp"
#include "session/analyses.hpp"

namespace park::ui {

/// Parts shown by themselves; the smaller ones are summed up in one row.
inline constexpr std::size_t wedges_shown = 8;

/// What each changed lever brings to the difference to the baseline at the end.
[[nodiscard]] WaterfallChart wedges_picture(const ShownFutures& shown, const Finding<study::Wedges>& finding);

/// Name of a part of a scenario: the lever's or clause's label, or that of the timeline or the shocks.
[[nodiscard]] std::string part_name(const study::ScenarioPart& part, const Scenario& scenario,
                                    const Texts& texts);

}  // namespace park::ui
