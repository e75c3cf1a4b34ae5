// SPDX-License-Identifier: MIT
#include "present/page_fan.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <initializer_list>

#include "charts/number_text.hpp"
#include "charts/ticks.hpp"

namespace park::ui {
namespace {

constexpr double width = 860;
constexpr double height = 330;
constexpr double left = 74;
constexpr double right = 180;  ///< room for the names at the ends of the lines
constexpr double top = 14;
constexpr double bottom = 36;
constexpr double name_gap = 22;  ///< least distance of two names

std::string px(double value) {
  std::array<char, 32> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 1);
  return {digits.data(), end.ptr};
}

std::string point(double x, double y) { return px(x) + "," + px(y) + " "; }

/// Opening tag of an element.
struct Attribute {
  std::string_view name;
  std::string value;
};
std::string tag(std::string_view name, std::initializer_list<Attribute> attributes) {
  std::string text = "<";
  text += name;
  for (const Attribute& attribute : attributes) {
    text += ' ';
    text += attribute.name;
    text += '=';
    text += '"';
    text += attribute.value;
    text += '"';
  }
  text += '>';
  return text;
}
/// An element without content.
std::string shape(const std::string& name, std::initializer_list<Attribute> attributes) {
  return tag(name, attributes) + "</" + name + ">\n";
}

class FanDrawing {
 public:
  FanDrawing(const PageFan& fan, const Texts& texts) : fan_(fan), texts_(texts), ticks_(ticks_of(fan)) {}

  [[nodiscard]] std::string svg() {
    svg_ = tag("svg", {{"viewBox", "0 0 " + px(width) + " " + px(height)},
                       {"role", "img"},
                       {"aria-label", html_words(fan_.heading)}});
    grid();
    for (const PageFan::Line& line : fan_.lines) band(line);
    for (const PageFan::Line& line : fan_.lines) means(line);
    names();
    return svg_ + "</svg>\n";
  }

 private:
  static Ticks ticks_of(const PageFan& fan) {
    std::vector<double> values;
    for (const PageFan::Line& line : fan.lines) {
      for (const auto* series : {&line.mean, &line.lo, &line.hi})
        values.insert(values.end(), series->begin(), series->end());
    }
    return nice_ticks(range_of(values, true), 6);
  }

  [[nodiscard]] double x(std::size_t month) const {
    return left + (width - left - right) * static_cast<double>(month) / std::max(1, fan_.axis.months);
  }
  [[nodiscard]] double y(double value) const {
    return height - bottom - (height - top - bottom) * (value - ticks_.range.lo) / ticks_.range.span();
  }

  void text(double at_x, double at_y, const char* style, const std::string& words) {
    svg_ += tag("text", {{"x", px(at_x)}, {"y", px(at_y)}, {"class", style}});
    svg_ += html_words(words);
    svg_ += "</text>\n";
  }

  void grid() {
    const std::vector<std::string> labels = axis_labels(texts_, ticks_.values, fan_.unit);
    for (std::size_t i = 0; i < ticks_.values.size(); ++i) {
      const double at = y(ticks_.values[i]);
      svg_ +=
          shape("path", {{"class", "grid"}, {"d", "M" + point(left, at) + "L" + point(width - right, at)}});
      text(left - 8, at + 5, "tick end", labels[i]);
    }
    for (const YearTick& tick : year_ticks(fan_.axis.start, fan_.axis.months, 11))
      text(x(static_cast<std::size_t>(tick.month)), height - bottom + 24, "tick", std::to_string(tick.year));
  }

  /// A polygon for each stretch of months with values.
  void band(const PageFan::Line& line) {
    for (std::size_t month = 0; month < line.lo.size(); ++month) {
      std::string there;
      std::string back;
      for (; month < line.lo.size() && std::isfinite(line.lo[month]) && std::isfinite(line.hi[month]);
           ++month) {
        there += point(x(month), y(line.hi[month]));
        back.insert(0, point(x(month), y(line.lo[month])));
      }
      if (there.empty()) continue;
      svg_ += shape("polygon",
                    {{"fill", css_color(line.color)}, {"fill-opacity", "0.18"}, {"points", there + back}});
    }
  }

  void means(const PageFan::Line& line) {
    for (std::size_t month = 0; month < line.mean.size(); ++month) {
      std::string points;
      for (; month < line.mean.size() && std::isfinite(line.mean[month]); ++month)
        points += point(x(month), y(line.mean[month]));
      if (points.empty()) continue;
      svg_ += shape(
          "polyline",
          {{"fill", "none"}, {"stroke-width", "3"}, {"stroke", css_color(line.color)}, {"points", points}});
    }
  }

  /// At the ends of the lines, moved apart where they would touch.
  void names() {
    struct Name {
      double y;
      const PageFan::Line* line;
    };
    std::vector<Name> names;
    for (const PageFan::Line& line : fan_.lines) {
      const auto last =
          std::find_if(line.mean.rbegin(), line.mean.rend(), [](float v) { return std::isfinite(v); });
      if (last != line.mean.rend()) names.push_back({y(*last), &line});
    }
    std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
    for (std::size_t i = 1; i < names.size(); ++i)
      names[i].y = std::max(names[i].y, names[i - 1].y + name_gap);
    double lowest = height - bottom;
    std::reverse(names.begin(), names.end());
    for (Name& name : names) {
      name.y = std::min(name.y, lowest);
      lowest = name.y - name_gap;
    }
    for (const Name& name : names) {
      svg_ += shape("circle", {{"r", "5"},
                               {"fill", css_color(name.line->color)},
                               {"cx", px(width - right + 14)},
                               {"cy", px(name.y)}});
      text(width - right + 26, name.y + 5, "name", name.line->label);
    }
  }

  const PageFan& fan_;
  const Texts& texts_;
  Ticks ticks_;
  std::string svg_;
};

}  // namespace

std::string css_color(Color color) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t channel : {color.r, color.g, color.b}) {
    text += digits[channel >> 4U];
    text += digits[channel & 15U];
  }
  return text;
}

std::string fan_svg(const PageFan& fan, const Texts& texts) { return FanDrawing(fan, texts).svg(); }

}  // namespace park::ui
