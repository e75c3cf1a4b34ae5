// SPDX-License-Identifier: MIT
#pragma once

#include "cli/console.hpp"
#include "cli/request.hpp"

namespace park::cli {

/// Each command does what was asked and returns an exit code. What the world or we ourselves get wrong is
/// thrown.
int run_command(const Request& request, const Console& console);
int compare_command(const Request& request, const Console& console);
int clauses_command(const Request& request, const Console& console);
int bottlenecks_command(const Request& request, const Console& console);
int sweep_command(const Request& request, const Console& console);
int validate_command(const Request& request, const Console& console);
int schema_command(const Request& request, const Console& console);
int levers_command(const Request& request, const Console& console);
int uncertainties_command(const Request& request, const Console& console);
int indicators_command(const Request& request, const Console& console);
int patterns_command(const Request& request, const Console& console);
int explain_command(const Request& request, const Console& console);
int calibrate_command(const Request& request, const Console& console);
int study_run_command(const Request& request, const Console& console);
int study_analyze_command(const Request& request, const Console& console);
int study_merge_command(const Request& request, const Console& console);
int study_export_command(const Request& request, const Console& console);
int study_submit_command(const Request& request, const Console& console);
int search_command(const Request& request, const Console& console);
int report_command(const Request& request, const Console& console);
int workbook_command(const Request& request, const Console& console);
int reduced_command(const Request& request, const Console& console);
int national_command(const Request& request, const Console& console);
int new_command(const Request& request, const Console& console);

}  // namespace park::cli
