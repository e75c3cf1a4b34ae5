// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "core/checked.hpp"
#include "scenario/text_encoding.hpp"

namespace park::fuzz {

/// Gives bytes to one reader of input files and ends the program if a promise of it is broken. Each source
/// file of this folder defines it for its own reader; a driver calls it, see by_libfuzzer.cpp and
/// by_mutation.cpp.
void read_bytes(std::string_view bytes);

/// Ends the program where `holds` is false, as a sanitizer would.
inline void promise(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise of a reader: %s\n", what);
  std::abort();
}

/// What is said of bytes is a line that any terminal can show, whatever the bytes were.
inline void promise_line(std::string_view line) {
  const bool is_shown = is_utf8(line) && std::none_of(line.begin(), line.end(), [](char c) {
                          return static_cast<unsigned char>(c) < ' ' || c == 0x7f;
                        });
  if (!is_shown) std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
  promise(is_shown, "a problem is told in UTF-8 without control characters");
}

/// A refusal says what is wrong and what was expected.
template <class T>
void promise_reasons(const Checked<T>& checked) {
  for (const Problem& problem : checked.problems()) {
    promise(!problem.file.empty() && !problem.expected.empty(), "a problem says where and what was expected");
    promise_line(to_string(problem));
  }
}

}  // namespace park::fuzz
