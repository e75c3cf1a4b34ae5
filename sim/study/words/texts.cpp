// SPDX-License-Identifier: MIT
#include "study/words/texts.hpp"

#include "core/assert.hpp"
#include "study/words/word_table.hpp"

namespace park {

Texts Texts::load(Language language) {
  Texts texts;
  texts.language_ = language;
  texts.texts_ = read_word_table(language == Language::Chinese ? "zh.json" : "en.json");
  return texts;
}

const std::string& Texts::operator()(std::string_view key) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) throw Bug("no words for the key " + std::string(key));
  return found->second;
}

std::string Texts::operator()(std::string_view key, std::initializer_list<std::string_view> parts) const {
  const std::string& pattern = (*this)(key);
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const auto part = place_at(pattern, i);
    if (!part) {
      text += pattern[i];
      continue;
    }
    PARK_ASSERT(*part < parts.size());
    text += parts.begin()[*part];
    i += mark_length - 1;
  }
  return text;
}

std::map<std::string, std::string> Texts::beginning_with(std::string_view prefix) const {
  std::map<std::string, std::string> found;
  for (auto one = texts_.lower_bound(prefix); one != texts_.end() && one->first.starts_with(prefix); ++one)
    found.insert(*one);
  return found;
}

std::string Texts::unit(std::string_view unit) const {
  const auto found = texts_.find("unit." + std::string(unit));
  return found == texts_.end() ? std::string(unit) : found->second;
}

}  // namespace park
