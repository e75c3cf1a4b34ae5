// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "map/camera.hpp"
#include "map/land_painter.hpp"
#include "map/map_colors.hpp"
#include "map/map_ground.hpp"
#include "map/mesh.hpp"
#include "map/site_plan.hpp"

namespace park::ui {

/// Goods sold, as lorries on the roads: from plant to plant where the park sells to itself, out of the park
/// for the rest. How many there are follows from the month's flows, where each is from the viewer's seconds.
class Traffic {
 public:
  Traffic(std::shared_ptr<const ParkChronicle> chronicle, std::shared_ptr<const MapGround> ground,
          std::shared_ptr<const SitePlan> plan);

  /// What a lorry stands for, yuan a month: inside the park and on the way out of it.
  [[nodiscard]] double yuan_inside() const { return unit_ * inside_yuan; }
  [[nodiscard]] double yuan_outside() const { return unit_ * outside_yuan; }

  void paint(Mesh& mesh, const Projection& projection, const Moment& moment, double seconds,
             const Theme& theme, const MapColors& colors);

 private:
  static constexpr double inside_yuan = 1e5;
  static constexpr double outside_yuan = 2e6;

  struct Plants {
    std::vector<std::uint32_t> numbers;
    std::vector<double> output;
    std::vector<std::uint32_t> nodes;  ///< of the road network
  };
  /// A way with the length walked at each of its points.
  struct Way {
    RingM points;
    std::vector<double> walked;
  };

  void look_at(const ParkPicture& picture);
  [[nodiscard]] std::size_t chosen(const Plants& plants, std::uint64_t lorry) const;
  const Way& way(std::uint32_t from, std::uint32_t to);
  void drive(Mesh& mesh, const Projection& projection, const Way& way, std::uint64_t lorry, double seconds,
             double opacity, Color color) const;
  void convoy(Mesh& mesh, const Projection& projection, std::uint64_t name, double lorries, double seconds,
              std::size_t seller, std::size_t buyer, Color color);

  std::shared_ptr<const ParkChronicle> chronicle_;
  std::shared_ptr<const MapGround> ground_;
  std::shared_ptr<const SitePlan> plan_;
  double unit_ = 1;
  int month_ = -1;
  std::array<Plants, stage_count> plants_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Way> ways_;
};

}  // namespace park::ui
