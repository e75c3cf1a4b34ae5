// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "study/bottlenecks.hpp"
#include "study/clause_values.hpp"
#include "study/wedges.hpp"

namespace park::study {

/// The JSON documents of `parksim compare A B --wedges`, `parksim clauses` and `parksim bottlenecks`. NaN is
/// null; numbers read back the same.
[[nodiscard]] std::string wedges_document(const Wedges& wedges, const Scenario& a, const Scenario& b,
                                          const std::string& outcome);
[[nodiscard]] std::string clauses_document(const ClauseValues& values);
[[nodiscard]] std::string bottlenecks_document(const Bottlenecks& bottlenecks);

/// `up`, `down` or `nowhere`.
[[nodiscard]] std::string_view direction_key(StepDirection direction);

}  // namespace park::study
