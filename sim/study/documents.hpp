// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "study/comparison.hpp"

namespace park::study {

/// The JSON document of `parksim run` for the first scenario: shapes in the model's command line description.
/// NaN is null; numbers read back the same.
[[nodiscard]] std::string run_document(const Ensemble& ensemble, const Comparison& comparison);

/// The JSON document of `parksim compare`; the first scenario is the reference.
[[nodiscard]] std::string compare_document(const Ensemble& ensemble, const Comparison& comparison);

}  // namespace park::study
