// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace park {

/// The thirteen stages of the chain (产业链环节).
enum class Stage : std::uint8_t {
  Fibre,
  Spinning,
  Weaving,
  Dyeing,
  Garment,
  Washing,
  Accessories,
  Plating,
  Machinery,
  Design,
  Sales,
  Trade,
  Logistics,
  Count
};
inline constexpr auto stage_count = static_cast<std::size_t>(Stage::Count);

/// What a firm does: its stage, with garment making split into full-package (FOB) and cut-make-trim (CMT),
/// which have different outputs and cost structures for one garment.
enum class Activity : std::uint8_t {
  Fibre,
  Spinning,
  Weaving,
  Dyeing,
  GarmentFob,
  Washing,
  Accessories,
  Plating,
  Machinery,
  Design,
  Sales,
  Trade,
  Logistics,
  GarmentCmt,
  Count
};
inline constexpr auto activity_count = static_cast<std::size_t>(Activity::Count);

/// The three origin regions.
enum class Region : std::uint8_t { GreaterBayArea, YangtzeDelta, BohaiRim, Count };
inline constexpr auto region_count = static_cast<std::size_t>(Region::Count);

struct KeyLabel {
  std::string_view key;
  std::string_view zh;
  std::string_view en;
};

inline constexpr std::array<KeyLabel, stage_count> stage_labels = {{
    {"fibre", "纤维原料", "Fibre and raw material"},
    {"spinning", "纺纱", "Spinning"},
    {"weaving", "织布", "Weaving"},
    {"dyeing", "印染", "Dyeing and printing"},
    {"garment", "制衣", "Garment making"},
    {"washing", "水洗", "Washing"},
    {"accessories", "辅料", "Accessories"},
    {"plating", "电镀", "Electroplating"},
    {"machinery", "机械", "Machinery"},
    {"design", "设计", "Design"},
    {"sales", "销售", "Sales"},
    {"trade", "外贸", "Trade and export"},
    {"logistics", "物流", "Logistics"},
}};

inline constexpr std::array<KeyLabel, activity_count> activity_labels = {{
    {"fibre", "纤维原料", "Fibre and raw material"},
    {"spinning", "纺纱", "Spinning"},
    {"weaving", "织布", "Weaving"},
    {"dyeing", "印染", "Dyeing and printing"},
    {"garment_fob", "制衣(自主包料)", "Garment making, FOB"},
    {"washing", "水洗", "Washing"},
    {"accessories", "辅料", "Accessories"},
    {"plating", "电镀", "Electroplating"},
    {"machinery", "机械", "Machinery"},
    {"design", "设计", "Design"},
    {"sales", "销售", "Sales"},
    {"trade", "外贸", "Trade and export"},
    {"logistics", "物流", "Logistics"},
    {"garment_cmt", "制衣(来料加工)", "Garment making, CMT"},
}};

inline constexpr std::array<KeyLabel, region_count> region_labels = {{
    {"greater_bay_area", "粤港澳大湾区", "Greater Bay Area"},
    {"yangtze_delta", "长三角", "Yangtze River Delta"},
    {"bohai_rim", "环渤海", "Bohai Rim"},
}};

[[nodiscard]] constexpr Stage stage_of(Activity activity) {
  return activity == Activity::GarmentCmt ? Stage::Garment : static_cast<Stage>(activity);
}

[[nodiscard]] constexpr std::size_t index_of(Stage stage) { return static_cast<std::size_t>(stage); }
[[nodiscard]] constexpr std::size_t index_of(Activity activity) { return static_cast<std::size_t>(activity); }
[[nodiscard]] constexpr std::size_t index_of(Region region) { return static_cast<std::size_t>(region); }

[[nodiscard]] std::optional<Stage> stage_from_key(std::string_view key);
[[nodiscard]] std::optional<Activity> activity_from_key(std::string_view key);
[[nodiscard]] std::optional<Region> region_from_key(std::string_view key);

}  // namespace park
