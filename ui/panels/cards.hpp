// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "panels/dashboard.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {

/// Indicators of the cards, the most wanted first: a narrow window shows fewer.
inline constexpr std::array<std::string_view, 8> card_indicators = {"firms_producing",
                                                                    "jobs",
                                                                    "output",
                                                                    "chain_completeness",
                                                                    "factory_vacancy",
                                                                    "fiscal_npv",
                                                                    "developer_peak_funding",
                                                                    "local_sourcing"};

/// Value at the month shown, signed difference to the baseline with its unit and 95 % interval; amber where
/// it is worse and the interval leaves out nought. A click shows the indicator's fan in the largest slot.
void draw_cards(Dashboard& dashboard, const std::vector<Box>& boxes, const ShownFutures& shown);

}  // namespace park::ui
