// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>

#include "study/statistics.hpp"

namespace park::study {

/// A JSON number cannot say "no value": null.
[[nodiscard]] inline nlohmann::ordered_json number(double value) {
  return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json(nullptr);
}

/// `S` of the documents.
[[nodiscard]] inline nlohmann::ordered_json summary_json(const Summary& s) {
  return {{"mean", number(s.mean)},
          {"lo", number(s.lo)},
          {"hi", number(s.hi)},
          {"p05", number(s.p05)},
          {"p50", number(s.p50)},
          {"p95", number(s.p95)},
          {"n", s.n}};
}

}  // namespace park::study
