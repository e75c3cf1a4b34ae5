// SPDX-License-Identifier: MIT
#include "backend/theme.hpp"

#include <gtest/gtest.h>

namespace park::ui {
namespace {

class ThemeTest : public testing::TestWithParam<ThemeKind> {
 protected:
  const Theme& theme = theme_of(GetParam());
};

TEST(Contrast, IsThatOfTheStandard) {
  EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21, 1e-9);
  EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
}

/// WCAG 2.1: 4.5 for text, 3 for large type and for what a picture is read from.
TEST_P(ThemeTest, TypeCanBeReadOnPanelsAndControls) {
  for (const Color ground : {theme.panel, theme.field}) {
    EXPECT_GE(contrast(theme.text, ground), 7);
    EXPECT_GE(contrast(theme.text_muted, ground), 4.5);
    EXPECT_GE(contrast(theme.text_faint, ground), 3.8);
  }
  EXPECT_GE(contrast(theme.text_faint, theme.panel), 4.5);
  EXPECT_GE(contrast(theme.on_accent, theme.accent), 4.5);
  EXPECT_GE(contrast(theme.trouble, theme.panel), 4.5);
  EXPECT_GE(contrast(theme.scenario_text, theme.panel), 4.5);
}

TEST_P(ThemeTest, LinesStandOutFromThePanel) {
  for (const Color line : {theme.baseline, theme.scenario, theme.cursor})
    EXPECT_GE(contrast(line, theme.panel), 3);
}

TEST_P(ThemeTest, HuesAreTenApart) {
  for (std::size_t a = 0; a < hue_count; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const auto far = [](std::uint8_t one, std::uint8_t other) { return std::abs(one - other); };
      const Color x = theme.hues[a];
      const Color y = theme.hues[b];
      EXPECT_GE(far(x.r, y.r) + far(x.g, y.g) + far(x.b, y.b), 60) << a << " " << b;
    }
  }
}

TEST(ScenarioColor, TheBaselineIsGreyAndTheScenarioBlue) {
  const Theme& theme = theme_of(ThemeKind::Dark);
  EXPECT_EQ(scenario_color(theme, 0), theme.baseline);
  EXPECT_EQ(scenario_color(theme, 1), theme.scenario);
  EXPECT_NE(scenario_color(theme, 2), scenario_color(theme, 3));
}

INSTANTIATE_TEST_SUITE_P(Both, ThemeTest, testing::Values(ThemeKind::Dark, ThemeKind::Light));

}  // namespace
}  // namespace park::ui
