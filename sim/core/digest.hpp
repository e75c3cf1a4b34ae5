// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace park {

/// A 64-bit hash of a sequence of values, the same on every machine. Not cryptographic.
/// Mixing step: splitmix64's finaliser (Steele, Lea, Flood 2014).
class Digest {
 public:
  void add(std::uint64_t word) {
    state_ += 0x9E3779B97F4A7C15U;
    state_ ^= word;
    state_ = (state_ ^ (state_ >> 30U)) * 0xBF58476D1CE4E5B9U;
    state_ = (state_ ^ (state_ >> 27U)) * 0x94D049BB133111EBU;
    state_ ^= state_ >> 31U;
  }
  void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
  void add(std::string_view text) {
    for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
    add(static_cast<std::uint64_t>(text.size()));
  }

  [[nodiscard]] std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0;
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
