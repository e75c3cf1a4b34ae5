// SPDX-License-Identifier: MIT
#include "present/origins_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "charts/chart_parts.hpp"
#include "charts/number_text.hpp"
#include "map/origins.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {
namespace {

constexpr double km_per_degree = 111.32;
constexpr double ring_km = 500;

/// Kilometres east and north of the park.
struct Far {
  double east = 0, north = 0;
};

class OriginsPicture {
 public:
  OriginsPicture(Canvas& canvas, const Box& box, const FilmView& view)
      : canvas_(canvas), view_(view), box_(box) {
    const ParkMap& map = view.scene.chronicle(0)->map();
    const double squeeze = std::cos(map.centre_lat * std::numbers::pi / 180);
    Far low;
    Far high;
    for (std::size_t r = 0; r < region_count; ++r) {
      const GeoPlace place = middle_of(static_cast<Region>(r));
      far_[r] = {(place.lon - map.centre_lon) * squeeze * km_per_degree,
                 (place.lat - map.centre_lat) * km_per_degree};
      low = {std::min(low.east, far_[r].east), std::min(low.north, far_[r].north)};
      high = {std::max(high.east, far_[r].east), std::max(high.north, far_[r].north)};
    }
    // Labels stand to the right of the regions and below the park.
    const Box inner = box.inset(view.px(90), view.px(50), view.px(250), view.px(70));
    km_per_pixel_ = std::max((high.east - low.east) / static_cast<double>(std::max(1.0F, inner.w)),
                             (high.north - low.north) / static_cast<double>(std::max(1.0F, inner.h)));
    middle_ = {(low.east + high.east) / 2, (low.north + high.north) / 2};
    centre_ = {inner.middle_x(), inner.middle_y()};
  }

  void draw() {
    canvas_.list().PushClipRect({box_.x, box_.y}, {box_.right(), box_.bottom()}, true);
    draw_rings();
    for (std::size_t r = 0; r < region_count; ++r) {
      for (std::size_t place = 0; place < view_.scene.count(); ++place) draw_way(r, place);
    }
    for (std::size_t place = 0; place < view_.scene.count(); ++place) draw_travellers(place);
    draw_places();
    canvas_.list().PopClipRect();
  }

 private:
  [[nodiscard]] ImVec2 at(Far far) const {
    return {centre_.x + static_cast<float>((far.east - middle_.east) / km_per_pixel_),
            centre_.y - static_cast<float>((far.north - middle_.north) / km_per_pixel_)};
  }

  /// The point in the middle that bends a way aside, each scenario's to its own side.
  [[nodiscard]] ImVec2 bend(std::size_t region, std::size_t place) const {
    const ImVec2 from = at(far_[region]);
    const ImVec2 to = at({});
    const float lanes = static_cast<float>(view_.scene.count() - 1) / 2;
    const float side = 0.14F + 0.12F * (static_cast<float>(place) - lanes);
    return {(from.x + to.x) / 2 + side * (to.y - from.y), (from.y + to.y) / 2 - side * (to.x - from.x)};
  }

  [[nodiscard]] ImVec2 on_way(std::size_t region, std::size_t place, float share) const {
    const ImVec2 from = at(far_[region]);
    const ImVec2 over = bend(region, place);
    const ImVec2 to = at({});
    const float a = (1 - share) * (1 - share);
    const float b = 2 * share * (1 - share);
    const float c = share * share;
    return {a * from.x + b * over.x + c * to.x, a * from.y + b * over.y + c * to.y};
  }

  [[nodiscard]] double signed_from(std::size_t region, std::size_t place) const {
    const ParkChronicle& chronicle = *view_.scene.chronicle(place);
    return static_cast<double>(chronicle.at(view_.month()).signed_from[region]);
  }

  void draw_rings() {
    const ImVec2 park = at({});
    const Color color = view_.look.theme.grid;
    for (int k = 1; k <= 3; ++k) {
      const auto radius = static_cast<float>(k * ring_km / km_per_pixel_);
      canvas_.list().AddCircle(park, radius, packed(color), 96, view_.px(1.5F));
      const std::string words =
          view_.look.texts("ui.map.kilometres", {std::to_string(static_cast<int>(k * ring_km))});
      canvas_.text(view_.type.fonts.small, park.x, park.y - radius + view_.px(4), view_.look.theme.text_faint,
                   words, Align::Middle);
    }
  }

  void draw_way(std::size_t region, std::size_t place) {
    const double firms = signed_from(region, place);
    const float width = view_.px(1.5F + 0.5F * static_cast<float>(std::sqrt(firms)));
    canvas_.list().AddBezierQuadratic(at(far_[region]), bend(region, place), at({}),
                                      packed(faded(view_.color_of(place), firms > 0 ? 0.45 : 0.2)), width,
                                      48);
  }

  void draw_travellers(std::size_t place) {
    const Color color = view_.color_of(place);
    for (const PlantRecord& plant : view_.scene.chronicle(place)->plants()) {
      if (plant.origin != Origin::Relocated || plant.signed_month <= 0) continue;
      const double done = way_done(plant, view_.moment.month, view_.moment.months_a_second);
      if (done < 0 || done > 1) continue;
      const auto region = index_of(plant.region);
      const auto share = static_cast<float>(done * done * (3 - 2 * done));
      const float radius = view_.px(5 + 0.22F * std::sqrt(static_cast<float>(plant.workers_promised)));
      for (int tail = 4; tail > 0; --tail) {
        const float behind = std::max(0.0F, share - 0.022F * static_cast<float>(tail));
        const ImVec2 p = on_way(region, place, behind);
        canvas_.dot(p.x, p.y, radius * (1 - 0.16F * static_cast<float>(tail)),
                    faded(color, 0.4 / static_cast<double>(tail)));
      }
      const ImVec2 p = on_way(region, place, share);
      canvas_.dot(p.x, p.y, radius + view_.px(2), view_.look.theme.panel);
      canvas_.dot(p.x, p.y, radius, color);
    }
  }

  void draw_places() {
    const Theme& theme = view_.look.theme;
    const Texts& texts = view_.look.texts;
    const Fonts& fonts = view_.type.fonts;
    for (std::size_t r = 0; r < region_count; ++r) {
      const ImVec2 p = at(far_[r]);
      canvas_.dot(p.x, p.y, view_.px(13), theme.panel);
      canvas_.dot(p.x, p.y, view_.px(10), theme.text);
      float x = p.x + view_.px(24);
      float y = p.y - view_.px(32);
      canvas_.text(fonts.strong, x, y, theme.text, texts.pick(region_labels[r].zh, region_labels[r].en));
      y += view_.px(34);
      for (std::size_t place = 0; place < view_.scene.count(); ++place) {
        if (place > 0) x += canvas_.text(fonts.body, x, y, theme.text_faint, " → ");
        const std::string firms = value_text(texts, signed_from(r, place), "firms");
        x += canvas_.text(fonts.body, x, y, view_.color_of(place), firms);
      }
    }
    const ImVec2 park = at({});
    canvas_.dot(park.x, park.y, view_.px(20), theme.panel);
    canvas_.dot(park.x, park.y, view_.px(16), theme.good);
    canvas_.text(fonts.strong, park.x, park.y + view_.px(24), theme.text, texts("ui.brief.park"),
                 Align::Middle);
  }

  Canvas& canvas_;
  const FilmView& view_;
  Box box_;
  std::array<Far, region_count> far_;
  double km_per_pixel_ = 1;
  Far middle_;
  ImVec2 centre_;
};

}  // namespace

double way_done(const PlantRecord& plant, double month, double months_a_second) {
  // Thirty-two places in the month, the same one in every life.
  const double within = static_cast<double>(plant.who.number() % 32U) / 32;
  const double seconds = 1.4;
  const double way = std::max(1.0, months_a_second * seconds);
  return (month - (plant.signed_month - 1 + within)) / way;
}

void draw_origins_picture(Canvas& canvas, const Box& box, const FilmView& view) {
  Box rest = box;
  const std::string seed = std::to_string(view.scene.chronicle(0)->seed());
  draw_head(canvas, rest,
            {view.look.texts("ui.brief.origins"), "", view.look.texts("ui.map.one_run", {seed}), "", 0});
  OriginsPicture(canvas, rest, view).draw();
}

}  // namespace park::ui
