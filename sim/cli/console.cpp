// SPDX-License-Identifier: MIT
#include "cli/console.hpp"

#include <cstdio>
#include <string>

namespace park::cli {

void complain_to_stderr(std::string_view text) {
  const std::string line = std::string(text) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Console::print(std::string_view result) const {
  const bool is_written = std::fwrite(result.data(), 1, result.size(), stdout) == result.size();
  if (!is_written || std::fflush(stdout) != 0) throw WorldError("cannot write to standard output");
}

void Console::remark(std::string_view text) const {
  if (!is_quiet) complain_to_stderr(text);
}

void Console::complain(std::string_view text) const { complain_to_stderr(text); }

int Console::refuse(const Problems& problems) const {
  for (const Problem& problem : problems) complain_to_stderr(to_string(problem));
  return exit_code::bad_input;
}

}  // namespace park::cli
