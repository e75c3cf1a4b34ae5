// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace park {

/// Spreads every bit of a word over all: splitmix64's finaliser (Steele, Lea, Flood 2014).
[[nodiscard]] constexpr std::uint64_t spread_bits(std::uint64_t word) {
  word = (word ^ (word >> 30U)) * 0xBF58476D1CE4E5B9U;
  word = (word ^ (word >> 27U)) * 0x94D049BB133111EBU;
  return word ^ (word >> 31U);
}

inline constexpr std::uint64_t digest_stride = 0x9E3779B97F4A7C15U;

/// A 64-bit hash of a sequence of values, the same on every machine. Not cryptographic.
class Digest {
 public:
  void add(std::uint64_t word) { state_ = spread_bits((state_ + digest_stride) ^ word); }
  void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
  void add(std::string_view text) {
    for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
    add(static_cast<std::uint64_t>(text.size()));
  }

  [[nodiscard]] std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0;
};

/// The same for long sequences: the words are spread together with their places and summed, so that no step
/// waits for the one before. Its values are others than those of Digest.
class LongDigest {
 public:
  void add(std::uint64_t word) {
    place_ += digest_stride;
    sum_ += spread_bits(word + place_);
  }
  void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }

  [[nodiscard]] std::uint64_t value() const { return spread_bits(sum_ ^ place_); }

 private:
  std::uint64_t place_ = 0;
  std::uint64_t sum_ = 0;
};

/// Sixteen hexadecimal digits.
[[nodiscard]] inline std::string to_hex(std::uint64_t value) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(16, '0');
  for (int place = 15; place >= 0; --place, value >>= 4U)
    text[static_cast<std::size_t>(place)] = digits[value & 15U];
  return text;
}

}  // namespace park
