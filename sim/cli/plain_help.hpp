// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "study/words/language.hpp"

namespace park::cli {

/// What `--help` and `--version` say where the words cannot be read because the data folder is not found:
/// which commands there are and what is amiss (`reason`). Nothing if neither is asked for.
[[nodiscard]] std::optional<std::string> plain_help(std::span<const char* const> words, Language language,
                                                    const std::vector<std::string_view>& commands,
                                                    std::string_view reason);

}  // namespace park::cli
