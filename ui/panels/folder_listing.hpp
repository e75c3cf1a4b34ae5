// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace park::ui {

/// A folder or file that can be chosen.
struct FolderEntry {
  std::string name;  ///< `..` for the folder above
  std::filesystem::path path;
  bool is_folder = false;
  std::uintmax_t bytes = 0;
};

/// What can be chosen in a folder: the folder above, folders, then files of the wanted ending; hidden ones
/// left out.
struct FolderListing {
  std::filesystem::path folder;
  std::vector<FolderEntry> entries;
  std::string fault;  ///< why it cannot be read, in the system's words; empty if it can

  /// Place of a file by its name; nothing special if it is not there: 0.
  [[nodiscard]] std::size_t place_of(std::string_view name) const;
};

/// Names in the order of their letters, digits by the numbers they make. Never throws.
[[nodiscard]] FolderListing list_folder(const std::filesystem::path& folder, std::string_view ending);

/// `a2` before `a10`, without regard to Latin capitals.
[[nodiscard]] bool is_before(std::string_view a, std::string_view b);

/// The name with the ending, added where it is missing.
[[nodiscard]] std::string with_ending(std::string name, std::string_view ending);

}  // namespace park::ui
