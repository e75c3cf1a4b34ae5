// SPDX-License-Identifier: MIT
#include "study/search/search_run.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/random.hpp"
#include "scenario/load.hpp"
#include "shipped_scenario.hpp"
#include "study/search/search_results.hpp"
#include "study/search/search_summary.hpp"
#include "study/store/store_layout.hpp"
#include "study/store/store_results.hpp"
#include "unit/scenario/scratch_folder.hpp"

namespace park::study {
namespace {

/// Four levers of which one does nothing; a budget of 36 million yuan a year.
Search small_search(const std::string& members = "{}") {
  test::find_shipped_data();
  nlohmann::json document = nlohmann::json::parse(
      R"({"schema":"parksim/search/1","months":24,"scenarios":["baseline.json"],
          "factors":[{"key":"rent_free_months","distribution":{"integer":[0,30]}},
                     {"key":"agencies","distribution":{"integer":[0,10]}},
                     {"key":"standard_factory_rent","distribution":{"uniform":[3,12]}}],
          "outcomes":["jobs",{"name":"peak","indicator":"developer_peak_funding"}],
          "objectives":[{"outcome":"jobs","direction":"maximise","robust":"mean"},
                        {"outcome":"peak","direction":"minimise","robust":"mean"}],
          "budget_per_year":36000000,
          "futures":{"n":4,"fresh":8,"factors":[{"key":"footloose_rate","distribution":{"uniform":[5,9]}}]},
          "design":{"nsga2":{"population":12,"generations":20,"front":5}},"seed":11})");
  document.update(nlohmann::json::parse(members));
  auto search =
      load_search(document.dump(), "test.json", std::filesystem::path(PARKSIM_SOURCE_DIR) / "scenarios");
  if (!search.ok()) throw std::runtime_error(to_string(search.problems().front()));
  return std::move(search).value();
}

/// A run in no time whose front is known. With r months rent-free and a agencies: 10 a + luck jobs, 5 a + |r
/// - 12| million yuan at the peak, 0.5 a million yuan a month; rent does nothing. So r = 12 is best, the
/// budget of 3 a month allows 6 agencies, and a from 0 to 6 is the front.
RunResult pretended(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed,
                    const std::vector<IndicatorColumn>& columns, const RunOptions&) {
  RunResult result;
  result.seed = seed;
  result.digest = seed;
  result.series = Series(columns.size(), static_cast<std::size_t>(scenario->months));
  RandomStream stream{seed, Draw::Luck, 0};
  const double luck = stream.uniform() + scenario->parameters.uncertainties.footloose_rate;
  const Levers& levers = scenario->parameters.levers;
  for (std::size_t m = 0; m < result.series.rows(); ++m) {
    const auto put = [&](const char* key, double value) {
      result.series.row(m)[*find_column(columns, key)] = value;
    };
    put("jobs", 10 * levers.agencies + luck);
    put("developer_peak_funding", 5 * levers.agencies + std::abs(levers.rent_free_months - 12));
    put("fiscal_cost", 0.5 * levers.agencies);
  }
  return result;
}

class SearchRun : public ::testing::Test {
 protected:
  [[nodiscard]] std::string file(const std::string& name) const { return (scratch_.path() / name).string(); }

  SearchTally run_into(const std::string& name, const Search& search, StudyOptions options = {}) const {
    if (!options.live) options.live = pretended;
    const Study study = store_study(search);
    auto store = ResultStore::open(file(name), study, {}, true);
    if (!store.ok()) throw std::runtime_error(to_string(store.problems().front()));
    std::vector<RunRow> rows;
    const auto database = open_for_reading(file(name));
    RowReader reader(*database.value(), study.outline, false);
    while (auto row = reader.next()) rows.push_back(std::move(*row));
    return run_search(search, *store.value(), std::move(rows), options);
  }
  [[nodiscard]] static StudyOptions pretending(int jobs = 0) {
    StudyOptions options;
    options.jobs = jobs;
    options.live = pretended;
    return options;
  }
  [[nodiscard]] std::string exported(const std::string& name) const {
    const auto folder = scratch_.path() / (name + ".csv");
    EXPECT_TRUE(export_csv(file(name), folder.string()).ok());
    const SearchResults results = read_search(file(name)).value();
    export_front(results, folder.string());
    std::string all = search_summary(results).dump();
    for (const char* part : {"study.json", "runs.csv", "points.csv", "front.csv"})
      all += read_file(folder / part).value();
    return all;
  }
  [[nodiscard]] SearchResults searched(const std::string& members = "{}") const {
    EXPECT_TRUE(run_into("a.db", small_search(members), pretending()).is_complete);
    return read_search(file("a.db")).value();
  }

 private:
  test::ScratchFolder scratch_;
};

TEST_F(SearchRun, FindsTheKnownFrontWithinTheBudget) {
  const SearchResults results = searched();
  ASSERT_EQ(results.front.policies.size(), 5U);
  EXPECT_EQ(results.front.recommended(), 5U);
  EXPECT_FALSE(results.front.is_scenario_chosen);
  for (const FrontPolicy& policy : results.front.policies) {
    const Policy& levers = results.candidates[policy.candidate].policy;
    const double agencies = is_changed(levers, 1) ? levers[1] : 0;
    EXPECT_EQ(levers[0], 12);
    EXPECT_LE(agencies, 6);
    EXPECT_FALSE(is_changed(levers, 2)) << "what does nothing is set back";
    EXPECT_NEAR(policy.measured.objectives[1], 5 * agencies, 1e-9);
    EXPECT_NEAR(policy.cost_dearest_year.mean, 6 * agencies, 1e-9);
    EXPECT_NEAR(policy.cost_per_year.mean, 6 * agencies, 1e-9);
    EXPECT_NEAR(policy.differences[0].mean, 10 * agencies, 1e-9);
  }
  EXPECT_EQ(results.candidates[results.front.policies.front().candidate].policy[1], 6);
  EXPECT_FALSE(is_changed(results.candidates[results.front.policies.back().candidate].policy, 1));
}

TEST_F(SearchRun, EverythingOnTheFrontRespectsTheBudgetInEveryFuture) {
  const SearchResults results = searched(R"({"budget_per_year":{"yuan":2e7,"robust":"worst"}})");
  ASSERT_FALSE(results.front.policies.empty());
  for (const FrontPolicy& policy : results.front.policies) {
    for (const FutureRuns* runs :
         {&results.candidates[policy.candidate].searched, &results.candidates[policy.candidate].fresh}) {
      for (const double cost : runs->by_future(results.outline.dearest_year())) EXPECT_LE(cost, 20);
    }
    EXPECT_LE(policy.limits.back(), 20);
  }
}

TEST_F(SearchRun, AConstraintCutsTheFront) {
  const SearchResults results =
      searched(R"({"constraints":[{"outcome":"peak","at_most":12.5,"robust":"worst"}]})");
  for (const FrontPolicy& policy : results.front.policies)
    EXPECT_LE(results.candidates[policy.candidate].fresh.by_future(1).front(), 12.5);
  EXPECT_EQ(results.candidates[results.front.policies.front().candidate].policy[1], 2);
}

TEST_F(SearchRun, AnImpossibleConstraintLeavesNoFront) {
  const SearchResults results = searched(R"({"constraints":[{"outcome":"jobs","at_least":1e6}]})");
  EXPECT_TRUE(results.is_complete);
  EXPECT_TRUE(results.front.policies.empty());
  EXPECT_FALSE(results.front.scenario.keeps_limits);
}

TEST_F(SearchRun, ThePoliciesAreMeasuredAgainWhereTheSearchHasNotBeen) {
  const SearchResults results = searched();
  const std::size_t futures = results.outline.futures;
  std::set<std::uint64_t> searched_seeds;
  std::set<std::uint64_t> fresh_seeds;
  const auto database = open_for_reading(file("a.db"));
  RowReader rows(*database.value(), results.outline.study, true);
  while (const auto row = rows.next()) {
    const bool is_fresh = CandidatePlace::of(row->place.point, results.outline).future >= futures;
    (is_fresh ? fresh_seeds : searched_seeds).insert(row->seed);
  }
  EXPECT_EQ(searched_seeds.size(), 4U);
  EXPECT_EQ(fresh_seeds.size(), 8U);
  for (const std::uint64_t seed : fresh_seeds) EXPECT_FALSE(searched_seeds.contains(seed));
  // The luck of four futures and of eight others is not the same.
  const FrontPolicy& best = results.front.policies.front();
  EXPECT_NE(best.searched.objectives[0], best.measured.objectives[0]);
  EXPECT_NEAR(best.measured.objectives[0], best.objectives[0].mean, 1e-12);
}

TEST_F(SearchRun, RegretIsNoughtForWhoIsBestEverywhere) {
  const SearchResults results = searched(
      R"({"objectives":[{"outcome":"jobs","direction":"maximise","robust":"regret"},
                        {"outcome":"peak","direction":"minimise","robust":"regret"}]})");
  ASSERT_EQ(results.front.policies.size(), 5U);
  const FrontPolicy& most_jobs = results.front.policies.front();
  EXPECT_EQ(results.candidates[most_jobs.candidate].policy[1], 6);
  EXPECT_NEAR(most_jobs.measured.objectives[0], 0, 1e-9);
  EXPECT_NEAR(most_jobs.measured.objectives[1], 30, 1e-9);
  const FrontPolicy& least_debt = results.front.policies.back();
  EXPECT_NEAR(least_debt.measured.objectives[0], 60, 1e-9);
  EXPECT_NEAR(least_debt.measured.objectives[1], 0, 1e-9);
}

TEST_F(SearchRun, IsTheSameForAnyJobs) {
  const Search search = small_search();
  static_cast<void>(run_into("one.db", search, pretending(1)));
  static_cast<void>(run_into("two.db", search, pretending(2)));
  EXPECT_EQ(exported("one.db"), exported("two.db"));
}

/// Given up after so many runs, again and again.
TEST_F(SearchRun, GoesOnAfterStopsToTheSameBytes) {
  const Search search = small_search();
  const SearchTally whole = run_into("whole.db", search, pretending());
  std::uint64_t done = 0;
  bool is_complete = false;
  int stops = 0;
  for (const std::uint64_t runs : {3U, 50U, 333U, 1000000U}) {
    std::atomic<bool> cancel = false;
    StudyOptions options = pretending(2);
    options.cancel = &cancel;
    options.progress = [&](std::size_t now, std::size_t) { cancel = now >= runs; };
    const SearchTally tally = run_into("stopped.db", search, options);
    EXPECT_EQ(tally.earlier, done);
    done += tally.done;
    is_complete = tally.is_complete;
    stops += is_complete ? 0 : 1;
    EXPECT_EQ(read_search(file("stopped.db")).value().is_complete, is_complete);
  }
  EXPECT_TRUE(is_complete);
  EXPECT_EQ(stops, 3);
  EXPECT_EQ(done, whole.done);
  EXPECT_EQ(exported("stopped.db"), exported("whole.db"));
}

TEST_F(SearchRun, AnUnfinishedSearchTellsWhatItHasByNow) {
  std::atomic<bool> cancel = false;
  StudyOptions options = pretending(1);
  options.cancel = &cancel;
  options.progress = [&](std::size_t now, std::size_t) { cancel = now >= 150; };
  static_cast<void>(run_into("a.db", small_search(), options));
  const SearchResults results = read_search(file("a.db")).value();
  EXPECT_FALSE(results.is_complete);
  EXPECT_FALSE(results.front.is_fresh);
  EXPECT_GT(results.front.policies.size(), 0U);
}

TEST_F(SearchRun, PoliciesInAnotherOrderAreRefused) {
  const Search search = small_search();
  static_cast<void>(run_into("a.db", search, pretending()));
  {
    Database database(file("a.db"), Database::Mode::Create);
    const std::uint64_t point = CandidatePlace{3, 0}.point(search.outline);
    database.execute("UPDATE points SET rent_free_months = 29.5 WHERE point = " + std::to_string(point));
  }
  try {
    static_cast<void>(run_into("a.db", search, pretending()));
    FAIL() << "other policies were taken for its own";
  } catch (const WorldError& error) {
    EXPECT_NE(std::string(error.what()).find("other policies"), std::string::npos) << error.what();
  }
}

TEST_F(SearchRun, APolicyWhoseRunFailsIsNeverRecommended) {
  StudyOptions options = pretending();
  options.live = [](const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed,
                    const std::vector<IndicatorColumn>& columns, const RunOptions& run_options) {
    RunResult result = pretended(scenario, seed, columns, run_options);
    if (scenario->parameters.levers.agencies > 3) {
      result.error = "a disk";
      result.series = Series();
    }
    return result;
  };
  const SearchTally tally = run_into("a.db", small_search(), options);
  EXPECT_TRUE(tally.is_complete);
  EXPECT_GT(tally.failed, 0U);
  const SearchResults results = read_search(file("a.db")).value();
  EXPECT_EQ(results.failed, tally.failed);
  for (const FrontPolicy& policy : results.front.policies) {
    const double agencies = results.candidates[policy.candidate].policy[1];
    EXPECT_FALSE(agencies > 3);
  }
}

TEST_F(SearchRun, OtherReadersSayWhatTheFileHolds) {
  const Search search = small_search();
  static_cast<void>(run_into("a.db", search, pretending()));
  EXPECT_TRUE(holds_search(file("a.db")));
  EXPECT_FALSE(holds_search(file("no.db")));
  const auto study = read_store(file("a.db"));
  ASSERT_FALSE(study.ok());
  EXPECT_NE(to_string(study.problems().front()).find("those of a search"), std::string::npos);
  const auto merged = merge_shards(file("b.db"), {file("a.db")});
  ASSERT_FALSE(merged.ok());
  EXPECT_FALSE(std::filesystem::exists(file("b.db")));
}

TEST_F(SearchRun, TheFrontStandsInTheDatabase) {
  const SearchResults results = searched();
  Database database(file("a.db"), Database::Mode::Read);
  Statement rows(
      database, "SELECT policy, candidate, \"jobs\", \"jobs.searched\", agencies FROM front ORDER BY policy");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.real(1), 0);
  EXPECT_TRUE(std::isnan(rows.real(4)));
  std::size_t count = 0;
  while (rows.step()) {
    EXPECT_EQ(rows.real(2), results.front.policies.at(count).measured.objectives[0]);
    ++count;
  }
  EXPECT_EQ(count, results.front.policies.size());
}

}  // namespace
}  // namespace park::study
