// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <set>

#include "indicators/indicators.hpp"
#include "shipped_scenario.hpp"

namespace park {
namespace {

using Kind = Identity::Kind;

TEST(IdentityName, WorkedByHand) {
  const Identity pool{Kind::Pool, 123, 0};
  EXPECT_EQ(to_string(pool), "p123");
  EXPECT_EQ(to_string({Kind::Target, 7, 0}), "t07");
  EXPECT_EQ(to_string({Kind::District, 12, 0}), "d12");
  EXPECT_EQ(to_string(offspring(pool, Offspring::Expansion, 1)), "p123.x1");
  EXPECT_EQ(to_string(offspring(pool, Offspring::Branch, 63)), "p123.b63");
  EXPECT_EQ(to_string(offspring(offspring(pool, Offspring::SpinOff, 2), Offspring::Expansion, 3)),
            "p123.s2.x3");
}

TEST(IdentityName, ReadsBackTheSame) {
  std::set<std::string> names;
  std::set<std::uint64_t> numbers;
  for (const Kind kind : {Kind::Pool, Kind::Target, Kind::District}) {
    for (const std::uint32_t root : {0U, 1U, 9U, 10U, 5999U, 999999U}) {
      Identity who{kind, root, 0};
      for (const auto step :
           {Offspring::SpinOff, Offspring::Branch, Offspring::Expansion, Offspring::SpinOff}) {
        EXPECT_EQ(parse_identity(to_string(who)), who) << to_string(who);
        names.insert(to_string(who));
        numbers.insert(who.number());
        ASSERT_TRUE(has_room_for_offspring(who));
        who = offspring(who, step, root % 63 + 1);
      }
      EXPECT_EQ(parse_identity(to_string(who)), who);
      EXPECT_FALSE(has_room_for_offspring(who)) << "four generations";
    }
  }
  EXPECT_EQ(names.size(), 72U);
  EXPECT_EQ(numbers.size(), 72U) << "random streams would be shared";
}

TEST(IdentityName, RefusesWhatIsNone) {
  for (const char* text : {"", "p", "x12", "p12.", "p12.x", "p12.x0", "p12.x64", "p12.q1", "p12x1", "p12.x1 ",
                           " p12", "p-1", "p12.?1", "p12.x1.x1.x1.x1.x1", "p99999999999"}) {
    EXPECT_FALSE(parse_identity(text).has_value()) << text;
  }
}

TEST(IndicatorColumns, HaveKeysOfTheirOwnAndLabelsInBothLanguages) {
  const Scenario scenario = test::shipped_scenario("baseline");
  const std::vector<IndicatorColumn> columns = indicator_columns(scenario);
  std::set<std::string> keys;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const IndicatorColumn& column = columns[i];
    EXPECT_TRUE(keys.insert(column.key).second) << column.key;
    EXPECT_FALSE(column.zh.empty() || column.en.empty() || column.unit.empty()) << column.key;
    EXPECT_EQ(find_column(columns, column.key), i);
  }
  EXPECT_FALSE(find_column(columns, "job").has_value());
}

}  // namespace
}  // namespace park
