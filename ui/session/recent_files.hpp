// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace park::ui {

/// Files that were opened or saved, the latest first. A line a path in a text file.
class RecentFiles {
 public:
  static constexpr std::size_t most = 12;

  RecentFiles() = default;
  /// What cannot be read counts as nothing remembered.
  [[nodiscard]] static RecentFiles read(const std::filesystem::path& list);

  void add(const std::filesystem::path& file);
  void remove(const std::filesystem::path& file);
  [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return files_; }
  [[nodiscard]] std::string text() const;

 private:
  std::vector<std::filesystem::path> files_;
};

}  // namespace park::ui
