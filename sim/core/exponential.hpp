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

#include "core/exponential_table.hpp"
#include "core/lanes.hpp"

namespace park {

/// Coefficients of exp.c of Arm Optimized Routines for a table of 128.
namespace exponential_terms {
inline constexpr double to_table = 0x1.71547652b82fep+7;     ///< 128 / ln 2
inline constexpr double minus_high = -0x1.62e42fefa0000p-8;  ///< -ln 2 / 128, in two parts
inline constexpr double minus_low = -0x1.cf79abc9e3b3ap-47;
inline constexpr double shift = 0x1.8p+52;
inline constexpr double c2 = 0x1.ffffffffffdbdp-2;
inline constexpr double c3 = 0x1.555555555543cp-3;
inline constexpr double c4 = 0x1.55555cf172b91p-5;
inline constexpr double c5 = 0x1.1111167a4d017p-7;
inline constexpr double largest = 500;  ///< of the argument
}  // namespace exponential_terms

/// exp(x), rounded as the C library of x86-64 with FMA rounds it: without its call, the same with any
/// library. Source: Arm Optimized Routines, exp.c.
[[nodiscard]] inline double exponential(double x) {
  namespace t = exponential_terms;
  if (!(std::abs(x) < t::largest)) return std::exp(x);
  const double turned = std::fma(x, t::to_table, t::shift);
  const auto whole = std::bit_cast<std::uint64_t>(turned);
  const double steps = turned - t::shift;
  const double r = std::fma(steps, t::minus_low, std::fma(steps, t::minus_high, x));
  const std::size_t k = 2 * (whole % 128);
  const auto tail = std::bit_cast<double>(exponential_table[k]);
  const auto scale = std::bit_cast<double>(exponential_table[k + 1] + (whole << 45U));
  const double r2 = r * r;
  const double low = std::fma(std::fma(r, t::c3, t::c2), r2, tail + r);
  return std::fma(scale, std::fma(r2 * r2, std::fma(r, t::c5, t::c4), low), scale);
}

/// The same of each lane; |x| below 500.
[[nodiscard]] inline DoubleLane exponential(const DoubleLane& lanes) {
#ifdef __AVX2__
  namespace t = exponential_terms;
  const auto all = [](double number) { return _mm256_set1_pd(number); };
  const auto x = load<__m256d>(lanes);
  const __m256d turned = _mm256_fmadd_pd(x, all(t::to_table), all(t::shift));
  const auto whole = _mm256_castpd_si256(turned);
  const __m256d steps = _mm256_sub_pd(turned, all(t::shift));
  const __m256d r = _mm256_fmadd_pd(steps, all(t::minus_low), _mm256_fmadd_pd(steps, all(t::minus_high), x));
  const __m256i k = _mm256_slli_epi64(_mm256_and_si256(whole, _mm256_set1_epi64x(127)), 1);
  const auto* table = reinterpret_cast<const long long*>(exponential_table.data());  // NOLINT: for the gather
  const auto tail = _mm256_castsi256_pd(_mm256_i64gather_epi64(table, k, 8));
  const __m256i power = _mm256_i64gather_epi64(table + 1, k, 8);
  const auto scale = _mm256_castsi256_pd(_mm256_add_epi64(power, _mm256_slli_epi64(whole, 45)));
  const __m256d r2 = _mm256_mul_pd(r, r);
  const __m256d low = _mm256_fmadd_pd(_mm256_fmadd_pd(r, all(t::c3), all(t::c2)), r2, _mm256_add_pd(tail, r));
  const __m256d high = _mm256_fmadd_pd(r, all(t::c5), all(t::c4));
  const __m256d sum = _mm256_fmadd_pd(_mm256_mul_pd(r2, r2), high, low);
  return store<double>(_mm256_fmadd_pd(scale, sum, scale));
#else
  return {exponential(lanes[0]), exponential(lanes[1]), exponential(lanes[2]), exponential(lanes[3])};
#endif
}

}  // namespace park
