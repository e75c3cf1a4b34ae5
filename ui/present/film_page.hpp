// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/theme.hpp"
#include "charts/time_plot.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// A table of a page; the cells of each row after the first stand to the right. What stands behind a line
/// break in a cell is small print below it.
struct PageTable {
  std::string heading;
  std::string note;  ///< what the numbers are
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;

  bool operator==(const PageTable&) const = default;
};

/// An indicator over the months: of each scenario the mean and the range of 95 % of the runs, NaN where there
/// is no value.
struct PageFan {
  std::string heading;
  std::string unit;  ///< of the catalogue
  TimeAxis axis;
  struct Line {
    std::string label;
    Color color;
    std::vector<float> mean, lo, hi;  ///< by month
  };
  std::vector<Line> lines;
  PageTable table;  ///< the same in numbers
};

struct PageChapter {
  std::string title;
  std::string date;
  std::string caption;
  std::string picture;  ///< bytes of a JPEG; empty: none
  std::vector<PageFan> fans;
  std::vector<PageTable> tables;
};

/// A briefing to be read.
struct FilmPage {
  std::string title;
  std::string subtitle;
  std::vector<PageChapter> chapters;
  std::vector<std::string> callouts;
  std::string foot;  ///< scenarios, seed, runs, version
};

/// One HTML file that opens offline and runs no script: pictures inlined, charts drawn as SVG with their
/// numbers as tables. Whatever the words hold, they stay words.
[[nodiscard]] std::string film_page(const FilmPage& page, const Texts& texts, const Theme& theme);

/// Text as it stands inside an element or a quoted attribute.
[[nodiscard]] std::string html_words(std::string_view text);

/// Base64 (RFC 4648) of bytes.
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace park::ui
