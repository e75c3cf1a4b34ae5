// SPDX-License-Identifier: MIT
#include "program.hpp"

#include <cstdio>
#include <exception>
#include <new>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "backend/display.hpp"
#include "brief_program.hpp"
#include "command_line.hpp"
#include "core/assert.hpp"
#include "dashboard_window.hpp"
#include "display_advice.hpp"
#include "still_picture.hpp"

namespace park::ui {
namespace {

enum ExitCode : int { Fine = 0, WorldFailed = 1, BadInput = 2, OwnBug = 3 };

void complain(const std::string& words) { std::fprintf(stderr, "%s\n", words.c_str()); }

int failed(const std::string& words, ExitCode code) {
  complain("parkview: " + words);
  return code;
}

int open(int count, const char* const* arguments) {
  const std::span<const char* const> words(arguments, static_cast<std::size_t>(count));
  const Texts texts = Texts::load(chosen_language(words));
  const auto request = read_command_line(count, arguments, texts);
  if (!request.ok()) {
    for (const Problem& problem : request.problems()) complain(to_string(problem));
    return BadInput;
  }
  if (request.value().help) {
    std::fputs(request.value().help->c_str(), stdout);
    return Fine;
  }
  auto session = open_session(request.value());
  if (!session.ok()) {
    for (const Problem& problem : session.problems()) complain(to_string(problem));
    return BadInput;
  }
  const DisplayConnection display;
  if (const std::string advice = advice_on(display.fault(), texts); !advice.empty())
    return failed(advice, WorldFailed);
  if (request.value().picture) {
    make_still_picture(request.value(), std::move(session).value(), texts.language());
  } else {
    run_dashboard_window(request.value(), std::move(session).value(), texts.language());
  }
  return Fine;
}

}  // namespace

int program(int count, const char* const* arguments) noexcept {
  try {
    if (count > 1 && std::string_view(arguments[1]) == "brief")
      return brief_program(count - 1, arguments + 1);
    return open(count, arguments);
  } catch (const std::bad_alloc&) {
    return failed("out of memory", WorldFailed);
  } catch (const std::runtime_error& error) {
    return failed(error.what(), WorldFailed);
  } catch (const std::exception& error) {
    return failed(std::string("a fault of parkview itself, please report it: ") + error.what(), OwnBug);
  }
}

}  // namespace park::ui
