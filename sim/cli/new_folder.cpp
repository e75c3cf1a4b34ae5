// SPDX-License-Identifier: MIT
#include "cli/new_folder.hpp"

#include <system_error>

#include "cli/request.hpp"
#include "scenario/fault_list.hpp"

namespace park::cli {

namespace fs = std::filesystem;

std::optional<Problem> fault_of_new_folder(const fs::path& folder, const char* pointer) {
  std::error_code error;
  const auto refused = [&](const char* got) {
    return Problem{command_line_source, pointer, "a folder that is new or empty",
                   shown(folder.string(), 300) + got};
  };
  if (folder.empty()) return refused("nothing");
  if (!fs::exists(folder, error)) return std::nullopt;
  if (!fs::is_directory(folder, error)) return refused(", which is a file");
  if (!fs::is_empty(folder, error)) return refused(", which holds files");
  return std::nullopt;
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw WorldError("cannot make the folder " + shown(folder.string(), 300) + ": " + error.message());
}

}  // namespace park::cli
