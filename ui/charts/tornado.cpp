// SPDX-License-Identifier: MIT
#include "charts/tornado.hpp"

#include <imgui.h>

#include <cmath>

#include "charts/number_text.hpp"
#include "charts/ticks.hpp"
#include "study/csv_text.hpp"

namespace park::ui {
namespace {

void draw_half(Canvas& canvas, const Box& line, float base, float end, Color color,
               const std::string& words) {
  const Box bar{std::min(base, end), line.y + line.h * 0.16F, std::abs(end - base), line.h * 0.68F};
  canvas.fill(bar, color, canvas.px(2));
  const ImFont* font = canvas.look().fonts.small;
  const bool is_left = end < base;
  canvas.text(font, is_left ? end - canvas.px(4) : end + canvas.px(4), line.middle_y() - font->FontSize / 2,
              canvas.theme().text_muted, words, is_left ? Align::Right : Align::Left);
}

}  // namespace

std::vector<TornadoBar> by_width(std::vector<TornadoBar> bars) {
  std::stable_sort(bars.begin(), bars.end(), [](const TornadoBar& a, const TornadoBar& b) {
    return std::abs(a.at_high - a.at_low) > std::abs(b.at_high - b.at_low);
  });
  return bars;
}

void draw_tornado(const TornadoChart& chart, const Box& box, const Look& look) {
  Canvas canvas(look);
  Box rest = box;
  draw_head(canvas, rest, chart.head);
  const auto bars = by_width(chart.bars);
  std::vector<double> ends = {chart.base};
  float label_width = 0;
  float end_width = 0;
  for (const TornadoBar& bar : bars) {
    ends.push_back(bar.at_low);
    ends.push_back(bar.at_high);
    label_width = std::max(label_width, text_width(look.fonts.small, bar.label));
    end_width = std::max(
        {end_width, text_width(look.fonts.small, bar.low_text), text_width(look.fonts.small, bar.high_text)});
  }
  const Ticks ticks = nice_ticks(range_of(ends, false), 5);
  const Box axis = rest.take_bottom(look.fonts.small->FontSize + look.px(6));
  const Box labels = rest.take_left(std::min(label_width, rest.w * 0.4F));
  const Box inner = rest.inset(look.px(10) + end_width, 0, look.px(10) + end_width, 0);
  const auto x = [&](double value) {
    return inner.x + inner.w * static_cast<float>((value - ticks.range.lo) / ticks.range.span());
  };
  const auto words = axis_labels(look.texts, ticks.values, chart.unit);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const float at = std::round(x(ticks.values[i]));
    canvas.fill({at, inner.y, 1, inner.h}, look.theme.grid);
    canvas.text(look.fonts.small, at, axis.y + look.px(3), look.theme.text_faint, words[i], Align::Middle);
  }
  const float height = std::min(inner.h / std::max<float>(1, static_cast<float>(bars.size())), look.px(28));
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const Box line{inner.x, inner.y + height * static_cast<float>(i), inner.w, height};
    canvas.text_in(look.fonts.small, {labels.x, line.y, labels.w, height}, look.theme.text, bars[i].label,
                   Align::Right);
    draw_half(canvas, line, x(chart.base), x(bars[i].at_low), look.theme.baseline, bars[i].low_text);
    draw_half(canvas, line, x(chart.base), x(bars[i].at_high), look.theme.scenario, bars[i].high_text);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (ImGui::IsWindowHovered() && line.holds(mouse.x, mouse.y)) {
      draw_hover(
          look, bars[i].label,
          {{bars[i].low_text, value_text(look.texts, bars[i].at_low, chart.unit), look.theme.baseline},
           {bars[i].high_text, value_text(look.texts, bars[i].at_high, chart.unit), look.theme.scenario}});
    }
  }
  canvas.fill({std::round(x(chart.base)), inner.y, 1, inner.h}, look.theme.axis);
}

std::string csv_of(const TornadoChart& chart) {
  study::CsvText csv;
  for (const char* heading : {"factor", "unit", "at_low", "at_high", "base"}) csv.cell(heading);
  csv.end_record();
  for (const TornadoBar& bar : chart.bars) {
    csv.cell(bar.label).cell(chart.unit).cell(bar.at_low).cell(bar.at_high).cell(chart.base);
    csv.end_record();
  }
  return csv.text();
}

}  // namespace park::ui
