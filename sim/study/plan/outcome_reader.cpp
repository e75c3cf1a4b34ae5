// SPDX-License-Identifier: MIT
#include "study/plan/outcome_reader.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "scenario/scenario.hpp"

namespace park::study {
namespace {

using nlohmann::json;

constexpr std::size_t max_outcome_characters = 100;
constexpr std::array<std::string_view, 10> reserved = {
    "id", "point", "scenario", "replication", "run_seed", "status", "error", "digest", "runs", "failed"};
constexpr std::array<const char*, 5> functions = {"mean", "sum", "trough", "peak_month", "peak_year"};
/// Those from here on may be of the whole run.
constexpr std::size_t first_of_a_run = 2;

/// `,a-b`; empty for `true` where the whole run is meant.
std::optional<std::string> range_text(const json& value, const std::string& pointer, FaultList& faults,
                                      bool may_be_true) {
  if (may_be_true && value.is_boolean() && value.get<bool>()) return std::string();
  if (!value.is_array() || value.size() != 2) {
    faults.add(pointer, may_be_true ? "true or [first month, last month]" : "[first month, last month]",
               described(value));
    return std::nullopt;
  }
  const auto from = read_number(value[0], pointer_to(pointer, std::size_t{0}), faults, 0, max_months, true);
  const auto to = read_number(value[1], pointer_to(pointer, std::size_t{1}), faults, 0, max_months, true);
  if (!from || !to) return std::nullopt;
  return "," + number_text(*from) + "-" + number_text(*to);
}

std::optional<std::string> month_text(const json& value, const std::string& pointer, FaultList& faults) {
  if (value.is_string()) return read_text(value, pointer, faults, max_outcome_characters);
  const auto month = read_number(value, pointer, faults, 0, max_months, true);
  return month ? std::optional(number_text(*month)) : std::nullopt;
}

/// The outcome in the words of the command line.
std::optional<std::string> outcome_text(FieldReader& reader) {
  const bool has_indicator = reader.require("indicator") != nullptr;
  const auto indicator = has_indicator ? reader.text("indicator", max_outcome_characters) : std::nullopt;
  std::optional<std::string> text = indicator;
  int stated = 0;
  if (const json* member = reader.find("at")) {
    ++stated;
    const auto month = month_text(*member, reader.pointer_of("at"), reader.faults());
    text = month && indicator ? std::optional(*indicator + "@" + *month) : std::nullopt;
  }
  for (std::size_t f = 0; f < functions.size(); ++f) {
    const char* const function = functions[f];
    const json* member = reader.find(function);
    if (member == nullptr) continue;
    ++stated;
    const auto range = range_text(*member, reader.pointer_of(function), reader.faults(), f >= first_of_a_run);
    text = range && indicator ? std::optional(std::string(function) + "(" + *indicator + *range + ")")
                              : std::nullopt;
  }
  if (stated <= 1) return text;
  reader.faults().add(reader.pointer(), "one of at, mean, sum, trough, peak_month, peak_year",
                      std::to_string(stated));
  return std::nullopt;
}

}  // namespace

std::span<const std::string_view> reserved_columns() { return reserved; }

std::string folded(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::optional<StudyOutcome> read_outcome(const json& value, const std::string& pointer, FaultList& faults,
                                         std::span<const IndicatorColumn> columns, YearMonth start,
                                         int months) {
  std::optional<std::string> text;
  std::optional<std::string> name;
  if (value.is_string()) {
    text = name = read_text(value, pointer, faults, max_outcome_characters);
  } else {
    FieldReader reader(value, pointer, faults);
    name = reader.text("name", max_outcome_characters);
    if (name && name->empty()) faults.add(reader.pointer_of("name"), "a name", "an empty text");
    text = reader.is_object() ? outcome_text(reader) : std::nullopt;
    reader.reject_unknown();
  }
  if (!text) return std::nullopt;
  auto outcome = parse_outcome(*text, columns, start, months);
  if (outcome.ok()) return StudyOutcome{name.value_or(*text), outcome.value()};
  for (const Problem& problem : outcome.problems()) faults.add(pointer, problem.expected, problem.got);
  return std::nullopt;
}

}  // namespace park::study
