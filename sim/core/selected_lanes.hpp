// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#ifdef __AVX2__
#include <immintrin.h>
#endif

#include "core/lanes.hpp"

namespace park {

/// Some of four lanes: bit k for lane k.
using LaneBits = unsigned;

[[nodiscard]] inline LaneBits bits_of(LaneMask mask) {
#ifdef __AVX2__
  return static_cast<LaneBits>(_mm256_movemask_pd(std::bit_cast<__m256d>(mask)));
#else
  LaneBits bits = 0;
  for (unsigned k = 0; k < 4; ++k) bits |= (mask[k] != 0 ? 1U : 0U) << k;
  return bits;
#endif
}

/// The lanes whose bits differ (of which no number may be equal to itself).
[[nodiscard]] inline LaneBits changed_lanes(DoubleVector now, DoubleVector before) {
#ifdef __AVX2__
  const __m256i same = _mm256_cmpeq_epi64(std::bit_cast<__m256i>(now), std::bit_cast<__m256i>(before));
  return 15U & ~static_cast<LaneBits>(_mm256_movemask_pd(_mm256_castsi256_pd(same)));
#else
  LaneBits changed = 0;
  for (unsigned k = 0; k < 4; ++k) {
    const bool differs = std::bit_cast<std::uint64_t>(now[k]) != std::bit_cast<std::uint64_t>(before[k]);
    changed |= (differs ? 1U : 0U) << k;
  }
  return changed;
#endif
}

namespace selected {
/// For each selection the places of eight halves of lanes.
using Halves = std::array<std::array<std::int32_t, 8>, 16>;

/// `gathers`: the selected lanes come to stand first; else the first ones go to where the selected are.
constexpr Halves halves(bool gathers) {
  Halves all{};
  for (std::size_t selection = 0; selection < 16; ++selection) {
    std::size_t first = 0;
    for (std::size_t lane = 0; lane < 4; ++lane) {
      if (((selection >> lane) & 1U) == 0) continue;
      const std::size_t to = gathers ? first : lane;
      const std::size_t from = gathers ? lane : first;
      all[selection][2 * to] = static_cast<std::int32_t>(2 * from);
      all[selection][2 * to + 1] = static_cast<std::int32_t>(2 * from + 1);
      ++first;
    }
  }
  return all;
}
inline constexpr Halves gathering = halves(true);
inline constexpr Halves spreading = halves(false);
}  // namespace selected

/// Writes the selected lanes end to end from `at` on, and as many more words as make four. Returns the place
/// behind the selected.
inline double* put_selected(DoubleVector lanes, LaneBits selection, double* at) {
#ifdef __AVX2__
  const auto places = std::bit_cast<__m256i>(selected::gathering[selection]);
  const __m256 moved = _mm256_permutevar8x32_ps(std::bit_cast<__m256>(lanes), places);
  _mm256_storeu_pd(at, _mm256_castps_pd(moved));
#else
  for (unsigned k = 0, first = 0; k < 4; ++k) {
    if (((selection >> k) & 1U) != 0) at[first++] = lanes[k];
  }
#endif
  return at + std::popcount(selection);
}

/// `lanes` with the selected ones read from `at` on, where put_selected() put them; `at` moves behind them.
/// Four words are read whatever.
[[nodiscard]] inline DoubleVector take_selected(DoubleVector lanes, LaneBits selection, const double*& at) {
#ifdef __AVX2__
  const auto places = std::bit_cast<__m256i>(selected::spreading[selection]);
  const __m256 read = _mm256_castpd_ps(_mm256_loadu_pd(at));
  const auto spread = std::bit_cast<DoubleVector>(_mm256_permutevar8x32_ps(read, places));
  lanes = lanes_of(selection, 0) ? spread : lanes;
#else
  for (unsigned k = 0, first = 0; k < 4; ++k) {
    if (((selection >> k) & 1U) != 0) lanes[k] = at[first++];
  }
#endif
  at += std::popcount(selection);
  return lanes;
}

}  // namespace park
