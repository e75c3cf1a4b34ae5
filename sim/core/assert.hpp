// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>

namespace park {

/// A broken promise of our own code: exit code 3 in main, a failed row at the edge of a study's task.
class Bug : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

/// The world failed (disk full, database busy, no display): exit code 1.
class WorldError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

[[noreturn]] inline void report_bug(const char* condition, const char* file, int line) {
  throw Bug(std::string(file) + ":" + std::to_string(line) + ": broken promise: " + condition);
}

}  // namespace park

/// On in every build: a wrong number that looks right costs more than a branch.
#define PARK_ASSERT(condition) \
  (static_cast<bool>(condition) ? void(0) : ::park::report_bug(#condition, __FILE__, __LINE__))
