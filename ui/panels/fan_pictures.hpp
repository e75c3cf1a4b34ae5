// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "charts/fan_chart.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {

[[nodiscard]] FanChart jobs_picture(const ShownFutures& shown);
/// Standard floor built and let, and what the baseline lets.
[[nodiscard]] FanChart floor_picture(const ShownFutures& shown);
/// The developer's cash, with the trough and the month of payback in the head.
[[nodiscard]] FanChart cash_picture(const ShownFutures& shown);
/// People at work and promised, open posts, and those who came home, with the months of the spring festival.
[[nodiscard]] FanChart labour_picture(const ShownFutures& shown);
/// Loans granted, guarantees outstanding and what they cost.
[[nodiscard]] FanChart loans_picture(const ShownFutures& shown);
/// Any indicator by its key.
[[nodiscard]] FanChart indicator_picture(const ShownFutures& shown, const std::string& key);

}  // namespace park::ui
