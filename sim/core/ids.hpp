// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace park {

/// An index that cannot be mistaken for another kind of index.
template <class Tag>
struct Id {
  std::uint32_t value = none_value;

  static constexpr std::uint32_t none_value = 0xffffffffU;
  constexpr Id() = default;
  explicit constexpr Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
  [[nodiscard]] constexpr std::size_t index() const { return value; }
  [[nodiscard]] constexpr bool is_none() const { return value == none_value; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// A firm of the pool in the origin regions.
using FirmId = Id<struct FirmTag>;
/// A project of a firm in the park, from negotiation to closing; index into World::projects' identity table.
using ProjectId = Id<struct ProjectTag>;
using ParcelId = Id<struct ParcelTag>;
using BlockId = Id<struct BlockTag>;
using DestinationId = Id<struct DestinationTag>;

}  // namespace park
