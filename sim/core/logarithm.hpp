// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

#ifdef __AVX2__
#include <immintrin.h>
#endif

#include "core/exponential.hpp"
#include "core/lanes.hpp"
#include "core/logarithm_table.hpp"

namespace park {

/// Coefficients of log.c of Arm Optimized Routines for a table of 128.
namespace logarithm_terms {
inline constexpr std::uint64_t lowest = 0x3fe6000000000000U;  ///< bits of 0.6875, where the table begins
inline constexpr double ln_2_high = 0x1.62e42fefa3800p-1;     ///< ln 2, in two parts
inline constexpr double ln_2_low = 0x1.ef35793c76730p-45;
inline constexpr double c2 = -0x1.0000000000001p-1;
inline constexpr double c3 = 0x1.555555551305bp-2;
inline constexpr double c4 = -0x1.fffffffeb459p-3;
inline constexpr double c5 = 0x1.999b324f10111p-3;
inline constexpr double c6 = -0x1.55575e506c89fp-3;
}  // namespace logarithm_terms

/// Natural logarithm of a positive normal number, within 1e-16 of it or a unit of the last place, whichever
/// is more: without the call to the C library, and the same with any. (It has no branch for numbers near 1,
/// where the library's is exact to the last place of the small result.) Source: Arm Optimized Routines,
/// log.c.
[[nodiscard]] inline double logarithm(double x) {
  namespace t = logarithm_terms;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t from_lowest = bits - t::lowest;
  const std::size_t k = 2 * (from_lowest >> 45U) % 256;
  const auto power = static_cast<double>(static_cast<std::int64_t>(from_lowest) >> 52U);
  const auto z = std::bit_cast<double>(bits - (from_lowest & 0xfff0000000000000U));
  const double r = std::fma(z, std::bit_cast<double>(logarithm_table[k]), -1.0);
  const double w = std::fma(power, t::ln_2_high, std::bit_cast<double>(logarithm_table[k + 1]));
  const double high = w + r;
  const double low = std::fma(power, t::ln_2_low, (w - high) + r);
  const double r2 = r * r;
  const double tail = std::fma(r2, std::fma(r, t::c6, t::c5), std::fma(r, t::c4, t::c3));
  return std::fma(r * r2, tail, std::fma(r2, t::c2, low)) + high;
}

/// The same of each lane.
[[nodiscard]] inline DoubleLane logarithm(const DoubleLane& lanes) {
#ifdef __AVX2__
  namespace t = logarithm_terms;
  const auto all = [](double number) { return _mm256_set1_pd(number); };
  const __m256i bits = _mm256_castpd_si256(load<__m256d>(lanes));
  const __m256i from_lowest = _mm256_sub_epi64(bits, _mm256_set1_epi64x(static_cast<long long>(t::lowest)));
  const __m256i k =
      _mm256_and_si256(_mm256_srli_epi64(from_lowest, 44), _mm256_set1_epi64x(254));  // twice the interval
  // The power of two lies in the upper half of each lane; the four are brought side by side.
  const __m256i uppers = _mm256_permutevar8x32_epi32(_mm256_srai_epi32(from_lowest, 20),
                                                     _mm256_setr_epi32(1, 3, 5, 7, 1, 3, 5, 7));
  const __m256d power = _mm256_cvtepi32_pd(_mm256_castsi256_si128(uppers));
  const __m256i exponent = _mm256_and_si256(from_lowest, _mm256_set1_epi64x(-(1LL << 52)));
  const __m256d z = _mm256_castsi256_pd(_mm256_sub_epi64(bits, exponent));
  const auto* table = reinterpret_cast<const long long*>(logarithm_table.data());  // NOLINT: for the gather
  const auto inverse = _mm256_castsi256_pd(_mm256_i64gather_epi64(table, k, 8));
  const auto log_c = _mm256_castsi256_pd(_mm256_i64gather_epi64(table + 1, k, 8));
  const __m256d r = _mm256_fmadd_pd(z, inverse, all(-1.0));
  const __m256d w = _mm256_fmadd_pd(power, all(t::ln_2_high), log_c);
  const __m256d high = _mm256_add_pd(w, r);
  const __m256d rest = _mm256_add_pd(_mm256_sub_pd(w, high), r);
  const __m256d low = _mm256_fmadd_pd(power, all(t::ln_2_low), rest);
  const __m256d r2 = _mm256_mul_pd(r, r);
  const __m256d tail = _mm256_fmadd_pd(r2, _mm256_fmadd_pd(r, all(t::c6), all(t::c5)),
                                       _mm256_fmadd_pd(r, all(t::c4), all(t::c3)));
  const __m256d sum = _mm256_fmadd_pd(_mm256_mul_pd(r, r2), tail, _mm256_fmadd_pd(r2, all(t::c2), low));
  return store<double>(_mm256_add_pd(sum, high));
#else
  return {logarithm(lanes[0]), logarithm(lanes[1]), logarithm(lanes[2]), logarithm(lanes[3])};
#endif
}

/// base^exponent; a positive base, a result between 1e-200 and 1e200.
[[nodiscard]] inline double power(double base, double exponent) {
  return exponential(exponent * logarithm(base));
}

/// The same of each lane.
[[nodiscard]] inline DoubleLane power(DoubleVector base, DoubleVector exponent) {
  const DoubleLane logarithms = logarithm(store<double>(base));
  return exponential(store<double>(load<DoubleVector>(logarithms) * exponent));
}

}  // namespace park
