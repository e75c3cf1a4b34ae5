// SPDX-License-Identifier: MIT
#include "map/origins.hpp"

#include <algorithm>
#include <cmath>

#include "map/furniture.hpp"

namespace park::ui {
namespace {

/// Middle of each region: Guangzhou and Shenzhen, Suzhou, the gulf's west coast.
constexpr std::array<GeoPlace, region_count> middles = {{{113.6, 22.9}, {120.7, 31.2}, {117.6, 38.9}}};

/// East and north of the park, of length 1.
PointM bearing(const ParkMap& map, Region region) {
  const GeoPlace& place = middles[index_of(region)];
  const double squeeze = std::cos(map.centre_lat * 3.14159265358979 / 180);
  return unit({(place.lon - map.centre_lon) * squeeze, place.lat - map.centre_lat});
}

/// The point on the edge of a rectangle in a direction from its middle.
Pixel edge_point(sf::FloatRect area, Pixel direction) {
  const Pixel middle(area.left + area.width / 2, area.top + area.height / 2);
  const float across = std::abs(direction.x) > 1e-4F ? area.width / 2 / std::abs(direction.x) : 1e9F;
  const float down = std::abs(direction.y) > 1e-4F ? area.height / 2 / std::abs(direction.y) : 1e9F;
  return middle + std::min(across, down) * direction;
}

sf::FloatRect kept_inside(sf::FloatRect box, sf::FloatRect area) {
  box.left = std::clamp(box.left, area.left, std::max(area.left, area.left + area.width - box.width));
  box.top = std::clamp(box.top, area.top, std::max(area.top, area.top + area.height - box.height));
  return box;
}

}  // namespace

GeoPlace middle_of(Region region) { return middles[index_of(region)]; }

std::vector<OriginMark> origins_in(const Projection& projection, const MapGround& ground, float scale) {
  const float edge = 14 * scale;
  const sf::FloatRect all = projection.area();
  // The upper right corner belongs to the north arrow.
  const sf::FloatRect area(all.left + edge, all.top + edge, all.width - 2 * edge - 40 * scale,
                           all.height - 2 * edge);
  const Pixel size(144 * scale, 34 * scale);  // for the longest name
  std::vector<OriginMark> marks;
  if (area.width < 3 * size.x || area.height < 4 * size.y) return marks;
  for (std::size_t r = 0; r < region_count; ++r) {
    OriginMark mark;
    mark.region = static_cast<Region>(r);
    const PointM ground_way = bearing(ground.map(), mark.region);
    const MapCamera& camera = projection.camera();
    const Pixel way = projection.at(camera.centre + ground_way) - projection.at(camera.centre);
    const float long_is = std::hypot(way.x, way.y);
    if (long_is <= 0) continue;
    mark.towards = way / long_is;
    mark.tip = edge_point(area, mark.towards);
    mark.box = kept_inside({mark.tip.x - size.x / 2, mark.tip.y - size.y / 2, size.x, size.y}, area);
    for (const OriginMark& other : marks) {
      if (!mark.box.intersects(other.box)) continue;
      mark.box.left = other.box.left - size.x - 8 * scale;
    }
    mark.box = kept_inside(mark.box, area);
    marks.push_back(mark);
  }
  return marks;
}

void draw_origins(sf::RenderTarget& target, const MapType& type, const std::vector<OriginMark>& marks,
                  const Moment& moment, const MapTarget& selected, const Theme& theme, const Texts& texts,
                  float scale) {
  Mesh mesh;
  for (const OriginMark& mark : marks) {
    const sf::FloatRect& box = mark.box;
    const bool is_selected =
        selected.kind == MapTarget::Kind::Team && selected.index == index_of(mark.region);
    mesh.panel({box.left - 1, box.top - 1, box.width + 2, box.height + 2}, 6 * scale,
               ink(is_selected ? theme.cursor : theme.edge));
    mesh.panel(box, 5 * scale, ink(theme.panel, 0.92));
    const Pixel centre(box.left + box.width - 15 * scale, box.top + box.height / 2);
    const Pixel side(-mark.towards.y, mark.towards.x);
    const float r = 7 * scale;
    mesh.triangle(centre + r * mark.towards, centre - r * mark.towards + 0.7F * r * side,
                  centre - r * mark.towards - 0.7F * r * side, ink(theme.scenario_text));
    const float teams = moment.before->teams[index_of(mark.region)];
    for (int k = 0; k < std::min(8, static_cast<int>(std::ceil(teams))); ++k) {
      const Pixel at(box.left + (60 + 8 * static_cast<float>(k)) * scale, box.top + 25 * scale);
      mesh.disc(at, 2.6F * scale, ink(theme.trouble, std::min(1.0F, teams - static_cast<float>(k))));
    }
  }
  mesh.draw(target);
  for (const OriginMark& mark : marks) {
    const KeyLabel& region = region_labels[index_of(mark.region)];
    TypeStyle style;
    style.size = 11 * scale;
    style.color = theme.text;
    type.draw(target, texts.pick(region.zh, region.en), {mark.box.left + 8 * scale, mark.box.top + 3 * scale},
              TextAlign::Left, style);
    style.color = theme.text_muted;
    const double firms =
        std::lerp(static_cast<double>(moment.before->signed_from[index_of(mark.region)]),
                  static_cast<double>(moment.after->signed_from[index_of(mark.region)]), moment.share);
    type.draw(target, texts("ui.map.amount.plants", {counted(texts, std::floor(firms))}),
              {mark.box.left + 8 * scale, mark.box.top + 17 * scale}, TextAlign::Left, style);
  }
}

}  // namespace park::ui
