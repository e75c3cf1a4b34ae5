// SPDX-License-Identifier: MIT
#include "study/words/language.hpp"

#include <array>
#include <cstdlib>

namespace park {

Language language_of_locale(std::string_view locale) {
  const std::string_view name = locale.substr(0, locale.find_first_of("_.@"));
  const bool names_none = name.empty() || name == "C" || name == "POSIX";
  return names_none || name == "zh" ? Language::Chinese : Language::English;
}

Language chosen_language(std::span<const char* const> arguments) {
  constexpr std::string_view option = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string_view word = arguments[i];
    if (word == option && i + 1 < arguments.size())
      word = arguments[i + 1];
    else if (word.starts_with("--lang="))
      word = word.substr(option.size() + 1);
    else
      continue;
    if (word == "zh") return Language::Chinese;
    if (word == "en") return Language::English;
  }
  constexpr std::array<const char*, 3> variables = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (const char* variable : variables) {
    const char* value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return language_of_locale(value);
  }
  return Language::Chinese;
}

}  // namespace park
