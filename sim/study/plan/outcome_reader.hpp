// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "scenario/field_reader.hpp"
#include "study/plan/study_plan.hpp"

namespace park::study {

/// `"jobs@120"` as on the command line, or `{"name", "indicator"}` with `"at": 120` or `"2035-12"`,
/// `"mean": [1, 120]`, `"sum": [1, 120]`, `"trough": true` or `[1, 120]`, `"peak_month": true` or `[1, 120]`,
/// `"peak_year": true` or `[1, 120]`;
/// the end without any of them. The name is the text where none is given.
[[nodiscard]] std::optional<StudyOutcome> read_outcome(const nlohmann::json& value,
                                                       const std::string& pointer, FaultList& faults,
                                                       std::span<const IndicatorColumn> columns,
                                                       YearMonth start, int months);

/// Names that are columns of the results already.
[[nodiscard]] std::span<const std::string_view> reserved_columns();

/// Text in which case does not count, as in a database's columns.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace park::study
