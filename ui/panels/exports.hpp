// SPDX-License-Identifier: MIT
#pragma once

#include "charts/box.hpp"
#include "panels/dashboard.hpp"

namespace park::ui {

/// What files made of a scenario are called: as its own file; without one as a person calls it, letters and
/// digits only.
[[nodiscard]] std::string file_stem(const EditedScenario& tab, const Texts& texts);

/// Where exports of the dashboard go: `FOLDER/SCENARIO_PICTURE_2031-06.ENDING`, a number added where that
/// exists.
[[nodiscard]] std::filesystem::path export_file(const Dashboard& dashboard, const std::string& what,
                                                const std::string& ending);

/// Have a part of the window, or all of it, written as PNG once a frame without menus stands on the screen.
void export_picture(Dashboard& dashboard, PictureKind kind, const Box& part);
void export_window(Dashboard& dashboard, float width, float height);
void export_csv(Dashboard& dashboard, PictureKind kind, const std::string& text, const Look& look);
/// Every indicator of every scenario shown: `scenario,month,date,indicator,unit,mean,p025,...,n`.
void export_indicators(Dashboard& dashboard, const Look& look);

}  // namespace park::ui
