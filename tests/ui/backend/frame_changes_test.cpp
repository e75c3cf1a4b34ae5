// SPDX-License-Identifier: MIT
#include "backend/frame_changes.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "backend/gui.hpp"

namespace park::ui {
namespace {

constexpr ImU32 white = 0xFFFFFFFF;

class Frames : public testing::Test {
 protected:
  Frames() { gui_.set_type(1); }

  /// The patches that differ once `paint` has drawn into one of two windows.
  std::vector<Patch> after(const std::function<void(ImDrawList&)>& paint, bool has_second = true) {
    gui_.begin_frame({800, 600}, 0.01F);
    window("first", 0, paint);
    if (has_second)
      window("second", 400, [](ImDrawList& list) { list.AddRectFilled({410, 10}, {500, 50}, white); });
    EXPECT_TRUE(gui_.end_frame());
    return gui_.changes();
  }

 private:
  static void window(const char* name, float x, const std::function<void(ImDrawList&)>& paint) {
    ImGui::SetNextWindowPos({x, 0});
    ImGui::SetNextWindowSize({400, 600});
    ImGui::Begin(name, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground);
    paint(*ImGui::GetWindowDrawList());
    ImGui::End();
  }

  Gui gui_{Gui::Drawing::Nowhere};
};

std::function<void(ImDrawList&)> bar_to(float right) {
  return [right](ImDrawList& list) {
    list.AddRectFilled({20, 100}, {right, 120}, white);
    list.AddRectFilled({20, 300}, {120, 320}, white);
  };
}

Patch all_of(const std::vector<Patch>& patches) {
  Patch all;
  for (const Patch& patch : patches) all = together(all, patch);
  return all;
}

TEST_F(Frames, TheFirstIsAllNew) { EXPECT_EQ(all_of(after(bar_to(100))), (Patch{0, 0, 800, 600})); }

TEST_F(Frames, ThatAreEqualDifferNowhere) {
  static_cast<void>(after(bar_to(100)));
  static_cast<void>(after(bar_to(100)));  // Dear ImGui hides a window in its first frame
  EXPECT_TRUE(after(bar_to(100)).empty());
}

TEST_F(Frames, DifferWhereATriangleMoved) {
  for (int i = 0; i < 2; ++i) static_cast<void>(after(bar_to(100)));
  EXPECT_EQ(all_of(after(bar_to(150))), (Patch{20, 100, 150, 120}));
  EXPECT_EQ(all_of(after(bar_to(60))), (Patch{20, 100, 150, 120}));
}

TEST_F(Frames, DifferInAllOfAWindowThatHasOtherTriangles) {
  for (int i = 0; i < 2; ++i) static_cast<void>(after(bar_to(100)));
  EXPECT_EQ(all_of(after([](ImDrawList& list) {
              list.AddRectFilled({30, 500}, {40, 510}, white);
            })),
            (Patch{20, 100, 120, 510}));
}

TEST_F(Frames, DifferWhereAWindowIsGone) {
  for (int i = 0; i < 2; ++i) static_cast<void>(after(bar_to(100)));
  EXPECT_EQ(all_of(after(bar_to(100), false)), (Patch{410, 10, 500, 50}));
}

}  // namespace
}  // namespace park::ui
