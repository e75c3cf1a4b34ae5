// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/calendar.hpp"
#include "study/words/texts.hpp"

namespace park {

/// Columns a text takes on a terminal: East Asian wide characters take two.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// How a catalogue unit is shown: its words and what a number is multiplied with. Shares become per cent, and
/// million yuan become yuan in Chinese, where 万 and 亿 count.
struct ShownUnit {
  std::string words;
  double factor = 1;
};
[[nodiscard]] ShownUnit shown_unit(const Texts& texts, std::string_view unit);

/// Three to four digits: `1.23亿`, `4.56万` in Chinese, `12,345` in English; `-` for no value.
[[nodiscard]] std::string readable(const Texts& texts, double number);
/// The same with its sign, plus included.
[[nodiscard]] std::string readable_signed(const Texts& texts, double number);

/// A month in words: `2031年6月`, `June 2031`.
[[nodiscard]] std::string date_words(const Texts& texts, YearMonth month);

/// Rows of cells, aligned by display width: a letter a column, `l` to the left or `r` to the right; the last
/// one holds for all further columns.
class TextTable {
 public:
  explicit TextTable(std::string alignment) : alignment_(std::move(alignment)) {}

  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  /// The first row is a heading, with a rule under it.
  [[nodiscard]] std::string text() const;

 private:
  std::string alignment_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace park
