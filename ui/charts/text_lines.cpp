// SPDX-License-Identifier: MIT
#include "charts/text_lines.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>

#include "charts/canvas.hpp"

namespace park::ui {
namespace {

constexpr std::string_view closing = "，。；：、！？）】》”’％%,.;:!?)]";
constexpr std::string_view opening = "（【《“‘([";
constexpr std::string_view pauses = "，。；：！？,;:.!?";

/// Bytes of the UTF-8 character that begins there.
std::size_t length_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

bool is_one_of(std::string_view signs, std::string_view character) {
  return signs.find(character) != std::string_view::npos;
}

/// Chinese characters and signs: from U+2E80 on, three bytes and more.
bool is_wide(std::string_view character) {
  return character.size() >= 3 && static_cast<unsigned char>(character[0]) >= 0xE2 &&
         !(character[0] == '\xE2' && static_cast<unsigned char>(character[1]) < 0xBA);
}

bool is_letter(std::string_view character) {
  return character.size() == 1 && std::isalpha(static_cast<unsigned char>(character[0])) != 0;
}

bool is_digit(std::string_view character) {
  return character.size() == 1 && character[0] >= '0' && character[0] <= '9';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_after_pause(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] == ' ') --begin;
  if (begin == 0) return false;
  std::size_t last = begin - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
  return is_one_of(pauses, text.substr(last, begin - last));
}

/// The best breaking into exactly so many lines; empty if there is none.
class Breaking {
 public:
  Breaking(const ImFont* font, std::string_view text, float width)
      : font_(font), text_(text), width_(width), places_(break_places(text)) {}

  [[nodiscard]] std::vector<std::string> into(std::size_t lines) const {
    const std::size_t count = places_.size();
    if (count == 0) return {};
    const float ideal = text_width(font_, text_) / static_cast<float>(lines);
    // Of a line that ends at a place: the best cost of all lines up to it, and where it begins.
    std::vector<std::vector<Ending>> endings(lines, std::vector<Ending>(count));
    for (std::size_t end = 0; end < count; ++end) endings[0][end] = {cost_of(0, places_[end], ideal), 0};
    for (std::size_t line = 1; line < lines; ++line) {
      for (std::size_t end = 0; end < count; ++end)
        endings[line][end] = best_ending(endings[line - 1], end, ideal);
    }
    if (endings[lines - 1][count - 1].cost == never) return {};
    std::vector<std::string> result(lines);
    std::size_t end = count - 1;
    for (std::size_t line = lines; line-- > 0;) {
      const std::size_t before = endings[line][end].before;
      result[line] = trimmed(part(line == 0 ? 0 : places_[before], places_[end]));
      end = before;
    }
    return result;
  }

 private:
  static constexpr double never = std::numeric_limits<double>::infinity();
  struct Ending {
    double cost = never;
    std::size_t before = 0;  ///< the place at which the line before ends
  };

  [[nodiscard]] Ending best_ending(const std::vector<Ending>& line_before, std::size_t end,
                                   float ideal) const {
    Ending best;
    for (std::size_t before = 0; before < end; ++before) {
      if (line_before[before].cost == never) continue;
      const double cost = line_before[before].cost + cost_of(places_[before], places_[end], ideal);
      if (cost < best.cost) best = {cost, before};
    }
    return best;
  }
  [[nodiscard]] std::string_view part(std::size_t from, std::size_t to) const {
    return text_.substr(from, to - from);
  }
  [[nodiscard]] double cost_of(std::size_t from, std::size_t to, float ideal) const {
    const float width = text_width(font_, trimmed(part(from, to)));
    if (width > width_) return never;
    const auto off = static_cast<double>((width - ideal) / width_);
    const bool is_good = to == text_.size() || is_after_pause(text_, to);
    return off * off + (is_good ? 0 : 0.12);
  }

  const ImFont* font_;
  std::string_view text_;
  float width_;
  std::vector<std::size_t> places_;
};

}  // namespace

std::vector<std::size_t> break_places(std::string_view text) {
  std::vector<std::size_t> places;
  int depth = 0;
  std::string_view before;
  std::string_view before_that;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view now = text.substr(at, length_at(text, at));
    // A number and the unit after it stay together.
    const bool is_joint = before == " " || is_wide(before) || (is_wide(now) && !is_digit(before)) ||
                          (before == "-" && is_letter(before_that) && is_letter(now));
    const bool is_kept = is_one_of(closing, now) || (!before.empty() && is_one_of(opening, before));
    if (!before.empty() && depth == 0 && is_joint && !is_kept && now != " ") places.push_back(at);
    if (is_one_of(opening, now)) ++depth;
    if (depth > 0 && is_one_of("）】》”’)]", now)) --depth;
    before_that = before;
    before = now;
    at += now.size();
  }
  if (!text.empty()) places.push_back(text.size());
  return places;
}

std::vector<std::string> lines_of(const ImFont* font, std::string_view text, float width, std::size_t most) {
  const std::string_view words = trimmed(text);
  if (words.empty()) return {};
  if (text_width(font, words) <= width) return {std::string(words)};
  const Breaking breaking(font, words, width);
  for (std::size_t lines = 2; lines <= most; ++lines) {
    if (auto found = breaking.into(lines); !found.empty()) return found;
  }
  // Too long for all lines: fill them as they come and cut the last.
  std::vector<std::string> lines;
  std::size_t begin = 0;
  const std::vector<std::size_t> places = break_places(words);
  while (begin < words.size() && lines.size() + 1 < most) {
    std::size_t end = begin;
    for (const std::size_t place : places) {
      if (place > begin && text_width(font, trimmed(words.substr(begin, place - begin))) <= width)
        end = place;
    }
    if (end == begin) break;
    lines.emplace_back(trimmed(words.substr(begin, end - begin)));
    begin = end;
  }
  lines.push_back(shortened(font, trimmed(words.substr(begin)), width));
  return lines;
}

}  // namespace park::ui
