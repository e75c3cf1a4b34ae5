// SPDX-License-Identifier: MIT
#include "study/patterns/pattern_cases.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "scenario/load.hpp"

namespace park::study {
namespace {

/// The pool is drawn alike in every shipped scenario.
constexpr const char* pool_scenario = "baseline";

/// What is wrong with a shipped file is not the user's input.
template <class T>
T shipped(Checked<T> loaded) {
  if (!loaded.ok()) throw WorldError(to_string(loaded.problems().front()));
  return std::move(loaded).value();
}

/// Problems join `problems` once, however many scenarios have them.
std::optional<Scenario> with_user_settings(Scenario scenario, const std::vector<std::string>& settings,
                                           Problems& problems) {
  auto set = with_settings(std::move(scenario), settings);
  if (set.ok()) return std::move(set).value();
  for (const Problem& problem : set.problems()) {
    if (std::find(problems.begin(), problems.end(), problem) == problems.end()) problems.push_back(problem);
  }
  return std::nullopt;
}

}  // namespace

Checked<std::vector<PatternStudy::Case>> shipped_pattern_cases(const std::vector<std::string>& settings) {
  const std::filesystem::path folder = shipped_data_folder() / "scenarios";
  const std::filesystem::path table = folder / "data" / "patterns.csv";
  std::vector<PatternStudy::Case> cases;
  Problems problems;
  for (const Pattern& pattern : shipped(load_patterns(shipped(read_file(table)), table.string()))) {
    if (find_measure(pattern.id) == nullptr)
      throw WorldError(table.string() + ": no measure for " + pattern.id);
    for (const PatternScope& scope : scopes_of(pattern)) {
      const std::string name = scope.scenario.empty() ? pool_scenario : scope.scenario;
      auto scenario =
          with_user_settings(shipped(load_scenario(folder / (name + ".json"))), settings, problems);
      if (!scenario) continue;
      Scenario in_scope = shipped(with_settings(std::move(*scenario), scope.settings));
      cases.push_back({pattern, scope.text, std::make_shared<const Scenario>(std::move(in_scope))});
    }
  }
  if (!problems.empty()) return problems;
  return cases;
}

}  // namespace park::study
