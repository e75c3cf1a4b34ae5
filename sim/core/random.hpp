// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace park {

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

/// State of a Philox4x32 bijection between its rounds.
struct PhiloxRounds {
  std::uint32_t c0, c1, c2, c3;
  std::uint32_t k0, k1;

  constexpr void round() {
    constexpr std::uint64_t multiplier_0 = 0xD2511F53U;
    constexpr std::uint64_t multiplier_1 = 0xCD9E8D57U;
    constexpr std::uint32_t weyl_0 = 0x9E3779B9U;
    constexpr std::uint32_t weyl_1 = 0xBB67AE85U;
    const std::uint64_t product_0 = multiplier_0 * c0;
    const std::uint64_t product_1 = multiplier_1 * c2;
    c0 = static_cast<std::uint32_t>(product_1 >> 32U) ^ c1 ^ k0;
    c1 = static_cast<std::uint32_t>(product_1);
    c2 = static_cast<std::uint32_t>(product_0 >> 32U) ^ c3 ^ k1;
    c3 = static_cast<std::uint32_t>(product_0);
    k0 += weyl_0;
    k1 += weyl_1;
  }
};

/// Philox4x32 with ten rounds: a bijection of the counter under the key. The rounds are written out: a loop
/// costs nearly twice as much.
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11.
[[nodiscard]] constexpr PhiloxCounter philox4x32_10(PhiloxCounter counter, PhiloxKey key) {
  PhiloxRounds x{counter[0], counter[1], counter[2], counter[3], key[0], key[1]};
  x.round(), x.round(), x.round(), x.round(), x.round();
  x.round(), x.round(), x.round(), x.round(), x.round();
  return {x.c0, x.c1, x.c2, x.c3};
}

/// How many words of a stream give a uniform() below `u`, under 1: the words below this number.
[[nodiscard]] inline std::uint32_t words_below(double u) {
  const double words = std::ceil(u * 0x1p32 - 0.5);
  return static_cast<std::uint32_t>(std::clamp(words, 0.0, 0x1p32 - 1));
}
/// The same of 16 bits, which two_uniforms() takes. 65,536 where all do.
[[nodiscard]] inline std::uint32_t half_words_below(double u) {
  return static_cast<std::uint32_t>(std::clamp(std::ceil(u * 0x1p16 - 0.5), 0.0, 0x1p16));
}

/// What a draw is for. Append only: the number is part of the counter, so reordering changes every result.
enum class Draw : std::uint32_t {
  PoolFirm = 1,
  PoolPartners = 2,
  ReviewClock = 3,
  SearchLength = 4,
  Awareness = 5,
  Choice = 6,
  Seriousness = 7,
  Negotiation = 8,
  Obstacle = 9,
  Withdrawal = 10,
  LandDelay = 11,
  ParcelPriority = 12,
  PackagedProject = 13,
  LoanApproval = 14,
  LoanDefault = 15,
  ExportDemand = 16,
  FirmDemand = 17,
  Hiring = 18,
  Quits = 19,
  Festival = 20,
  ReturnMigration = 21,
  Exit = 22,
  Expansion = 23,
  Branch = 24,
  SpinOff = 25,
  ClauseVoided = 26,
  RivalStrategy = 27,
  ExpropriationDispute = 28,
  CohortFlow = 29,
  Construction = 30,
  AgencyLead = 31,
  LeaderVisit = 32,
  TargetLeader = 33,
  ContractForm = 34,
  Orders = 35,
  Luck = 36,
  PlantClocks = 37,
  WedgeOrder = 38,
  Resample = 1000,  ///< of a study's runs; far from the model's, which are appended above
  StudyDesign = 1001,
  NationalPlace = 1002,  ///< of a generated country
};

/// A stream that is a pure function of (seed, draw kind, agent identity, month): build it on the spot, never
/// store it. Two policies under one seed that ask for the same shock get the same shock.
/// Models UniformRandomBitGenerator (32 bit) for Boost.Random distributions.
class RandomStream {
 public:
  using result_type = std::uint32_t;

  /// `month` may be any small number that tells draws of one kind and agent apart (an episode, a block).
  RandomStream(std::uint64_t seed, Draw draw, std::uint64_t agent_identity, std::uint32_t month = 0)
      : key_(key_of(seed)),
        counter_{static_cast<std::uint32_t>(agent_identity),
                 static_cast<std::uint32_t>(agent_identity >> 32U), kind_word(draw, month), 0} {}

  /// A stream whose first block was made beforehand; `next` is the counter of its second.
  RandomStream(std::uint64_t seed, const PhiloxCounter& next, const PhiloxCounter& first_block)
      : key_(key_of(seed)), counter_(next), block_(first_block), used_(0) {}

  static constexpr PhiloxKey key_of(std::uint64_t seed) {
    return {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)};
  }
  /// The counter's word that tells draws apart.
  static constexpr std::uint32_t kind_word(Draw draw, std::uint32_t month) {
    return (static_cast<std::uint32_t>(draw) << 16U) ^ month;
  }

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return 0xffffffffU; }

  result_type operator()() {
    if (used_ == 4) {
      block_ = philox4x32_10(counter_, key_);
      ++counter_[3];
      used_ = 0;
    }
    return block_[used_++];
  }

  /// Uniform in the open interval (0, 1), 32 bits.
  double uniform() { return uniform_of((*this)()); }
  static constexpr double uniform_of(result_type word) { return (word + 0.5) * 0x1p-32; }

  /// Two independent uniforms of 16 bits each from one word, for chances where 1/65,536 does not matter.
  std::array<double, 2> two_uniforms() { return two_uniforms_of((*this)()); }
  static constexpr std::array<double, 2> two_uniforms_of(result_type word) {
    return {((word >> 16U) + 0.5) * 0x1p-16, ((word & 0xffffU) + 0.5) * 0x1p-16};
  }

 private:
  PhiloxKey key_;
  PhiloxCounter counter_;
  PhiloxCounter block_{};
  unsigned used_ = 4;
};

}  // namespace park
