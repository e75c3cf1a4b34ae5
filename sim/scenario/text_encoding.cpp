// SPDX-License-Identifier: MIT
#include "scenario/text_encoding.hpp"

#include <iconv.h>

#include <array>
#include <cerrno>

#include "core/assert.hpp"

namespace park {
namespace {

using Byte = unsigned char;

/// Length of the UTF-8 character at the front, 0 if it is ill-formed. Table 3-7 of the Unicode standard.
std::size_t character_length(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<Byte>(bytes[i]); };
  const auto is_within = [&](std::size_t i, unsigned low, unsigned high) {
    return i < bytes.size() && at(i) >= low && at(i) <= high;
  };
  const Byte lead = at(0);
  if (lead < 0x80U) return 1;
  if (lead < 0xC2U || lead > 0xF4U) return 0;
  if (lead < 0xE0U) return is_within(1, 0x80U, 0xBFU) ? 2 : 0;
  const bool has_three = is_within(2, 0x80U, 0xBFU);
  if (lead < 0xF0U) {
    const unsigned low = lead == 0xE0U ? 0xA0U : 0x80U;
    const unsigned high = lead == 0xEDU ? 0x9FU : 0xBFU;
    return is_within(1, low, high) && has_three ? 3 : 0;
  }
  const unsigned low = lead == 0xF0U ? 0x90U : 0x80U;
  const unsigned high = lead == 0xF4U ? 0x8FU : 0xBFU;
  return is_within(1, low, high) && has_three && is_within(3, 0x80U, 0xBFU) ? 4 : 0;
}

class Conversion {
 public:
  Conversion() : handle_(iconv_open("UTF-8", "GB18030")) {
    // The C interface marks failure by the pointer -1.
    if (handle_ == reinterpret_cast<iconv_t>(-1)) throw WorldError("this system cannot convert GB18030 text");
  }
  ~Conversion() { iconv_close(handle_); }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  [[nodiscard]] iconv_t handle() const { return handle_; }

 private:
  iconv_t handle_;
};

}  // namespace

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = character_length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

std::string_view without_byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

bool looks_like_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::optional<std::string> gb18030_to_utf8(std::string_view bytes) {
  const Conversion conversion;
  std::string source(bytes);
  char* input = source.data();
  std::size_t input_left = source.size();
  std::string result;
  std::array<char, 4096> piece{};
  while (true) {
    char* output = piece.data();
    std::size_t output_left = piece.size();
    const std::size_t status = iconv(conversion.handle(), &input, &input_left, &output, &output_left);
    const int cause = errno;
    result.append(piece.data(), piece.size() - output_left);
    if (status != static_cast<std::size_t>(-1)) return result;
    if (cause != E2BIG) return std::nullopt;
  }
}

TextPlace place_of(std::string_view text, std::size_t offset) {
  TextPlace place;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    if (text[i] == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<Byte>(text[i]) & 0xC0U) != 0x80U) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace park
