// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/checked.hpp"
#include "study/factor.hpp"
#include "study/outcome.hpp"
#include "study/patterns/pattern_study.hpp"

namespace park::study {

/// A band that the mean over runs of an outcome should lie in.
struct OutcomeBand {
  std::string name;  ///< `jobs@120`
  Outcome outcome;
  double low = 0, high = 0;
  double weight = 1;
};

/// What to fit, to what. A TARGETS file, `parksim/calibration/1`:
/// {"schema", "scenario": FILE, "parameters": ["KEY" | {"key","min","max"}], "targets": [{"pattern": ID} |
/// {"outcome": "jobs@120","low","high"} | {"observed": CSV,"tolerance"}], "replications", "seed",
/// "evaluations"}; each target may have a "weight". Paths are relative to the file.
struct CalibrationPlan {
  std::filesystem::path scenario_file;
  std::shared_ptr<const Scenario> scenario;
  std::vector<IndicatorColumn> columns;
  std::vector<Factor> factors;
  std::vector<OutcomeBand> bands;
  std::vector<PatternStudy::Case> cases;  ///< of the patterns, in their own scopes
  std::vector<double> case_weights;
  int replications = 16;
  std::uint64_t seed = 0;
  int evaluations = 60;
};

/// Loads and checks everything, all problems at once. Only uncertainties and structural parameters marked as
/// assumed may be fitted, within their catalogue ranges: facts with a source and levers are not for fitting.
[[nodiscard]] Checked<CalibrationPlan> load_calibration(const std::filesystem::path& path);

}  // namespace park::study
