// SPDX-License-Identifier: MIT
#include "study/patterns/pattern_study.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "scenario/load.hpp"

namespace park::study {

PatternStudy::PatternStudy(std::vector<Case> cases, int replications) : cases_(std::move(cases)) {
  std::vector<std::string> words;  // of scenarios_
  for (const Case& one : cases_) {
    std::string said = to_json(*one.scenario);
    const auto found = std::find(words.begin(), words.end(), said);
    scenario_of_.push_back(static_cast<std::size_t>(found - words.begin()));
    if (found == words.end()) {
      words.push_back(std::move(said));
      scenarios_.push_back(one.scenario);
    }
    const PatternMeasureKind* kind = find_measure(one.pattern.id);
    PARK_ASSERT(kind != nullptr);
    auto& of_case = measures_.emplace_back();
    for (int r = 0; r < replications; ++r) of_case.push_back(kind->make());
  }
}

void PatternStudy::observe(std::size_t scenario, std::size_t replication, const World& world) {
  for (std::size_t c = 0; c < cases_.size(); ++c) {
    if (scenario_of_[c] == scenario) measures_[c][replication]->observe(world);
  }
}

std::vector<PatternResult> PatternStudy::results(const Ensemble& ensemble) const {
  std::vector<PatternResult> results;
  for (std::size_t c = 0; c < cases_.size(); ++c) {
    const std::vector<KeptRun>& runs = ensemble.results[scenario_of_[c]];
    std::vector<PatternReading> readings;
    for (std::size_t r = 0; r < runs.size(); ++r) {
      if (runs[r].ok()) readings.push_back(measures_[c][r]->reading());
    }
    const PatternStatistic statistic = find_measure(cases_[c].pattern.id)->statistic;
    results.push_back(judge(cases_[c].pattern, cases_[c].scope, statistic, readings, ensemble.seed));
  }
  return results;
}

}  // namespace park::study
