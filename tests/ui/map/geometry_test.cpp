// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <numeric>

#include "map/camera.hpp"
#include "map/furniture.hpp"
#include "map/lots.hpp"
#include "map/plane.hpp"
#include "map/shelf.hpp"
#include "map/triangulate.hpp"

namespace park::ui {
namespace {

double area_of(const std::vector<PointM>& triangles) {
  double sum = 0;
  for (std::size_t t = 0; t + 2 < triangles.size(); t += 3) {
    const double area = cross(triangles[t + 1] - triangles[t], triangles[t + 2] - triangles[t]) / 2;
    EXPECT_GT(area, 0);
    sum += area;
  }
  return sum;
}

const RingM comb = {{0, 0}, {10, 0}, {10, 8}, {8, 8}, {8, 2}, {6, 2},
                    {6, 8}, {4, 8},  {4, 2},  {2, 2}, {2, 8}, {0, 8}};

TEST(Triangles, CoverAConcavePolygonOnce) {
  EXPECT_DOUBLE_EQ(area_of(triangulated({comb})), 2 * 10 + 3 * 2 * 6);
}

TEST(Triangles, GiveTheSameAreaWhicheverWayTheRingRuns) {
  RingM turned(comb.rbegin(), comb.rend());
  turned.push_back(turned.front());  // closed, as in a file
  EXPECT_DOUBLE_EQ(area_of(triangulated({turned})), 56);
}

TEST(Triangles, LeaveHolesOut) {
  const RingM square = {{0, 0}, {20, 0}, {20, 20}, {0, 20}};
  const RingM one = {{2, 2}, {6, 2}, {6, 6}, {2, 6}};
  const RingM other = {{10, 10}, {15, 11}, {12, 16}};
  const std::vector<PointM> triangles = triangulated({square, one, other});
  EXPECT_NEAR(area_of(triangles), 400 - 16 - std::abs(signed_area(other)), 1e-9);
  for (std::size_t t = 0; t + 2 < triangles.size(); t += 3) {
    const PointM middle = (1.0 / 3) * (triangles[t] + triangles[t + 1] + triangles[t + 2]);
    EXPECT_FALSE(is_inside(one, middle) || is_inside(other, middle));
  }
}

TEST(Triangles, OfNothingAreNone) {
  EXPECT_TRUE(triangulated({}).empty());
  EXPECT_TRUE(triangulated({{{0, 0}, {1, 1}}}).empty());
}

const RingM field = {{0, 0}, {120, 10}, {110, 90}, {40, 100}, {-10, 60}};

TEST(Lots, ShareTheGroundInTheGivenProportions) {
  const std::vector<double> weights = {1, 3, 2, 2};
  const std::vector<RingM> lots = divided(field, weights, {0, 0});
  ASSERT_EQ(lots.size(), 4U);
  for (std::size_t k = 0; k < lots.size(); ++k) {
    EXPECT_NEAR(signed_area(lots[k]), signed_area(field) * weights[k] / 8, 1e-3 * signed_area(field));
    for (std::size_t other = 0; other < k; ++other) EXPECT_FALSE(is_inside(lots[k], middle_of(lots[other])));
  }
  // The first one lies nearest to where it should begin.
  EXPECT_LT(length(middle_of(lots[0])), length(middle_of(lots[3])));
}

TEST(Lots, HallsStandInsideAndApart) {
  const std::vector<RingM> halls = halls_in(field, 2500, {20, 60, 8, 5});
  ASSERT_FALSE(halls.empty());
  double area = 0;
  for (const RingM& hall : halls) {
    area += std::abs(signed_area(hall));
    for (const PointM& corner : hall) EXPECT_TRUE(is_inside(field, corner));
    for (const RingM& other : halls) {
      EXPECT_TRUE(&other == &hall || !is_inside(other, middle_of(hall)));
    }
  }
  EXPECT_NEAR(area, 2500, 300);
}

TEST(Lots, AreBuiltOnHoweverSmall) {
  const RingM yard = {{0, 0}, {9, 0}, {9, 12}, {0, 12}};
  const std::vector<RingM> halls = halls_in(yard, 30, {26, 110, 12, 7});
  ASSERT_EQ(halls.size(), 1U);
  EXPECT_NEAR(std::abs(signed_area(halls[0])), 30, 1);
}

TEST(Shelf, GivesTheLowestPlaceThatIsFreeAllTheTime) {
  Shelf shelf;
  EXPECT_EQ(shelf.place(10, 0, 20), 0);
  EXPECT_EQ(shelf.place(5, 0, 5), 10);
  EXPECT_EQ(shelf.place(5, 3, 9), 15);
  EXPECT_EQ(shelf.place(5, 6, 9), 10);    // the second has left
  EXPECT_EQ(shelf.place(6, 10, 12), 10);  // and so has the third
  EXPECT_EQ(shelf.place(3, 30, 40), 0);
  EXPECT_EQ(shelf.length(), 20);
}

TEST(Plane, ATightBoxFollowsTheLongestDirection) {
  const Frame tilted{{5, 5}, unit({3, 1})};
  const RingM hall = {tilted.at(0, 0), tilted.at(80, 0), tilted.at(80, 20), tilted.at(0, 20)};
  const TiltedBox box = tightest_box(hall);
  EXPECT_NEAR(box.length, 80, 1e-9);
  EXPECT_NEAR(box.width, 20, 1e-9);
  EXPECT_NEAR(std::abs(dot(box.frame.along, tilted.along)), 1, 1e-9);
}

const sf::FloatRect area(40, 30, 800, 450);

TEST(Camera, FindsTheGroundUnderAPixel) {
  for (const double pitch : {90.0, 42.0}) {
    MapCamera camera{{120, -80}, 3.2, pitch, -24};
    const Projection projection(camera, area);
    const PointM back = projection.ground_at(projection.at({310, 95}));
    EXPECT_NEAR(back.east, 310, 0.01);
    EXPECT_NEAR(back.north, 95, 0.01);
  }
}

TEST(Camera, ZoomsAtTheMouse) {
  const MapCamera camera{{0, 0}, 4, 42, -24};
  const sf::Vector2f mouse(200, 120);
  const PointM before = Projection(camera, area).ground_at(mouse);
  const MapCamera closer = zoomed_at(camera, area, mouse, 2);
  EXPECT_NEAR(distance(Projection(closer, area).ground_at(mouse), before), 0, 0.01);
  EXPECT_DOUBLE_EQ(closer.metres_per_pixel, 2);
  EXPECT_DOUBLE_EQ(zoomed_at(camera, area, mouse, 1e9).metres_per_pixel, closest_m_per_px);
}

TEST(Camera, PansWithTheMouse) {
  const MapCamera camera{{0, 0}, 4, 42, -24};
  const PointM grabbed = Projection(camera, area).ground_at({300, 200});
  const MapCamera moved = panned(camera, area, {60, -25});
  const sf::Vector2f there = Projection(moved, area).at(grabbed);
  EXPECT_NEAR(there.x, 360, 0.05);
  EXPECT_NEAR(there.y, 175, 0.05);
}

TEST(Camera, FitsAllPoints) {
  const std::vector<PointM> points = {{-2000, 300}, {1500, -900}, {400, 1200}};
  const MapCamera fit = fitted(points, MapCamera{{0, 0}, 1, 42, -24}, area);
  for (const PointM& point : points) EXPECT_TRUE(area.contains(Projection(fit, area).at(point)));
}

TEST(Camera, FliesFromOneViewToAnother) {
  const MapCamera from{{0, 0}, 4, 90, 0};
  const MapCamera to{{2000, 500}, 0.5, 42, -24};
  EXPECT_TRUE(flown(from, to, 0) == from);
  EXPECT_NEAR(distance(flown(from, to, 1).centre, to.centre), 0, 1e-9);
  EXPECT_NEAR(flown(from, to, 1).metres_per_pixel, 0.5, 1e-9);
  EXPECT_NEAR(flown(from, to, 0.5).pitch_degrees, 66, 1e-9);
}

TEST(ScaleBar, IsARoundLength) {
  EXPECT_EQ(round_length_m(99), 50);
  EXPECT_EQ(round_length_m(100), 100);
  EXPECT_EQ(round_length_m(49), 20);
  EXPECT_EQ(round_length_m(1.4), 1);
}

}  // namespace
}  // namespace park::ui
