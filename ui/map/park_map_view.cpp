// SPDX-License-Identifier: MIT
#include "map/park_map_view.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "map/furniture.hpp"
#include "map/ground_painter.hpp"
#include "map/labels.hpp"
#include "map/land_painter.hpp"
#include "map/origins.hpp"
#include "map/outliner.hpp"
#include "map/works_painter.hpp"

namespace park::ui {
namespace {

/// Draws into `place` alone; `area` is what is shown there, pixel by pixel.
class Clipped {
 public:
  Clipped(sf::RenderTarget& target, sf::FloatRect area, sf::FloatRect place)
      : target_(target), before_(target.getView()) {
    const auto size = sf::Vector2f(target.getSize());
    sf::View view(area);
    view.setViewport({place.left / size.x, place.top / size.y, place.width / size.x, place.height / size.y});
    target.setView(view);
  }
  ~Clipped() { target_.setView(before_); }
  Clipped(const Clipped&) = delete;
  Clipped& operator=(const Clipped&) = delete;

 private:
  sf::RenderTarget& target_;
  sf::View before_;
};

}  // namespace

ParkMapView::ParkMapView(const std::shared_ptr<const ParkChronicle>& chronicle,
                         std::shared_ptr<const MapGround> ground, std::shared_ptr<const MapType> type)
    : ParkMapView(PlannedLife{chronicle, plan_sites(*chronicle)}, std::move(ground), std::move(type)) {}

ParkMapView::ParkMapView(PlannedLife life, std::shared_ptr<const MapGround> ground,
                         std::shared_ptr<const MapType> type)
    : chronicle_(std::move(life.chronicle)),
      ground_(std::move(ground)),
      type_(std::move(type)),
      plan_(std::move(life.plan)),
      works_(plan_works(*ground_)),
      traffic_(chronicle_, ground_, plan_),
      colors_(map_colors(theme_of(theme_))) {
  for (int month = 0; month <= chronicle_->months(); ++month) {
    const auto& utilities = chronicle_->at(month).utilities;
    most_wastewater_t_day_ =
        std::max(most_wastewater_t_day_,
                 static_cast<double>(utilities[static_cast<std::size_t>(Utility::Wastewater)].capacity));
  }
}

ParkMapView::~ParkMapView() = default;

void ParkMapView::paint_ground(const Projection& projection, const MapOptions& options) {
  const GroundKey key{projection.camera(), projection.area(), options.theme};
  if (painted_ == key) return;
  painted_ = key;
  ++country_version_;
  country_.clear();
  roads_.clear();
  outlines_.clear();
  paint_country(country_, projection, *ground_, colors_);
  paint_roads(roads_, projection, *ground_, colors_);
  paint_trees(roads_, projection, *ground_, colors_);
  paint_outlines(outlines_, projection, *ground_, colors_);
}

void ParkMapView::paint_month(const Projection& projection, const Moment& moment, const MapTime& time,
                              const MapOptions& options) {
  const Theme& theme = theme_of(options.theme);
  for (Mesh* mesh : {&land_, &lorries_, &shadows_, &bodies_, &marks_}) mesh->clear();
  paint_land(land_, projection, *ground_, *plan_, *chronicle_, moment, colors_,
             options.layer == MapLayer::LegalState, options.hidden);
  paint_works_ground(land_, projection, *ground_, works_, moment, most_wastewater_t_day_, theme, colors_);
  if (options.has_traffic) traffic_.paint(lorries_, projection, moment, time.seconds, theme, colors_);
  scene_ = std::make_unique<BuildingScene>(*chronicle_, *ground_, *plan_, works_, moment, options.layer,
                                           options.hidden, theme, colors_);
  scene_->arrange(projection);
  scene_->paint(shadows_, bodies_, projection, time.seconds);
  paint_steam(bodies_, projection, works_, moment, time.seconds, colors_);
  paint_marks(projection, moment, options);
}

void ParkMapView::paint_marks(const Projection& projection, const Moment& moment, const MapOptions& options) {
  const Theme& theme = theme_of(options.theme);
  const Outliner outliner{*chronicle_, *ground_, *plan_, *scene_, moment};
  if (options.hovered != options.selected) {
    outliner.outline(marks_, projection, options.hovered, ink(theme.text, 0.8), 1.6F);
  }
  outliner.outline(marks_, projection, options.selected, ink(theme.cursor), 2.4F);
  if (options.selected.kind == MapTarget::Kind::Plant) {
    outliner.join_partners(marks_, projection, options.selected.index, theme);
  }
}

void ParkMapView::arrange(sf::FloatRect area, const MapTime& time, const MapCamera& camera,
                          const MapOptions& options) {
  const bool is_same_view = projection_ && projection_->camera() == camera && projection_->area() == area;
  if (is_same_view && time_ == time && options_ == options) return;
  time_ = time;
  ++version_;
  if (theme_ != options.theme) {
    theme_ = options.theme;
    colors_ = map_colors(theme_of(theme_));
  }
  options_ = options;
  projection_.emplace(camera, area);
  paint_ground(*projection_, options);
  moment_ = moment_at(*chronicle_, time.month);
  paint_month(*projection_, moment_, time, options);
}

void ParkMapView::show_country(sf::RenderTarget& target, sf::FloatRect place) const {
  PARK_ASSERT(projection_.has_value());
  const sf::FloatRect area = projection_->area();
  const Clipped clipped(target, area, place);
  Mesh everywhere;
  everywhere.quad({area.left, area.top}, {area.left + area.width, area.top},
                  {area.left + area.width, area.top + area.height}, {area.left, area.top + area.height},
                  ink(colors_.country));
  everywhere.draw(target);
  country_.draw(target);
}

void ParkMapView::show_land(sf::RenderTarget& target, sf::FloatRect place) const {
  PARK_ASSERT(projection_.has_value());
  const Clipped clipped(target, projection_->area(), place);
  land_.draw(target);
}

void ParkMapView::show_standing(sf::RenderTarget& target, const Texts& texts, sf::FloatRect place) const {
  PARK_ASSERT(projection_.has_value());
  const Clipped clipped(target, projection_->area(), place);
  for (const Mesh* mesh : {&roads_, &outlines_, &lorries_, &shadows_, &bodies_, &marks_}) mesh->draw(target);
  write(target, texts);
}

void ParkMapView::write(sf::RenderTarget& target, const Texts& texts) const {
  const Theme& theme = theme_of(options_.theme);
  if (options_.has_furniture) {
    draw_scale_and_north(target, *type_, *projection_, theme, colors_, texts, options_.scale);
  }
  if (!options_.has_labels) return;
  std::vector<OriginMark> origins;
  if (options_.has_origins) origins = origins_in(*projection_, *ground_, options_.scale);
  std::vector<sf::FloatRect> taken = options_.covered;
  for (const OriginMark& mark : origins) taken.push_back(mark.box);
  const LabelWishes wishes{
      *chronicle_, *ground_,          works_,         *scene_,           moment_, texts, theme,
      colors_,     options_.selected, options_.scale, options_.names_all};
  draw_labels(target, *type_, projection_->area(), labels_for(wishes, *projection_), std::move(taken),
              colors_, options_.scale);
  draw_origins(target, *type_, origins, moment_, options_.selected, theme, texts, options_.scale);
}

std::size_t ParkMapView::triangles() const {
  std::size_t corners = 0;
  for (const Mesh* mesh : {&country_, &land_, &roads_, &outlines_, &lorries_, &shadows_, &bodies_, &marks_}) {
    corners += mesh->size();
  }
  return corners / 3;
}

MapTarget ParkMapView::pick(Pixel pixel) const {
  if (!projection_ || !scene_) return {};
  if (options_.has_labels && options_.has_origins) {
    for (const OriginMark& mark : origins_in(*projection_, *ground_, options_.scale)) {
      if (mark.box.contains(pixel)) return {MapTarget::Kind::Team, static_cast<std::uint32_t>(mark.region)};
    }
  }
  const MapTarget building = scene_->pick(*projection_, pixel);
  if (building.kind != MapTarget::Kind::Nothing) return building;
  const PointM ground = projection_->ground_at(pixel);
  for (const Works& works : works_) {
    for (const GroundArea& area : ground_->features()) {
      if (area.index == works.feature && is_inside(area.ring, ground)) {
        return {MapTarget::Kind::Feature, works.feature};
      }
    }
  }
  for (const GroundArea& area : ground_->parcels()) {
    if (is_inside(area.ring, ground)) return {MapTarget::Kind::Parcel, area.index};
  }
  return {};
}

std::optional<PointM> ParkMapView::place_of(const MapTarget& target) const {
  if (target.kind == MapTarget::Kind::Plant && scene_) {
    if (const auto roof = scene_->roof_of(target.index)) return roof->ground;
    const PlotSite* plot =
        moment_.before != nullptr ? plan_->plot_of(target.index, moment_.before->month) : nullptr;
    if (plot != nullptr) return middle_of(plot->lot.ring);
  }
  if (target.kind == MapTarget::Kind::Block && target.index < plan_->blocks.size()) {
    const std::vector<Building>& buildings = plan_->blocks[target.index].buildings;
    if (!buildings.empty()) return buildings.front().middle;
  }
  const auto& areas = target.kind == MapTarget::Kind::Parcel ? ground_->parcels() : ground_->features();
  if (target.kind == MapTarget::Kind::Parcel || target.kind == MapTarget::Kind::Feature) {
    const auto found = std::ranges::find(areas, target.index, &GroundArea::index);
    if (found != areas.end()) return found->middle;
  }
  return std::nullopt;
}

MapCamera overview(const MapGround& ground, sf::FloatRect area, bool oblique) {
  MapCamera camera;
  if (oblique) {
    camera.pitch_degrees = oblique_pitch;
    camera.azimuth_degrees = oblique_azimuth;
  }
  return fitted(ground.extent(), camera, area);
}

}  // namespace park::ui
