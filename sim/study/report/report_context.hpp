// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indicators/indicators.hpp"
#include "scenario/scenario.hpp"

namespace park::study {

/// What a report needs beyond the results themselves.
struct ReportContext {
  std::vector<IndicatorColumn> columns;  ///< of the shipped district: labels of indicators
  std::vector<std::string> table;        ///< keys of the indicators in the main table, in order
  const Facts* facts = nullptr;          ///< of the shipped district
  nlohmann::ordered_json words;          ///< `{"zh": {KEY: text}, "en": {...}}`: keys `report.*` and `unit.*`
  std::string version;
};

/// Labels of both languages.
[[nodiscard]] nlohmann::ordered_json labels_json(std::string_view zh, std::string_view en);

/// Day of the file's last change, `2026-01-31` (UTC); throws WorldError.
[[nodiscard]] std::string date_of_file(const std::string& path);

/// A parameter, clause or seed as the catalogues tell it: key, group, labels, unit, choices, default, min,
/// max, status, source. An unknown key has its key alone and empty words.
[[nodiscard]] nlohmann::ordered_json parameter_json(const ReportContext& context, const std::string& key);

}  // namespace park::study
