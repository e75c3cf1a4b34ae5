// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"
#include "cli/parameter_list.hpp"

namespace park::cli {

int uncertainties_command(const Request& request, const Console& console) {
  const auto rows = request.wants_structural ? structural_rows() : uncertainty_rows();
  console.print(console.is_json ? parameters_document(rows) : parameters_table(rows, console.texts));
  return exit_code::fine;
}

}  // namespace park::cli
