// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "backend/theme.hpp"
#include "core/calendar.hpp"
#include "core/checked.hpp"
#include "panels/picture_kind.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// In pixels.
struct Size {
  unsigned width = 0;
  unsigned height = 0;

  bool operator==(const Size&) const = default;
};
inline constexpr Size smallest_size{1280, 720};
inline constexpr Size largest_size{3840, 2160};

/// What the command line asks for; what is not said is not there.
struct Request {
  std::vector<std::filesystem::path> scenarios;
  std::optional<std::filesystem::path> picture;  ///< write one there and open no window
  std::optional<Size> size;
  std::optional<double> scale;  ///< 1 to 2
  std::optional<Language> language;
  std::optional<ThemeKind> theme;
  std::optional<YearMonth> month;   ///< the month shown at first
  std::vector<PictureKind> shown;   ///< in the slots, the largest first; the usual ones follow
  std::optional<std::string> help;  ///< print this and end
};

[[nodiscard]] Checked<Request> read_command_line(int count, const char* const* arguments, const Texts& texts);

}  // namespace park::ui
