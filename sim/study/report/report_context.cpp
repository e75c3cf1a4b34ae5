// SPDX-License-Identifier: MIT
#include "study/report/report_context.hpp"

#include <array>
#include <chrono>
#include <filesystem>
#include <system_error>

#include "core/assert.hpp"
#include "scenario/parameter_values.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> group_keys = {"lever", "uncertainty", "structural"};
constexpr std::array<Choice, 2> switch_choices = {{{"0", "关闭", "off"}, {"1", "开启", "on"}}};

ordered_json empty_parameter(const std::string& key) {
  return {{"key", key},
          {"group", ""},
          {"labels", labels_json("", "")},
          {"unit", ""},
          {"choices", ordered_json::array()},
          {"default", nullptr},
          {"min", nullptr},
          {"max", nullptr},
          {"status", ""},
          {"source", ""}};
}

void put_row(ordered_json& result, const ParameterRow& row) {
  result["group"] = group_keys[static_cast<std::size_t>(row.group())];
  result["labels"] = labels_json(row.zh, row.en);
  const bool is_named = row.kind == ValueKind::Choice || row.kind == ValueKind::Switch;
  result["unit"] = is_named ? std::string_view() : row.unit;
  const std::span<const Choice> choices = row.kind == ValueKind::Switch ? switch_choices : row.choices;
  for (const Choice& choice : choices)
    result["choices"].push_back({{"key", choice.key}, {"zh", choice.zh}, {"en", choice.en}});
  result["default"] = row.default_value();
  result["min"] = row.min;
  result["max"] = row.max;
  result["status"] = key_of(row.status);
  result["source"] = row.source;
}

/// Labels stand inside sentences.
std::string without_stop(std::string_view text, std::string_view stop) {
  return std::string(text.ends_with(stop) ? text.substr(0, text.size() - stop.size()) : text);
}

void put_clause(ordered_json& result, const PolicyClause& clause) {
  result["group"] = "clause";
  result["labels"] = labels_json("条款力度：" + without_stop(clause.zh, "。"),
                                 "Intensity of \"" + without_stop(clause.en, ".") + "\"");
  result["default"] = 1;
  result["min"] = 0;
  result["max"] = max_clause_value;
  result["status"] = key_of(clause.status);
  result["source"] = clause.source;
}

}  // namespace

ordered_json labels_json(std::string_view zh, std::string_view en) { return {{"zh", zh}, {"en", en}}; }

std::string date_of_file(const std::string& path) {
  std::error_code error;
  const auto written = std::filesystem::last_write_time(path, error);
  if (error) throw WorldError("cannot read the date of " + path + ": " + error.message());
  const auto day = std::chrono::floor<std::chrono::days>(std::chrono::file_clock::to_sys(written));
  const std::chrono::year_month_day date(day);
  const auto two = [](unsigned number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
  return std::to_string(static_cast<int>(date.year())) + two(static_cast<unsigned>(date.month())) +
         two(static_cast<unsigned>(date.day()));
}

ordered_json parameter_json(const ReportContext& context, const std::string& key) {
  ordered_json result = empty_parameter(key);
  if (key == "seed") {
    result["labels"] = labels_json("随机种子", "Random seed");
    return result;
  }
  if (const ParameterRow* row = find_parameter(key); row != nullptr) {
    put_row(result, *row);
    return result;
  }
  constexpr std::string_view prefix = "clause.";
  for (const PolicyClause& clause : context.facts->clauses.clauses) {
    if (key == std::string(prefix) + clause.id) put_clause(result, clause);
  }
  return result;
}

}  // namespace park::study
