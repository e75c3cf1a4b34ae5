// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"
#include "cli/parameter_list.hpp"
#include "scenario/shipped_facts.hpp"

namespace park::cli {

int levers_command(const Request& request, const Console& console) {
  if (request.wants_clauses) {
    const auto facts = shipped_facts();
    console.print(console.is_json ? clauses_document(facts->clauses)
                                  : clauses_table(facts->clauses, console.texts));
  } else {
    console.print(console.is_json ? parameters_document(lever_rows())
                                  : parameters_table(lever_rows(), console.texts));
  }
  return exit_code::fine;
}

}  // namespace park::cli
