// SPDX-License-Identifier: MIT
#include "panels/lever_text.hpp"

#include <gtest/gtest.h>

#include "panels/clause_words.hpp"
#include "scenario/parameter_values.hpp"
#include "shipped_scenario.hpp"

namespace park::ui {
namespace {

constexpr YearMonth start{2026, 1};

const Texts& texts(Language language) {
  park::test::find_shipped_data();
  static const Texts chinese = Texts::load(Language::Chinese);
  static const Texts english = Texts::load(Language::English);
  return language == Language::Chinese ? chinese : english;
}

ParameterKey key(const char* name) { return {find_parameter(name), 0}; }

std::string shown(const char* name, double value, Language language = Language::Chinese) {
  return control_text(texts(language), key(name), value, start);
}

TEST(LeverText, WritesValuesAsAPlannerReadsThem) {
  EXPECT_EQ(shown("weak_link_targeting", 0.7), "70 %");
  EXPECT_EQ(shown("wastewater_phase_capacity", 20000), "20,000 吨/日");
  EXPECT_EQ(shown("standard_factory_rent", 9.5), "9.5 元/m²·月");
  EXPECT_EQ(shown("standard_factory_rent", 9.5, Language::English), "9.5 yuan/m²/month");
  EXPECT_EQ(shown("guarantee_capital", 80), "8,000 万元");
  EXPECT_EQ(shown("guarantee_capital", 80, Language::English), "80 million yuan");
  EXPECT_EQ(shown("build_mode", 1), "边招边建");
  EXPECT_EQ(shown("produce_in_finished_floors", 1), "开");
  EXPECT_EQ(shown("wastewater_phase_month", 24), "2028-01");
  EXPECT_EQ(shown("idle_land_effort", 0.15), "15 %/年");
}

TEST(LeverText, WhatIsWrittenReadsBack) {
  for (const Language language : {Language::Chinese, Language::English}) {
    for (const auto rows : {lever_rows(), uncertainty_rows()}) {
      for (const ParameterRow& row : rows) {
        if (row.kind == ValueKind::Choice || row.kind == ValueKind::Switch) continue;
        const ParameterKey parameter{&row, 0};
        const Scale scale = scale_of(parameter);
        for (int place = 0; place <= 20; ++place) {
          const double value = snapped(scale, row.min + place * (row.max - row.min) / 20);
          ASSERT_FALSE(fault_of(row, value)) << row.key << " " << value;
          const std::string typed = control_number(texts(language), scale, value, false);
          const auto read = parse_control(texts(language), scale, typed, start);
          ASSERT_TRUE(read) << row.key << " " << typed;
          EXPECT_DOUBLE_EQ(*read, value) << row.key << " " << typed;
          const auto whole = parse_control(texts(language), scale,
                                           control_text(texts(language), parameter, value, start), start);
          ASSERT_TRUE(whole) << row.key << " with its unit";
          EXPECT_DOUBLE_EQ(*whole, value) << row.key;
        }
      }
    }
  }
}

TEST(LeverText, ReadsWhatPeopleType) {
  const Texts& zh = texts(Language::Chinese);
  const Scale share = scale_of(key("weak_link_targeting"));
  EXPECT_EQ(parse_control(zh, share, " 35 ", start), 0.35);
  EXPECT_EQ(parse_control(zh, share, "35%", start), 0.35);
  EXPECT_EQ(parse_control(zh, share, "9.95", start), 0.0995);
  EXPECT_EQ(parse_control(zh, share, "+5", start), 0.05);
  EXPECT_EQ(parse_control(zh, scale_of(key("wastewater_phase_capacity")), "20,000 吨/日", start), 20000);
  EXPECT_EQ(parse_control(zh, scale_of(key("wastewater_phase_month")), "2029-01", start), 36);
  EXPECT_EQ(parse_control(zh, scale_of(key("wastewater_phase_month")), "36", start), 36);
  for (const char* text : {"", "x", "3x", "1e999", "nan", "--3", "3 4x"})
    EXPECT_FALSE(parse_control(zh, share, text, start)) << text;
}

TEST(LeverText, SnapsToStepsAndKeepsEnds) {
  const Scale rent = scale_of(key("standard_factory_rent"));
  EXPECT_EQ(snapped(rent, rent.min - 5), rent.min);
  EXPECT_EQ(snapped(rent, rent.max + 5), rent.max);
  const double value = snapped(rent, rent.min + 2.4 * rent.step);
  EXPECT_NEAR(value, rent.min + 2 * rent.step, 1e-9);
  const Scale whole{ValueKind::Integer, 0, 10, 1, "firms"};
  EXPECT_EQ(bounded(whole, 3.6), 4);
  EXPECT_EQ(bounded(whole, -3), 0);
}

TEST(ClauseWords, EveryClauseIsToldInBothLanguages) {
  const Scenario scenario = park::test::shipped_scenario("baseline");
  std::size_t scaled = 0;
  for (const PolicyClause& clause : scenario.facts->clauses.clauses) {
    for (const Language language : {Language::Chinese, Language::English}) {
      const std::string words = payment_words(clause, texts(language));
      EXPECT_FALSE(words.empty());
      EXPECT_EQ(words.find('{'), std::string::npos) << words;
      EXPECT_EQ(eligibility_words(clause, texts(language)).find('{'), std::string::npos);
    }
    if (!clause.lever.empty()) ++scaled;
  }
  EXPECT_GT(scaled, 5U);
  EXPECT_LT(scaled, clause_count);
}

}  // namespace
}  // namespace park::ui
