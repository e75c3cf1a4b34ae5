// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>

#include "shipped_scenario.hpp"
#include "study/ensemble.hpp"

namespace park {
namespace {

constexpr int months_apart = 12;
constexpr const char* header = "month,indicator,value";
constexpr const char* update_switch = "PARKSIM_UPDATE_GOLDEN";

/// One or two of every system of the report.
constexpr std::array<std::string_view, 28> main_indicators = {"firms_signed",
                                                              "firms_started",
                                                              "firms_producing",
                                                              "firms_at_capacity",
                                                              "firms_withdrawn",
                                                              "firms_closed",
                                                              "leading_firms_signed",
                                                              "investment_signed",
                                                              "investment_paid_in",
                                                              "output",
                                                              "output_per_mu",
                                                              "tax_per_mu",
                                                              "jobs",
                                                              "vacancies",
                                                              "wage",
                                                              "quit_rate",
                                                              "chain_completeness",
                                                              "local_sourcing",
                                                              "cluster_index",
                                                              "factory_built",
                                                              "factory_occupied",
                                                              "developer_cash",
                                                              "developer_npv_per_m2",
                                                              "land_supplied",
                                                              "land_idle",
                                                              "loans_granted",
                                                              "fiscal_npv",
                                                              "origin_firms_left"};

using Row = std::pair<int, std::string>;
using Table = std::map<Row, double>;

/// Shortest text that reads back the same; empty where there is no value.
std::string shortest(double value) {
  if (std::isnan(value)) return {};
  std::array<char, 32> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

std::filesystem::path folder_of(const std::string& name) {
  return std::filesystem::path(PARKSIM_SOURCE_DIR) / "tests" / "golden" / name;
}

std::vector<std::pair<Row, double>> lived(const std::string& name) {
  test::find_shipped_data();
  const auto scenario = test::shared(test::value_or_throw(load_scenario(folder_of(name) / "scenario.json")));
  const std::vector<IndicatorColumn> columns = indicator_columns(*scenario);
  const study::RunResult run = study::run_once(scenario, scenario->seed, columns);
  if (!run.ok()) throw std::runtime_error(run.error);
  std::vector<std::pair<Row, double>> rows;
  for (int month = 0; month <= scenario->months; month += months_apart) {
    for (const std::string_view key : main_indicators) {
      const std::size_t column = find_column(columns, key).value();
      rows.emplace_back(Row{month, key}, run.series.at(static_cast<std::size_t>(month), column));
    }
  }
  return rows;
}

Table expected_table(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line) || line != header)
    throw std::runtime_error(path.string() + ": no golden file");
  Table table;
  while (std::getline(file, line)) {
    const std::size_t first = line.find(',');
    const std::size_t second = line.find(',', first + 1);
    const std::string text = line.substr(second + 1);
    double value = std::numeric_limits<double>::quiet_NaN();
    if (!text.empty()) std::from_chars(text.data(), text.data() + text.size(), value);
    table[{std::stoi(line.substr(0, first)), line.substr(first + 1, second - first - 1)}] = value;
  }
  return table;
}

void write_golden(const std::filesystem::path& path, const std::vector<std::pair<Row, double>>& rows) {
  std::string text = std::string(header) + "\n";
  for (const auto& [row, value] : rows)
    text += std::to_string(row.first) + "," + row.second + "," + shortest(value) + "\n";
  write_file(path, text);  // beside and renamed
}

bool is_same(double a, double b) {
  return (std::isnan(a) && std::isnan(b)) ||
         std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

class Golden : public testing::TestWithParam<const char*> {};

TEST_P(Golden, RunIsAsItWas) {
  const std::string name = GetParam();
  const std::filesystem::path path = folder_of(name) / "expected.csv";
  const auto rows = lived(name);
  if (const char* update = std::getenv(update_switch); update != nullptr && std::string_view(update) == "1") {
    write_golden(path, rows);
    GTEST_SKIP() << path << " rewritten; say why under Results changed in CHANGELOG.md";
  }
  const Table expected = expected_table(path);
  EXPECT_EQ(expected.size(), rows.size()) << path;
  for (const auto& [row, value] : rows) {
    const auto found = expected.find(row);
    ASSERT_NE(found, expected.end()) << name << ": month " << row.first << ", " << row.second << " is not in "
                                     << path;
    ASSERT_TRUE(is_same(found->second, value))
        << name << " first differs in month " << row.first << ", " << row.second << ": expected "
        << shortest(found->second) << ", got " << shortest(value)
        << ". If the change is meant: " << update_switch
        << "=1, and a line under Results changed in CHANGELOG.md";
  }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, Golden, testing::Values("baseline", "whole_package"),
                         [](const auto& test) { return std::string(test.param); });

TEST(GoldenFile, ShortestTextReadsBackToTheBit) {
  for (const double value : {0.1, 1.0 / 3, 6.02214076e23, 4.9e-324, -0.0, 123456789.123456789}) {
    const std::string text = shortest(value);
    double again = 1;
    std::from_chars(text.data(), text.data() + text.size(), again);
    EXPECT_TRUE(is_same(value, again)) << text;
  }
  EXPECT_EQ(shortest(std::numeric_limits<double>::quiet_NaN()), "");
}

}  // namespace
}  // namespace park
