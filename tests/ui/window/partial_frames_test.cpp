// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <SFML/Graphics/RenderTexture.hpp>
#include <SFML/Window/Context.hpp>
#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "backend/display.hpp"
#include "scenario/load.hpp"
#include "workplace.hpp"

namespace park::ui {
namespace {

constexpr Size size{1280, 720};
/// A map at rest is drawn into a picture of its own, at other coordinates: of a million pixels one or two on
/// the edge of a triangle may fall to its other side.
constexpr int on_edges = 8;

sf::Event mouse_at(int x, int y) {
  sf::Event event{};
  event.type = sf::Event::MouseMoved;
  event.mouseMove = {x, y};  // NOLINT(cppcoreguidelines-pro-type-union-access): so SFML takes its events
  return event;
}

/// A window that keeps what was drawn and one that is drawn whole in every frame show the same.
class PartialFrames : public testing::Test {
 protected:
  void SetUp() override {
    if (display_.fault() != DisplayFault::None) GTEST_SKIP() << "no display";
    context_ = std::make_unique<sf::Context>();
    ASSERT_TRUE(piecewise_.create(size.width, size.height) && whole_.create(size.width, size.height));
    session_ = std::make_shared<Session>(Session::Options());
    ASSERT_TRUE(session_->open(shipped_data_folder() / "scenarios/whole_package.json").ok());
    place_ =
        std::make_unique<Workplace>(session_, Request(), size, Language::Chinese, Gui::Drawing::ByOpenGl);
    place_->dashboard().is_still = true;
    for (int frame = 0; frame < 3; ++frame) {
      draw(0);
      place_->dashboard().wait_for_work();
    }
  }

  /// Returns the pixels that were drawn, as a share of the frame.
  double draw(double seconds) {
    const auto patches = place_->draw(piecewise_, seconds, is_drawn_);
    is_drawn_ = true;
    std::int64_t area = 0;
    for (const Patch& patch : patches) area += patch.area();
    return static_cast<double>(area) / (size.width * size.height);
  }
  /// Pixels in which they differ by more than rounding.
  int differing() {
    static_cast<void>(place_->draw(whole_, 0));
    piecewise_.display();
    whole_.display();
    const sf::Image a = piecewise_.getTexture().copyToImage();
    const sf::Image b = whole_.getTexture().copyToImage();
    int count = 0;
    for (unsigned y = 0; y < size.height; ++y) {
      for (unsigned x = 0; x < size.width; ++x) {
        const sf::Color p = a.getPixel(x, y);
        const sf::Color q = b.getPixel(x, y);
        if (std::abs(p.r - q.r) + std::abs(p.g - q.g) + std::abs(p.b - q.b) > 6) ++count;
      }
    }
    return count;
  }
  /// The middle of the map as the window that keeps what was drawn shows it.
  std::vector<std::uint32_t> middle_of_map() {
    piecewise_.display();
    const sf::Image image = piecewise_.getTexture().copyToImage();
    const Projection* projection = dashboard().map.view(0).projection();
    if (projection == nullptr) return {};
    const sf::Rect<unsigned> area(projection->area());
    std::vector<std::uint32_t> pixels;
    for (unsigned y = area.top + area.height * 2 / 5; y < area.top + area.height * 7 / 10; ++y) {
      for (unsigned x = area.left + area.width * 3 / 10; x < area.left + area.width * 7 / 10; ++x)
        pixels.push_back(image.getPixel(x, y).toInteger());
    }
    return pixels;
  }
  [[nodiscard]] Dashboard& dashboard() { return place_->dashboard(); }

  std::unique_ptr<Workplace> place_;

 private:
  DisplayConnection display_;
  std::unique_ptr<sf::Context> context_;  ///< one for all that is drawn, as in a program with a window
  sf::RenderTexture piecewise_, whole_;
  std::shared_ptr<Session> session_;
  bool is_drawn_ = false;
};

TEST_F(PartialFrames, NothingIsDrawnWhereNothingChanged) {
  draw(0);
  EXPECT_EQ(draw(0), 0);
  EXPECT_LE(differing(), on_edges);
}

TEST_F(PartialFrames, WhileMonthsGoByAllIsAsInAWholeFrame) {
  dashboard().time.go_to(20, dashboard().months());
  dashboard().time.toggle_play(dashboard().months());
  double least = 1;
  for (int frame = 0; frame < 90; ++frame) least = std::min(least, draw(1.0 / 60));
  EXPECT_LT(least, 0.1);
  dashboard().time.toggle_play(dashboard().months());
  for (int frame = 0; frame < 8; ++frame) draw(1.0 / 60);  // the map follows
  EXPECT_LE(differing(), on_edges);
}

TEST_F(PartialFrames, AMonthsMapIsNeverSeenHalfDrawn) {
  const auto show = [&](int month) {
    dashboard().time.go_to(month, dashboard().months());
    std::vector<std::vector<std::uint32_t>> seen;
    for (int frame = 0; frame < 12; ++frame) {
      draw(1.0 / 60);
      seen.push_back(middle_of_map());
    }
    return seen;
  };
  for (int month = 1; month < 12; ++month) {
    dashboard().time.go_to(month, dashboard().months());
    draw(1.0 / 60);
  }
  const auto early = show(12).back();
  const auto seen = show(120);
  const auto& late = seen.back();
  ASSERT_NE(early, late);
  for (const auto& middle : seen) EXPECT_TRUE(middle == early || middle == late);
  const auto changes_at = std::ranges::find(seen, late) - seen.begin();
  EXPECT_GT(changes_at, 0) << "the ground takes one frame, what stands on it the next";
  EXPECT_LE(differing(), on_edges);
}

TEST_F(PartialFrames, WhereAHandMovesOverItAllIsAsInAWholeFrame) {
  // Over the map, a chart, the cards, the levers, and away.
  for (const auto& [x, y] : {std::pair{500, 330},
                             {520, 340},
                             {640, 400},
                             {1100, 200},
                             {400, 70},
                             {120, 300},
                             {640, 715},
                             {600, 360}}) {
    place_->take(mouse_at(x, y));
    for (int frame = 0; frame < 3; ++frame) draw(1.0 / 60);
    EXPECT_LE(differing(), on_edges) << x << ", " << y;
  }
}

TEST_F(PartialFrames, WhereAPageThemeOrLanguageChangesAllIsAsInAWholeFrame) {
  const auto settle = [&] {
    for (int frame = 0; frame < 4; ++frame) draw(1.0 / 60);
    return differing();
  };
  dashboard().planner.page = Page::Clauses;
  EXPECT_LE(settle(), on_edges);
  dashboard().view.theme = ThemeKind::Light;
  EXPECT_LE(settle(), on_edges);
  dashboard().planner.page = Page::Pictures;
  EXPECT_LE(settle(), on_edges);
  dashboard().view.language = Language::English;
  EXPECT_LE(settle(), on_edges);
  dashboard().view.scale = 1.5F;
  EXPECT_LE(settle(), on_edges);
  dashboard().map.toggle_view();
  for (int frame = 0; frame < 90; ++frame) draw(1.0 / 60);
  EXPECT_LE(settle(), on_edges);
}

}  // namespace
}  // namespace park::ui
