// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "backend/theme.hpp"
#include "core/calendar.hpp"
#include "core/checked.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// What a briefing is made into.
enum class BriefKind : std::uint8_t {
  Window,    ///< played on the screen
  Film,      ///< FILE.mp4
  Gif,       ///< FILE.gif
  Page,      ///< FILE.html
  Pictures,  ///< a folder of all frames
  Stills     ///< FILE.png or a folder: a picture of each month asked for
};

struct BriefRequest {
  std::vector<std::filesystem::path> scenarios;  ///< the reference first; none: the shipped ones
  std::optional<std::filesystem::path> storyboard;
  std::filesystem::path out;
  BriefKind kind = BriefKind::Window;
  unsigned width = 1920;
  unsigned height = 1080;
  bool has_size = false;  ///< a window of that size instead of the whole screen
  int frames_a_second = 30;
  std::vector<YearMonth> stills;
  std::optional<int> months;
  std::optional<std::uint64_t> seed;
  std::size_t runs = 64;
  std::optional<Language> language;
  ThemeKind theme = ThemeKind::Dark;
  bool is_quiet = false;
  std::optional<std::string> help;  ///< print this and end
};

/// The line after `brief`.
[[nodiscard]] Checked<BriefRequest> read_brief_command_line(int count, const char* const* arguments,
                                                            const Texts& texts);

}  // namespace park::ui
