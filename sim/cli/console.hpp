// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/checked.hpp"
#include "study/words/texts.hpp"

namespace park::cli {

/// What others script against.
namespace exit_code {
inline constexpr int fine = 0;
inline constexpr int world_failed = 1;
inline constexpr int bad_input = 2;
inline constexpr int own_bug = 3;
inline constexpr int stopped = 130;
}  // namespace exit_code

/// Where a command writes: results to stdout, everything else to stderr.
struct Console {
  Texts texts;
  bool is_quiet = false;
  bool is_json = false;

  /// Throws WorldError if stdout takes no more (full disk).
  void print(std::string_view result) const;
  /// A remark on stderr; nothing if quiet.
  void remark(std::string_view text) const;
  /// A complaint on stderr, quiet or not.
  void complain(std::string_view text) const;
  /// Every problem on a line of its own; returns exit_code::bad_input.
  int refuse(const Problems& problems) const;
};

/// A line on stderr before any words are loaded.
void complain_to_stderr(std::string_view text);

}  // namespace park::cli
