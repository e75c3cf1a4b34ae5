// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

#include <array>
#include <exception>
#include <new>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/plain_help.hpp"
#include "core/assert.hpp"

namespace park::cli {
namespace {

constexpr std::array<std::pair<std::string_view, int (*)(const Request&, const Console&)>, 24> commands = {
    {{"run", &run_command},
     {"compare", &compare_command},
     {"clauses", &clauses_command},
     {"bottlenecks", &bottlenecks_command},
     {"sweep", &sweep_command},
     {"validate", &validate_command},
     {"schema", &schema_command},
     {"levers", &levers_command},
     {"uncertainties", &uncertainties_command},
     {"indicators", &indicators_command},
     {"reduced", &reduced_command},
     {"patterns", &patterns_command},
     {"explain", &explain_command},
     {"calibrate", &calibrate_command},
     {"study run", &study_run_command},
     {"study analyze", &study_analyze_command},
     {"study merge", &study_merge_command},
     {"study export", &study_export_command},
     {"study submit", &study_submit_command},
     {"search", &search_command},
     {"report", &report_command},
     {"workbook", &workbook_command},
     {"national", &national_command},
     {"new", &new_command}}};

/// Help that needs no words, if that is what is asked for and they cannot be read.
std::optional<std::string> help_instead(std::span<const char* const> words, const WorldError& reason) {
  std::vector<std::string_view> names;
  names.reserve(std::size(commands));
  for (const auto& [name, command] : commands) names.push_back(name);
  return plain_help(words, chosen_language(words), names, reason.what());
}

int dispatch(int count, const char* const* arguments) {
  const std::span<const char* const> words(arguments, static_cast<std::size_t>(count));
  Console console{Texts()};
  try {
    console.texts = Texts::load(chosen_language(words));
  } catch (const WorldError& reason) {
    const auto help = help_instead(words, reason);
    if (!help) throw;
    console.print(*help);
    return exit_code::fine;
  }
  const auto request = read_command_line(count, arguments, console.texts);
  if (!request.ok()) return console.refuse(request.problems());
  if (request.value().help) {
    console.print(*request.value().help);
    return exit_code::fine;
  }
  console.is_quiet = request.value().is_quiet;
  console.is_json = request.value().is_json;
  for (const auto& [name, command] : commands) {
    if (name == request.value().command) return command(request.value(), console);
  }
  throw Bug("the command " + request.value().command + " is read but not done");
}

int failed(const std::string& words, int code) {
  complain_to_stderr("parksim: " + words);
  return code;
}

}  // namespace

int program(int count, const char* const* arguments) noexcept {
  try {
    return dispatch(count, arguments);
  } catch (const std::bad_alloc&) {
    return failed("out of memory", exit_code::world_failed);
  } catch (const std::runtime_error& error) {
    return failed(error.what(), exit_code::world_failed);
  } catch (const std::exception& error) {
    return failed(std::string("a fault of parksim itself, please report it: ") + error.what(),
                  exit_code::own_bug);
  }
}

}  // namespace park::cli
