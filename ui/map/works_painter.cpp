// SPDX-License-Identifier: MIT
#include "map/works_painter.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "map/ground_painter.hpp"

namespace park::ui {
namespace {

constexpr double chimney_m = 45;

RingM circle(PointM centre, double radius_m, int corners) {
  RingM ring;
  for (int k = 0; k < corners; ++k) {
    const double angle = 2 * std::numbers::pi * k / corners;
    ring.push_back(centre + radius_m * PointM{std::cos(angle), std::sin(angle)});
  }
  return ring;
}

/// Tanks in use are full of water, the first ones first; those that no capacity stands for are lawn.
void paint_tanks(Mesh& mesh, const Projection& projection, const Works& works, const UtilitySight& sight,
                 double largest_capacity, const Theme& theme, const MapColors& colors) {
  const auto count = static_cast<double>(works.tanks.size());
  const double standing =
      largest_capacity > 0 ? count * static_cast<double>(sight.capacity) / largest_capacity : 0;
  const double in_use = standing * static_cast<double>(std::min(1.0F, sight.share()));
  const Color full = sight.is_nearly_full() ? theme.trouble : mixed(colors.shore, theme.hues[1], 0.45);
  for (std::size_t k = 0; k < works.tanks.size(); ++k) {
    const auto place = static_cast<double>(k);
    if (place >= std::round(standing)) break;
    const Tank& tank = works.tanks[k];
    const std::vector<Pixel> rim = seen(projection, circle(tank.centre, tank.radius_m, 20), 2);
    const double filled = std::clamp(in_use - place, 0.0, 1.0);
    mesh.fill(rim, ink(mixed(colors.window_dark, full, filled)));
    mesh.path(rim, std::max(1.2F, projection.pixels(1.6)), ink(lit(colors.utility, 1.15)), true);
    if (projection.pixels(tank.radius_m) < 5) continue;
    mesh.line(projection.at(tank.centre, 2), rim[(k * 7) % rim.size()], 1.2F, ink(lit(colors.utility, 1.3)));
  }
}

}  // namespace

UtilitySight utility_at(const Moment& moment, Utility utility) {
  const auto u = static_cast<std::size_t>(utility);
  const UtilitySight& before = moment.before->utilities[u];
  const UtilitySight& after = moment.after->utilities[u];
  const auto share = static_cast<float>(moment.share);
  return {std::lerp(before.load, after.load, share), share < 0.5F ? before.capacity : after.capacity};
}

void paint_works_ground(Mesh& mesh, const Projection& projection, const MapGround& ground,
                        std::span<const Works> works, const Moment& moment, double most_wastewater_t_day,
                        const Theme& theme, const MapColors& colors) {
  for (const GroundArea& area : ground.features()) {
    const auto found = std::ranges::find_if(works, [&](const Works& w) { return w.feature == area.index; });
    if (found == works.end() || !projection.sees(area.middle, area.radius_m)) continue;
    const bool is_plant = utility_of(area.kind).has_value();
    fill_area(mesh, projection, area, ink(is_plant ? mixed(colors.paved, colors.lawn, 0.5) : colors.lawn));
    mesh.path(seen(projection, area.ring), 1, ink(colors.parcel_edge), true);
    if (!found->pitch.empty()) {
      mesh.fill(seen(projection, found->pitch), ink(mixed(colors.school, colors.lawn, 0.35)));
      RingM field;
      for (const PointM& point : found->pitch) {
        field.push_back(between(middle_of(found->pitch), point, 0.72));
      }
      mesh.fill(seen(projection, field), ink(lit(colors.tree_light, 0.95)));
    }
    if (area.kind != FeatureKind::WastewaterPlant) continue;
    paint_tanks(mesh, projection, *found, utility_at(moment, Utility::Wastewater), most_wastewater_t_day,
                theme, colors);
  }
}

void paint_steam(Mesh& mesh, const Projection& projection, std::span<const Works> works, const Moment& moment,
                 double seconds, const MapColors& colors) {
  const double used = static_cast<double>(utility_at(moment, Utility::Steam).share());
  for (const Works& site : works) {
    for (const PointM& foot : site.chimneys) {
      if (!projection.sees(foot, 40, chimney_m * 2)) continue;
      const float width = std::max(1.6F, projection.pixels(5));
      mesh.line(projection.at(foot), projection.at(foot, chimney_m), width, ink(lit(colors.utility, 0.9)));
      mesh.line(projection.at(foot, 0.8 * chimney_m), projection.at(foot, chimney_m), width,
                ink(lit(colors.red_line, 0.9)));
      constexpr int puffs = 7;
      for (int k = 0; k < puffs; ++k) {
        const double age = std::fmod(seconds * 0.12 + static_cast<double>(k) / puffs, 1.0);
        const PointM drift{60 * age, -12 * age};
        const float radius = projection.pixels(5 + 16 * age);
        if (radius < 1.2F) continue;
        mesh.disc(projection.at(foot + drift, chimney_m + 26 * age), radius,
                  ink(colors.lorry_out, 0.30 * used * (1 - age)));
      }
    }
  }
}

}  // namespace park::ui
