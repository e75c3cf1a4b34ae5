// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "study/calibration/calibration_plan.hpp"

namespace park::study {

/// A target as it stands under some values of the parameters.
struct TargetState {
  std::string name;   ///< outcome or pattern id
  std::string scope;  ///< of a pattern; else the scenario's name
  double low = 0, high = 0;
  double weight = 1;
  Summary value;
  double miss = 0;  ///< in band widths; 0 if it holds
};

/// Sum over the targets of weight * miss^2, with everything it is made of.
struct CalibrationState {
  std::vector<double> values;  ///< of the plan's factors
  std::vector<TargetState> targets;
  double objective = 0;
};

struct Calibration {
  CalibrationState before, after;  ///< `after` is the best that was found
  /// The same values under seeds that the fit has not seen: what is left of it once chance cannot help.
  std::optional<CalibrationState> confirmed;
  int evaluations = 0;
  bool is_complete = true;  ///< false: given up, `after` is the best so far
};

struct CalibrationOptions {
  int jobs = 0;
  const std::atomic<bool>* cancel = nullptr;
  /// Evaluations done and at most.
  std::function<void(std::size_t done, std::size_t all)> progress;
};

/// The targets under `values`; nothing if cancelled. The same seeds for any values, so that two points differ
/// by the parameters and not by chance. Throws WorldError or Bug if a run fails.
[[nodiscard]] std::optional<CalibrationState> evaluate_plan(const CalibrationPlan& plan,
                                                            const std::vector<double>& values,
                                                            const CalibrationOptions& options);

/// Fits from the scenario's own values; never ends worse than it began. Nothing if it was cancelled before
/// the first evaluation was done.
[[nodiscard]] std::optional<Calibration> calibrate(const CalibrationPlan& plan,
                                                   const CalibrationOptions& options);

/// A scenario that extends the plan's and sets the fitted values only; `target` is where it will stand.
[[nodiscard]] std::string fitted_scenario(const CalibrationPlan& plan, const std::vector<double>& values,
                                          const std::filesystem::path& target);

/// The JSON document of `parksim calibrate`.
[[nodiscard]] std::string calibration_document(const CalibrationPlan& plan, const Calibration& calibration);

}  // namespace park::study
