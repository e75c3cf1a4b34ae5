// SPDX-License-Identifier: MIT
#include "map/labels.hpp"

#include <algorithm>
#include <cmath>

#include "map/furniture.hpp"
#include "map/ground_painter.hpp"
#include "map/works_painter.hpp"
#include "session/plant_name.hpp"

namespace park::ui {
namespace {

/// How many firms are named at a zoom: only the largest from afar.
std::size_t named_firms(double metres_per_pixel) {
  if (metres_per_pixel > 4.5) return 4;
  if (metres_per_pixel > 2.5) return 8;
  return metres_per_pixel > 1.2 ? 18 : 60;
}

/// Most of it is with nobody yet.
bool is_mostly_free(const ParcelSight& sight) {
  if (sight.state < LegalState::Expropriated) return true;
  float all = 0;
  for (const float mu : sight.mu) all += mu;
  return sight.in(LegalState::Expropriated) > 0.5F * all;
}

class LabelCollector {
 public:
  LabelCollector(const LabelWishes& wishes, const Projection& projection)
      : w_(wishes), projection_(projection), m_per_px_(projection.camera().metres_per_pixel) {}

  std::vector<MapLabel> collect() {
    add_selected();
    add_utilities();
    add_zones();
    add_firms();
    if (m_per_px_ < 2.4) add_homes();
    if (m_per_px_ < 2.2) add_reserved();
    return std::move(labels_);
  }

 private:
  [[nodiscard]] TypeStyle style(float size, Color color, bool is_bold = false) const {
    TypeStyle style;
    style.size = size * w_.scale;
    style.color = color;
    style.halo = faded(w_.colors.halo, 0.85);
    style.is_bold = is_bold;
    return style;
  }

  void add_firm(const PlantSight& sight, bool is_strong) {
    const auto roof = w_.scene.roof_of(sight.plant);
    if (!roof || !projection_.sees(roof->ground, 1, roof->height_m)) return;
    MapLabel label;
    label.anchor = projection_.at(roof->ground, roof->height_m);
    label.text = plant_name(w_.chronicle, sight.plant, w_.texts);
    if (sight.workers > 0 && (is_strong || m_per_px_ < 4)) {
      label.note = w_.texts("ui.map.workers", {counted(w_.texts, sight.workers)});
    }
    label.style = style(is_strong ? 13 : 12, w_.theme.text, is_strong);
    label.dot = w_.scene.color_of(sight.plant);
    labels_.push_back(std::move(label));
  }

  void add_selected() {
    if (w_.selected.kind != MapTarget::Kind::Plant) return;
    if (const PlantSight* sight = w_.moment.before->find(w_.selected.index)) add_firm(*sight, true);
  }

  void add_utilities() {
    for (const Works& works : w_.works) {
      const auto utility = utility_of(works.kind);
      if (!utility || !projection_.sees(works.middle, 10)) continue;
      const UtilitySight sight = utility_at(w_.moment, *utility);
      const auto share = static_cast<double>(sight.share());
      MapLabel label;
      label.anchor = projection_.at(works.middle, 12);
      label.text = w_.texts(key_of(works.kind));
      label.note = w_.texts("ui.map.percent", {std::to_string(std::lround(100 * share))});
      label.style = style(12, w_.theme.text);
      label.gauge = Gauge{share, sight.is_nearly_full() ? w_.theme.trouble : w_.theme.hues[1]};
      label.is_area = true;
      labels_.push_back(std::move(label));
    }
  }

  static std::string_view key_of(FeatureKind kind) {
    switch (kind) {
      case FeatureKind::WastewaterPlant:
        return "ui.map.works.wastewater_plant";
      case FeatureKind::PlatingPark:
        return "ui.map.works.plating_park";
      case FeatureKind::SteamPlant:
        return "ui.map.works.steam_plant";
      case FeatureKind::School:
        return "ui.map.works.school";
      default:
        return "ui.map.works.dormitory";
    }
  }

  void add_zones() {
    if (m_per_px_ < 1.0) return;
    for (const MapGround::Zone& zone : w_.ground.zones()) {
      MapLabel label;
      label.anchor = projection_.at(zone.middle);
      label.text = zone_words(zone.name, w_.texts);
      label.style = style(16, w_.theme.text_muted);
      label.style.spacing = 1.5F;
      label.is_area = true;
      labels_.push_back(std::move(label));
    }
  }

  void add_firms() {
    std::vector<const PlantSight*> order;
    for (const PlantSight& sight : w_.moment.before->plants) {
      const bool is_named =
          w_.names_all ||
          !listed_name(w_.chronicle.scenario(), w_.chronicle.plants()[sight.plant].who).empty();
      if (sight.milestone >= Milestone::Started && is_named) order.push_back(&sight);
    }
    std::ranges::stable_sort(order, std::greater<>{}, [&](const PlantSight* sight) {
      return std::max(sight->workers + sight->away, w_.chronicle.plants()[sight->plant].workers_promised / 2);
    });
    const std::size_t count = std::min(order.size(), named_firms(m_per_px_));
    for (std::size_t k = 0; k < count; ++k) {
      if (!w_.selected.is_plant(order[k]->plant)) add_firm(*order[k], false);
    }
  }

  void add_homes() {
    for (const Works& works : w_.works) {
      if (utility_of(works.kind) || !projection_.sees(works.middle, 10)) continue;
      MapLabel label;
      label.anchor = projection_.at(works.middle, 16);
      label.text = w_.texts(key_of(works.kind));
      label.style = style(12, w_.theme.text_muted);
      label.is_area = true;
      labels_.push_back(std::move(label));
    }
  }

  /// Land kept for a stage that the chain lacks.
  void add_reserved() {
    for (const GroundArea& area : w_.ground.parcels()) {
      const ParcelSight& sight = w_.moment.before->parcels[area.index];
      if (sight.reserved_for < 0 || !is_mostly_free(sight)) continue;
      if (!projection_.sees(area.middle, 10)) continue;
      const KeyLabel& stage = stage_labels[static_cast<std::size_t>(sight.reserved_for)];
      MapLabel label;
      label.anchor = projection_.at(area.middle);
      label.text = w_.texts("ui.map.kept_for", {w_.texts.pick(stage.zh, stage.en)});
      label.style = style(11, w_.theme.text_muted);
      label.is_area = true;
      labels_.push_back(std::move(label));
    }
  }

  const LabelWishes& w_;
  const Projection& projection_;
  double m_per_px_;
  std::vector<MapLabel> labels_;
};

/// Where a label would stand.
struct Placed {
  sf::FloatRect box;
  float text_width = 0;
};

Placed placed(const MapType& type, const MapLabel& label, float scale) {
  const float gap = label.note.empty() ? 0 : 5 * scale;
  TypeStyle note = label.style;
  note.is_bold = false;
  Placed place;
  place.text_width = type.width_of(label.text, label.style);
  const float width = place.text_width + gap + (label.note.empty() ? 0 : type.width_of(label.note, note));
  const float height = MapType::line_height(label.style.size) + (label.gauge ? 7 * scale : 0);
  const float top = label.is_area ? label.anchor.y - height / 2 : label.anchor.y - height - 9 * scale;
  place.box = {label.anchor.x - width / 2, top, width, height};
  return place;
}

void draw_gauge(Mesh& mesh, const Gauge& gauge, sf::FloatRect box, const MapColors& colors, float scale) {
  const float height = 4 * scale;
  const sf::FloatRect bar(box.left, box.top + box.height - height, box.width, height);
  mesh.panel({bar.left - 1, bar.top - 1, bar.width + 2, bar.height + 2}, height / 2 + 1,
             ink(colors.halo, 0.9));
  mesh.panel(bar, height / 2, ink(colors.parcel_edge));
  const float filled = bar.width * static_cast<float>(std::clamp(gauge.share, 0.0, 1.0));
  mesh.panel({bar.left, bar.top, std::max(height, filled), height}, height / 2, ink(gauge.color));
}

}  // namespace

std::string zone_words(const std::string& zone, const Texts& texts) {
  const std::string key = "ui.map.zone." + zone;
  const auto known = texts.beginning_with(key);
  const auto found = known.find(key);
  return found == known.end() ? zone : found->second;
}

std::vector<MapLabel> labels_for(const LabelWishes& wishes, const Projection& projection) {
  return LabelCollector(wishes, projection).collect();
}

std::size_t draw_labels(sf::RenderTarget& target, const MapType& type, sf::FloatRect area,
                        const std::vector<MapLabel>& labels, std::vector<sf::FloatRect> taken,
                        const MapColors& colors, float scale) {
  const float apart = 6 * scale;
  std::vector<std::pair<const MapLabel*, Placed>> shown;
  Mesh marks;
  for (const MapLabel& label : labels) {
    const Placed place = placed(type, label, scale);
    const sf::FloatRect& box = place.box;
    const bool is_in = box.left >= area.left && box.top >= area.top &&
                       box.left + box.width <= area.left + area.width &&
                       box.top + box.height <= area.top + area.height;
    const sf::FloatRect wide(box.left - apart, box.top - apart / 2, box.width + 2 * apart,
                             box.height + apart);
    if (!is_in || std::ranges::any_of(taken, [&](const auto& other) { return wide.intersects(other); }))
      continue;
    taken.push_back(box);
    shown.emplace_back(&label, place);
    if (label.gauge) draw_gauge(marks, *label.gauge, box, colors, scale);
    if (label.is_area) continue;
    const Pixel foot = label.anchor;
    marks.line({foot.x, box.top + box.height}, foot, 1.2F * scale, ink(label.style.color, 0.8));
    marks.disc(foot, 3.6F * scale, ink(colors.halo));
    marks.disc(foot, 2.4F * scale, ink(label.dot));
  }
  marks.draw(target);
  for (const auto& [label, place] : shown) {
    const Pixel at(place.box.left, place.box.top);
    type.draw(target, label->text, at, TextAlign::Left, label->style);
    if (label->note.empty()) continue;
    TypeStyle note = label->style;
    note.is_bold = false;
    note.color = faded(label->style.color, 0.8);
    type.draw(target, label->note, at + Pixel(place.text_width + 5 * scale, 0), TextAlign::Left, note);
  }
  return shown.size();
}

}  // namespace park::ui
