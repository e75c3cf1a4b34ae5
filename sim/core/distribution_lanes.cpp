// SPDX-License-Identifier: MIT
#include "core/distribution_lanes.hpp"

#include <bit>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>

namespace park {
namespace {

/// Right ends of a ziggurat's layers; a word's last bits choose a layer, the others a place in it.
template <std::size_t Size>
std::array<float, Size> in_float(const double (&ends)[Size]) {  // NOLINT(modernize-avoid-c-arrays): Boost's
  std::array<float, Size> result{};
  for (std::size_t i = 0; i < Size; ++i) result[i] = static_cast<float>(ends[i]);
  return result;
}

/// The least floats that are no less: an x below one of them is below the double.
template <std::size_t Size>
std::array<float, Size> rounded_up(const double (&ends)[Size]) {  // NOLINT(modernize-avoid-c-arrays): Boost's
  std::array<float, Size> result = in_float(ends);
  for (std::size_t i = 0; i < Size; ++i) {
    if (static_cast<double>(result[i]) < ends[i]) result[i] = std::nextafter(result[i], 1e9F);
  }
  return result;
}

/// Of 2^(k/32): the bits less k times 1/32 of an exponent.
std::array<std::uint64_t, 32> powers_of_two() {
  std::array<std::uint64_t, 32> bits{};
  for (std::size_t k = 0; k < bits.size(); ++k) {
    bits[k] =
        std::bit_cast<std::uint64_t>(std::exp2(static_cast<double>(k) / 32)) - (std::uint64_t{k} << 47U);
  }
  return bits;
}

const auto& exponential_ends() {
  static const auto ends = in_float(boost::random::detail::exponential_table<double>::table_x);
  return ends;
}

const auto& normal_ends() {
  static const auto ends = in_float(boost::random::detail::normal_table<double>::table_x);
  return ends;
}

/// Boost compares a float with these in double.
const auto& normal_bounds() {
  static const auto ends = rounded_up(boost::random::detail::normal_table<double>::table_x);
  return ends;
}

const auto& powers() {
  static const auto bits = powers_of_two();
  return bits;
}

constexpr std::uint32_t layer_bits = 255;

// Coefficients of expf.c for a table of 32.
constexpr double to_table = 0x1.71547652b82fep+0 * 32;
constexpr double shift = 0x1.8p+52;
constexpr double c0 = 0x1.c6af84b912394p-5 / 32 / 32 / 32;
constexpr double c1 = 0x1.ebfce50fac4f3p-3 / 32 / 32;
constexpr double c2 = 0x1.62e42ff0c52d6p-1 / 32;

#ifdef __AVX2__

/// The 24 bits of a word that are no layer, in [0, 1).
__m256 fraction(__m256i words) {
  return _mm256_mul_ps(_mm256_cvtepi32_ps(_mm256_srli_epi32(words, 8)), _mm256_set1_ps(0x1p-24F));
}

LaneDraws draws_of(__m256 value, __m256 is_inside) {
  const auto inside = static_cast<unsigned>(_mm256_movemask_ps(is_inside));
  return {store<float>(value), ~inside & 255U};
}

__m256d exp_of(__m256d x) {
  const __m256d turned = _mm256_fmadd_pd(_mm256_set1_pd(to_table), x, _mm256_set1_pd(shift));
  const __m256i whole = _mm256_castpd_si256(turned);
  const __m256d r =
      _mm256_fmsub_pd(_mm256_set1_pd(to_table), x, _mm256_sub_pd(turned, _mm256_set1_pd(shift)));
  const auto* table = reinterpret_cast<const long long*>(powers().data());  // NOLINT: what the gather takes
  const __m256i power = _mm256_i64gather_epi64(table, _mm256_and_si256(whole, _mm256_set1_epi64x(31)), 8);
  const __m256d scale = _mm256_castsi256_pd(_mm256_add_epi64(power, _mm256_slli_epi64(whole, 47)));
  const __m256d high = _mm256_fmadd_pd(_mm256_set1_pd(c0), r, _mm256_set1_pd(c1));
  const __m256d low = _mm256_fmadd_pd(_mm256_set1_pd(c2), r, _mm256_set1_pd(1));
  return _mm256_mul_pd(_mm256_fmadd_pd(high, _mm256_mul_pd(r, r), low), scale);
}

#endif

}  // namespace

#ifdef __AVX2__

LaneDraws exponential_of(const Lane& words) {
  const auto word = load<__m256i>(words);
  const __m256i layer = _mm256_and_si256(word, _mm256_set1_epi32(layer_bits));
  const float* ends = exponential_ends().data();
  const __m256 x = _mm256_mul_ps(fraction(word), _mm256_i32gather_ps(ends, layer, 4));
  return draws_of(x, _mm256_cmp_ps(x, _mm256_i32gather_ps(ends + 1, layer, 4), _CMP_LT_OQ));
}

LaneDraws normal_of(const Lane& words) {
  const auto word = load<__m256i>(words);
  const __m256i layer = _mm256_srli_epi32(_mm256_and_si256(word, _mm256_set1_epi32(layer_bits)), 1);
  const float* ends = normal_ends().data();
  const __m256 x = _mm256_mul_ps(fraction(word), _mm256_i32gather_ps(ends, layer, 4));
  const __m256 bounds = _mm256_i32gather_ps(normal_bounds().data() + 1, layer, 4);
  const __m256 is_inside = _mm256_cmp_ps(x, bounds, _CMP_LT_OQ);
  // An even word is negative; adding zero makes -0 a 0.
  const __m256i negative = _mm256_slli_epi32(_mm256_andnot_si256(word, _mm256_set1_epi32(1)), 31);
  const __m256 signed_x = _mm256_xor_ps(x, _mm256_castsi256_ps(negative));
  return draws_of(_mm256_add_ps(signed_x, _mm256_setzero_ps()), is_inside);
}

FloatLane exp_of(const FloatLane& x) {
  const auto lanes = load<__m256>(x);
  const __m128 low = _mm256_cvtpd_ps(exp_of(_mm256_cvtps_pd(_mm256_castps256_ps128(lanes))));
  const __m128 high = _mm256_cvtpd_ps(exp_of(_mm256_cvtps_pd(_mm256_extractf128_ps(lanes, 1))));
  return store<float>(_mm256_set_m128(high, low));
}

#else

LaneDraws exponential_of(const Lane& words) {
  LaneDraws draws;
  for (std::size_t i = 0; i < random_lanes; ++i) {
    const std::size_t layer = words[i] & layer_bits;
    draws.value[i] = static_cast<float>(words[i] >> 8U) * 0x1p-24F * exponential_ends()[layer];
    if (draws.value[i] >= exponential_ends()[layer + 1]) draws.rejected |= 1U << i;
  }
  return draws;
}

LaneDraws normal_of(const Lane& words) {
  LaneDraws draws;
  for (std::size_t i = 0; i < random_lanes; ++i) {
    const std::size_t layer = (words[i] & layer_bits) >> 1U;
    const float x = static_cast<float>(words[i] >> 8U) * 0x1p-24F * normal_ends()[layer];
    draws.value[i] = ((words[i] & 1U) != 0 ? x : -x) + 0.0F;
    if (x >= normal_bounds()[layer + 1]) draws.rejected |= 1U << i;
  }
  return draws;
}

FloatLane exp_of(const FloatLane& x) {
  FloatLane result{};
  for (std::size_t i = 0; i < random_lanes; ++i) {
    const double turned = std::fma(to_table, static_cast<double>(x[i]), shift);
    const auto whole = std::bit_cast<std::uint64_t>(turned);
    const double r = std::fma(to_table, static_cast<double>(x[i]), -(turned - shift));
    const auto scale = std::bit_cast<double>(powers()[whole & 31U] + (whole << 47U));
    const double sum = std::fma(std::fma(c0, r, c1), r * r, std::fma(c2, r, 1.0));
    result[i] = static_cast<float>(sum * scale);
  }
  return result;
}

#endif

}  // namespace park
