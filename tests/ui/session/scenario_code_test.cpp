// SPDX-License-Identifier: MIT
#include "session/scenario_code.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "core/digest.hpp"
#include "core/random.hpp"
#include "scenario/parameter_values.hpp"
#include "session/code_bytes.hpp"
#include "session/same_scenario.hpp"
#include "shipped_scenario.hpp"

namespace park::ui {
namespace {

std::string code(const Scenario& scenario) {
  const auto made = code_of(scenario);
  return std::holds_alternative<std::string>(made) ? std::get<std::string>(made) : std::string();
}

CodeFault::Kind fault(std::string_view text) {
  const auto read = scenario_of_code(text);
  if (const auto* found = std::get_if<CodeFault>(&read)) return found->kind;
  ADD_FAILURE() << "read: " << text;
  return CodeFault::Kind::Empty;
}

TEST(ScenarioCode, EveryShippedScenarioReadsBack) {
  for (const char* name : {"baseline", "whole_package", "build_first", "labour_squeeze", "export_shock",
                           "subsidy_race", "festival_drain"}) {
    const Scenario scenario = test::shipped_scenario(name);
    const std::string text = code(scenario);
    EXPECT_LT(text.size(), 60U) << name << ": only its name is needed";
    const auto read = scenario_of_code(text);
    ASSERT_TRUE(std::holds_alternative<Scenario>(read)) << name;
    EXPECT_TRUE(is_same(std::get<Scenario>(read), scenario)) << name;
  }
}

TEST(ScenarioCode, AFewChangesAreShort) {
  Scenario scenario = test::shipped_scenario(
      "whole_package", {"agencies=5", "standard_factory_rent=9.5", "rent_free_months@2028-01=36",
                        "origin_rent@2029-01=25", "clause.rent_01=0.3333333333333333"});
  scenario.label_zh = "我的方案";
  scenario.label_en = "My policy";
  scenario.seed = 7;
  scenario.months = 240;
  const std::string text = code(scenario);
  EXPECT_LT(text.size(), 160U) << text;
  const auto read =
      scenario_of_code("  " + text.substr(0, 20) + "\r\n " + text.substr(20) + "\xe2\x80\x8b\n");
  ASSERT_TRUE(std::holds_alternative<Scenario>(read)) << std::get<CodeFault>(read).detail;
  EXPECT_TRUE(is_same(std::get<Scenario>(read), scenario));
}

TEST(ScenarioCode, EveryKeyHasACodeOfItsOwn) {
  std::set<std::uint32_t> codes;
  const auto keys =
      keys_that(test::shipped_scenario("baseline").facts->clauses, [](const ParameterKey&) { return true; });
  for (const std::string& key : keys) EXPECT_TRUE(codes.insert(code_of_key(key)).second) << key;
  EXPECT_GT(keys.size(), 200U);
}

TEST(ScenarioCode, AWrongCodeIsToldApart) {
  using Kind = CodeFault::Kind;
  const std::string good = code(test::shipped_scenario("whole_package", {"agencies=5"}));
  EXPECT_EQ(fault(""), Kind::Empty);
  EXPECT_EQ(fault(" \n "), Kind::Empty);
  EXPECT_EQ(fault("hello"), Kind::NotACode);
  EXPECT_EQ(fault("PARK"), Kind::NotACode);
  EXPECT_EQ(fault("PARKS-abc"), Kind::NotACode);
  EXPECT_EQ(fault("PARK2-abcd"), Kind::OtherVersion);
  EXPECT_EQ(fault("PARK1-"), Kind::Damaged);
  EXPECT_EQ(fault("PARK1-$$$$"), Kind::Damaged);
  EXPECT_EQ(fault(good.substr(0, good.size() - 1)), Kind::Damaged);
  EXPECT_EQ(fault(good + "AAAA"), Kind::Damaged);
  EXPECT_EQ(fault(std::string(100000, 'A')), Kind::NotACode);
}

/// Bytes with a good checksum, as only a forger would make them.
std::string sealed(const ByteWriter& bytes) {
  Digest digest;
  digest.add(std::string_view(bytes.bytes()));
  ByteWriter whole;
  for (const char c : bytes.bytes()) whole.byte(static_cast<std::uint8_t>(c));
  whole.fixed(digest.value(), 4);
  return "PARK1-" + to_base64url(whole.bytes());
}

/// The bytes of the baseline's own code up to where the changes are told.
ByteWriter baseline_head(unsigned stated) {
  static const std::string own = *from_base64url(code(test::shipped_scenario("baseline")).substr(6));
  ByteWriter bytes;
  for (const char c : own.substr(0, 1 + std::string_view("baseline").size() + 2)) {
    bytes.byte(static_cast<std::uint8_t>(c));
  }
  bytes.whole(stated);
  return bytes;
}

TEST(ScenarioCode, AForgedCodeCanSayNothingThatIsNotAllowed) {
  using Kind = CodeFault::Kind;
  ByteWriter path;
  path.text("../data/clauses");
  path.fixed(0, 2);
  EXPECT_EQ(fault(sealed(path)), Kind::UnknownBase);
  ByteWriter other;
  other.text("baseline");
  other.fixed(0x1234, 2);
  EXPECT_EQ(fault(sealed(other)), Kind::OtherBase);
  ByteWriter key = baseline_head(0);
  key.whole(1);
  key.fixed(0, 3);
  key.number(1);
  EXPECT_EQ(fault(sealed(key)), Kind::UnknownKey);
  ByteWriter large = baseline_head(0);
  large.whole(1);
  large.fixed(code_of_key("agencies"), 3);
  large.number(1e9);
  EXPECT_EQ(fault(sealed(large)), Kind::BadValue);
  ByteWriter many = baseline_head(0);
  many.whole(1'000'000'000);
  EXPECT_EQ(fault(sealed(many)), Kind::Damaged);
  ByteWriter months = baseline_head(4);
  months.whole(1'000'000'000'000);
  months.whole(0);
  EXPECT_EQ(fault(sealed(months)), Kind::BadValue);
  ByteWriter start = baseline_head(2);
  start.text("1066-10");
  start.whole(0);
  EXPECT_EQ(fault(sealed(start)), Kind::BadValue);
  ByteWriter trailing = baseline_head(0);
  trailing.whole(0);
  trailing.byte(1);
  EXPECT_EQ(fault(sealed(trailing)), Kind::Damaged);
}

TEST(ScenarioCode, BytesThatNobodyWroteNeverDoHarm) {
  RandomStream stream(7, Draw::PoolFirm, 1);
  const auto base = test::shared(test::shipped_scenario("baseline"));
  for (int i = 0; i < 2000; ++i) {
    ByteWriter bytes = baseline_head(stream() % 64);
    const std::uint32_t length = stream() % 40;
    for (std::uint32_t b = 0; b < length; ++b) bytes.byte(static_cast<std::uint8_t>(stream()));
    (void)scenario_of_code(sealed(bytes), [&](const std::string&) { return base; });
  }
}

TEST(ScenarioCode, AParkOfOnesOwnHasNoCode) {
  Scenario scenario = test::shipped_scenario("baseline");
  scenario.map_path = "/somewhere/map.geojson";
  const auto made = code_of(scenario);
  ASSERT_TRUE(std::holds_alternative<CodeFault>(made));
  EXPECT_EQ(std::get<CodeFault>(made).kind, CodeFault::Kind::OwnFiles);
}

TEST(CodeBytes, NumbersReadBackToTheBit) {
  for (const double value : {0.0, -0.0, 1.0, -1.0, 0.5, 9.3, 0.1 + 0.2, 1e-7, 123456.789, 1e300, -2.75, 1e15,
                             0.3333333333333333}) {
    ByteWriter writer;
    writer.number(value);
    ByteReader reader(writer.bytes());
    const double read = reader.number();
    EXPECT_EQ(read, value);
    EXPECT_EQ(std::signbit(read), std::signbit(value));
    EXPECT_TRUE(reader.is_good() && reader.is_at_end());
  }
}

TEST(CodeBytes, Base64ReadsBack) {
  std::string bytes;
  for (int length = 0; length < 40; ++length) {
    EXPECT_EQ(from_base64url(to_base64url(bytes)), bytes);
    bytes.push_back(static_cast<char>(length * 37));
  }
  EXPECT_EQ(from_base64url("A"), std::nullopt);
  EXPECT_EQ(from_base64url("AB=="), std::nullopt);
  EXPECT_EQ(from_base64url("AB"), std::nullopt) << "bits that no byte has";
}

}  // namespace
}  // namespace park::ui
