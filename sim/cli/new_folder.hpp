// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

#include "core/checked.hpp"

namespace park::cli {

/// Why a folder that is to be filled cannot be used, as a problem of the command line at `pointer`; nothing
/// if it is new or empty.
[[nodiscard]] std::optional<Problem> fault_of_new_folder(const std::filesystem::path& folder,
                                                         const char* pointer);

/// Makes the folder; throws WorldError.
void make_folder(const std::filesystem::path& folder);

}  // namespace park::cli
