// SPDX-License-Identifier: MIT
#include "scenario/national_atlas.hpp"

#include <cmath>
#include <numbers>
#include <string_view>

#include "core/assert.hpp"
#include "scenario/places.hpp"

namespace park {
namespace {

constexpr std::array<ProvincePart, 12> inland_parts = {{
    {"湘南", "southern Hunan", {26.0, 112.5}},
    {"赣南", "southern Jiangxi", {26.0, 115.0}},
    {"黔南", "southern Guizhou", {26.0, 107.5}},
    {"桂东", "eastern Guangxi", {23.5, 111.0}},
    {"鄂中", "central Hubei", {30.5, 113.0}},
    {"皖北", "northern Anhui", {33.0, 116.5}},
    {"豫东", "eastern Henan", {34.0, 115.5}},
    {"川东", "eastern Sichuan", {31.0, 106.5}},
    {"渝东", "eastern Chongqing", {30.5, 108.5}},
    {"陕南", "southern Shaanxi", {33.0, 108.0}},
    {"滇东", "eastern Yunnan", {25.5, 104.0}},
    {"晋南", "southern Shanxi", {35.5, 111.0}},
}};

/// Guangzhou, Keqiao, Qingdao, in the order of Region.
constexpr std::array<MapPoint, region_count> region_middles = {{{23.1, 113.3}, {30.1, 120.5}, {36.1, 120.4}}};

struct Syllable {
  std::string_view zh;
  std::string_view en;
};
constexpr std::array<Syllable, 16> first_syllables = {{{"霁", "Ji"},
                                                       {"蕤", "Rui"},
                                                       {"樾", "Yue"},
                                                       {"澹", "Dan"},
                                                       {"岫", "Xiu"},
                                                       {"蓼", "Liao"},
                                                       {"栩", "Xu"},
                                                       {"筠", "Yun"},
                                                       {"芷", "Zhi"},
                                                       {"黛", "Dai"},
                                                       {"琅", "Lang"},
                                                       {"珩", "Heng"},
                                                       {"绫", "Ling"},
                                                       {"缃", "Xiang"},
                                                       {"梭", "Suo"},
                                                       {"苎", "Zhu"}}};
constexpr std::array<Syllable, 4> last_syllables = {
    {{"川", "chuan"}, {"坪", "ping"}, {"渡", "du"}, {"塘", "tang"}}};
static_assert(first_syllables.size() * last_syllables.size() >= most_destinations);

constexpr std::array<Syllable, 3> trades = {{{"纺织服装产业园", "Textile and Garment Park"},
                                             {"服装产业园", "Garment Park"},
                                             {"轻纺产业园", "Light Textile Park"}}};

constexpr double road_detour = 1.28;
constexpr double earth_radius_km = 6371.0;

double great_circle_km(MapPoint a, MapPoint b) {
  constexpr double radians = std::numbers::pi / 180;
  const double across = std::sin((b.latitude - a.latitude) * radians / 2);
  const double along = std::sin((b.longitude - a.longitude) * radians / 2);
  const double square =
      across * across + std::cos(a.latitude * radians) * std::cos(b.latitude * radians) * along * along;
  return 2 * earth_radius_km * std::asin(std::sqrt(square));
}

}  // namespace

const ProvincePart& inland_part(std::size_t n) { return inland_parts[n % inland_parts.size()]; }

InventedName invented_name(const ProvincePart* part, std::size_t n) {
  PARK_ASSERT(n < first_syllables.size() * last_syllables.size());
  const Syllable& first = first_syllables[n % first_syllables.size()];
  const Syllable& last = last_syllables[(n + n / first_syllables.size()) % last_syllables.size()];
  const Syllable& trade = trades[n % trades.size()];
  InventedName name;
  name.zh.append(part != nullptr ? part->zh : "原产省外围").append(first.zh).append(last.zh).append(trade.zh);
  name.en.append(first.en).append(last.en).append(" ").append(trade.en).append(", ");
  name.en.append(part != nullptr ? part->en : "outer part of the origin's own province");
  name.zh.append("（虚构）");
  name.en.append(" (invented)");
  return name;
}

std::array<double, region_count> road_km_from_regions(MapPoint point) {
  std::array<double, region_count> km{};
  for (std::size_t r = 0; r < region_count; ++r)
    km[r] = road_detour * great_circle_km(point, region_middles[r]);
  return km;
}

}  // namespace park
