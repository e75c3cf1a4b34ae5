// SPDX-License-Identifier: MIT
#include "study/patterns/pattern_document.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "study/document_parts.hpp"

namespace park::study {

using nlohmann::ordered_json;

std::string patterns_document(const PatternStudy& study, const std::vector<PatternResult>& results) {
  ordered_json document = ordered_json::array();
  for (std::size_t i = 0; i < results.size(); ++i) {
    const PatternResult& result = results[i];
    const Pattern& pattern = study.cases()[i].pattern;
    ordered_json entry = {{"id", result.id},
                          {"value", summary_json(result.value)},
                          {"low", result.low},
                          {"high", result.high},
                          {"holds", result.holds},
                          {"scope", result.scope},
                          {"unit", pattern.unit},
                          {"labels", {{"zh", pattern.zh}, {"en", pattern.en}}},
                          {"quantity", {{"zh", pattern.quantity_zh}, {"en", pattern.quantity_en}}},
                          {"source", pattern.source}};
    if (result.least) entry["least_year"] = number(*result.least);
    if (result.greatest) entry["greatest_year"] = number(*result.greatest);
    if (result.p95) entry["p95_months"] = number(*result.p95);
    document.push_back(std::move(entry));
  }
  return indented(document);
}

}  // namespace park::study
