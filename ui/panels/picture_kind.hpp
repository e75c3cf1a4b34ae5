// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace park::ui {

/// What a slot of the dashboard can show, in the order of the keys 1 to 9 and of the menu.
enum class PictureKind : std::uint8_t {
  Map,
  Jobs,
  Floor,
  DeveloperCash,
  Chain,
  Funnel,
  Bottlenecks,
  Constraints,
  Wedges,
  Flows,
  Land,
  Labour,
  Loans,
  Movers,
  Indicator,
  Count
};
inline constexpr auto picture_kind_count = static_cast<std::size_t>(PictureKind::Count);

/// Key of its name in the catalogue of words.
[[nodiscard]] constexpr const char* name_key(PictureKind kind) {
  constexpr std::array<const char*, picture_kind_count> keys = {
      "ui.picture.map",    "ui.picture.jobs",   "ui.picture.floor",       "ui.picture.cash",
      "ui.picture.chain",  "ui.picture.funnel", "ui.picture.bottlenecks", "ui.picture.constraints",
      "ui.picture.wedges", "ui.picture.flows",  "ui.picture.land",        "ui.picture.labour",
      "ui.picture.loans",  "ui.picture.movers", "ui.picture.indicator"};
  return keys[static_cast<std::size_t>(kind)];
}

/// Its name on the command line and in the names of exported files: the last word of the key.
[[nodiscard]] constexpr std::string_view name_of(PictureKind kind) {
  const std::string_view key = name_key(kind);
  return key.substr(key.rfind('.') + 1);
}

}  // namespace park::ui
