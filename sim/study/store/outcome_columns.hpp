// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "study/store/store_results.hpp"

namespace park::study {

/// What is analysed: an outcome under one scenario, or its difference to the first scenario under the same
/// seed and design point.
struct OutcomeColumn {
  std::size_t outcome = 0;
  std::size_t scenario = 0;
  bool is_difference = false;

  bool operator==(const OutcomeColumn&) const = default;
};

/// Every outcome under each scenario, then each further scenario's differences to the first.
[[nodiscard]] std::vector<OutcomeColumn> outcome_columns(const StudyOutline& outline);

/// `jobs`; with several scenarios `jobs (package)`, and of a difference `jobs (package - baseline)`.
[[nodiscard]] std::string name_of(const OutcomeColumn& column, const StudyOutline& outline);

/// Values by point and replication; NaN where a run failed or is missing.
[[nodiscard]] std::vector<std::vector<double>> values_by_point(const StudyResults& results,
                                                               const OutcomeColumn& column);

}  // namespace park::study
