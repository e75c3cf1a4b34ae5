// SPDX-License-Identifier: MIT
#include "study/clause_values.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "study/comparison.hpp"
#include "study/explanation_documents.hpp"
#include "unit/study/shipped_variant.hpp"

namespace park::study {
namespace {

std::size_t clause_named(const Scenario& scenario, const char* id) {
  return find_key(scenario.facts->clauses, std::string("clause.") + id)->clause;
}

const ClauseValue& value_named(const ClauseValues& values, const char* id) {
  return values.clauses.at(clause_named(*values.runs.scenarios.front(), id));
}

/// Difference of an indicator at the end between two scenarios, by the function everything stands on.
Difference by_hand(const std::shared_ptr<const Scenario>& with,
                   const std::shared_ptr<const Scenario>& without, const EnsembleOptions& options,
                   const char* key) {
  const Ensemble ensemble = run_paired({without, with}, options);
  const Comparison comparison = compare(ensemble, 1);
  return comparison.final_difference(1, *find_column(ensemble.columns, key));
}

void expect_same(const Difference& a, const Difference& b) {
  EXPECT_EQ(a.n, b.n);
  EXPECT_EQ(a.mean, b.mean);
  EXPECT_EQ(a.lo, b.lo);
  EXPECT_EQ(a.hi, b.hi);
}

TEST(ClauseValues, AreHandMadePairedDifferences) {
  const auto scenario = shipped_variant("whole_package", 12);
  const ClauseValues values = value_clauses(scenario, few_runs(21, 3));
  // It scales the training subsidy, which is paid from the first month on.
  const ClauseValue& training = value_named(values, "training_01");
  const auto without = shipped_variant("whole_package", 12, {"clause.training_01=0"});
  expect_same(training.leave_one_out[3], by_hand(scenario, without, few_runs(21, 3), "fiscal_npv"));
  EXPECT_LT(training.leave_one_out[3].mean, 0);
  std::vector<std::string> settings;
  for (const PolicyClause& clause : scenario->facts->clauses.clauses) {
    settings.push_back("clause." + clause.id + "=0");
  }
  const auto none = shipped_variant("whole_package", 12, settings);
  settings.emplace_back("clause.training_01=1");
  const auto alone = shipped_variant("whole_package", 12, settings);
  expect_same(training.add_one_in[3], by_hand(alone, none, few_runs(21, 3), "fiscal_npv"));
  EXPECT_LT(training.add_one_in[3].mean, 0);
}

TEST(ClauseValues, AClauseLeftOutLosesItsTimelineToo) {
  const auto scenario = shipped_variant("baseline", 6, {"clause.rent_01@3=2", "clause.rent_02@3=2"});
  const std::size_t rent = clause_named(*scenario, "rent_01");
  const auto variants = clause_variants(scenario);
  const Scenario& without = *variants.at(1 + rent);
  EXPECT_EQ(without.parameters.clauses[rent], 0);
  ASSERT_EQ(without.policy.size(), 1U);
  EXPECT_EQ(without.policy[0].key.clause, clause_named(*scenario, "rent_02"));
  EXPECT_TRUE(variants.at(1 + clause_count)->policy.empty());
  const Scenario& alone = *variants.at(2 + clause_count + rent);
  ASSERT_EQ(alone.policy.size(), 1U);
  EXPECT_EQ(alone.policy[0].key.clause, rent);
  EXPECT_EQ(alone.parameters.clauses[rent], 1);
}

TEST(ClauseValues, UsersAndCostAreOfClausesThatPay) {
  const auto scenario = shipped_variant("whole_package", 60);
  const ClauseValues values = value_clauses(scenario, few_runs(21, 1));
  World world = start(scenario, 21);
  for (int month = 0; month < 60; ++month) step(world);
  double paid = 0;
  for (const ClauseValue& value : values.clauses) {
    const PolicyClause& clause = scenario->facts->clauses.clauses[value.clause];
    if (!clause.lever.empty()) {
      EXPECT_FALSE(value.unused.has_value()) << clause.id;
      EXPECT_EQ(value.users.n, 0U) << clause.id;
      continue;
    }
    EXPECT_EQ(value.users.mean, world.prices.clause_users[value.clause]) << clause.id;
    EXPECT_EQ(value.cost_million_yuan.mean, world.prices.clause_cost_yuan[value.clause] / 1e6) << clause.id;
    EXPECT_FALSE(value.users.mean > 0 && *value.unused) << clause.id;
    paid += value.cost_million_yuan.mean;
  }
  EXPECT_GT(paid, 0);
}

TEST(ClauseValues, NothingIsSettledInTheFirstMonths) {
  const auto scenario = shipped_variant("whole_package", 2);
  const ClauseValues values = value_clauses(scenario, few_runs(21, 2, 1));
  for (const ClauseValue& value : values.clauses) EXPECT_TRUE(value.unused.value_or(true));
  const auto document = nlohmann::json::parse(clauses_document(values));
  ASSERT_EQ(document["clauses"].size(), clause_count);
  for (const auto& row : document["clauses"]) {
    EXPECT_TRUE(row["cost_per_job"].is_null());
    EXPECT_EQ(row["scales"].is_null(), !row["users"].is_null()) << row["id"];
    EXPECT_EQ(row["unused"].is_null(), row["users"].is_null()) << row["id"];
  }
  EXPECT_EQ(clauses_document(values), clauses_document(value_clauses(scenario, few_runs(21, 2, 2))));
}

}  // namespace
}  // namespace park::study
