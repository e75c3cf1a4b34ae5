// SPDX-License-Identifier: MIT
#include "cli/study.hpp"

#include <array>
#include <utility>

#include "cli/commands.hpp"
#include "core/assert.hpp"

namespace park::cli {
namespace {

constexpr std::array<std::pair<std::string_view, int (*)(const Request&, const Console&)>, 1> commands = {
    {{"analyze", &study_analyze_command}}};

}  // namespace

int study_command(const Request& request, const Console& console) {
  for (const auto& [name, command] : commands) {
    if (name == request.subcommand) return command(request, console);
  }
  throw Bug("the command study " + request.subcommand + " is read but not done");
}

}  // namespace park::cli
