// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "cli/request.hpp"
#include "core/checked.hpp"
#include "study/plan/study_plan.hpp"

namespace park::cli {

/// Where results of a study go if nothing else is said: `out/studies/NAME.db`.
[[nodiscard]] std::string default_store(const study::StudyOutline& outline);

/// Makes the folder in which a file will stand. Throws WorldError.
void make_folder_of(const std::string& file);

/// A path that is empty or a folder is a problem.
void check_store_path(const std::optional<std::string>& path, const char* pointer, Problems& problems);

}  // namespace park::cli
