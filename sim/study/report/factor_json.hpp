// SPDX-License-Identifier: MIT
#pragma once

#include "study/designs/distribution.hpp"
#include "study/report/report_context.hpp"

namespace park::study {

/// parameter_json() of a factor with its `distribution`: kind, min, max, centre, sd, values.
[[nodiscard]] nlohmann::ordered_json factor_json(const StudyFactor& factor, const ReportContext& context);

}  // namespace park::study
