// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <tuple>

#ifdef __AVX2__
#include <immintrin.h>
#endif

#include "core/lanes.hpp"
#include "core/random.hpp"

namespace park {

using Lane = Lanes<std::uint32_t>;
inline constexpr std::size_t random_lanes = std::tuple_size_v<Lane>;

/// Counters of eight streams side by side, or the blocks made of them: word w of stream i is [w][i].
using PhiloxLanes = std::array<Lane, 4>;

#ifdef __AVX2__

/// State of eight Philox4x32 bijections between their rounds; see PhiloxRounds.
class PhiloxVectors {
 public:
  explicit PhiloxVectors(const PhiloxLanes& counters)
      : c0_(load<__m256i>(counters[0])),
        c1_(load<__m256i>(counters[1])),
        c2_(load<__m256i>(counters[2])),
        c3_(load<__m256i>(counters[3])) {}

  void round(std::uint32_t k0, std::uint32_t k1) {
    const Product product_0 = multiply(all(0xD2511F53U), c0_);
    const Product product_1 = multiply(all(0xCD9E8D57U), c2_);
    c0_ = _mm256_xor_si256(_mm256_xor_si256(product_1.high, c1_), all(k0));
    c1_ = product_1.low;
    c2_ = _mm256_xor_si256(_mm256_xor_si256(product_0.high, c3_), all(k1));
    c3_ = product_0.low;
  }

  [[nodiscard]] PhiloxLanes words() const {
    return {store<std::uint32_t>(c0_), store<std::uint32_t>(c1_), store<std::uint32_t>(c2_),
            store<std::uint32_t>(c3_)};
  }

 private:
  /// Halves of eight products of 64 bits.
  struct Product {
    __m256i high, low;
  };

  static __m256i all(std::uint32_t word) { return _mm256_set1_epi32(static_cast<int>(word)); }

  /// The processor multiplies four lanes at a time, the even ones.
  static Product multiply(__m256i factor, __m256i lanes) {
    constexpr int odd_lanes = 0xAA;
    const __m256i even = _mm256_mul_epu32(factor, lanes);
    const __m256i odd = _mm256_mul_epu32(factor, _mm256_srli_epi64(lanes, 32));
    return {_mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, odd_lanes),
            _mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), odd_lanes)};
  }

  __m256i c0_, c1_, c2_, c3_;
};

#endif

/// philox4x32_10 of each lane, at a quarter of the cost.
[[nodiscard]] inline PhiloxLanes philox4x32_10(const PhiloxLanes& counters, PhiloxKey key) {
#ifdef __AVX2__
  PhiloxVectors lanes(counters);
  for (std::uint32_t round = 0; round < 10; ++round) {
    lanes.round(key[0] + round * 0x9E3779B9U, key[1] + round * 0xBB67AE85U);
  }
  return lanes.words();
#else
  PhiloxLanes blocks{};
  for (std::size_t i = 0; i < random_lanes; ++i) {
    const PhiloxCounter block =
        philox4x32_10(PhiloxCounter{counters[0][i], counters[1][i], counters[2][i], counters[3][i]}, key);
    for (std::size_t w = 0; w < 4; ++w) blocks[w][i] = block[w];
  }
  return blocks;
#endif
}

/// What tells streams of one kind apart.
struct StreamName {
  std::uint64_t agent = 0;
  std::uint32_t month = 0;  ///< or an episode, see RandomStream
};

/// act(i, stream) for i from 0 to count - 1 in order, with the stream of name_of(i). The first blocks of
/// eight are made side by side, so all eight names are asked for before the first act.
template <class NameOf, class Act>
void for_each_stream(std::uint64_t seed, Draw draw, std::size_t count, const NameOf& name_of,
                     const Act& act) {
  PhiloxLanes counters{};
  for (std::size_t first = 0; first < count; first += random_lanes) {
    const std::size_t end = std::min(count - first, random_lanes);
    for (std::size_t i = 0; i < end; ++i) {
      const StreamName name = name_of(first + i);
      counters[0][i] = static_cast<std::uint32_t>(name.agent);
      counters[1][i] = static_cast<std::uint32_t>(name.agent >> 32U);
      counters[2][i] = RandomStream::kind_word(draw, name.month);
    }
    const PhiloxLanes blocks = philox4x32_10(counters, RandomStream::key_of(seed));
    for (std::size_t i = 0; i < end; ++i) {
      RandomStream stream(seed, PhiloxCounter{counters[0][i], counters[1][i], counters[2][i], 1},
                          PhiloxCounter{blocks[0][i], blocks[1][i], blocks[2][i], blocks[3][i]});
      act(first + i, stream);
    }
  }
}

}  // namespace park
