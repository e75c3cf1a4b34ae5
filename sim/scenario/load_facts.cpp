// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "scenario/facts_reader.hpp"
#include "scenario/load.hpp"

namespace park {
namespace {

/// Reads a file and loads it into `target`; what is wrong joins `problems`.
template <class T>
void load_into(const std::filesystem::path& path, Checked<T> (*load)(std::string_view, std::string_view),
               T& target, Problems& problems) {
  Checked<std::string> bytes = read_file(path);
  if (!bytes.ok()) {
    append(problems, bytes.problems());
    return;
  }
  Checked<T> loaded = load(bytes.value(), path.string());
  if (loaded.ok()) {
    target = std::move(loaded).value();
  } else {
    append(problems, loaded.problems());
  }
}

}  // namespace

std::optional<double> read_fact(const nlohmann::json& value, const std::string& pointer, FaultList& faults,
                                double min, double max, bool is_whole) {
  FieldReader reader(value, pointer, faults);
  const auto bound = [&](std::string_view key) -> std::optional<double> {
    const auto* member = reader.require(key);
    if (member == nullptr) return std::nullopt;
    return read_number(*member, reader.pointer_of(key), faults, min, max, is_whole && key == "value");
  };
  const std::optional<double> number = bound("value");
  const std::optional<double> low = bound("low");
  const std::optional<double> high = bound("high");
  static_cast<void>(require_text(reader, "unit", max_label_characters));
  static_cast<void>(require_source(reader));
  reader.reject_unknown();
  if (number && low && *low > *number) {
    faults.add(reader.pointer_of("low"), "at most the value " + number_text(*number), number_text(*low));
  }
  if (number && high && *high < *number) {
    faults.add(reader.pointer_of("high"), "at least the value " + number_text(*number), number_text(*high));
  }
  return number;
}

std::string require_text(FieldReader& reader, std::string_view key, std::size_t max_characters) {
  if (reader.require(key) == nullptr) return {};
  std::optional<std::string> text = reader.text(key, max_characters);
  if (text && text->empty()) reader.faults().add(reader.pointer_of(key), "some text", "text \"\"");
  return std::move(text).value_or("");
}

SourceOfNumber require_source(FieldReader& reader) {
  SourceOfNumber source{require_text(reader, "source", max_source_characters)};
  if (reader.require("status") == nullptr) return source;
  const auto index = reader.one_of("status", {status_keys().begin(), status_keys().end()});
  if (!index) return source;
  source.status = static_cast<ParameterStatus>(*index + 1);
  if (!source.text.empty() && !agrees(source.status, source.text)) {
    reader.faults().add(reader.pointer_of("status"),
                        "a status that the source supports: \"assumed: ...\" is assumed",
                        "\"" + std::string(key_of(source.status)) + "\" of \"" + shown(source.text) + "\"");
  }
  return source;
}

Checked<std::shared_ptr<const Facts>> load_facts(const std::filesystem::path& folder) {
  const std::filesystem::path data = folder / "scenarios" / "data";
  auto facts = std::make_shared<Facts>();
  Problems problems;
  load_into(data / "chain.json", &load_chain, facts->chain, problems);
  load_into(data / "places.json", &load_places, facts->places, problems);
  load_into(data / "clauses.json", &load_clauses, facts->clauses, problems);
  if (!problems.empty()) return problems;
  facts->eligibility = ClauseEligibility(facts->clauses);
  return std::shared_ptr<const Facts>(std::move(facts));
}

}  // namespace park
