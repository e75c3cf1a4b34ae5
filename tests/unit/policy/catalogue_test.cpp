// SPDX-License-Identifier: MIT
#include "policy/catalogue.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "core/assert.hpp"

namespace park {
namespace {

const ParameterRow& row_of(std::string_view key) {
  const ParameterRow* const row = find_parameter(key);
  PARK_ASSERT(row != nullptr);
  return *row;
}

TEST(FindParameter, FindsAllGroupsAndNothingElse) {
  EXPECT_EQ(row_of("standard_factory_rent").group(), ParameterGroup::Lever);
  EXPECT_EQ(row_of("origin_rent").group(), ParameterGroup::Uncertainty);
  EXPECT_EQ(row_of("pool_agents").group(), ParameterGroup::Structural);
  EXPECT_EQ(find_parameter("rent"), nullptr);
  EXPECT_EQ(find_parameter(""), nullptr);
  EXPECT_EQ(find_parameter("Standard_Factory_Rent"), nullptr);
}

TEST(GetAndSet, ReachTheMember) {
  Parameters parameters;
  set(parameters, row_of("standard_factory_rent"), 9.5);
  set(parameters, row_of("origin_rent"), 20);
  set(parameters, row_of("pool_weight"), 4);
  EXPECT_EQ(parameters.levers.standard_factory_rent, 9.5);
  EXPECT_EQ(parameters.uncertainties.origin_rent, 20);
  EXPECT_EQ(parameters.structural.pool_weight, 4);
  EXPECT_EQ(get(parameters, row_of("standard_factory_rent")), 9.5);
  EXPECT_EQ(get(parameters, row_of("origin_rent")), 20);
  EXPECT_EQ(get(parameters, row_of("pool_weight")), 4);
  EXPECT_EQ(parameters.levers.rent_free_months, Levers{}.rent_free_months);
}

TEST(GetAndSet, NeverLetAnUnwritableNumberIn) {
  Parameters parameters;
  EXPECT_THROW(set(parameters, row_of("origin_rent"), std::numeric_limits<double>::quiet_NaN()), Bug);
  EXPECT_THROW(set(parameters, row_of("origin_rent"), std::numeric_limits<double>::infinity()), Bug);
}

TEST(DefaultValue, IsTheMembersInitialiser) {
  EXPECT_EQ(row_of("standard_factory_rent").default_value(), Levers{}.standard_factory_rent);
  EXPECT_EQ(row_of("home_bias").default_value(), Uncertainties{}.home_bias);
  EXPECT_EQ(row_of("pool_agents").default_value(), Structural{}.pool_agents);
}

TEST(ParseValue, ReadsNumbers) {
  const ParameterRow& rent = row_of("standard_factory_rent");
  EXPECT_EQ(parse_value(rent, "9"), 9);
  EXPECT_EQ(parse_value(rent, "9.25"), 9.25);
  EXPECT_EQ(parse_value(rent, "1e1"), 10);
  EXPECT_EQ(parse_value(rent, "-3"), -3) << "range is fault_of's business";
  ASSERT_TRUE(parse_value(rent, "-0"));
  EXPECT_FALSE(std::signbit(*parse_value(rent, "-0")));
}

TEST(ParseValue, ReadsChoicesByKeyChineseLabelAndNumber) {
  const ParameterRow& mode = row_of("build_mode");
  EXPECT_EQ(parse_value(mode, "recruit_first"), 0);
  EXPECT_EQ(parse_value(mode, "build_while_recruiting"), 1);
  EXPECT_EQ(parse_value(mode, "build_first"), 2);
  EXPECT_EQ(parse_value(mode, "先招后建"), 0);
  EXPECT_EQ(parse_value(mode, "边招边建"), 1);
  EXPECT_EQ(parse_value(mode, "先建后招"), 2);
  EXPECT_EQ(parse_value(mode, "2"), 2);
  EXPECT_EQ(parse_value(mode, "build"), std::nullopt);
  EXPECT_EQ(parse_value(mode, "true"), std::nullopt);
}

TEST(ParseValue, ReadsTrueAndFalseForSwitchesOnly) {
  const ParameterRow& reserve = row_of("three_in_one_reserve");
  EXPECT_EQ(parse_value(reserve, "true"), 1);
  EXPECT_EQ(parse_value(reserve, "false"), 0);
  EXPECT_EQ(parse_value(reserve, "1"), 1);
  EXPECT_EQ(parse_value(reserve, "0"), 0);
  EXPECT_EQ(parse_value(reserve, "yes"), std::nullopt);
  EXPECT_EQ(parse_value(row_of("agencies"), "true"), std::nullopt);
}

TEST(ParseValue, RejectsWhatIsNoNumber) {
  for (const std::string_view text : {"", " ", "nan", "-nan", "inf", "-inf", "infinity", "1e999", "9 ", " 9",
                                      "9x", "0x10", "+9", "9,5", "--9", "nine", "9\n"}) {
    EXPECT_EQ(parse_value(row_of("standard_factory_rent"), text), std::nullopt) << '"' << text << '"';
  }
}

TEST(FormatValue, WritesChoicesByNameAndWholeNumbersWhole) {
  EXPECT_EQ(format_value(row_of("build_mode"), 1), "build_while_recruiting");
  EXPECT_EQ(format_value(row_of("build_mode"), 7), "7");
  EXPECT_EQ(format_value(row_of("three_in_one_reserve"), 1), "1");
  EXPECT_EQ(format_value(row_of("dormitory_beds"), 30000), "30000");
  EXPECT_EQ(format_value(row_of("reuse_existing_buildings"), 100000), "100000");
  EXPECT_EQ(format_value(row_of("export_growth"), -4), "-4");
}

TEST(FormatValue, WritesRealsAsShortAsTheyCanBeReadBack) {
  const ParameterRow& rent = row_of("standard_factory_rent");
  EXPECT_EQ(format_value(rent, 7.1), "7.1");
  EXPECT_EQ(format_value(rent, 0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(format_value(rent, 1.0 / 3.0), "0.3333333333333333");
}

TEST(FormatValue, IsReadBackExactly) {
  for (const auto group : {lever_rows(), uncertainty_rows(), structural_rows()}) {
    for (const ParameterRow& row : group) {
      for (int part = 0; part <= 7; ++part) {
        double value = row.min + (row.max - row.min) * part / 7.0;
        if (row.kind != ValueKind::Real) value = std::floor(value);
        EXPECT_EQ(parse_value(row, format_value(row, value)), value) << row.key;
      }
    }
  }
  const ParameterRow& rent = row_of("standard_factory_rent");
  for (const double value : {5e-324, 1e-7, 1.7976931348623157e308, 9007199254740993.0, -1234.5678901234567}) {
    EXPECT_EQ(parse_value(rent, format_value(rent, value)), value);
  }
}

TEST(FaultOf, SaysWhatWasExpected) {
  EXPECT_EQ(fault_of(row_of("agencies"), 11), "a whole number from 0 to 10 (agencies)");
  EXPECT_EQ(fault_of(row_of("teams_bohai_rim"), 1.5), "a whole number from 0 to 10 (teams)");
  EXPECT_EQ(fault_of(row_of("standard_factory_rent"), 25.5), "a number from 0 to 25 (yuan/m2/month)");
  EXPECT_EQ(fault_of(row_of("export_growth"), 6.1), "a number from -4 to 6 (%/year)");
  EXPECT_EQ(fault_of(row_of("agglomeration_elasticity"), 1), "a number from 0.02 to 0.08") << "no unit";
  EXPECT_EQ(fault_of(row_of("reuse_existing_buildings"), -1), "a number from 0 to 100000 (m2/year)");
  EXPECT_EQ(fault_of(row_of("three_in_one_reserve"), 0.5), "0 or 1");
  EXPECT_EQ(fault_of(row_of("build_mode"), 3), "one of recruit_first, build_while_recruiting, build_first");
  EXPECT_EQ(fault_of(row_of("build_mode"), 0.5), "one of recruit_first, build_while_recruiting, build_first");
}

TEST(FaultOf, IsSilentOnWhatIsAllowed) {
  EXPECT_EQ(fault_of(row_of("agencies"), 10), std::nullopt);
  EXPECT_EQ(fault_of(row_of("standard_factory_rent"), 0), std::nullopt);
  EXPECT_EQ(fault_of(row_of("build_mode"), 2), std::nullopt);
  EXPECT_EQ(fault_of(row_of("leader_visits_per_month"), 0.25), std::nullopt);
}

TEST(FaultOf, RejectsWhatIsNotFinite) {
  for (const double value :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
        -std::numeric_limits<double>::infinity()}) {
    EXPECT_TRUE(fault_of(row_of("standard_factory_rent"), value));
    EXPECT_TRUE(fault_of(row_of("agencies"), value));
    EXPECT_TRUE(fault_of(row_of("build_mode"), value));
  }
}

TEST(NearestKey, MendsTypingErrors) {
  constexpr std::array<std::string_view, 4> keys = {"sale_price", "sale_share", "agencies", "jobs"};
  EXPECT_EQ(nearest_key("sale_prise", keys), "sale_price");
  EXPECT_EQ(nearest_key("sale_shrae", keys), "sale_share");
  EXPECT_EQ(nearest_key("agencys", keys), "agencies");
  EXPECT_EQ(nearest_key("agencies", keys), "agencies");
}

TEST(NearestKey, StaysSilentWhenNothingIsNear) {
  constexpr std::array<std::string_view, 2> keys = {"sale_price", "jobs"};
  EXPECT_EQ(nearest_key("wastewater", keys), "");
  EXPECT_EQ(nearest_key("sales", keys), "") << "half of the letters differ";
  EXPECT_EQ(nearest_key("", keys), "");
  EXPECT_EQ(nearest_key(std::string(1'000'000, 'a'), keys), "");
  EXPECT_EQ(nearest_key("jobs", {}), "");
}

TEST(NearestKey, CountsASwapOfNeighboursOnce) {
  constexpr std::array<std::string_view, 1> keys = {"abc"};
  EXPECT_EQ(nearest_key("acb", keys), "abc") << "one swap is a third; two replacements would be more";
  EXPECT_EQ(nearest_key("xyc", keys), "");
}

TEST(NearestKey, GivesTheFirstOfEquals) {
  constexpr std::array<std::string_view, 2> keys = {"team_a", "team_b"};
  EXPECT_EQ(nearest_key("team_c", keys), "team_a");
}

}  // namespace
}  // namespace park
