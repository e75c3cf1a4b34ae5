// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace park {

/// True for well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// The text behind a UTF-8 byte order mark, or all of it if there is none.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view bytes);

/// True if the bytes begin with a UTF-16 byte order mark (what spreadsheets call Unicode text).
[[nodiscard]] bool looks_like_utf16(std::string_view bytes);

/// GB18030 (and so GBK, GB2312) as UTF-8; nothing if the bytes are not GB18030. Throws WorldError if the C
/// library lacks the conversion.
[[nodiscard]] std::optional<std::string> gb18030_to_utf8(std::string_view bytes);

/// Line and column (characters), both from 1, of the byte at `offset`.
struct TextPlace {
  std::size_t line = 1;
  std::size_t column = 1;
};
[[nodiscard]] TextPlace place_of(std::string_view text, std::size_t offset);

}  // namespace park
