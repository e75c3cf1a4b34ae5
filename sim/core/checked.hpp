// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/assert.hpp"

namespace park {

/// One fault of an input. `pointer` is a JSON pointer, `/LINE/COLUMN` in a CSV, `/ (line, column)` for
/// syntax, `/KEY` on the command line (with `file` then `--set`).
struct Problem {
  std::string file;
  std::string pointer;
  std::string expected;
  std::string got;

  bool operator==(const Problem&) const = default;
};

/// `file:pointer: expected ..., got ...`
[[nodiscard]] inline std::string to_string(const Problem& problem) {
  return problem.file + ":" + problem.pointer + ": expected " + problem.expected + ", got " + problem.got;
}

using Problems = std::vector<Problem>;

inline void append(Problems& problems, const Problems& more) {
  problems.insert(problems.end(), more.begin(), more.end());
}

/// The value, or everything that is wrong with the input, at once.
template <class T>
class [[nodiscard]] Checked {
 public:
  Checked(T value) : value_(std::move(value)) {}                 // NOLINT(google-explicit-constructor)
  Checked(Problems problems) : problems_(std::move(problems)) {  // NOLINT(google-explicit-constructor)
    PARK_ASSERT(!problems_.empty());
  }

  [[nodiscard]] bool ok() const { return value_.has_value(); }
  [[nodiscard]] const Problems& problems() const { return problems_; }
  [[nodiscard]] const T& value() const& {
    PARK_ASSERT(ok());
    return *value_;
  }
  [[nodiscard]] T&& value() && {
    PARK_ASSERT(ok());
    return std::move(*value_);
  }

 private:
  std::optional<T> value_;
  Problems problems_;
};

}  // namespace park
