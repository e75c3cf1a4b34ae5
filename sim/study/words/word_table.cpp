// SPDX-License-Identifier: MIT
#include "study/words/word_table.hpp"

#include <nlohmann/json.hpp>

#include "scenario/json_reader.hpp"
#include "scenario/load.hpp"

namespace park {

std::map<std::string, std::string, std::less<>> read_word_table(std::string_view file) {
  const std::filesystem::path path = shipped_data_folder() / "assets" / "i18n" / file;
  const auto bytes = read_file(path);
  if (!bytes.ok()) throw WorldError(to_string(bytes.problems().front()));
  Problems problems;
  FaultList faults(path.string(), problems);
  const auto document = read_json(bytes.value(), faults);
  if (!problems.empty()) throw WorldError(to_string(problems.front()));
  if (!document || !document->is_object()) throw WorldError(path.string() + " holds no catalogue of words");
  std::map<std::string, std::string, std::less<>> table;
  for (const auto& [key, text] : document->items()) {
    if (!text.is_string()) throw WorldError(path.string() + ": " + key + " is no text");
    table.emplace(key, text.get<std::string>());
  }
  return table;
}

std::optional<std::size_t> place_at(std::string_view text, std::size_t at) {
  const bool is_mark = text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}';
  if (!is_mark || text[at + 1] < '0' || text[at + 1] > '9') return std::nullopt;
  return static_cast<std::size_t>(text[at + 1] - '0');
}

}  // namespace park
