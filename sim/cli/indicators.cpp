// SPDX-License-Identifier: MIT
#include "indicators/indicators.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "scenario/shipped_facts.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

using nlohmann::ordered_json;

std::string_view better_key(Better better) {
  constexpr std::array<std::string_view, 3> keys = {"neither", "up", "down"};
  return keys[static_cast<std::size_t>(better)];
}

std::string indicators_document(const std::vector<IndicatorColumn>& columns) {
  ordered_json document = ordered_json::array();
  for (const IndicatorColumn& column : columns) {
    document.push_back({{"key", column.key},
                        {"unit", column.unit},
                        {"labels", {{"zh", column.zh}, {"en", column.en}}},
                        {"better", better_key(column.better)},
                        {"system", column.system}});
  }
  return document.dump(2) + "\n";
}

std::string indicators_table(const std::vector<IndicatorColumn>& columns, const Texts& texts) {
  TextTable table("l");
  table.add({texts("table.key"), texts("table.label"), texts("table.unit"), texts("table.better")});
  for (const IndicatorColumn& column : columns) {
    table.add({column.key, std::string(texts.pick(column.zh, column.en)), texts.unit(column.unit),
               texts("better." + std::string(better_key(column.better)))});
  }
  return table.text();
}

}  // namespace

int indicators_command(const Request& request, const Console& console) {
  static_cast<void>(request);
  Scenario scenario;
  scenario.facts = shipped_facts();
  const std::vector<IndicatorColumn> columns = indicator_columns(scenario);
  console.print(console.is_json ? indicators_document(columns) : indicators_table(columns, console.texts));
  return exit_code::fine;
}

}  // namespace park::cli
