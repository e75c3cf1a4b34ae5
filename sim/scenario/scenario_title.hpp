// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace park {

/// What a scenario file calls its scenario.
struct ScenarioTitle {
  std::string zh;
  std::string en;
};

/// Read without checking the rest of the file, so that a folder is listed at once; nothing if the file is no
/// scenario or has no labels of its own.
[[nodiscard]] std::optional<ScenarioTitle> title_in(const std::filesystem::path& file);

}  // namespace park
