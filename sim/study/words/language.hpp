// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace park {

enum class Language : std::uint8_t { Chinese, English };

/// Chinese, unless `--lang` or else the environment (LC_ALL, LC_MESSAGES, LANG, the first that is set) names
/// another language; C and POSIX name none. Looked for before the command line is read, since the words of
/// its own faults depend on it; a wrong `--lang` is reported there.
[[nodiscard]] Language chosen_language(std::span<const char* const> arguments);

/// What a value of LANG means.
[[nodiscard]] Language language_of_locale(std::string_view locale);

}  // namespace park
