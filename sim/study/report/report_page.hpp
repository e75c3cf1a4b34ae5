// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace park::study {

/// Where the page's parts lie: `assets/report` of the shipped data, and the chart library.
struct PageParts {
  std::filesystem::path assets;
  std::filesystem::path echarts;
};

/// The parts; throws WorldError if this program was built without the chart library, with what to do.
[[nodiscard]] PageParts find_page_parts();

/// One HTML file that opens offline, with the report's data as JSON inside. `language`: `zh` or `en`, the one
/// shown first. Throws WorldError if a part cannot be read.
[[nodiscard]] std::string report_page(const nlohmann::ordered_json& report, std::string_view language,
                                      const PageParts& parts);

}  // namespace park::study
