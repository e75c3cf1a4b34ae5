// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "map/building_painter.hpp"
#include "map/land_painter.hpp"
#include "map/layers.hpp"
#include "map/map_ground.hpp"
#include "map/works.hpp"

namespace park::ui {

/// What can be pointed at and selected. Plants are numbers of the chronicle, blocks and parcels as in it and
/// in the map, features as in the map; a team by its region.
struct MapTarget {
  enum class Kind : std::uint8_t { Nothing, Plant, Block, Parcel, Feature, Team };
  Kind kind = Kind::Nothing;
  std::uint32_t index = 0;

  bool operator==(const MapTarget&) const = default;
  [[nodiscard]] bool is_plant(std::uint32_t plant) const { return kind == Kind::Plant && index == plant; }
};

/// A building of the moment.
struct SceneItem {
  const Building* building = nullptr;
  BuildingLook look;
  MapTarget target;                        ///< the whole of it
  std::vector<std::uint32_t> roof_plants;  ///< by stretch of the roof; no_index: nobody's
  double nearness = 0;
  bool has_crane = false;
};

/// Buildings of one chronicle at one moment, farthest first.
class BuildingScene {
 public:
  BuildingScene(const ParkChronicle& chronicle, const MapGround& ground, const SitePlan& plan,
                const std::vector<Works>& works, const Moment& moment, MapLayer layer,
                const CategorySet& hidden, const Theme& theme, const MapColors& colors);

  void arrange(const Projection& projection);
  void paint(Mesh& shadows, Mesh& bodies, const Projection& projection, double seconds) const;
  /// The foremost thing under a pixel: a tenant where one holds that part of the building.
  [[nodiscard]] MapTarget pick(const Projection& projection, Pixel pixel) const;
  [[nodiscard]] const std::vector<SceneItem>& items() const { return items_; }
  /// The middle of a plant's part of a roof and its height; nothing if it has no building.
  struct RoofPoint {
    PointM ground;
    double height_m = 0;
  };
  [[nodiscard]] std::optional<RoofPoint> roof_of(std::uint32_t plant) const;
  /// Colour of a plant in the layer at the moment.
  [[nodiscard]] Color color_of(std::uint32_t plant) const;

 private:
  struct BlockNow {
    std::vector<std::pair<const Tenancy*, Color>> tenants;
    double progress = 1;
    double floor_m2 = 0;
  };
  void add_factories();
  void add_blocks();
  void add_plots();
  void add_common_lots();
  void add_works();
  [[nodiscard]] Color layer_color(const ParkPicture& picture, std::uint32_t plant, Color otherwise) const;
  [[nodiscard]] BlockNow block_now(std::uint32_t block) const;
  void let_out(const BlockNow& now, const BlockSite& site, double floor_before, SceneItem& item) const;
  [[nodiscard]] Color vacant_color() const;
  [[nodiscard]] Color block_scaffold() const;
  SceneItem& add(const Building& building, MapTarget target, Color color);

  const ParkChronicle& chronicle_;
  const MapGround& ground_;
  const SitePlan& plan_;
  const std::vector<Works>& works_;
  const Theme& theme_;
  Moment moment_;
  MapLayer layer_;
  CategorySet hidden_;
  const MapColors& colors_;
  std::vector<Category> categories_;
  std::vector<SceneItem> items_;
};

}  // namespace park::ui
