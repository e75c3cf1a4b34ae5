// SPDX-License-Identifier: MIT
#include "panels/parameter_rows.hpp"

#include <gtest/gtest.h>

#include "backend/gui.hpp"
#include "panels/shell_layout.hpp"
#include "shipped_scenario.hpp"

namespace park::ui {
namespace {

/// In the smallest window.
TEST(ParameterRows, EveryNameStandsWhole) {
  park::test::find_shipped_data();
  Session session({.runs = 1, .workers = 1});
  Dashboard dashboard{session};
  const Theme& theme = theme_of(ThemeKind::Dark);
  Gui gui{Gui::Drawing::Nowhere};
  gui.set_type(1);
  const float width = shell_layout(1280, 720, 1, true).levers.w - 30;
  for (const Language language : {Language::Chinese, Language::English}) {
    const Texts texts = Texts::load(language);
    const Look look{texts, theme, gui.fonts()};
    auto groups = lever_groups(dashboard, texts, {});
    groups.push_back(assumption_groups(dashboard, texts, {}).front());
    for (const ControlGroup& group : groups) {
      for (const ControlRow& row : group.rows) {
        for (const std::string& line : name_lines(look, row, {2026, 1}, width))
          EXPECT_FALSE(line.ends_with("…")) << row.name;
      }
    }
  }
}

}  // namespace
}  // namespace park::ui
