// SPDX-License-Identifier: MIT
#include "session/code_bytes.hpp"

#include <array>
#include <bit>
#include <cmath>

namespace park::ui {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

constexpr std::array<double, 7> powers_of_ten = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
constexpr std::uint64_t no_decimal = powers_of_ten.size();  ///< the eight bytes of the number follow
constexpr double largest_digits = 1e15;                     ///< every whole number below is exact

/// Sign into the lowest bit, so that small numbers are short.
std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0);
}

std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1));
}

}  // namespace

void ByteWriter::whole(std::uint64_t value) {
  for (; value >= 0x80U; value >>= 7U) byte(static_cast<std::uint8_t>(value | 0x80U));
  byte(static_cast<std::uint8_t>(value));
}

void ByteWriter::text(std::string_view text) {
  whole(text.size());
  bytes_ += text;
}

void ByteWriter::fixed(std::uint64_t value, int count) {
  for (int i = 0; i < count; ++i, value >>= 8U) byte(static_cast<std::uint8_t>(value));
}

void ByteWriter::number(double value) {
  const bool is_negative_zero = value == 0 && std::signbit(value);
  for (std::size_t places = 0; places < powers_of_ten.size() && !is_negative_zero; ++places) {
    const double digits = std::round(value * powers_of_ten[places]);
    if (!(std::abs(digits) < largest_digits) || digits / powers_of_ten[places] != value) continue;
    whole(zigzag(static_cast<std::int64_t>(digits)) << 3U | places);
    return;
  }
  whole(no_decimal);
  fixed(std::bit_cast<std::uint64_t>(value), 8);
}

std::uint8_t ByteReader::byte() {
  if (is_at_end()) is_good_ = false;
  if (!is_good_) return 0;
  return static_cast<std::uint8_t>(bytes_[place_++]);
}

std::uint64_t ByteReader::whole() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::uint64_t next = byte();
    value |= (next & 0x7fU) << shift;
    if ((next & 0x80U) == 0) return is_good_ ? value : 0;
  }
  is_good_ = false;  // no number has eleven bytes
  return 0;
}

std::string ByteReader::text() {
  const std::uint64_t size = whole();
  if (size > bytes_.size() - place_) is_good_ = false;
  if (!is_good_) return {};
  std::string text(bytes_.substr(place_, size));
  place_ += size;
  return text;
}

std::uint64_t ByteReader::fixed(int count) {
  std::uint64_t value = 0;
  for (int i = 0; i < count; ++i) value |= std::uint64_t{byte()} << (8 * static_cast<unsigned>(i));
  return is_good_ ? value : 0;
}

double ByteReader::number() {
  const std::uint64_t head = whole();
  const std::uint64_t places = head & 7U;
  if (places == no_decimal) return std::bit_cast<double>(fixed(8));
  return static_cast<double>(unzigzag(head >> 3U)) / powers_of_ten[places];
}

std::string to_base64url(std::string_view bytes) {
  std::string text;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char c : bytes) {
    held = held << 8U | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 6; bits -= 6) text += alphabet[held >> (bits - 6) & 63U];
    held &= (1U << bits) - 1;
  }
  if (bits > 0) text += alphabet[held << (6 - bits) & 63U];
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const std::size_t value = alphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    held = held << 6U | static_cast<std::uint32_t>(value);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<char>(held >> bits & 0xffU));
    held &= (1U << bits) - 1;
  }
  if (held != 0) return std::nullopt;
  return bytes;
}

}  // namespace park::ui
