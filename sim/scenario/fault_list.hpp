// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/checked.hpp"

namespace park {

/// Beyond this many faults a file is hopeless, and listing more would only fill the memory.
inline constexpr std::size_t max_problems = 1000;

/// Input as it may be shown on a terminal: at most `limit` characters, control characters escaped.
[[nodiscard]] std::string shown(std::string_view text, std::size_t limit = 80);

/// JSON pointer (RFC 6901) of a member or an element.
[[nodiscard]] std::string pointer_to(const std::string& parent, std::string_view key);
[[nodiscard]] std::string pointer_to(const std::string& parent, std::size_t index);

/// What is wrong with one file. Several lists may feed one Problems.
class FaultList {
 public:
  FaultList(std::string file, Problems& problems) : file_(std::move(file)), problems_(&problems) {}

  /// An empty pointer is the document itself and is shown as `/`.
  void add(std::string pointer, std::string expected, std::string got);

  /// Unknown key: names the nearest known one.
  void add_unknown_key(std::string pointer, std::string_view key, const std::vector<std::string_view>& known);

  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  std::string file_;
  Problems* problems_;
};

}  // namespace park
