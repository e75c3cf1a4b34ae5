// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <variant>
#include <vector>

#include "policy/catalogue.hpp"

namespace park {
namespace {

std::vector<const ParameterRow*> all_rows() {
  std::vector<const ParameterRow*> rows;
  for (const auto group : {lever_rows(), uncertainty_rows(), structural_rows()}) {
    for (const ParameterRow& row : group) rows.push_back(&row);
  }
  return rows;
}

/// The CJK unified ideographs U+4E00 to U+9FFF are what UTF-8 writes with a lead byte of E4 to E9.
bool contains_chinese(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE4 && byte <= 0xE9;
  });
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_snake_case(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

/// `final`, `mean a-b` or `sum a-b` with 1 <= a < b <= 600.
bool is_statistic(std::string_view text) {
  if (text == "final") return true;
  for (const std::string_view word : {std::string_view("mean "), std::string_view("sum ")}) {
    if (!text.starts_with(word)) continue;
    const std::string_view window = text.substr(word.size());
    const char* const end = window.data() + window.size();
    int first = 0;
    int last = 0;
    const auto dash = std::from_chars(window.data(), end, first);
    if (dash.ec != std::errc{} || dash.ptr == end || *dash.ptr != '-') return false;
    const auto stop = std::from_chars(dash.ptr + 1, end, last);
    return stop.ec == std::errc{} && stop.ptr == end && 1 <= first && first < last && last <= 600;
  }
  return false;
}

/// What is wrong with `SCENARIO[;key=value...]`; empty if nothing is.
std::string fault_of_context(std::string_view context) {
  std::string_view rest = context;
  const std::string_view scenario = rest.substr(0, rest.find(';'));
  if (scenario != "baseline" && scenario != "whole_package") return "scenario " + std::string(scenario);
  rest.remove_prefix(scenario.size());
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::string_view setting = rest.substr(0, rest.find(';'));
    rest.remove_prefix(setting.size());
    const std::size_t equals = setting.find('=');
    if (equals == std::string_view::npos) return "setting " + std::string(setting);
    const ParameterRow* const row = find_parameter(setting.substr(0, equals));
    if (row == nullptr) return "key in " + std::string(setting);
    const std::optional<double> value = parse_value(*row, setting.substr(equals + 1));
    if (!value || fault_of(*row, *value)) return "value in " + std::string(setting);
  }
  return {};
}

double steps_from_min(const ParameterRow& row, double value) { return (value - row.min) / row.step; }

TEST(Rows, AreAsManyAsTheMembers) {
  EXPECT_EQ(lever_rows().size(), 59U);
  EXPECT_EQ(uncertainty_rows().size(), 31U);
  EXPECT_EQ(lever_rows().size(), lever_count);
  EXPECT_EQ(uncertainty_rows().size(), uncertainty_count);
  EXPECT_EQ(structural_rows().size(), structural_count);
}

TEST(Rows, StandInTheOrderOfTheMembers) {
  const Parameters parameters;
  for (std::size_t i = 0; i < lever_count; ++i) {
    const double& member = parameters.levers.*std::get<double Levers::*>(lever_rows()[i].field);
    EXPECT_EQ(&member - &parameters.levers.weak_link_targeting, static_cast<std::ptrdiff_t>(i))
        << lever_rows()[i].key;
  }
  for (std::size_t i = 0; i < uncertainty_count; ++i) {
    const double& member =
        parameters.uncertainties.*std::get<double Uncertainties::*>(uncertainty_rows()[i].field);
    EXPECT_EQ(&member - &parameters.uncertainties.export_growth, static_cast<std::ptrdiff_t>(i))
        << uncertainty_rows()[i].key;
  }
}

TEST(Rows, BelongToTheirGroup) {
  for (const ParameterRow& row : lever_rows()) EXPECT_EQ(row.group(), ParameterGroup::Lever) << row.key;
  for (const ParameterRow& row : uncertainty_rows())
    EXPECT_EQ(row.group(), ParameterGroup::Uncertainty) << row.key;
  for (const ParameterRow& row : structural_rows())
    EXPECT_EQ(row.group(), ParameterGroup::Structural) << row.key;
}

TEST(Rows, HaveKeysThatNoOtherRowHas) {
  std::set<std::string_view> seen;
  for (const ParameterRow* row : all_rows()) {
    EXPECT_TRUE(is_snake_case(row->key)) << row->key;
    EXPECT_TRUE(seen.insert(row->key).second) << row->key << " twice";
    EXPECT_EQ(find_parameter(row->key), row);
  }
}

TEST(Rows, HaveLabelsNobodyCanConfuse) {
  std::set<std::string_view> zh;
  std::set<std::string_view> en;
  for (const ParameterRow* row : all_rows()) {
    EXPECT_TRUE(zh.insert(row->zh).second) << row->key;
    EXPECT_TRUE(en.insert(row->en).second) << row->key;
  }
}

TEST(Rows, SpeakBothLanguages) {
  for (const ParameterRow* row : all_rows()) {
    SCOPED_TRACE(row->key);
    EXPECT_TRUE(contains_chinese(row->zh));
    EXPECT_TRUE(contains_chinese(row->effect_zh));
    EXPECT_TRUE(row->effect_zh.ends_with("。"));
    EXPECT_FALSE(row->en.empty());
    EXPECT_TRUE(is_ascii(row->en));
    EXPECT_FALSE(row->effect_en.empty());
    EXPECT_TRUE(is_ascii(row->effect_en));
    EXPECT_TRUE(row->effect_en.ends_with("."));
    EXPECT_FALSE(row->effect_zh.starts_with(row->zh)) << "repeats the label";
    EXPECT_FALSE(row->effect_en.starts_with(row->en)) << "repeats the label";
  }
}

TEST(Rows, NameUnitAndSource) {
  for (const ParameterRow* row : all_rows()) {
    EXPECT_FALSE(row->unit.empty()) << row->key;
    EXPECT_FALSE(row->source.empty()) << row->key;
    EXPECT_NE(row->source, "assumed: ") << row->key << " gives no reason";
  }
}

TEST(Rows, AllowTheirDefaultAndBothEnds) {
  for (const ParameterRow* row : all_rows()) {
    SCOPED_TRACE(row->key);
    EXPECT_EQ(fault_of(*row, row->default_value()), std::nullopt);
    EXPECT_EQ(fault_of(*row, row->min), std::nullopt);
    EXPECT_EQ(fault_of(*row, row->max), std::nullopt);
    EXPECT_TRUE(fault_of(*row, row->min - 1));
    EXPECT_TRUE(fault_of(*row, row->max + 1));
  }
}

TEST(Rows, SwitchesAreZeroOrOneAndChoicesAreNumberedFromZero) {
  for (const ParameterRow* row : all_rows()) {
    SCOPED_TRACE(row->key);
    EXPECT_EQ(row->choices.empty(), row->kind != ValueKind::Choice);
    const auto last_choice = static_cast<double>(row->choices.size()) - 1;
    switch (row->kind) {
      case ValueKind::Switch:
        EXPECT_EQ(row->min, 0);
        EXPECT_EQ(row->max, 1);
        break;
      case ValueKind::Choice:
        EXPECT_EQ(row->min, 0);
        EXPECT_EQ(row->max, last_choice);
        break;
      case ValueKind::Integer:
        EXPECT_EQ(row->step, std::floor(row->step));
        break;
      case ValueKind::Real:
        break;
    }
  }
}

TEST(Rows, LeverSlidersCanComeBackToTheirDefaultAndReachTheirEnd) {
  for (const ParameterRow& row : lever_rows()) {
    for (const double value : {row.default_value(), row.max}) {
      const double steps = steps_from_min(row, value);
      EXPECT_NEAR(steps, std::round(steps), 1e-9) << row.key << " at " << value;
    }
  }
}

TEST(Rows, EveryOneSaysWhatItsDefaultRestsOn) {
  for (const ParameterRow* row : all_rows()) {
    EXPECT_NE(row->status, ParameterStatus::Unstated) << row->key;
    EXPECT_TRUE(agrees(row->status, row->source)) << row->key << ": " << row->source;
    const bool is_doubtful = row->source.find("not verified") != std::string_view::npos ||
                             row->source.find("baseline assumed") != std::string_view::npos;
    EXPECT_FALSE(is_doubtful && !may_be_fitted(row->status)) << row->key << ": " << row->source;
  }
}

TEST(Rows, CalibratedAreThoseThatTheShippedCalibrationMoves) {
  const auto file = std::filesystem::path(PARKSIM_SOURCE_DIR) / "scenarios/data/calibration_bands.json";
  std::ifstream stream(file);
  std::ostringstream text;
  text << stream.rdbuf();
  std::size_t calibrated = 0;
  for (const ParameterRow* row : all_rows()) {
    if (row->status != ParameterStatus::Calibrated) continue;
    ++calibrated;
    EXPECT_NE(text.str().find("\"" + std::string(row->key) + "\""), std::string::npos) << row->key;
  }
  EXPECT_EQ(calibrated, 2U);
}

TEST(Status, AgreesWithTheTextOfTheSource) {
  using enum ParameterStatus;
  EXPECT_TRUE(agrees(Assumed, "assumed"));
  EXPECT_TRUE(agrees(Assumed, "assumed: a third"));
  EXPECT_TRUE(agrees(Calibrated, "assumed: calibrated within its range to a pattern"));
  EXPECT_TRUE(agrees(Measured, "yearbook"));
  EXPECT_TRUE(agrees(ChosenInRange, "yearbook: 3 to 12"));
  EXPECT_FALSE(agrees(Assumed, "assumed: calibrated within its range to a pattern"));
  EXPECT_FALSE(agrees(Assumed, "yearbook"));
  EXPECT_FALSE(agrees(Calibrated, "assumed: a third"));
  EXPECT_FALSE(agrees(Measured, "assumed: a third"));
  EXPECT_FALSE(agrees(ChosenInRange, ""));
  EXPECT_FALSE(agrees(Unstated, "yearbook"));
  EXPECT_EQ(key_of(ChosenInRange), "chosen_in_range");
  EXPECT_EQ(status_keys().front(), "measured");
  EXPECT_EQ(status_keys().size(), 4U);
}

TEST(Rows, ExpectationsCanBeTested) {
  std::size_t expectations = 0;
  for (const ParameterRow* row : all_rows()) {
    for (const Expectation& expectation : row->expected) {
      SCOPED_TRACE(row->key);
      ++expectations;
      EXPECT_TRUE(is_snake_case(expectation.indicator)) << expectation.indicator;
      EXPECT_TRUE(expectation.direction == "up" || expectation.direction == "down") << expectation.direction;
      EXPECT_EQ(fault_of_context(expectation.context), "");
      EXPECT_TRUE(is_statistic(expectation.statistic)) << expectation.statistic;
      EXPECT_EQ(expectation.context.find(std::string(row->key) + "="), std::string_view::npos)
          << "the context fixes what is varied";
    }
  }
  EXPECT_GE(expectations, 60U);
}

TEST(Rows, LongerVisitIntervalsDelayProduction) {
  const ParameterRow* const row = find_parameter("visit_interval_weeks");
  ASSERT_NE(row, nullptr);
  ASSERT_EQ(row->expected.size(), 1U);
  EXPECT_EQ(row->expected[0].indicator, "signed_to_production_months");
  EXPECT_EQ(row->expected[0].direction, "up");
}

}  // namespace
}  // namespace park
