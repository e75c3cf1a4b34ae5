// SPDX-License-Identifier: MIT
#include "scenario/pattern_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "scenario/csv_reader.hpp"
#include "scenario/fault_list.hpp"

namespace park {
namespace {

constexpr std::size_t max_patterns = 1000;
constexpr std::array<std::string_view, 10> headings = {
    "id", "pattern_zh", "pattern_en", "quantity_zh", "quantity_en", "low", "high", "unit", "scope", "source"};
constexpr std::size_t low_column = 5;
constexpr std::size_t high_column = 6;

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

std::optional<double> number_in(const CsvRecord& record, std::size_t column, FaultList& faults) {
  const std::string& text = record.cells[column];
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(value)) return value;
  faults.add(cell_pointer(record.line, column + 1), "a number", "\"" + shown(text) + "\"");
  return std::nullopt;
}

void check_header(const CsvRecord& header, FaultList& faults) {
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const std::string got = i < header.cells.size() ? header.cells[i] : std::string();
    if (got != headings[i])
      faults.add(cell_pointer(header.line, i + 1), std::string(headings[i]), "\"" + shown(got) + "\"");
  }
}

std::optional<Pattern> read_pattern(const CsvRecord& record, FaultList& faults) {
  if (record.cells.size() != headings.size()) {
    faults.add(cell_pointer(record.line, 1), std::to_string(headings.size()) + " cells",
               std::to_string(record.cells.size()));
    return std::nullopt;
  }
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (record.cells[i].empty()) faults.add(cell_pointer(record.line, i + 1), "some text", "nothing");
  }
  const auto low = number_in(record, low_column, faults);
  const auto high = number_in(record, high_column, faults);
  if (!low || !high) return std::nullopt;
  if (*low >= *high) {
    faults.add(cell_pointer(record.line, high_column + 1), "more than low, " + record.cells[low_column],
               record.cells[high_column]);
  }
  const std::vector<std::string>& c = record.cells;
  return Pattern{c[0], c[1], c[2], c[3], c[4], *low, *high, c[7], c[8], c[9]};
}

}  // namespace

std::vector<PatternScope> scopes_of(const Pattern& pattern) {
  if (pattern.scope == "pool") return {{pattern.scope, {}, {}}};
  const std::vector<std::string> pieces = split(pattern.scope, ";");
  std::vector<PatternScope> scopes;
  for (std::string& name : split(pieces.front(), " and ")) scopes.push_back({name, name, {}});
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const std::size_t equals = pieces[i].find('=');
    const std::string key = pieces[i].substr(0, equals);
    const std::string values = equals == std::string::npos ? std::string() : pieces[i].substr(equals + 1);
    std::vector<PatternScope> finer;
    for (const PatternScope& scope : scopes) {
      for (const std::string& value : split(values, " and ")) {
        PatternScope next = scope;
        next.settings.push_back(std::string(key).append("=").append(value));
        next.text.append(";").append(next.settings.back());
        finer.push_back(std::move(next));
      }
    }
    scopes = std::move(finer);
  }
  return scopes;
}

Checked<std::vector<Pattern>> load_patterns(std::string_view bytes, std::string_view name) {
  Problems problems;
  FaultList faults(std::string(name), problems);
  std::vector<Pattern> patterns;
  const std::vector<CsvRecord> records = read_csv(bytes, max_patterns + 1, faults);
  if (records.empty()) {
    faults.add(cell_pointer(1, 1), "a heading", "nothing");
    return problems;
  }
  check_header(records.front(), faults);
  if (!problems.empty()) return problems;
  for (std::size_t i = 1; i < records.size(); ++i) {
    std::optional<Pattern> pattern = read_pattern(records[i], faults);
    if (!pattern) continue;
    const auto is_same = [&](const Pattern& other) { return other.id == pattern->id; };
    if (std::any_of(patterns.begin(), patterns.end(), is_same))
      faults.add(cell_pointer(records[i].line, 1), "each id once", "\"" + shown(pattern->id) + "\" again");
    patterns.push_back(std::move(*pattern));
  }
  if (!problems.empty()) return problems;
  return patterns;
}

}  // namespace park
