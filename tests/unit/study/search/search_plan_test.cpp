// SPDX-License-Identifier: MIT
#include "study/search/search_plan.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "shipped_scenario.hpp"
#include "study/search/policy_space.hpp"

namespace park::study {
namespace {

namespace fs = std::filesystem;

fs::path studies() { return fs::path(PARKSIM_SOURCE_DIR) / "scenarios" / "studies"; }

/// A search with some members replaced or added.
Checked<Search> load(const std::string& members = "{}") {
  test::find_shipped_data();
  nlohmann::json document = nlohmann::json::parse(
      R"({"schema":"parksim/search/1","scenarios":["../baseline.json"],
          "factors":["rent_free_months",{"key":"agencies","distribution":{"integer":[0,4]}}],
          "outcomes":["jobs",{"name":"peak","indicator":"developer_peak_funding"}],
          "objectives":[{"outcome":"jobs","direction":"maximise"},{"outcome":"peak","direction":"minimise"}],
          "budget_per_year":100000000,
          "futures":{"n":6,"factors":["footloose_rate"]}})");
  document.update(nlohmann::json::parse(members));
  return load_search(document.dump(), "test.json", studies());
}

std::string problems_of(const std::string& members) {
  const auto search = load(members);
  std::string text;
  for (const Problem& problem : search.problems()) text += to_string(problem) + "\n";
  return text;
}

Search loaded(const std::string& members = "{}") {
  auto search = load(members);
  if (!search.ok()) throw std::runtime_error(to_string(search.problems().front()));
  return std::move(search).value();
}

TEST(SearchPlan, EveryShippedSearchLoadsAndReadsBackTheSame) {
  test::find_shipped_data();
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(studies())) {
    if (!entry.path().stem().string().starts_with("search")) continue;
    const auto search = load_search(entry.path());
    ASSERT_TRUE(search.ok()) << to_string(search.problems().front());
    const SearchOutline& outline = search.value().outline;
    EXPECT_EQ(outline.study.name, entry.path().stem().string());
    EXPECT_FALSE(outline.study.label_zh.empty() || outline.study.label_en.empty());
    EXPECT_FALSE(outline.study.about_zh.empty() || outline.study.about_en.empty());
    ++count;
  }
  EXPECT_GE(count, 1U);
}

TEST(SearchPlan, DocumentsReadBackTheSame) {
  const Search search = loaded(
      R"({"constraints":[{"outcome":"peak","at_most":500,"at_least":0,"robust":"worst"}],
          "objectives":[{"outcome":"jobs","direction":"maximise","robust":"regret"},
                        {"outcome":"jobs","direction":"maximise","robust":{"regret":{"quantile":0.2}}},
                        {"outcome":"cost_in_all","direction":"minimise","robust":"mean"}],
          "budget_per_year":{"yuan":5e7,"robust":{"quantile":0.25}},"replications":3,
          "design":{"nsga2":{"population":12,"generations":3,"front":4,"trim":0.05}}})");
  const SearchOutline& a = search.outline;
  const SearchOutline b = read_search_document(search.document, "x");
  EXPECT_EQ(a.study, b.study);
  EXPECT_EQ(a.objectives, b.objectives);
  EXPECT_EQ(a.limits, b.limits);
  EXPECT_EQ(a.start_values, b.start_values);
  EXPECT_EQ(a.budget_yuan, b.budget_yuan);
  EXPECT_EQ(std::tie(a.policy_factors, a.futures, a.fresh, a.population, a.generations, a.front, a.trim),
            std::tie(b.policy_factors, b.futures, b.fresh, b.population, b.generations, b.front, b.trim));
  EXPECT_EQ(a.limits.back(),
            (Limit{2, Direction::Minimise, 50, {Robust::Kind::Quantile, 0.25, false}, true}));
  EXPECT_EQ(a.objectives[0].robust, (Robust{Robust::Kind::Worst, 0, true}));
  EXPECT_EQ(a.replications(), 3U);
  EXPECT_EQ(a.fresh, 24U);  // four for each
}

TEST(SearchPlan, KeepsTheCostOfEveryPolicy) {
  const SearchOutline outline = loaded().outline;
  ASSERT_EQ(outline.study.outcomes.size(), 4U);
  EXPECT_EQ(outline.study.outcomes[outline.dearest_year()],
            (StudyOutcome{"cost_dearest_year", {"fiscal_cost", Outcome::Kind::PeakYear, 1, -1}}));
  EXPECT_EQ(outline.study.outcomes[outline.cost_in_all()],
            (StudyOutcome{"cost_in_all", {"fiscal_cost", Outcome::Kind::Sum, 1, -1}}));
}

TEST(SearchPlan, EverythingWrongIsSaidAtOnce) {
  const std::string text = problems_of(
      R"({"extra":1,"factors":["rent_free_month","home_bias","seed","agencies","agencies",
          {"key":"standard_factory_rent","distribution":{"normal":[7,2]}}],
          "outcomes":["job"],
          "objectives":[{"outcome":"jobs","direction":"up","robust":"median"}],
          "constraints":[{"outcome":"peak"},{"outcome":"peak","at_least":3,"at_most":2,"robust":"regret"}],
          "budget_per_year":-1,"futures":{"n":1,"factors":["clause_intensity"]},
          "design":{"nsga2":{"population":30}},"replications":0,"seed":-1})");
  for (const char* part :
       {"test.json:/extra: ", "test.json:/factors/0: expected a known key (nearest: rent_free_months)",
        "test.json:/factors/1: expected a lever or a clause, got \"home_bias\"",
        "test.json:/factors/2: expected a lever or a clause, got \"seed\"",
        "test.json:/factors/4: expected each factor once",
        "test.json:/factors/5/distribution: expected uniform", "test.json:/outcomes/0: expected a known key",
        "test.json:/objectives: expected 2 to 6 objectives, got 1",
        "test.json:/objectives/0/direction: ", "test.json:/objectives/0/robust: expected \"mean\"",
        "test.json:/constraints/0: expected at_most or at_least",
        "test.json:/constraints/1: expected at_least <= at_most", "test.json:/constraints/1/robust: ",
        "test.json:/budget_per_year: expected a number from 0", "test.json:/futures/n: ",
        "test.json:/futures/factors/0: expected an uncertainty or a structural parameter",
        "test.json:/design/nsga2/population: expected a multiple of 4, got 30",
        "test.json:/replications: ", "test.json:/seed: "}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nnot in\n" << text;
  }
}

TEST(SearchPlan, ObjectivesAndFuturesMustBeThere) {
  EXPECT_NE(problems_of(R"({"futures":{"n":4,"factors":[]}})").find("/futures/factors: expected 1 to 200"),
            std::string::npos);
  EXPECT_NE(problems_of(R"({"futures":{}})").find("/futures/n: "), std::string::npos);
  EXPECT_NE(problems_of(R"({"futures":[]})").find("/futures: "), std::string::npos);
  EXPECT_NE(problems_of(R"({"objectives":[{"outcome":"job","direction":"maximise"},
                                          {"outcome":"peak","direction":"minimise"}]})")
                .find("/objectives/0/outcome: expected a known key (nearest: jobs)"),
            std::string::npos);
  EXPECT_NE(problems_of(R"({"objectives":[{"outcome":"jobs","direction":"maximise"},
                                          {"outcome":"jobs","direction":"maximise"}]})")
                .find("/objectives/1: expected each objective once"),
            std::string::npos);
  EXPECT_NE(problems_of(R"({"scenarios":["../baseline.json","../whole_package.json"]})")
                .find("/scenarios: expected one scenario file"),
            std::string::npos);
  EXPECT_NE(problems_of(R"({"outcomes":["jobs",{"name":"cost_in_all","indicator":"jobs"},
                                        {"name":"peak","indicator":"developer_peak_funding"}]})")
                .find("/outcomes: expected other names"),
            std::string::npos);
}

TEST(PolicySpace, ValuesAreStepsWithinTheRange) {
  const Search search = loaded(
      R"({"factors":[{"key":"standard_factory_rent","distribution":{"uniform":[3.2,12]}},"build_mode",
                     "clause.rent_01",{"key":"training_places","distribution":{"integer":[0,3000]}},
                     {"key":"sale_price","distribution":{"choice":[1500,2600]}}]})");
  for (int i = 0; i <= 200; ++i) {
    const double unit = i / 200.0;
    Policy policy = policy_at(search, std::vector<double>(5, unit));
    for (std::size_t f = 0; f < policy.size(); ++f) {
      if (!is_changed(policy, f)) policy[f] = search.outline.start_values[f];
    }
    const auto is_multiple = [](double value, double step) {
      return std::abs(value / step - std::round(value / step)) < 1e-9;
    };
    const double step = find_parameter("standard_factory_rent")->step;
    EXPECT_TRUE(is_multiple(policy[0], step) || policy[0] == 3.2) << policy[0];
    EXPECT_GE(policy[0], 3.2);
    EXPECT_LE(policy[0], 12);
    EXPECT_TRUE(is_multiple(policy[2], 0.1)) << policy[2];
    EXPECT_TRUE(is_multiple(policy[3], find_parameter("training_places")->step)) << policy[3];
    EXPECT_EQ(policy[4], unit < 0.5 ? 1500 : 2600);
  }
  const Policy least = policy_at(search, std::vector<double>(5, 0.0));
  EXPECT_EQ((Policy{least[0], least[2], least[3], least[4]}), (Policy{3.2, 0, 0, 1500}));
  EXPECT_FALSE(is_changed(least, 1));  // recruiting first is what the scenario does
  const Policy most = policy_at(search, std::vector<double>(5, 1.0));
  EXPECT_EQ((Policy{most[0], most[1], most[2], most[3]}), (Policy{12, 2, 2, 3000}));
  EXPECT_FALSE(is_changed(most, 4));
}

TEST(PolicySpace, TheScenarioIsTheFirstOfThePopulation) {
  const Search search = loaded(R"({"factors":["rent_free_months","standard_factory_rent","build_mode",
      "clause.rent_01",{"key":"sale_price","distribution":{"choice":[1500,2600]}},
      {"key":"service_officers","distribution":{"log_uniform":[6,60]}}]})");
  const std::vector<double> points = first_population(search);
  const Policy policy = policy_at(search, std::span(points).first(6));
  for (std::size_t f = 0; f < policy.size(); ++f)
    EXPECT_FALSE(is_changed(policy, f)) << f << ": " << policy[f];
  EXPECT_EQ(search.outline.start_values, (std::vector<double>{6, 7, 0, 1, 2600, 12}));
  const Search beyond = loaded(R"({"factors":[{"key":"agencies","distribution":{"integer":[2,4]}}]})");
  EXPECT_FALSE(units_of_scenario(beyond).has_value());
}

TEST(PolicySpace, FuturesAreSpreadAndTheFreshOnesAreOthers) {
  const Search search = loaded(R"({"futures":{"n":5,"fresh":5,"factors":[
      {"key":"footloose_rate","distribution":{"uniform":[3,13]}},"home_bias"]}})");
  const auto futures = futures_of(search.outline);
  ASSERT_EQ(futures.size(), 10U);
  for (const std::size_t first : {std::size_t{0}, std::size_t{5}}) {
    std::vector<double> rates;
    for (std::size_t f = first; f < first + 5; ++f) rates.push_back(futures[f][0]);
    std::sort(rates.begin(), rates.end());
    for (std::size_t i = 0; i < 5; ++i) {
      EXPECT_GE(rates[i], 3 + 2.0 * static_cast<double>(i));  // one in each fifth of the range
      EXPECT_LE(rates[i], 5 + 2.0 * static_cast<double>(i));
    }
  }
  for (std::size_t f = 0; f < 5; ++f) EXPECT_NE(futures[f], futures[f + 5]);
}

TEST(PolicySpace, AScenarioUnderAPolicyInAFuture) {
  const Search search = loaded();
  const Policy policy = {24, std::numeric_limits<double>::quiet_NaN()};
  const auto scenario = scenario_under(search, policy, std::vector<double>{5});
  EXPECT_EQ(scenario->parameters.levers.rent_free_months, 24);
  EXPECT_EQ(scenario->parameters.levers.agencies, search.scenario->parameters.levers.agencies);
  EXPECT_EQ(scenario->parameters.uncertainties.footloose_rate, 5);
}

}  // namespace
}  // namespace park::study
