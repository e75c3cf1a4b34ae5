// SPDX-License-Identifier: MIT
#include "map/standing_factories.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "map/triangulate.hpp"

namespace park::ui {
namespace {

constexpr double old_hall_m = 8.5;
constexpr int most_storeys = 6;

std::uint32_t parcel_at(const ParkMap& map, PointM point) {
  for (std::size_t p = 0; p < map.parcels.size(); ++p) {
    if (is_inside(open_ring(map.parcels[p].rings.front()), point)) return static_cast<std::uint32_t>(p);
  }
  return no_index;
}

/// Sewing is done on several floors, wet and heavy work on the ground.
Building existing_factory(const MapFeature& feature, std::size_t ordinal) {
  RingM ring = open_ring(feature.shapes.front());
  const bool is_storeyed = feature.zone == "garment" || feature.zone == "services";
  if (is_storeyed)
    return building_on(std::move(ring), 3 + static_cast<int>(ordinal % 2), standard_storey_m, Roof::Flat);
  return building_on(std::move(ring), 1, old_hall_m, ordinal % 3 == 0 ? Roof::Ridge : Roof::Sawtooth);
}

/// The zone with the most factories among those that make garments, else among all.
std::string main_zone(const ParkMap& map) {
  std::map<std::string, int> factories;
  for (const MapFeature& feature : map.features) {
    if (feature.kind == FeatureKind::ExistingFactory) ++factories[feature.zone];
  }
  if (factories.contains("garment")) return "garment";
  const auto most = std::ranges::max_element(factories, {}, [](const auto& zone) { return zone.second; });
  return most == factories.end() ? std::string() : most->first;
}

/// Gives a block the free factories that `rank` puts first (the lowest), as many as hold its floor.
template <class Rank>
void house(SitePlan& plan, std::uint32_t block, int storeys, Rank rank) {
  BlockSite& site = plan.blocks[block];
  std::vector<FactorySite*> order;
  for (FactorySite& factory : plan.factories) {
    if (factory.block == no_index) order.push_back(&factory);
  }
  std::ranges::stable_sort(order,
                           [&](const FactorySite* a, const FactorySite* b) { return rank(*a) < rank(*b); });
  for (FactorySite* factory : order) {
    if (site.shown_m2 >= site.floor_m2) break;
    factory->block = block;
    factory->building.storeys = storeys;
    factory->building.storey_m = standard_storey_m;
    factory->building.roof = Roof::Flat;
    site.buildings.push_back(factory->building);
    site.shown_m2 += factory->building.floor_m2();
  }
}

}  // namespace

Building building_on(RingM footprint, int storeys, double storey_m, Roof roof) {
  Building building;
  building.footprint = std::move(footprint);
  if (signed_area(building.footprint) < 0) std::ranges::reverse(building.footprint);
  building.triangles = triangulated({building.footprint});
  building.box = tightest_box(building.footprint);
  building.middle = middle_of(building.footprint);
  building.area_m2 = signed_area(building.footprint);
  building.storeys = storeys;
  building.storey_m = storey_m;
  building.roof = roof;
  return building;
}

void plan_standing_factories(const ParkChronicle& chronicle, SitePlan& plan) {
  const ParkMap& map = chronicle.map();
  std::map<std::uint32_t, std::vector<std::size_t>> in_parcel;
  for (std::size_t f = 0; f < map.features.size(); ++f) {
    if (map.features[f].kind != FeatureKind::ExistingFactory || map.features[f].shapes.empty()) continue;
    FactorySite site;
    site.feature = static_cast<std::uint32_t>(f);
    site.building = existing_factory(map.features[f], plan.factories.size());
    site.parcel = parcel_at(map, site.building.middle);
    if (site.parcel != no_index) in_parcel[site.parcel].push_back(plan.factories.size());
    plan.factories.push_back(std::move(site));
  }
  for (const auto& [parcel, factories] : in_parcel) {
    plan.parcels[parcel].has_existing_factories = true;
    for (std::size_t k = 0; k < factories.size(); ++k) {
      plan.factories[factories[k]].place_in_parcel =
          (static_cast<double>(k) + 0.5) / static_cast<double>(factories.size());
    }
  }
  const std::string zone = main_zone(map);
  PointM middle;
  double count = 0;
  for (const FactorySite& site : plan.factories) {
    if (map.features[site.feature].zone != zone) continue;
    middle = middle + site.building.middle;
    count += 1;
  }
  if (count > 0) middle = (1 / count) * middle;
  const auto is_idle = [&](const FactorySite& site) {
    return site.parcel != no_index && map.parcels[site.parcel].legal_state == LegalState::Idle;
  };
  for (std::uint32_t b = 0; b < plan.blocks.size(); ++b) {
    const BlockRecord& record = chronicle.blocks()[b];
    if (record.parcel != PlantSight::no_place || plan.blocks[b].floor_m2 <= 0) continue;
    const bool is_refitted = chronicle.at(0).blocks[b].floor_m2 <= 0;
    house(plan, b, is_refitted ? 2 : std::clamp(record.storeys, 1, most_storeys),
          [&](const FactorySite& site) {
            const double far = distance(site.building.middle, middle);
            const bool is_wanted =
                is_refitted ? is_idle(site) : map.features[site.feature].zone == zone && !is_idle(site);
            return is_wanted ? far : far + 1e6;
          });
  }
}

}  // namespace park::ui
