// SPDX-License-Identifier: MIT
#include "panels/indicator_table.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>

#include "charts/number_text.hpp"
#include "panels/controls.hpp"

namespace park::ui {
namespace {

/// What a planner looks at first.
constexpr std::array<const char*, 16> main_indicators = {
    "firms_signed",    "firms_producing", "firms_at_capacity",      "jobs",          "vacancies",
    "output",          "output_per_mu",   "chain_completeness",     "chain_balance", "local_sourcing",
    "factory_vacancy", "land_idle",       "developer_peak_funding", "fiscal_income", "fiscal_cost",
    "fiscal_npv"};

std::vector<std::size_t> rows_of(const ShownFutures& shown, const ComparePageState& state,
                                 const Texts& texts) {
  const auto& columns = shown.futures().columns();
  std::vector<std::size_t> rows;
  if (!state.shows_all_indicators && state.search.empty()) {
    for (const char* key : main_indicators) {
      if (const auto column = shown.futures().column(key)) rows.push_back(*column);
    }
    return rows;
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const std::string name(texts.pick(columns[c].zh, columns[c].en));
    const bool is_wanted = name.find(state.search) != std::string::npos ||
                           columns[c].key.find(state.search) != std::string::npos;
    if (is_wanted) rows.push_back(c);
  }
  return rows;
}

void draw_cell(Canvas& canvas, Box cell, const ShownFutures& shown, std::size_t s, std::size_t c) {
  const Look& look = shown.look();
  const IndicatorColumn& column = shown.futures().columns()[c];
  const auto month = static_cast<std::size_t>(shown.month());
  const Band& band = shown.futures().band(s, month, c);
  const std::string value = value_text(look.texts, static_cast<double>(band.mean), column.unit);
  if (s == 0) {
    canvas.text_in(look.fonts.body, cell, look.theme.text_muted, value, Align::Right);
    return;
  }
  const PairedChange& change = shown.futures().difference(s, month, c);
  Box below = cell.take_bottom(cell.h / 2);
  canvas.text_in(look.fonts.body, cell, look.theme.text, value, Align::Right);
  if (change.n == 0) return;
  std::string words = difference_text(look.texts, static_cast<double>(change.mean), column.unit);
  if (change.n > 1) {
    words += " " + interval_text(look.texts, static_cast<double>(change.lo), static_cast<double>(change.hi),
                                 column.unit);
  }
  // Where some runs have no value the difference is not that of the means beside it.
  if (change.n < shown.futures().paired_runs())
    words += " " + look.texts("ui.compare.pairs", {std::to_string(change.n)});
  const Color ink = !change.is_certain()             ? look.theme.text_faint
                    : change.is_worse(column.better) ? look.theme.trouble
                                                     : look.theme.scenario_text;
  canvas.text_in(look.fonts.small, below, ink, words, Align::Right);
}

void draw_rows(const Look& look, const Box& view, const ShownFutures& shown,
               const std::vector<std::size_t>& rows, float column) {
  Canvas canvas(look);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = look.px(shown.count() > 1 ? 36 : 26);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Box line{view.x, at.y + height * static_cast<float>(i), view.w - look.px(12), height};
    if (line.bottom() < view.y || line.y > view.bottom()) continue;
    for (std::size_t s = shown.count(); s-- > 0;)
      draw_cell(canvas, line.take_right(s == 0 ? column * 0.7F : column).inset(look.px(8), 0, 0, 0), shown, s,
                rows[i]);
    const IndicatorColumn& indicator = shown.futures().columns()[rows[i]];
    canvas.text_in(look.fonts.body, line, look.theme.text_muted, look.texts.pick(indicator.zh, indicator.en));
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({1, height * static_cast<float>(rows.size())});
}

}  // namespace

void draw_indicator_table(Dashboard& dashboard, const Look& look, Box box, const ShownFutures& shown) {
  ComparePageState& state = dashboard.planner.compare;
  Canvas canvas(look);
  Box head = box.take_top(look.px(26));
  const std::string all = look.texts(state.shows_all_indicators ? "ui.compare.main" : "ui.compare.all");
  const Box button = head.take_right(words_button_width(look, all));
  if (words_button(look, "all", button, all, ButtonStyle::Quiet))
    state.shows_all_indicators = !state.shows_all_indicators;
  head.take_right(look.px(8));
  const Box search = head.take_right(std::min(head.w * 0.4F, look.px(170)));
  ImGui::SetCursorScreenPos({search.x, search.y});
  ImGui::SetNextItemWidth(search.w);
  ImGui::InputTextWithHint("##indicator", look.texts("ui.compare.search").c_str(), &state.search);
  const std::string date = month_text(look.texts, shown.axis(), shown.month());
  canvas.text_in(look.fonts.strong, head, look.theme.text, look.texts("ui.compare.indicators", {date}));
  box.take_top(look.px(2));
  const float column = std::min(look.px(230), box.w * 0.66F / (static_cast<float>(shown.count()) - 0.3F));
  Box labels = box.take_top(look.px(22)).inset(0, 0, look.px(12), 0);
  for (std::size_t s = shown.count(); s-- > 0;)
    canvas.text_in(look.fonts.small,
                   labels.take_right(s == 0 ? column * 0.7F : column).inset(look.px(8), 0, 0, 0),
                   shown.color(s), shown.label(s), Align::Right);
  canvas.fill({box.x, box.y, box.w, 1}, look.theme.edge);
  ImGui::SetCursorScreenPos({box.x, box.y + look.px(2)});
  ImGui::BeginChild("indicators", {box.w, box.h - look.px(2)}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  draw_rows(look, box, shown, rows_of(shown, state, look.texts), column);
  ImGui::EndChild();
}

}  // namespace park::ui
