// SPDX-License-Identifier: MIT
#include "charts/ranked_bars.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "charts/number_text.hpp"
#include "charts/ticks.hpp"
#include "study/csv_text.hpp"

namespace park::ui {
namespace {

Range range_of_bars(const std::vector<RankedBar>& bars) {
  std::vector<double> ends;
  for (const RankedBar& bar : bars) {
    for (const double end : {bar.value, bar.lo, bar.hi}) ends.push_back(end);
  }
  return range_of(ends, true);
}

void draw_bar(Canvas& canvas, const RankedBar& bar, const Box& line, float zero, float end, float lo,
              float hi) {
  const Theme& theme = canvas.theme();
  const Color color = !bar.is_certain() ? theme.baseline : bar.value > 0 ? theme.scenario : theme.trouble;
  const Box fill{std::min(zero, end), line.y + line.h * 0.2F, std::max(1.0F, std::abs(end - zero)),
                 line.h * 0.6F};
  canvas.fill(fill, faded(color, bar.is_certain() ? 1 : 0.45), canvas.px(2));
  if (!std::isfinite(bar.lo)) return;
  const float y = std::round(line.middle_y());
  canvas.fill({lo, y, hi - lo, 1}, theme.text_muted);
  for (const float x : {lo, hi}) canvas.fill({x, y - canvas.px(3), 1, canvas.px(6) + 1}, theme.text_muted);
}

/// Names one after the other, as many rows as they take; returns the height. Draws nothing without a canvas.
float flow_names(Canvas* canvas, const Look& look, const Box& box, const std::vector<RankedBar>& bars) {
  const ImFont* font = look.fonts.small;
  const float row = font->FontSize + look.px(6);
  float x = 0;
  float y = 0;
  for (const RankedBar& bar : bars) {
    const float width = text_width(font, bar.label);
    if (x > 0 && x + width > box.w) {
      x = 0;
      y += row;
    }
    if (canvas != nullptr) canvas->text(font, box.x + x, box.y + y, look.theme.text_faint, bar.label);
    x += width + look.px(18);
  }
  return y + row;
}

/// What does nothing takes a paragraph at the lower edge and no bars; returns what is left above it.
Box draw_nought(Canvas& canvas, Box box, const std::vector<RankedBar>& bars, const std::string& words) {
  if (bars.empty()) return box;
  const Look& look = canvas.look();
  const float head = look.fonts.small->FontSize + look.px(8);
  Box foot = box.take_bottom(std::min(box.h / 2, head + flow_names(nullptr, look, box, bars)));
  canvas.text_in(look.fonts.small, foot.take_top(head), look.theme.text_muted, words);
  canvas.list().PushClipRect({foot.x, foot.y}, {foot.right(), foot.bottom()}, true);
  flow_names(&canvas, look, foot, bars);
  canvas.list().PopClipRect();
  return box;
}

}  // namespace

std::vector<RankedBar> ranked(std::vector<RankedBar> bars) {
  std::stable_sort(bars.begin(), bars.end(), [](const RankedBar& a, const RankedBar& b) {
    if (a.is_certain() != b.is_certain()) return a.is_certain();
    return std::abs(a.value) > std::abs(b.value);
  });
  return bars;
}

void draw_ranked_bars(const RankedBars& chart, const Box& box, const Look& look) {
  Canvas canvas(look);
  Box rest = box;
  draw_head(canvas, rest, chart.head);
  auto bars = ranked(chart.bars);
  std::vector<RankedBar> nought;
  if (!chart.nought_words.empty()) {
    std::ranges::copy_if(bars, std::back_inserter(nought), &RankedBar::is_nought);
    std::erase_if(bars, [](const RankedBar& bar) { return bar.is_nought(); });
  }
  rest = draw_nought(canvas, rest, nought, chart.nought_words);
  const float height =
      std::clamp(rest.h / std::max(1.0F, static_cast<float>(bars.size())), look.px(22), look.px(40));
  bars.resize(std::min(bars.size(), static_cast<std::size_t>(std::max(1.0F, rest.h / height))));
  const ImFont* font = look.fonts.small;
  float label_width = 0;
  float value_width = 0;
  for (const RankedBar& bar : bars) {
    label_width = std::max(label_width, text_width(font, bar.label));
    value_width = std::max(value_width, text_width(font, difference_text(look.texts, bar.value, chart.unit)));
  }
  const Box labels = rest.take_left(std::min(label_width, rest.w * 0.5F));
  const Box values = rest.take_right(std::min(value_width, rest.w * 0.4F));
  const Box inner = rest.inset(look.px(10), 0, look.px(10), 0);
  const Range range = range_of_bars(bars);
  const auto x = [&](double value) {
    return std::round(inner.x +
                      inner.w * static_cast<float>((value - range.lo) / std::max(1e-12, range.span())));
  };
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const RankedBar& bar = bars[i];
    const Box line{inner.x, inner.y + height * static_cast<float>(i), inner.w, height};
    canvas.text_in(font, {labels.x, line.y, labels.w, height},
                   bar.is_certain() ? look.theme.text : look.theme.text_muted, bar.label, Align::Right);
    draw_bar(canvas, bar, line, x(0), x(bar.value), x(bar.lo), x(bar.hi));
    canvas.text_in(font, {values.x, line.y, values.w, height},
                   bar.is_certain() ? look.theme.text : look.theme.text_faint,
                   difference_text(look.texts, bar.value, chart.unit), Align::Right);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Box whole{box.x, line.y, box.w, height};
    if (ImGui::IsWindowHovered() && whole.holds(mouse.x, mouse.y)) {
      draw_hover(
          look, bar.label,
          {{look.texts("ui.charts.effect"), difference_text(look.texts, bar.value, chart.unit), std::nullopt},
           {look.texts("ui.charts.interval"), interval_text(look.texts, bar.lo, bar.hi, chart.unit),
            std::nullopt}});
    }
  }
  canvas.fill({x(0), inner.y, 1, height * static_cast<float>(bars.size())}, look.theme.axis);
}

std::string csv_of(const RankedBars& chart) {
  study::CsvText csv;
  for (const char* heading : {"label", "unit", "value", "lo", "hi"}) csv.cell(heading);
  csv.end_record();
  for (const RankedBar& bar : chart.bars) {
    csv.cell(bar.label).cell(chart.unit).cell(bar.value).cell(bar.lo).cell(bar.hi);
    csv.end_record();
  }
  return csv.text();
}

}  // namespace park::ui
