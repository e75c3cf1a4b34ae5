// SPDX-License-Identifier: MIT
#include "session/state_folder.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace park::ui {
namespace {

namespace fs = std::filesystem;

/// Relative paths in the environment are to be ignored (XDG base directory specification 0.8).
fs::path absolute_path_in(const char* variable) {
  const char* value = std::getenv(variable);
  if (value == nullptr || *value != '/') return {};
  return value;
}

}  // namespace

fs::path StateFolder::standard_path() {
  if (const fs::path state = absolute_path_in("XDG_STATE_HOME"); !state.empty()) return state / "parksim";
  const fs::path home = absolute_path_in("HOME");
  return home.empty() ? fs::path() : home / ".local/state/parksim";
}

StateFolder::StateFolder(fs::path path) : path_(std::move(path)) {
  if (path_.empty()) return;
  std::error_code error;
  fs::create_directories(path_, error);
  if (error) {
    reason_ = path_.string() + ": " + error.message();
  } else if (::access(path_.c_str(), R_OK | W_OK | X_OK) != 0) {
    reason_ = path_.string() + ": " + std::generic_category().message(errno);
  } else {
    is_usable_ = true;
  }
}

}  // namespace park::ui
