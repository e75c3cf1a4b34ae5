// SPDX-License-Identifier: MIT
#include "study/plan/study_plan.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "shipped_scenario.hpp"

namespace park::study {
namespace {

namespace fs = std::filesystem;

fs::path studies() { return fs::path(PARKSIM_SOURCE_DIR) / "scenarios" / "studies"; }

Checked<Study> load(const std::string& bytes) {
  test::find_shipped_data();
  return load_study(bytes, "test.json", studies());
}

/// A study with some members replaced or added.
std::string with(const std::string& members) {
  nlohmann::json document = nlohmann::json::parse(
      R"({"schema":"parksim/study/1","scenarios":["../baseline.json"],"factors":["rent_free_months"],
          "design":{"latin_hypercube":{"n":4}},"outcomes":["jobs"]})");
  document.update(nlohmann::json::parse(members));
  return document.dump();
}

std::string problems_of(const std::string& members) {
  const auto study = load(with(members));
  std::string text;
  for (const Problem& problem : study.problems()) text += to_string(problem) + "\n";
  return text;
}

/// Each design has a study of its name; further ones begin with the name of theirs.
TEST(StudyPlan, EveryShippedStudyLoadsAndReadsBackTheSame) {
  test::find_shipped_data();
  std::set<std::string_view> shown;
  for (const auto& entry : fs::directory_iterator(studies())) {
    if (entry.path().stem().string().starts_with("search")) continue;  // tested as searches
    const auto study = load_study(entry.path());
    ASSERT_TRUE(study.ok()) << to_string(study.problems().front());
    const StudyOutline& outline = study.value().outline;
    EXPECT_EQ(outline.name, entry.path().stem().string());
    const std::string_view design = key_of(outline.design.kind);
    EXPECT_TRUE(outline.name.starts_with(design)) << outline.name;
    if (outline.name == design) shown.insert(design);
    for (const std::string& words : {outline.label_zh, outline.label_en, outline.about_zh, outline.about_en})
      EXPECT_FALSE(words.empty()) << outline.name;
    EXPECT_EQ(read_study_document(study.value().document, "x"), outline) << outline.name;
  }
  EXPECT_EQ(shown.size(), design_keys().size());
}

TEST(StudyPlan, DefaultsComeFromTheCatalogueAndTheScenario) {
  const auto study = load(with(R"({"factors":["rent_free_months","build_mode","clause.rent_01","seed"]})"));
  ASSERT_TRUE(study.ok()) << to_string(study.problems().front());
  const StudyOutline& outline = study.value().outline;
  EXPECT_EQ(outline.name, "test");
  EXPECT_EQ(outline.seed, 2026U);
  EXPECT_EQ(outline.months, 120);
  EXPECT_EQ(outline.factors[0].distribution, integer(0, 60));
  EXPECT_EQ(outline.factors[1].distribution, integer(0, 2));
  EXPECT_EQ(outline.factors[2].distribution, uniform(0, 2));
  EXPECT_EQ(outline.factors[3].distribution, integer(0, 999));
  EXPECT_FALSE(study.value().parameters[3].has_value());
  EXPECT_EQ(outline.replications, (ReplicationPlan{1, 1, std::nullopt, 0}));
  EXPECT_EQ(outline.outcomes[0], (StudyOutcome{"jobs", {"jobs", Outcome::Kind::At, -1, -1}}));
}

TEST(StudyPlan, ReadsEveryDistribution) {
  const auto study = load(with(
      R"({"factors":[{"key":"origin_rent","distribution":{"triangular":[8,16,25]}},
                     {"key":"home_bias","distribution":{"normal":[0.02,0.01]}},
                     {"key":"footloose_rate","distribution":{"log_uniform":[3,14]}},
                     {"key":"rent_free_months","distribution":{"normal":[12,6,0,36]}},
                     {"key":"build_mode","distribution":{"choice":["build_first","recruit_first"]}},
                     {"key":"agency_paid_on_arrival","distribution":{"discrete":[[true,3],[false,1]]}},
                     {"key":"agencies","distribution":{"uniform":[1,4]}}]})"));
  ASSERT_TRUE(study.ok()) << to_string(study.problems().front());
  const auto at = [&](std::size_t f, double unit) {
    return value_at(study.value().outline.factors[f].distribution, unit);
  };
  EXPECT_NEAR(at(0, 8.0 / 17), 16, 1e-9);
  EXPECT_EQ(study.value().outline.factors[1].distribution.max, 0.15);  // cut off at the catalogue's range
  EXPECT_NEAR(at(2, 0.5), std::sqrt(42.0), 1e-9);
  EXPECT_EQ(at(3, 0.55), std::round(at(3, 0.55)));
  EXPECT_NE(at(4, 0.2), at(4, 0.7));
  EXPECT_EQ(at(5, 0.74), 1);
  EXPECT_EQ(at(5, 0.76), 0);
  EXPECT_EQ(at(6, 0.99), 4);
}

TEST(StudyPlan, ReadsEveryOutcome) {
  const auto study = load(with(
      R"({"outcomes":["jobs@12",{"name":"a","indicator":"jobs","at":"2027-12"},{"indicator":"jobs","mean":[1,24]},
          {"indicator":"output","sum":[13,24]},{"name":"c","indicator":"developer_cash","trough":true},
          {"indicator":"jobs","peak_month":[6,60]}]})"));
  ASSERT_TRUE(study.ok()) << to_string(study.problems().front());
  const auto& outcomes = study.value().outline.outcomes;
  EXPECT_EQ(outcomes[1].outcome, (Outcome{"jobs", Outcome::Kind::At, 24, 24}));
  EXPECT_EQ(outcomes[2].name, "mean(jobs,1-24)");
  EXPECT_EQ(outcomes[3].outcome, (Outcome{"output", Outcome::Kind::Sum, 13, 24}));
  EXPECT_EQ(outcomes[4].outcome, (Outcome{"developer_cash", Outcome::Kind::Trough, 1, -1}));
  EXPECT_EQ(outcomes[5].outcome, (Outcome{"jobs", Outcome::Kind::PeakMonth, 6, 60}));
}

TEST(StudyPlan, EverythingWrongIsSaidAtOnce) {
  const std::string text = problems_of(
      R"({"extra":1,"scenarios":["../baseline.json","../no_such.json"],
          "factors":["rent_free_month",{"key":"home_bias","distribution":{"uniform":[0.1,0.9]}},
                     {"key":"origin_rent","distribution":{"uniform":[20,10]}},
                     {"key":"agencies","distribution":{"normal":[3,0]}},
                     {"key":"build_mode","distribution":{"choice":["build_soon"]}}],
          "design":{"morris":{"trajectories":10,"levels":5}},
          "outcomes":["job@120",{"indicator":"jobs","at":700}],"replications":0})");
  for (const char* part : {"test.json:/extra: ", "no_such.json:/: ",
                           "test.json:/factors/0: expected a known key (nearest: rent_free_months)",
                           "test.json:/factors/1/distribution/uniform/1: expected a number from 0 to 0.15",
                           "test.json:/factors/2/distribution/uniform: expected low < high, got 20 to 10",
                           "test.json:/factors/3/distribution/normal/1: ",
                           "test.json:/factors/4/distribution/choice/0: expected one of",
                           "test.json:/design/morris/levels: expected an even number, got 5",
                           "test.json:/outcomes/0: ", "(nearest: jobs)",
                           "test.json:/outcomes/1/at: ", "test.json:/replications: "}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
}

TEST(StudyPlan, NamesFactorsAndOutcomesWithoutAnyScenarioToo) {
  nlohmann::json document = nlohmann::json::parse(with(
      R"({"scenarios":["../no_such.json"],"factors":["rent_free_month","clause.rent_99"],
          "design":{"morris":{"trajectories":4}},
          "outcomes":["job@120","jobs@2035-12",{"indicator":"jobs","at":700}]})"));
  for (const char* file : {"no_such.json:/: ", "test.json:/scenarios: "}) {
    const auto study = load(document.dump());
    std::string text;
    for (const Problem& problem : study.problems()) text += to_string(problem) + "\n";
    for (const char* part : {file, "test.json:/factors/0: expected a known key (nearest: rent_free_months)",
                             "test.json:/factors/1: ", "test.json:/outcomes/0: ", "(nearest: jobs)",
                             "test.json:/outcomes/2/at: "}) {
      EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    }
    EXPECT_EQ(text.find("/outcomes/1"), std::string::npos) << text;
    document.erase("scenarios");
  }
}

TEST(StudyPlan, KeepsTheLabelsOfItsScenarios) {
  const auto study = load_study(
      R"({"schema":"parksim/study/1","scenarios":["../baseline.json","../whole_package.json","../baseline.json"],
          "factors":["agencies"],"design":{"one_at_a_time":{}},"outcomes":["jobs"]})",
      "test.json", std::filesystem::path(PARKSIM_SOURCE_DIR) / "scenarios" / "studies");
  ASSERT_TRUE(study.ok());
  const StudyOutline outline = read_study_document(study.value().document, "test.db");
  EXPECT_EQ(outline, study.value().outline);
  EXPECT_EQ(outline.label_of(1).zh, "全套政策");
  EXPECT_EQ(outline.label_of(1).en, "The whole package");
  EXPECT_EQ(outline.label_of(2).en, "As it is (baseline_2)") << "two of the same label are told apart";
  StudyOutline old = outline;
  old.scenario_labels.clear();
  EXPECT_EQ(old.label_of(1).zh, "whole_package");
}

TEST(StudyPlan, RefusesWhatCannotBeMeant) {
  EXPECT_NE(problems_of(R"({"design":{}})").find("/design: expected one design"), std::string::npos);
  EXPECT_NE(problems_of(R"({"design":{"sobol":{"n":4},"morris":{"trajectories":3}}})").find("one design"),
            std::string::npos);
  EXPECT_NE(problems_of(R"({"factors":["agencies","agencies"]})").find("each factor once"),
            std::string::npos);
  EXPECT_NE(problems_of(R"({"outcomes":["jobs",{"name":"JOBS","indicator":"wage"}]})").find("/outcomes/1"),
            std::string::npos);
  EXPECT_NE(problems_of(R"({"outcomes":[{"name":"status","indicator":"wage"}]})").find("/outcomes/0"),
            std::string::npos);
  EXPECT_NE(problems_of(R"({"factors":["seed"],"replications":3})").find("the seed is a factor"),
            std::string::npos);
  EXPECT_NE(problems_of(R"({"replications":{"outcome":"job","half_width":3}})").find("nearest: jobs"),
            std::string::npos);
  EXPECT_NE(problems_of(R"({"design":{"clause_screening":{}}})").find("a clause"), std::string::npos);
  EXPECT_NE(
      problems_of(R"({"factors":[{"key":"agencies","distribution":{"uniform":[0,2],"integer":[0,2]}}]})")
          .find("one distribution"),
      std::string::npos);
}

TEST(StudyPlan, DocumentsDifferWhereStudiesDo) {
  const auto a = load(with("{}"));
  const auto same =
      load(with(R"({"factors":[{"key":"rent_free_months","distribution":{"uniform":[0,60]}}]})"));
  const auto b = load(with(R"({"seed":7,"design":{"latin_hypercube":{"n":5}}})"));
  ASSERT_TRUE(a.ok() && b.ok() && same.ok());
  EXPECT_EQ(a.value().document, same.value().document);
  EXPECT_EQ(differing_members(a.value().document, b.value().document),
            (std::vector<std::string>{"seed", "design"}));
  Scenario changed = *a.value().scenarios.front();
  EXPECT_EQ(contents_of(changed), contents_of(*a.value().scenarios.front()));
  changed.parameters.levers.rent_free_months += 1;
  EXPECT_NE(contents_of(changed), contents_of(*a.value().scenarios.front()));
  EXPECT_THROW(static_cast<void>(read_study_document("{}", "x")), WorldError);
}

}  // namespace
}  // namespace park::study
