// SPDX-License-Identifier: MIT
#include "policy/keys.hpp"

namespace park {
namespace {

template <class Enum, std::size_t Count>
std::optional<Enum> from_key(const std::array<KeyLabel, Count>& labels, std::string_view key) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (labels[i].key == key) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Stage> stage_from_key(std::string_view key) { return from_key<Stage>(stage_labels, key); }
std::optional<Activity> activity_from_key(std::string_view key) {
  return from_key<Activity>(activity_labels, key);
}
std::optional<Region> region_from_key(std::string_view key) { return from_key<Region>(region_labels, key); }

}  // namespace park
