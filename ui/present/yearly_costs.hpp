// SPDX-License-Identifier: MIT
#pragma once

#include "charts/stacked.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {

/// What the policies cost by category, a bar a year: the categories that cost most in all scenarios together,
/// so that each has one colour everywhere, and the others as one.
[[nodiscard]] StackedChart yearly_costs(const ShownFutures& shown);

}  // namespace park::ui
