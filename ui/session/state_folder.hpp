// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace park::ui {

/// Where the program keeps what it remembers from one time to the next. Without one it goes on and forgets.
class StateFolder {
 public:
  /// `$XDG_STATE_HOME/parksim`, else `~/.local/state/parksim`; empty if neither is named.
  [[nodiscard]] static std::filesystem::path standard_path();

  /// Makes the folder. An empty path is no folder.
  explicit StateFolder(std::filesystem::path path);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] bool is_usable() const { return is_usable_; }
  /// Why it is not, in the system's words; empty if nobody wanted one.
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  std::filesystem::path path_;
  bool is_usable_ = false;
  std::string reason_;
};

}  // namespace park::ui
