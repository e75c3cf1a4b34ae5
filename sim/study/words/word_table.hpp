// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace park {

/// An object of texts in `assets/i18n`; throws WorldError if it is missing or broken.
[[nodiscard]] std::map<std::string, std::string, std::less<>> read_word_table(std::string_view file);

/// Which part the mark `{0}` to `{9}` at `at` stands for; nothing where there is no mark.
[[nodiscard]] std::optional<std::size_t> place_at(std::string_view text, std::size_t at);
inline constexpr std::size_t mark_length = 3;

}  // namespace park
