// SPDX-License-Identifier: MIT
#include "study/words/readable.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace park {
namespace {

struct Range {
  char32_t first, last;
};
/// Wide and full-width characters of Unicode's East Asian Width that a label can hold.
constexpr std::array<Range, 9> wide_ranges = {{{0x1100, 0x115F},
                                               {0x2E80, 0x303E},
                                               {0x3041, 0xA4CF},
                                               {0xAC00, 0xD7A3},
                                               {0xF900, 0xFAFF},
                                               {0xFE30, 0xFE6F},
                                               {0xFF00, 0xFF60},
                                               {0xFFE0, 0xFFE6},
                                               {0x20000, 0x3FFFD}}};

bool is_wide(char32_t character) {
  return std::any_of(wide_ranges.begin(), wide_ranges.end(),
                     [&](const Range& range) { return character >= range.first && character <= range.last; });
}

/// Takes one character off valid UTF-8.
char32_t next_character(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
  constexpr std::array<unsigned, 5> lead_bits = {0, 0x7FU, 0x1FU, 0x0FU, 0x07U};
  char32_t character = lead & lead_bits[length];
  for (std::size_t i = 1; i < std::min(length, text.size()); ++i) {
    character = (character << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  text.remove_prefix(std::min(length, text.size()));
  return character;
}

std::string fixed(double number, int decimals) {
  std::array<char, 64> digits{};
  const auto result =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed, decimals);
  return {digits.data(), result.ptr};
}

/// Three digits that mean something.
std::string three_digits(double number) {
  return fixed(number, number < 0.9995 ? 3 : number < 9.995 ? 2 : number < 99.95 ? 1 : 0);
}

std::string with_thousands(std::string digits) {
  for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, ",");
  return digits;
}

std::string chinese(double number) {
  constexpr double yi = 1e8;
  constexpr double wan = 1e4;
  if (number >= yi * 0.99995)
    return (number >= 1e4 * yi ? fixed(number / yi, 0) : three_digits(number / yi)) + "亿";
  if (number >= wan * 0.99995) return three_digits(number / wan) + "万";
  return three_digits(number);
}

std::string english(double number) {
  return number < 999.5 ? three_digits(number) : with_thousands(fixed(number, 0));
}

bool is_shown_as_zero(double number) { return std::abs(number) < 0.0005; }

std::string magnitude(const Texts& texts, double number) {
  constexpr double largest = 1e18;
  if (number >= largest) return "> 1e18";
  if (is_shown_as_zero(number)) return "0";
  return texts.is_chinese() ? chinese(number) : english(number);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) width += is_wide(next_character(text)) ? 2U : 1U;
  return width;
}

ShownUnit shown_unit(const Texts& texts, std::string_view unit) {
  constexpr std::string_view million_yuan = "million yuan";
  if (unit == "share") return {"%", 100};
  if (texts.is_chinese() && unit.starts_with(million_yuan)) {
    return {texts.unit("yuan" + std::string(unit.substr(million_yuan.size()))), 1e6};
  }
  return {texts.unit(unit), 1};
}

std::string readable(const Texts& texts, double number) {
  if (!std::isfinite(number)) return "-";
  const bool is_negative = number < 0 && !is_shown_as_zero(number);
  return (is_negative ? "-" : "") + magnitude(texts, std::abs(number));
}

std::string readable_signed(const Texts& texts, double number) {
  const bool is_positive = std::isfinite(number) && number > 0 && !is_shown_as_zero(number);
  return (is_positive ? "+" : "") + readable(texts, number);
}

std::string date_words(const Texts& texts, YearMonth month) {
  return texts("explain.date", {std::to_string(month.year), texts("month." + std::to_string(month.month))});
}

std::string TextTable::text() const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], display_width(row[c]));
  }
  std::string text;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string blanks(widths[c] - display_width(row[c]), ' ');
      if (c > 0) line += "  ";
      line += alignment_[std::min(c, alignment_.size() - 1)] == 'l' ? row[c] + blanks : blanks + row[c];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
    if (&row != rows_.data()) continue;
    std::size_t total = 2 * (std::max<std::size_t>(widths.size(), 1) - 1);
    for (const std::size_t width : widths) total += width;
    text += std::string(total, '-') + "\n";
  }
  return text;
}

}  // namespace park
