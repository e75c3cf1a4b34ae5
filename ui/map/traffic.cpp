// SPDX-License-Identifier: MIT
#include "map/traffic.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "map/layers.hpp"

namespace park::ui {
namespace {

constexpr double most_lorries = 150;
constexpr double speed_m_s = 42;              ///< as seen: a way across the park takes about a minute
constexpr double pause_m = 60;                ///< at either end, in which a lorry fades in and out
constexpr std::size_t outside = stage_count;  ///< in place of a buyer's stage

/// A fixed number from 0 to 1 for a pair, spread evenly (the finaliser of SplitMix64).
double scattered(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = a * 0x9E3779B97F4A7C15ULL + b * 0xD1B54A32D192ED03ULL + 0x2545F4914F6CDD1DULL;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
  x ^= x >> 31U;
  return (static_cast<double>(x >> 11U) + 0.5) * 0x1p-53;
}

double lorries_in(const ParkPicture& picture, double inside_yuan, double outside_yuan) {
  double count = 0;
  for (std::size_t s = 0; s < stage_count; ++s) {
    count += static_cast<double>(std::accumulate(picture.goods[s].begin(), picture.goods[s].end(), 0.0F)) /
             inside_yuan;
    count += static_cast<double>(picture.sold_outside[s]) / outside_yuan;
  }
  return count;
}

}  // namespace

Traffic::Traffic(std::shared_ptr<const ParkChronicle> chronicle, std::shared_ptr<const MapGround> ground,
                 std::shared_ptr<const SitePlan> plan)
    : chronicle_(std::move(chronicle)), ground_(std::move(ground)), plan_(std::move(plan)) {
  double most = 0;
  for (int month = 0; month <= chronicle_->months(); ++month) {
    most = std::max(most, lorries_in(chronicle_->at(month), inside_yuan, outside_yuan));
  }
  while (most / unit_ > most_lorries) unit_ *= 2;
}

void Traffic::look_at(const ParkPicture& picture) {
  if (month_ == picture.month) return;
  month_ = picture.month;
  for (Plants& plants : plants_) plants = {};
  for (const PlantSight& sight : picture.plants) {
    if (sight.output <= 0) continue;
    const auto place = place_of(*plan_, picture, sight.plant);
    if (!place) continue;
    Plants& plants = plants_[index_of(stage_of(chronicle_->plants()[sight.plant].activity))];
    plants.numbers.push_back(sight.plant);
    plants.output.push_back(static_cast<double>(sight.output));
    plants.nodes.push_back(ground_->roads().nearest(*place));
  }
}

/// A plant by the size of its output; hardly any lorry changes its plant when outputs change a little
/// (weighted rendezvous, Thaler and Ravishankar 1998).
std::size_t Traffic::chosen(const Plants& plants, std::uint64_t lorry) const {
  std::size_t best = 0;
  double lowest = 1e300;
  for (std::size_t k = 0; k < plants.numbers.size(); ++k) {
    const double draw = -std::log(scattered(plants.numbers[k], lorry)) / plants.output[k];
    if (draw >= lowest) continue;
    lowest = draw;
    best = k;
  }
  return best;
}

const Traffic::Way& Traffic::way(std::uint32_t from, std::uint32_t to) {
  const auto [found, is_new] = ways_.try_emplace({from, to});
  if (!is_new) return found->second;
  Way& way = found->second;
  way.points = ground_->roads().way(from, to);
  double walked = 0;
  for (std::size_t i = 0; i < way.points.size(); ++i) {
    if (i > 0) walked += distance(way.points[i - 1], way.points[i]);
    way.walked.push_back(walked);
  }
  return way;
}

void Traffic::drive(Mesh& mesh, const Projection& projection, const Way& way, std::uint64_t lorry,
                    double seconds, double opacity, Color color) const {
  if (way.points.size() < 2) return;
  const double whole = way.walked.back();
  const double turns = seconds * speed_m_s / (whole + 2 * pause_m) + scattered(lorry, 7);
  const double s = (turns - std::floor(turns)) * (whole + 2 * pause_m) - pause_m;
  const double fade = std::clamp(std::min(s + pause_m, whole + pause_m - s) / pause_m, 0.0, 1.0);
  const double at = std::clamp(s, 0.0, whole);
  const auto next = std::ranges::upper_bound(way.walked, at);
  const auto i = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
      next - way.walked.begin(), 1, static_cast<std::ptrdiff_t>(way.points.size()) - 1));
  const PointM along = unit(way.points[i] - way.points[i - 1]);
  // Traffic keeps to the right.
  const PointM centre = way.points[i - 1] + (at - way.walked[i - 1]) * along + -3.2 * left_of(along);
  const double m_per_px = projection.camera().metres_per_pixel;
  const double half_length = std::max(6.0, 3.2 * m_per_px);
  const double half_width = std::max(1.5, 1.25 * m_per_px);
  if (!projection.sees(centre, half_length)) return;
  const PointM side = half_width * left_of(along);
  const auto box = [&](double from, double to, Color paint) {
    const PointM a = centre + from * along;
    const PointM b = centre + to * along;
    mesh.quad(projection.at(a - side, 2), projection.at(b - side, 2), projection.at(b + side, 2),
              projection.at(a + side, 2), ink(paint, opacity * fade));
  };
  box(-half_length, 0.45 * half_length, color);
  box(0.55 * half_length, half_length, lit(color, 0.7));
}

void Traffic::convoy(Mesh& mesh, const Projection& projection, std::uint64_t name, double lorries,
                     double seconds, std::size_t seller, std::size_t buyer, Color color) {
  const Plants& sellers = plants_[seller];
  if (sellers.numbers.empty()) return;
  const std::vector<std::uint32_t>& exits = ground_->roads().exits();
  for (int k = 0; k < static_cast<int>(std::ceil(lorries)); ++k) {
    const std::uint64_t lorry = name * 1000 + static_cast<std::uint64_t>(k);
    const std::uint32_t from = sellers.nodes[chosen(sellers, lorry)];
    std::uint32_t to = 0;
    if (buyer == outside) {
      if (exits.empty()) return;
      to = exits[lorry % exits.size()];
    } else {
      const Plants& buyers = plants_[buyer];
      if (buyers.numbers.empty()) return;
      to = buyers.nodes[chosen(buyers, lorry + 500)];
    }
    drive(mesh, projection, way(from, to), lorry, seconds, std::min(1.0, lorries - k), color);
  }
}

void Traffic::paint(Mesh& mesh, const Projection& projection, const Moment& moment, double seconds,
                    const Theme& theme, const MapColors& colors) {
  if (ground_->roads().empty()) return;
  look_at(*moment.before);
  const std::vector<Category> families = categories_of(MapLayer::Stage, theme);
  const auto now = [&](float before, float after) {
    return std::lerp(static_cast<double>(before), static_cast<double>(after), moment.share);
  };
  for (std::size_t s = 0; s < stage_count; ++s) {
    const double out = now(moment.before->sold_outside[s], moment.after->sold_outside[s]) / yuan_outside();
    convoy(mesh, projection, s * 32 + outside, out, seconds, s, outside, colors.lorry_out);
    const Color color = families[family_index(static_cast<Stage>(s))].color;
    for (std::size_t t = 0; t < stage_count; ++t) {
      const double sold = now(moment.before->goods[s][t], moment.after->goods[s][t]) / yuan_inside();
      if (sold > 0.02) convoy(mesh, projection, s * 32 + t, sold, seconds, s, t, color);
    }
  }
}

}  // namespace park::ui
