// SPDX-License-Identifier: MIT
#include "study/words/texts.hpp"

#include <nlohmann/json.hpp>

#include "scenario/json_reader.hpp"
#include "scenario/load.hpp"

namespace park {

Texts Texts::load(Language language) {
  const char* const file = language == Language::Chinese ? "zh.json" : "en.json";
  const std::filesystem::path path = shipped_data_folder() / "assets" / "i18n" / file;
  const auto bytes = read_file(path);
  if (!bytes.ok()) throw WorldError(to_string(bytes.problems().front()));
  Problems problems;
  FaultList faults(path.string(), problems);
  const auto document = read_json(bytes.value(), faults);
  if (!problems.empty()) throw WorldError(to_string(problems.front()));
  if (!document || !document->is_object()) throw WorldError(path.string() + " holds no catalogue of words");
  Texts texts;
  texts.language_ = language;
  for (const auto& [key, text] : document->items()) {
    if (!text.is_string()) throw WorldError(path.string() + ": " + key + " is no text");
    texts.texts_.emplace(key, text.get<std::string>());
  }
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
    const bool is_place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    if (!is_place) {
      text += pattern[i];
      continue;
    }
    const auto part = static_cast<std::size_t>(pattern[i + 1] - '0');
    PARK_ASSERT(part < parts.size());
    text += parts.begin()[part];
    i += 2;
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
