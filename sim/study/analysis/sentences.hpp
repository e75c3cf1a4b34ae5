// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "study/analysis/analysis.hpp"

namespace park::study {

/// `当……时，园区……的可能性为……` and the same in English, with the factors' and the outcome's own words.
[[nodiscard]] Remark sentence_of(const PrimBox& box, const std::vector<AnalysisFactor>& factors,
                                 const AnalysisOutcome& outcome, const Target& target, double base_density);

/// Three to four digits without an exponent: `0.0123`, `4.57`, `12350`.
[[nodiscard]] std::string plain_number(double value);
/// The same as Chinese counts: `1.24万`, `3.05亿`.
[[nodiscard]] std::string chinese_number(double value);

}  // namespace park::study
