// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "map/building_scene.hpp"
#include "map/camera.hpp"
#include "map/layers.hpp"
#include "map/map_colors.hpp"
#include "map/map_ground.hpp"
#include "map/map_type.hpp"
#include "map/mesh.hpp"
#include "map/site_plan.hpp"
#include "map/site_planner.hpp"
#include "map/traffic.hpp"
#include "map/works.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// What of the map is shown, and how. Everything that is drawn follows from this, the chronicle, the camera
/// and the time.
struct MapOptions {
  MapLayer layer = MapLayer::Milestone;
  CategorySet hidden;  ///< categories of the layer that the legend has switched off
  ThemeKind theme = ThemeKind::Dark;
  MapTarget selected;
  MapTarget hovered;
  bool has_traffic = true;
  bool has_labels = true;
  bool has_origins = true;             ///< with the labels: whence the firms come
  bool names_all = true;               ///< else only firms of the target list have a label
  bool has_furniture = true;           ///< scale bar and north arrow
  float scale = 1;                     ///< of type, 1 to 2 and more for film
  std::vector<sf::FloatRect> covered;  ///< pixels of the target that something will lie over: no labels there

  bool operator==(const MapOptions&) const = default;
};

/// When: the model's time in months, with fractions, and the viewer's in seconds, for what moves while the
/// model stands still (lorries, cranes, smoke).
struct MapTime {
  double month = 0;
  double seconds = 0;

  bool operator==(const MapTime&) const = default;
};

/// Draws the park of one chronicle into any target, any size. The same arguments give the same picture.
class ParkMapView {
 public:
  /// Plans the sites itself.
  ParkMapView(const std::shared_ptr<const ParkChronicle>& chronicle, std::shared_ptr<const MapGround> ground,
              std::shared_ptr<const MapType> type);
  ParkMapView(PlannedLife life, std::shared_ptr<const MapGround> ground, std::shared_ptr<const MapType> type);
  ~ParkMapView();
  ParkMapView(const ParkMapView&) = delete;
  ParkMapView& operator=(const ParkMapView&) = delete;

  [[nodiscard]] const ParkChronicle& chronicle() const { return *chronicle_; }
  [[nodiscard]] const MapGround& ground() const { return *ground_; }
  [[nodiscard]] const std::shared_ptr<const MapGround>& shared_ground() const { return ground_; }
  [[nodiscard]] const SitePlan& plan() const { return *plan_; }

  [[nodiscard]] const Traffic& traffic() const { return traffic_; }

  /// Works out what is to be seen in `area` (pixels of a target); needs no target yet.
  void arrange(sf::FloatRect area, const MapTime& time, const MapCamera& camera, const MapOptions& options);
  /// Draws what was arranged last: fills its area and nothing else.
  void show(sf::RenderTarget& target, const Texts& texts) const { show(target, texts, projection_->area()); }
  /// The same elsewhere in a target, as for a picture of its own; `place` is as large as the area.
  void show(sf::RenderTarget& target, const Texts& texts, sf::FloatRect place) const {
    show_country(target, place);
    show_land(target, place);
    show_standing(target, texts, place);
  }
  /// The three parts of it, from below: the country, which is the same in all months; land; roads, what
  /// stands and moves on them, marks and type.
  void show_country(sf::RenderTarget& target, sf::FloatRect place) const;
  void show_land(sf::RenderTarget& target, sf::FloatRect place) const;
  void show_standing(sf::RenderTarget& target, const Texts& texts, sf::FloatRect place) const;
  /// Rises whenever something else was arranged.
  [[nodiscard]] std::uint64_t version() const { return version_; }
  /// Rises whenever its country did.
  [[nodiscard]] std::uint64_t country_version() const { return country_version_; }
  void draw(sf::RenderTarget& target, sf::FloatRect area, const MapTime& time, const MapCamera& camera,
            const MapOptions& options, const Texts& texts) {
    arrange(area, time, camera, options);
    show(target, texts);
  }
  /// Triangles of the picture arranged last, without type: what it costs.
  [[nodiscard]] std::size_t triangles() const;
  /// What lies under a pixel of the picture arranged last.
  [[nodiscard]] MapTarget pick(Pixel pixel) const;
  /// Where a thing stands in it; nothing if it is not there at the moment.
  [[nodiscard]] std::optional<PointM> place_of(const MapTarget& target) const;
  /// Of the picture arranged last; null before the first.
  [[nodiscard]] const Projection* projection() const { return projection_ ? &*projection_ : nullptr; }

 private:
  void paint_ground(const Projection& projection, const MapOptions& options);
  void paint_month(const Projection& projection, const Moment& moment, const MapTime& time,
                   const MapOptions& options);
  void paint_marks(const Projection& projection, const Moment& moment, const MapOptions& options);
  void write(sf::RenderTarget& target, const Texts& texts) const;

  std::shared_ptr<const ParkChronicle> chronicle_;
  std::shared_ptr<const MapGround> ground_;
  std::shared_ptr<const MapType> type_;
  std::shared_ptr<const SitePlan> plan_;
  std::vector<Works> works_;
  Traffic traffic_;
  double most_wastewater_t_day_ = 0;
  ThemeKind theme_ = ThemeKind::Dark;
  MapColors colors_;
  // What only depends on the camera is kept from picture to picture.
  struct GroundKey {
    MapCamera camera;
    sf::FloatRect area;
    ThemeKind theme = ThemeKind::Dark;
    bool operator==(const GroundKey&) const = default;
  };
  std::optional<GroundKey> painted_;
  Mesh country_, roads_, outlines_;
  Mesh land_, lorries_, shadows_, bodies_, marks_;
  std::optional<Projection> projection_;
  MapOptions options_;
  std::optional<MapTime> time_;
  std::uint64_t version_ = 0;
  std::uint64_t country_version_ = 0;
  Moment moment_;
  std::unique_ptr<BuildingScene> scene_;
};

/// The camera that shows the whole park, in plan or oblique.
[[nodiscard]] MapCamera overview(const MapGround& ground, sf::FloatRect area, bool oblique);

}  // namespace park::ui
