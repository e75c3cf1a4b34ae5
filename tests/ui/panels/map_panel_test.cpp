// SPDX-License-Identifier: MIT
#include "panels/map_panel.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "panels/actions.hpp"
#include "scenario/load.hpp"
#include "workplace.hpp"

namespace park::ui {
namespace {

const sf::Vector2u size(1920, 1080);

/// The dashboard with two runs a scenario, driven by events and drawn nowhere.
class MapOfTheDashboard : public testing::Test {
 protected:
  void SetUp() override {
    setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1);
    Session::Options options;
    options.runs = 2;
    options.workers = 1;
    const auto session = std::make_shared<Session>(options);
    ASSERT_TRUE(session->open(shipped_data_folder() / "scenarios/whole_package.json").ok());
    place_ = std::make_unique<Workplace>(session, Request{}, Size{size.x, size.y}, Language::Chinese,
                                         Gui::Drawing::Nowhere);
    frame();
    settle();
    ASSERT_EQ(map().screen_count(), 1U);
    map().toggle_view();  // in plan a roof lies over its ground
    settle();
  }

  MapPanel& map() { return place_->dashboard().map; }
  void frame() { place_->build(size, 0.05); }
  /// Until nothing flies and nothing is worked on.
  void settle() {
    Session& session = place_->dashboard().session;
    static_cast<void>(session.wait());
    for (int k = 0; k < 24; ++k) {
      frame();
      static_cast<void>(session.chronicles().wait(0));
      static_cast<void>(session.chronicles().wait(1));
      map().wait_for_work();
    }
  }
  void press(sf::Keyboard::Key key) {
    sf::Event event{};
    event.type = sf::Event::KeyPressed;
    event.key.code = key;
    place_->take(event);
    frame();
  }
  void move(sf::Vector2f to) {
    sf::Event event{};
    event.type = sf::Event::MouseMoved;
    event.mouseMove = {static_cast<int>(to.x), static_cast<int>(to.y)};
    place_->take(event);
    frame();
  }
  void button(sf::Event::EventType type, sf::Vector2f at) {
    sf::Event event{};
    event.type = type;
    event.mouseButton = {sf::Mouse::Left, static_cast<int>(at.x), static_cast<int>(at.y)};
    place_->take(event);
    frame();
  }
  void click(sf::Vector2f at) {
    move(at);
    button(sf::Event::MouseButtonPressed, at);
    button(sf::Event::MouseButtonReleased, at);
  }
  const Projection& projection() { return *map().view(0).projection(); }
  sf::Vector2f middle() {
    const sf::FloatRect area = projection().area();
    return {area.left + area.width / 2, area.top + area.height / 2};
  }

  std::unique_ptr<Workplace> place_;
};

TEST_F(MapOfTheDashboard, KeysStepThroughFirmsAndGoThere) {
  press(sf::Keyboard::N);
  const MapSelection first = map().selection();
  ASSERT_EQ(first.kind, MapTarget::Kind::Plant);
  EXPECT_TRUE(map().is_moving());
  settle();
  EXPECT_FALSE(map().is_moving());
  const auto plant = map().view(0).chronicle().find(first.who);
  const auto there = map().view(0).place_of({MapTarget::Kind::Plant, plant.value()});
  ASSERT_TRUE(there.has_value());
  EXPECT_TRUE(projection().area().contains(projection().at(*there)));
  EXPECT_LT(projection().camera().metres_per_pixel, 1);
  press(sf::Keyboard::N);
  EXPECT_NE(map().selection(), first);
  press(sf::Keyboard::Escape);
  EXPECT_EQ(map().selection(), MapSelection{});
}

TEST_F(MapOfTheDashboard, AClickSelectsWhatIsUnderTheMouse) {
  press(sf::Keyboard::N);
  settle();
  const MapSelection wanted = map().selection();
  press(sf::Keyboard::Escape);
  const auto plant = map().view(0).chronicle().find(wanted.who);
  click(projection().at(*map().view(0).place_of({MapTarget::Kind::Plant, plant.value()})));
  EXPECT_EQ(map().selection(), wanted);
}

TEST_F(MapOfTheDashboard, TheWheelZoomsAtTheMouseAndDraggingPans) {
  const sf::Vector2f mouse = middle() + sf::Vector2f(-120, 60);
  move(mouse);
  const PointM under = projection().ground_at(mouse);
  const double before = projection().camera().metres_per_pixel;
  sf::Event wheel{};
  wheel.type = sf::Event::MouseWheelScrolled;
  wheel.mouseWheelScroll = {sf::Mouse::VerticalWheel, 2, static_cast<int>(mouse.x),
                            static_cast<int>(mouse.y)};
  place_->take(wheel);
  frame();
  EXPECT_LT(projection().camera().metres_per_pixel, before);
  EXPECT_NEAR(distance(projection().ground_at(mouse), under), 0, before);  // within a pixel
  button(sf::Event::MouseButtonPressed, mouse);
  move(mouse + sf::Vector2f(80, 30));
  button(sf::Event::MouseButtonReleased, mouse + sf::Vector2f(80, 30));
  EXPECT_NEAR(distance(projection().ground_at(mouse + sf::Vector2f(80, 30)), under), 0, before);
  EXPECT_EQ(map().selection(), MapSelection{});  // a drag is no click
}

TEST_F(MapOfTheDashboard, ShowsTheBaselineBesideOnOneCamera) {
  map().toggle_beside_baseline();
  frame();
  settle();
  ASSERT_EQ(map().screen_count(), 2U);
  EXPECT_EQ(map().view(0).chronicle().scenario().name, "baseline");
  EXPECT_TRUE(map().view(0).projection()->camera() == map().view(1).projection()->camera());
  EXPECT_FALSE(map().view(0).projection()->area().intersects(map().view(1).projection()->area()));
}

TEST_F(MapOfTheDashboard, KeysChangeLayerAndShowTheWhole) {
  press(sf::Keyboard::L);
  EXPECT_EQ(map().layer(), MapLayer::Stage);
  press(sf::Keyboard::N);
  settle();
  press(sf::Keyboard::O);
  settle();
  EXPECT_GT(projection().camera().metres_per_pixel, 3);
}

TEST_F(MapOfTheDashboard, EveryKindOfThingHasACard) {
  const ParkChronicle& chronicle = map().view(0).chronicle();
  std::vector<MapSelection> all = {{MapTarget::Kind::Block, {}, 0},
                                   {MapTarget::Kind::Block, {}, 1},
                                   {MapTarget::Kind::Parcel, {}, 3},
                                   {MapTarget::Kind::Team, {}, 1}};
  for (std::uint32_t f = 0; f < chronicle.map().features.size(); f += 7) {
    all.push_back({MapTarget::Kind::Feature, {}, f});
  }
  for (std::uint32_t p = 0; p < chronicle.plants().size(); p += 11) {
    all.push_back({MapTarget::Kind::Plant, chronicle.plants()[p].who, 0});
  }
  for (const MapSelection& selection : all) {
    map().select(selection);
    frame();
    EXPECT_EQ(map().selection(), selection);
  }
  // A firm that is in no life of this scenario is shown by no card and does no harm.
  map().select({MapTarget::Kind::Plant, Identity{Identity::Kind::Pool, 999999, 0}, 0});
  frame();
}

TEST_F(MapOfTheDashboard, IsNotDrawnUnderAPage) {
  carry_out(place_->dashboard(), Action::ShowClauses);
  frame();
  EXPECT_EQ(map().screen_count(), 0U);
  carry_out(place_->dashboard(), Action::ShowClauses);
  frame();
  EXPECT_EQ(map().screen_count(), 1U);
}

TEST_F(MapOfTheDashboard, WhatIsOpenIsComparedWhenNothingWasChosen) {
  Session& session = place_->dashboard().session;
  carry_out(place_->dashboard(), Action::CopyScenario);
  ASSERT_EQ(session.active(), 2U);
  carry_out(place_->dashboard(), Action::ShowCompare);
  EXPECT_EQ(session.compared(), std::vector<std::size_t>{1});
}

}  // namespace
}  // namespace park::ui
