// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace park::study {

/// Writes a report (run_report(), study_report()) as an .xlsx workbook in a language (`zh`, `en`): numbers as
/// numbers in the catalogues' units, charts of Excel's own, a sheet of assumptions. The same report gives the
/// same bytes. Throws WorldError, and then leaves nothing behind.
void write_workbook(const nlohmann::ordered_json& report, const std::string& language,
                    const std::string& path);

}  // namespace park::study
