// SPDX-License-Identifier: MIT
#include "scenario/timeline.hpp"

#include <gtest/gtest.h>

#include "scenario/load.hpp"
#include "scratch_folder.hpp"

namespace park {
namespace {

using test::problem_at;
using test::text_of;

Checked<Scenario> with_policy(const std::string& list) {
  return load_scenario(R"({"policy":)" + list + "}", "in", ".");
}
Checked<Scenario> with_shocks(const std::string& list) {
  return load_scenario(R"({"shocks":)" + list + "}", "in", ".");
}

TEST(Timeline, MonthsAreDatesOrWholeNumbers) {
  const YearMonth start{2026, 1};
  EXPECT_EQ(month_from_text("2026-01", start), 0);
  EXPECT_EQ(month_from_text("2031-06", start), 65);
  EXPECT_EQ(month_from_text("66", start), 66);
  EXPECT_EQ(month_from_text("2076-01", start), 600);
  for (const char* bad : {"2025-12", "2076-02", "601", "-1", "1.5", "", "2026-1", "x"}) {
    EXPECT_FALSE(month_from_text(bad, start)) << bad;
  }
}

TEST(Timeline, AMonthInAFileIsNoNumberInQuotes) {
  EXPECT_TRUE(with_policy(R"([{"at":600,"set":{"agencies":1}}])").ok());
  for (const char* bad : {R"("12")", "601", "-1", "1.5", "null", R"("2025-12")", "true"}) {
    const Checked<Scenario> loaded =
        with_policy(R"([{"at":)" + std::string(bad) + R"(,"set":{"agencies":1}}])");
    ASSERT_FALSE(loaded.ok()) << bad;
    problem_at(loaded.problems(), "/policy/0/at");
  }
}

TEST(Timeline, OneEntryPerKeySortedByMonth) {
  const Checked<Scenario> loaded = with_policy(
      R"([{"at":9,"set":{"agencies":1,"dormitory_beds":800},"ramp_months":3},{"at":2,"set":{"agencies":2}}])");
  ASSERT_TRUE(loaded.ok()) << text_of(loaded.problems());
  const auto& steps = loaded.value().policy;
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].at, 2);
  EXPECT_EQ(steps[1].at, 9);
  EXPECT_EQ(steps[2].key.row->key, "dormitory_beds");
  EXPECT_EQ(steps[2].ramp_months, 3);
}

TEST(Timeline, PolicySetsLeversAndClausesOnly) {
  const Checked<Scenario> loaded =
      with_policy(R"([{"at":1,"set":{"home_bias":0.1,"pool_weight":1,"clause.none":1,"agencis":1}}])");
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(problem_at(loaded.problems(), "/policy/0/set/home_bias").expected,
            "a key that policy may set: a lever or clause.ID");
  problem_at(loaded.problems(), "/policy/0/set/pool_weight");
  problem_at(loaded.problems(), "/policy/0/set/clause.none");
  EXPECT_EQ(problem_at(loaded.problems(), "/policy/0/set/agencis").expected,
            "a known key (nearest: agencies)");
}

TEST(Timeline, ShocksSetUncertaintiesOnly) {
  EXPECT_TRUE(with_shocks(R"([{"at":1,"set":{"home_bias":0.05}}])").ok());
  const Checked<Scenario> loaded =
      with_shocks(R"([{"at":1,"set":{"agencies":1},"months":601,"ramp_months":2}])");
  ASSERT_FALSE(loaded.ok());
  problem_at(loaded.problems(), "/shocks/0/set/agencies");
  problem_at(loaded.problems(), "/shocks/0/months");
  problem_at(loaded.problems(), "/shocks/0/ramp_months");
}

TEST(Timeline, SwitchesAndChoicesCannotRamp) {
  for (const char* set : {R"("build_mode":2)", R"("agency_paid_on_arrival":true)"}) {
    const std::string entry = R"([{"at":1,"set":{)" + std::string(set) + R"(},"ramp_months":)";
    EXPECT_TRUE(with_policy(entry + "0}]").ok());
    const Checked<Scenario> loaded = with_policy(entry + "6}]");
    ASSERT_FALSE(loaded.ok()) << set;
    problem_at(loaded.problems(), "/policy/0/ramp_months");
  }
  EXPECT_TRUE(with_policy(R"([{"at":1,"set":{"agencies":4},"ramp_months":6}])").ok());
}

TEST(Timeline, AKeyChangesOnceAMonth) {
  const Checked<Scenario> loaded = with_policy(
      R"([{"at":"2027-01","set":{"agencies":1}},{"at":12,"set":{"agencies":2,"dormitory_beds":900}}])");
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(loaded.problems().size(), 1U) << text_of(loaded.problems());
  problem_at(loaded.problems(), "/policy/1/set/agencies");
}

TEST(Timeline, MalformedEntriesAreNamed) {
  const Checked<Scenario> loaded = with_policy(R"([7,{},{"at":1},{"at":1,"set":{}},{"at":1,"set":[1]}])");
  ASSERT_FALSE(loaded.ok());
  for (const char* pointer :
       {"/policy/0", "/policy/1/at", "/policy/1/set", "/policy/2/set", "/policy/3/set", "/policy/4/set"}) {
    problem_at(loaded.problems(), pointer);
  }
  EXPECT_EQ(loaded.problems().size(), 6U) << text_of(loaded.problems());
  EXPECT_FALSE(with_policy("{}").ok());
  EXPECT_FALSE(with_shocks("null").ok());
}

}  // namespace
}  // namespace park
