// SPDX-License-Identifier: MIT
#include <array>

#include "cli/commands.hpp"
#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"

namespace park::cli {

int schema_command(const Request& request, const Console& console) {
  Problems problems;
  check_words(request, "KIND", 0, 1, problems);
  if (!problems.empty()) return console.refuse(problems);
  const std::string kind = request.words.empty() ? "scenario" : request.words.front();
  const std::string schema = json_schema(kind);
  if (!schema.empty()) {
    console.print(schema);
    return exit_code::fine;
  }
  FaultList faults(command_line_source, problems);
  faults.add("/KIND",
             "scenario, map, targets, chain, clauses, places, calibration, study, search or storyboard",
             "\"" + shown(kind) + "\"");
  return console.refuse(problems);
}

}  // namespace park::cli
