// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

namespace park::ui {

/// Breaks a sentence into as few lines as fit into `width`, about equally long, rather after a comma or a
/// full stop than elsewhere; between Chinese characters, at spaces or after a hyphen, never inside brackets
/// or before a closing sign. The last of at most `most` lines is cut with an ellipsis where even that is too
/// little.
[[nodiscard]] std::vector<std::string> lines_of(const ImFont* font, std::string_view text, float width,
                                                std::size_t most);

/// Places (bytes from the beginning) at which a line may end, the end of the text last.
[[nodiscard]] std::vector<std::size_t> break_places(std::string_view text);

}  // namespace park::ui
