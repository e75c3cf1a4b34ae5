// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace park {

enum class Fate : std::uint8_t { AtOrigin, Searching, InPark, Gone };

/// What changes of a firm of the pool. Firms are met in no order: all of one lies together.
struct FirmState {
  double threshold = 0;      ///< hazard integral of its class at which it reviews next
  float pull = 1;            ///< m_i
  std::uint8_t episode = 0;  ///< reviews so far
  Fate fate = Fate::AtOrigin;
  std::uint8_t partners_in_park = 0;  ///< at most 255
};

}  // namespace park
