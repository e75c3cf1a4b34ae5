// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace park::study {

/// Durations by length in whole months: those that ended and those seen only so far (censored). Plain sums,
/// so that runs can be pooled by adding, with weights if need be.
struct DurationCounts {
  std::vector<double> ended;
  std::vector<double> censored;

  /// A negative length counts as 0.
  void add(int months, bool is_end);
  void add(const DurationCounts& other, double weight);
  [[nodiscard]] bool is_empty() const { return ended.empty(); }
};

/// Kaplan-Meier quantile: the first month at which at most 1 - `share` are still waiting. Infinite if
/// censoring hides it, NaN without any durations.
[[nodiscard]] double waiting_quantile(const DurationCounts& counts, double share);

}  // namespace park::study
