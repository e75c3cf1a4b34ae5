// SPDX-License-Identifier: MIT
#include "study/calibration/observed_months.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "policy/catalogue.hpp"
#include "scenario/csv_reader.hpp"
#include "scenario/fault_list.hpp"

namespace park::study {
namespace {

constexpr std::size_t max_observations = 100000;

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number = error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
  return is_number ? std::optional(value) : std::nullopt;
}

std::optional<int> month_in(const std::string& text, YearMonth start, int months) {
  std::optional<double> month = number_in(text);
  if (const auto date = parse_year_month(text)) month = months_between(start, *date) + 1;
  const bool is_inside = month && *month == std::floor(*month) && *month >= 0 && *month <= months;
  return is_inside ? std::optional(static_cast<int>(*month)) : std::nullopt;
}

bool has_heading(const CsvRecord& record) {
  static const std::vector<std::string> names = {"month", "indicator", "value", "weight"};
  if (record.cells.size() < 3 || record.cells.size() > names.size()) return false;
  return std::equal(record.cells.begin(), record.cells.end(), names.begin());
}

std::vector<std::string_view> keys_of(std::span<const IndicatorColumn> columns) {
  std::vector<std::string_view> keys;
  keys.reserve(columns.size());
  for (const IndicatorColumn& column : columns) keys.push_back(column.key);
  return keys;
}

std::optional<ObservedMonth> read_row(const CsvRecord& record, std::span<const IndicatorColumn> columns,
                                      YearMonth start, int months, FaultList& faults) {
  const auto& [line, cells] = record;
  const auto month = month_in(cells[0], start, months);
  const auto column = find_column(columns, cells[1]);
  const auto value = number_in(cells[2]);
  const auto weight = cells.size() > 3 ? number_in(cells[3]) : std::optional(1.0);
  if (!month)
    faults.add(cell_pointer(line, 1), "a month of the scenario, 0 to " + std::to_string(months),
               "\"" + shown(cells[0]) + "\"");
  if (!column) faults.add_unknown_key(cell_pointer(line, 2), cells[1], keys_of(columns));
  if (!value) faults.add(cell_pointer(line, 3), "a number", "\"" + shown(cells[2]) + "\"");
  if (!weight || *weight <= 0)
    faults.add(cell_pointer(line, 4), "a number above 0", "\"" + shown(cells.back()) + "\"");
  if (!month || !column || !value || !weight) return std::nullopt;
  return ObservedMonth{*month, *column, *value, *weight};
}

}  // namespace

Checked<std::vector<ObservedMonth>> load_observed_months(std::string_view bytes, std::string_view name,
                                                         std::span<const IndicatorColumn> columns,
                                                         YearMonth start, int months) {
  Problems problems;
  FaultList faults(std::string(name), problems);
  const std::vector<CsvRecord> records = read_csv(bytes, max_observations + 1, faults);
  if (records.empty() || !has_heading(records.front())) {
    faults.add(cell_pointer(1, 1), "the heading month,indicator,value or month,indicator,value,weight",
               "something else");
    return problems;
  }
  std::vector<ObservedMonth> observed;
  for (std::size_t i = 1; i < records.size(); ++i) {
    const auto& [line, cells] = records[i];
    if (cells.size() != records.front().cells.size()) {
      faults.add(cell_pointer(line, 1), std::to_string(records.front().cells.size()) + " cells",
                 std::to_string(cells.size()));
      continue;
    }
    if (const auto one = read_row(records[i], columns, start, months, faults)) observed.push_back(*one);
  }
  if (observed.empty() && problems.empty())
    faults.add(cell_pointer(2, 1), "at least one observation", "none");
  if (!problems.empty()) return problems;
  return observed;
}

std::vector<double> half_widths(std::span<const ObservedMonth> observed, double tolerance) {
  std::map<std::size_t, std::pair<double, double>> sizes;  // by column: sum and count
  for (const ObservedMonth& one : observed) {
    sizes[one.column].first += std::abs(one.value);
    sizes[one.column].second += 1;
  }
  std::vector<double> result;
  for (const ObservedMonth& one : observed) {
    const auto& [sum, count] = sizes[one.column];
    const double size = std::max(std::abs(one.value), sum / count);
    result.push_back(tolerance * (size > 0 ? size : 1));
  }
  return result;
}

}  // namespace park::study
