// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "study/analysis/analysis.hpp"

namespace park::study {

/// The JSON document of `parksim study analyze`. NaN is null.
[[nodiscard]] std::string analysis_document(const AnalysisResult& result);

}  // namespace park::study
