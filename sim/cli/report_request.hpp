// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "cli/console.hpp"
#include "cli/request.hpp"

namespace park::cli {

/// Reads what `report` and `workbook` tell of: a folder of results or a store of a study, analysed; and where
/// to write it. All problems at once.
[[nodiscard]] Checked<nlohmann::ordered_json> read_report(const Request& request);

/// Says where the file is.
int say_written(const std::string& file, const Console& console);

}  // namespace park::cli
