// SPDX-License-Identifier: MIT
#include "map/building_scene.hpp"

#include <algorithm>
#include <cmath>

#include "map/works_painter.hpp"

namespace park::ui {
namespace {

double lerp(float before, float after, double share) {
  return std::lerp(static_cast<double>(before), static_cast<double>(after), share);
}

/// Several buildings of a block rise one after the other.
double own_progress(double progress, std::size_t ordinal, std::size_t count) {
  constexpr double stagger = 0.22;
  const auto behind = stagger * static_cast<double>(ordinal);
  return std::clamp(progress * (1 + stagger * static_cast<double>(count - 1)) - behind, 0.0, 1.0);
}

/// The frame takes the first half of the time; then storeys are closed from below.
void rise(const Building& building, double progress, Color scaffold, BuildingLook& look) {
  if (progress >= 1) return;
  look.storeys_risen = building.storeys * std::min(1.0, progress / 0.5);
  look.storeys_closed = std::floor(building.storeys * std::max(0.0, progress - 0.5) / 0.5 + 1e-9);
  look.scaffold = scaffold;
}

}  // namespace

BuildingScene::BuildingScene(const ParkChronicle& chronicle, const MapGround& ground, const SitePlan& plan,
                             const std::vector<Works>& works, const Moment& moment, MapLayer layer,
                             const CategorySet& hidden, const Theme& theme, const MapColors& colors)
    : chronicle_(chronicle),
      ground_(ground),
      plan_(plan),
      works_(works),
      theme_(theme),
      moment_(moment),
      layer_(layer),
      hidden_(hidden),
      colors_(colors),
      categories_(categories_of(layer, theme)) {
  add_factories();
  add_blocks();
  add_plots();
  add_common_lots();
  add_works();
}

SceneItem& BuildingScene::add(const Building& building, MapTarget target, Color color) {
  SceneItem& item = items_.emplace_back();
  item.building = &building;
  item.target = target;
  item.look.color = color;
  return item;
}

Color BuildingScene::vacant_color() const {
  const auto vacant = static_cast<std::size_t>(Letting::Vacant);
  const bool shows = layer_ == MapLayer::Vacancy && !hidden_.test(vacant);
  return shows ? mixed(colors_.empty_floor, categories_[vacant].color, 0.75) : colors_.empty_floor;
}

/// Scaffolds are orange where that says "under construction", grey where it would say something else.
Color BuildingScene::block_scaffold() const {
  if (layer_ == MapLayer::Vacancy) return categories_[static_cast<std::size_t>(Letting::Rising)].color;
  return layer_ == MapLayer::Milestone ? colors_.rising : colors_.rising_others;
}

std::optional<BuildingScene::RoofPoint> BuildingScene::roof_of(std::uint32_t plant) const {
  std::optional<RoofPoint> best;
  double widest = 0;
  for (const SceneItem& item : items_) {
    for (std::size_t k = 0; k < item.roof_plants.size(); ++k) {
      const Stretch& stretch = item.look.roof[k];
      const TiltedBox& box = item.building->box;
      const double wide = (stretch.to - stretch.from) * item.building->area_m2;
      if (item.roof_plants[k] != plant || wide <= widest) continue;
      widest = wide;
      const PointM along = (0.5 * (stretch.from + stretch.to) - 0.5) * box.length * box.frame.along;
      best = RoofPoint{item.building->middle + along, item.look.height_m(*item.building)};
    }
  }
  return best;
}

Color BuildingScene::layer_color(const ParkPicture& picture, std::uint32_t plant, Color otherwise) const {
  const PlantSight* sight = picture.find(plant);
  if (sight == nullptr) return otherwise;
  const std::size_t category = category_of(layer_, chronicle_.plants()[plant], *sight);
  if (category == no_category) return lit(colors_.works, 1.12);
  return hidden_.test(category) ? colors_.works : categories_[category].color;
}

Color BuildingScene::color_of(std::uint32_t plant) const {
  const Color before = layer_color(*moment_.before, plant, vacant_color());
  const Color after = layer_color(*moment_.after, plant, vacant_color());
  return mixed(before, after, moment_.share);
}

BuildingScene::BlockNow BuildingScene::block_now(std::uint32_t block) const {
  BlockNow now;
  const BlockSight none;
  const auto sight = [&](const ParkPicture& picture) -> const BlockSight& {
    return block < picture.blocks.size() ? picture.blocks[block] : none;
  };
  now.progress = lerp(sight(*moment_.before).progress, sight(*moment_.after).progress, moment_.share);
  now.floor_m2 = lerp(sight(*moment_.before).floor_m2, sight(*moment_.after).floor_m2, moment_.share);
  const int month = moment_.before->month;
  for (const Tenancy& tenancy : plan_.blocks[block].tenancies) {
    if (tenancy.from_month > moment_.after->month || tenancy.to_month < month) continue;
    const bool is_district = tenancy.plant == no_index;
    const bool shows = layer_ == MapLayer::Vacancy && !hidden_.test(0);
    const Color own = shows ? mixed(colors_.works, categories_[0].color, 0.55) : colors_.works;
    now.tenants.emplace_back(&tenancy, is_district ? own : color_of(tenancy.plant));
  }
  std::ranges::sort(now.tenants, {}, [](const auto& tenant) { return tenant.first->from_m2; });
  return now;
}

/// Colours a building's storeys and roof by who holds them. `floor_before`: floor of the block's buildings
/// that come before it.
void BuildingScene::let_out(const BlockNow& now, const BlockSite& site, double floor_before,
                            SceneItem& item) const {
  const Building& building = *item.building;
  const double scale = site.floor_m2 > 0 ? site.shown_m2 / site.floor_m2 : 1;
  const double whole = building.floor_m2();
  double on_roof = 0;
  for (const auto& [tenancy, color] : now.tenants) {
    const double from = std::max(0.0, tenancy->from_m2 * scale - floor_before);
    const double to = std::min(whole, tenancy->to_m2 * scale - floor_before);
    if (to - from < 1e-6) continue;
    for (int storey = static_cast<int>(from / building.area_m2); storey < building.storeys; ++storey) {
      const double base = storey * building.area_m2;
      if (base >= to) break;
      item.look.storeys.push_back({storey, std::max(0.0, (from - base) / building.area_m2),
                                   std::min(1.0, (to - base) / building.area_m2), color});
    }
    const double part = (to - from) / whole;
    item.look.roof.push_back({0, on_roof, std::min(1.0, on_roof + part), color});
    item.roof_plants.push_back(tenancy->plant);
    on_roof += part;
  }
}

void BuildingScene::add_factories() {
  std::vector<double> floor_before(plan_.blocks.size(), 0);
  std::vector<BlockNow> blocks;
  for (std::uint32_t b = 0; b < plan_.blocks.size(); ++b) blocks.push_back(block_now(b));
  for (const FactorySite& site : plan_.factories) {
    if (site.gone_from <= moment_.before->month) continue;
    if (site.block == no_index) {
      SceneItem& item = add(site.building, {MapTarget::Kind::Feature, site.feature}, colors_.works);
      if (site.parcel == no_index) continue;
      const double area = ground_.map().parcels[site.parcel].area_mu;
      const double used = lerp(moment_.before->parcels[site.parcel].others_mu,
                               moment_.after->parcels[site.parcel].others_mu, moment_.share);
      if (site.place_in_parcel > used / area) item.look.color = mixed(colors_.works, colors_.waste, 0.65);
      continue;
    }
    const BlockSite& block = plan_.blocks[site.block];
    SceneItem& item = add(site.building, {MapTarget::Kind::Block, site.block}, vacant_color());
    const double scale = block.floor_m2 > 0 ? block.shown_m2 / block.floor_m2 : 1;
    const bool is_refitted = floor_before[site.block] < blocks[site.block].floor_m2 * scale - 1;
    if (is_refitted) {
      let_out(blocks[site.block], block, floor_before[site.block], item);
    } else {
      item.look.color = mixed(colors_.works, colors_.waste, 0.65);
    }
    floor_before[site.block] += site.building.floor_m2();
  }
}

void BuildingScene::add_blocks() {
  for (std::uint32_t b = 0; b < plan_.blocks.size(); ++b) {
    const BlockSite& site = plan_.blocks[b];
    if (site.parcel == no_index || chronicle_.blocks()[b].started_month > moment_.after->month) continue;
    const BlockNow now = block_now(b);
    double floor_before = 0;
    for (std::size_t k = 0; k < site.buildings.size(); ++k) {
      const Building& building = site.buildings[k];
      SceneItem& item = add(building, {MapTarget::Kind::Block, b}, vacant_color());
      const double progress = own_progress(now.progress, k, site.buildings.size());
      rise(building, progress, block_scaffold(), item.look);
      item.has_crane = progress > 0 && progress < 0.95;
      let_out(now, site, floor_before, item);
      floor_before += building.floor_m2();
    }
  }
}

void BuildingScene::add_plots() {
  for (const PlotSite& site : plan_.plots) {
    if (site.from_month > moment_.after->month || site.to_month < moment_.before->month) continue;
    const PlantSight* before = moment_.before->find(site.plant);
    const PlantSight* after = moment_.after->find(site.plant);
    const double progress =
        lerp(before != nullptr ? before->built : 0.0F,
             after != nullptr ? after->built : (before != nullptr ? before->built : 0.0F), moment_.share);
    if (progress <= 0) continue;
    for (std::size_t k = 0; k < site.buildings.size(); ++k) {
      SceneItem& item = add(site.buildings[k], {MapTarget::Kind::Plant, site.plant}, color_of(site.plant));
      const double own = own_progress(progress, k, site.buildings.size());
      rise(site.buildings[k], own, layer_ == MapLayer::Milestone ? colors_.rising : item.look.color,
           item.look);
      item.has_crane = k == 0 && own > 0 && own < 0.9 && site.buildings[k].area_m2 > 400;
      item.look.roof.push_back({0, 0, 1, item.look.color});
      item.roof_plants.push_back(site.plant);
    }
  }
}

void BuildingScene::add_common_lots() {
  for (std::uint32_t p = 0; p < plan_.parcels.size(); ++p) {
    for (const CommonLot& lot : plan_.parcels[p].lots) {
      const double progress = lot.progress(moment_.month());
      if (progress <= 0.02) continue;
      const bool is_idle = state_of(lot, moment_.before->parcels[p]) == LegalState::Idle;
      const Color color = is_idle ? mixed(colors_.others, colors_.waste, 0.6) : colors_.others;
      for (const Building& building : lot.buildings) {
        SceneItem& item = add(building, {MapTarget::Kind::Parcel, p}, color);
        rise(building, progress, colors_.rising_others, item.look);
      }
    }
  }
}

/// Sheds of a plating park in use take the colour of their load.
void BuildingScene::add_works() {
  for (const Works& works : works_) {
    const auto utility = utility_of(works.kind);
    Color color = works.kind == FeatureKind::School ? colors_.school : colors_.home;
    double in_use = 0;
    if (utility) {
      color = colors_.utility;
      const UtilitySight sight = utility_at(moment_, *utility);
      if (works.kind == FeatureKind::PlatingPark) {
        in_use =
            static_cast<double>(std::min(1.0F, sight.share())) * static_cast<double>(works.buildings.size());
      }
    }
    for (std::size_t k = 0; k < works.buildings.size(); ++k) {
      const double used = std::clamp(in_use - static_cast<double>(k), 0.0, 1.0);
      add(works.buildings[k], {MapTarget::Kind::Feature, works.feature},
          mixed(color, theme_.hues[1], 0.45 * used));
    }
  }
}

void BuildingScene::arrange(const Projection& projection) {
  for (SceneItem& item : items_) {
    item.nearness = -1e18;
    for (const PointM& corner : item.building->footprint) {
      item.nearness = std::max(item.nearness, projection.nearness(corner));
    }
  }
  std::ranges::stable_sort(items_, {}, &SceneItem::nearness);
}

void BuildingScene::paint(Mesh& shadows, Mesh& bodies, const Projection& projection, double seconds) const {
  for (const SceneItem& item : items_) {
    const Building& building = *item.building;
    const double height = item.look.height_m(building);
    if (!projection.sees(building.middle, building.box.length, height + 30)) continue;
    paint_shadow(shadows, projection, building, height, ink(colors_.shadow));
    paint_building(bodies, projection, building, item.look, colors_);
    if (item.has_crane) paint_crane(bodies, projection, building, height, seconds, ink(colors_.rising));
  }
}

MapTarget BuildingScene::pick(const Projection& projection, Pixel pixel) const {
  for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
    const double height = item->look.height_m(*item->building);
    if (!covers(projection, *item->building, height, pixel)) continue;
    const double along = place_along(projection, *item->building, height, pixel);
    for (std::size_t k = 0; k < item->look.roof.size(); ++k) {
      const Stretch& stretch = item->look.roof[k];
      if (along < stretch.from || along > stretch.to || item->roof_plants[k] == no_index) continue;
      return {MapTarget::Kind::Plant, item->roof_plants[k]};
    }
    return item->target;
  }
  return {};
}

}  // namespace park::ui
