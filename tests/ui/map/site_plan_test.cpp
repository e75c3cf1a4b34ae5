// SPDX-License-Identifier: MIT
#include "map/site_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "map/layers.hpp"
#include "map/road_network.hpp"
#include "map/works.hpp"
#include "shipped_scenario.hpp"

namespace park::ui {
namespace {

class SitePlanOfTheShippedPark : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const auto scenario = test::shared(test::shipped_scenario(GetParam()));
    chronicle_ = record_chronicle(scenario, scenario->seed);
    plan_ = plan_sites(*chronicle_);
  }

  std::shared_ptr<const ParkChronicle> chronicle_;
  std::shared_ptr<const SitePlan> plan_;
};

bool share_ground(const Building& a, const Building& b) {
  const auto holds = [](const Building& one, const Building& other) {
    return is_inside(one.footprint, other.middle) || std::ranges::any_of(other.footprint, [&](PointM corner) {
             return is_inside(one.footprint, corner);
           });
  };
  return holds(a, b) || holds(b, a);
}

/// Buildings that stand in a month, with their parcel.
std::vector<std::pair<std::uint32_t, const Building*>> standing(const ParkChronicle& chronicle,
                                                                const SitePlan& plan, int month) {
  std::vector<std::pair<std::uint32_t, const Building*>> found;
  for (const FactorySite& site : plan.factories) {
    if (site.gone_from > month) found.emplace_back(site.parcel, &site.building);
  }
  for (std::size_t b = 0; b < plan.blocks.size(); ++b) {
    if (plan.blocks[b].parcel == no_index || chronicle.blocks()[b].started_month > month) continue;
    for (const Building& building : plan.blocks[b].buildings)
      found.emplace_back(plan.blocks[b].parcel, &building);
  }
  for (const PlotSite& site : plan.plots) {
    if (month < site.from_month || month > site.to_month) continue;
    for (const Building& building : site.buildings) found.emplace_back(site.parcel, &building);
  }
  for (std::uint32_t p = 0; p < plan.parcels.size(); ++p) {
    for (const CommonLot& lot : plan.parcels[p].lots) {
      if (lot.progress(month) <= 0) continue;
      for (const Building& building : lot.buildings) found.emplace_back(p, &building);
    }
  }
  return found;
}

TEST_P(SitePlanOfTheShippedPark, BuildsInsideParcelsAndNeverTwiceOnTheSameGround) {
  for (const int month : {0, 36, 66, 120}) {
    const auto buildings = standing(*chronicle_, *plan_, month);
    for (const auto& [parcel, building] : buildings) {
      if (parcel == no_index) continue;
      const RingM ring = open_ring(chronicle_->map().parcels[parcel].rings.front());
      EXPECT_TRUE(is_inside(ring, building->middle)) << month << " parcel " << parcel;
      for (const auto& [other_parcel, other] : buildings) {
        if (other == building || other_parcel != parcel) continue;
        EXPECT_FALSE(share_ground(*building, *other)) << month << " parcel " << parcel;
      }
    }
  }
}

TEST_P(SitePlanOfTheShippedPark, PutsEveryPlantWithASiteSomewhere) {
  for (const int month : {12, 66, 120}) {
    const ParkPicture& picture = chronicle_->at(month);
    for (const PlantSight& sight : picture.plants) {
      EXPECT_EQ(place_of(*plan_, picture, sight.plant).has_value(), sight.has_site)
          << month << ' ' << sight.plant;
    }
  }
}

TEST_P(SitePlanOfTheShippedPark, LetsNoFloorTwice) {
  for (const BlockSite& block : plan_->blocks) {
    for (const Tenancy& one : block.tenancies) {
      EXPECT_LE(one.to_m2, block.floor_m2 + 1);
      for (const Tenancy& other : block.tenancies) {
        if (&one == &other || one.from_month > other.to_month || other.from_month > one.to_month) continue;
        EXPECT_TRUE(one.to_m2 <= other.from_m2 + 1e-6 || other.to_m2 <= one.from_m2 + 1e-6);
      }
    }
  }
}

TEST_P(SitePlanOfTheShippedPark, ColoursLandByTheModelsAreas) {
  for (const int month : {0, 66, 120}) {
    const ParkPicture& picture = chronicle_->at(month);
    double shown = 0;
    double modelled = 0;
    for (std::size_t p = 0; p < plan_->parcels.size(); ++p) {
      modelled += static_cast<double>(picture.parcels[p].others_mu);
      for (const CommonLot& lot : plan_->parcels[p].lots) {
        const bool is_used = state_of(lot, picture.parcels[p]) == LegalState::Used;
        shown += is_used ? lot.to_mu - lot.from_mu : 0;
      }
    }
    EXPECT_NEAR(shown, modelled, 0.05 * modelled) << month;  // a lot is used or not, as a whole
  }
}

TEST_P(SitePlanOfTheShippedPark, IsTheSameAgain) {
  const auto again = plan_sites(*chronicle_);
  const auto a = standing(*chronicle_, *plan_, 90);
  const auto b = standing(*chronicle_, *again, 90);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t k = 0; k < a.size(); ++k) {
    ASSERT_EQ(a[k].second->middle.east, b[k].second->middle.east);
    ASSERT_EQ(a[k].second->middle.north, b[k].second->middle.north);
  }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, SitePlanOfTheShippedPark,
                         testing::Values("baseline", "whole_package", "build_first"));

TEST(RoadsOfTheShippedPark, LeadFromEveryParcelToEveryExit) {
  const Scenario scenario = test::shipped_scenario("baseline");
  const RoadNetwork roads(*scenario.map);
  ASSERT_GE(roads.exits().size(), 2U);
  for (const ParcelShape& parcel : scenario.map->parcels) {
    const std::uint32_t node = roads.nearest(parcel.centre);
    EXPECT_LT(distance(roads.at(node), parcel.centre), 500) << parcel.id;
    for (const std::uint32_t exit : roads.exits()) EXPECT_FALSE(roads.way(node, exit).empty()) << parcel.id;
  }
}

TEST(WorksOfTheShippedPark, StandOnTheirSites) {
  const Scenario scenario = test::shipped_scenario("baseline");
  const MapGround ground(scenario.map);
  const std::vector<Works> all = plan_works(ground);
  std::size_t tanks = 0;
  for (const Works& works : all) {
    tanks += works.tanks.size();
    const auto area = std::ranges::find(ground.features(), works.feature, &GroundArea::index);
    for (const Building& building : works.buildings) EXPECT_TRUE(is_inside(area->ring, building.middle));
  }
  EXPECT_EQ(all.size(), 7U);
  EXPECT_GE(tanks, 8U);
}

TEST(AMapOfOneParcel, IsEnough) {
  const auto loaded = load_park_map(R"({"type":"FeatureCollection","features":[{"type":"Feature",
    "properties":{"id":"a","kind":"parcel","legal_state":"used",
    "dates":{"approved":"2020-01","expropriated":"2020-06","supplied":"2021-01","used":"2022-01"}},
    "geometry":{"type":"Polygon","coordinates":[[[110,22],[110.004,22],[110.004,22.003],[110,22.003],[110,22]]]}}]})",
                                    "one.geojson");
  ASSERT_TRUE(loaded.ok()) << to_string(loaded.problems().front());
  Scenario scenario = test::shipped_scenario("baseline");
  scenario.map = std::make_shared<const ParkMap>(loaded.value());
  const auto chronicle = record_chronicle(test::shared(std::move(scenario)), 1);
  const auto plan = plan_sites(*chronicle);
  EXPECT_FALSE(standing(*chronicle, *plan, 0).empty());
  const MapGround ground(chronicle->shared_scenario()->map);
  EXPECT_TRUE(ground.roads().empty());
  EXPECT_TRUE(plan_works(ground).empty());
}

TEST(Legend, CountsEveryPlantOnce) {
  const auto scenario = test::shared(test::shipped_scenario("whole_package"));
  const auto chronicle = record_chronicle(scenario, scenario->seed);
  const ParkPicture& picture = chronicle->at(90);
  for (const MapLayer layer : {MapLayer::Milestone, MapLayer::Stage, MapLayer::Bottleneck}) {
    double sum = 0;
    const auto amounts = amounts_of(layer, *chronicle, picture);
    for (std::size_t k = 0; k < categories_of(layer, theme_of(ThemeKind::Dark)).size(); ++k)
      sum += amounts[k];
    EXPECT_EQ(sum, static_cast<double>(picture.plants.size()));
  }
}

}  // namespace
}  // namespace park::ui
