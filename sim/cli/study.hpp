// SPDX-License-Identifier: MIT
#pragma once

#include "cli/console.hpp"
#include "cli/request.hpp"

namespace park::cli {

/// `parksim study SUBCOMMAND`, a function each.
int study_analyze_command(const Request& request, const Console& console);

}  // namespace park::cli
