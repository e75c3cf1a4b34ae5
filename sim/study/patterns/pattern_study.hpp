// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scenario/pattern_table.hpp"
#include "study/ensemble.hpp"
#include "study/patterns/judgement.hpp"

namespace park::study {

/// Measures every pattern in every scope of its own. Each scenario is run once, however many patterns look at
/// it. Use: scenarios() into run_paired with observe() as its hook and a full journal, then results().
class PatternStudy {
 public:
  /// A pattern in one scope with its scenario. The pool is read at the opening of any.
  struct Case {
    Pattern pattern;
    std::string scope;
    std::shared_ptr<const Scenario> scenario;
  };

  /// Every pattern must have a measure. Equal scenarios (by what they say) are run once.
  PatternStudy(std::vector<Case> cases, int replications);

  [[nodiscard]] const std::vector<std::shared_ptr<const Scenario>>& scenarios() const { return scenarios_; }
  [[nodiscard]] const std::vector<Case>& cases() const { return cases_; }

  /// From several threads at once, each with a run of its own.
  void observe(std::size_t scenario, std::size_t replication, const World& world);

  /// One result a case, in their order; runs that failed or were given up do not count.
  [[nodiscard]] std::vector<PatternResult> results(const Ensemble& ensemble) const;

 private:
  std::vector<Case> cases_;
  std::vector<std::size_t> scenario_of_;  ///< by case
  std::vector<std::shared_ptr<const Scenario>> scenarios_;
  std::vector<std::vector<std::unique_ptr<PatternMeasure>>> measures_;  ///< by case and replication
};

}  // namespace park::study
