// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace park::ui {

/// Writes numbers and texts as few bytes.
class ByteWriter {
 public:
  void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  /// Seven bits a byte, the lowest first.
  void whole(std::uint64_t value);
  void text(std::string_view text);
  /// A short decimal takes one to three bytes, any other number nine; reads back to the bit.
  void number(double value);
  /// The lowest `count` bytes.
  void fixed(std::uint64_t value, int count);

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads them again. Past the end, or where nothing of the kind stands, everything is nought and is_good()
/// false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint8_t byte();
  [[nodiscard]] std::uint64_t whole();
  [[nodiscard]] std::string text();
  [[nodiscard]] double number();
  [[nodiscard]] std::uint64_t fixed(int count);

  [[nodiscard]] bool is_good() const { return is_good_; }
  [[nodiscard]] bool is_at_end() const { return place_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t place_ = 0;
  bool is_good_ = true;
};

/// Letters, digits, `-` and `_` (RFC 4648, table 2, without padding).
[[nodiscard]] std::string to_base64url(std::string_view bytes);
/// Nothing if there is any other character, or a length or last character that no bytes give.
[[nodiscard]] std::optional<std::string> from_base64url(std::string_view text);

}  // namespace park::ui
