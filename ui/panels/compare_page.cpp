// SPDX-License-Identifier: MIT
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "charts/number_text.hpp"
#include "panels/actions.hpp"
#include "panels/controls.hpp"
#include "panels/fan_pictures.hpp"
#include "panels/indicator_table.hpp"
#include "panels/lever_text.hpp"
#include "panels/pages.hpp"
#include "session/differing_keys.hpp"
#include "session/same_scenario.hpp"

namespace park::ui {
namespace {

/// Small charts, as many as fit.
constexpr std::array<const char*, 6> small_multiples = {"jobs",          "output",     "firms_producing",
                                                        "chain_balance", "fiscal_npv", "factory_vacancy"};

/// What a chip of an open scenario is like: the baseline and the active one are always compared.
struct Chip {
  bool is_fixed = false;
  bool is_on = false;
  Color dot;
};

Chip chip_of(const Session& session, std::size_t place, const ShownFutures& shown) {
  const auto compared = session.compared();
  Chip chip;
  chip.is_fixed = place == 0 || place == session.active();
  chip.is_on = chip.is_fixed || std::ranges::find(compared, place) != compared.end();
  chip.dot = shown.look().theme.text_faint;
  for (std::size_t s = 0; s < shown.count(); ++s) {
    if (chip.is_on && shown.futures().owner(s) == session.owner_of(place)) chip.dot = shown.color(s);
  }
  return chip;
}

/// True if it was clicked and can be switched.
bool draw_chip(const Look& look, const Box& box, const Chip& chip, const std::string& label) {
  ImGui::SetCursorScreenPos({box.x, box.y});
  const bool is_clicked = ImGui::InvisibleButton("chip", {box.w, box.h});
  const bool is_hovered = ImGui::IsItemHovered() && !chip.is_fixed;
  Canvas canvas(look);
  canvas.fill(box, is_hovered ? look.theme.field_hover : look.theme.field, box.h / 2);
  canvas.outline(box, chip.is_on ? look.theme.text_muted : look.theme.edge, box.h / 2);
  canvas.dot(box.x + look.px(16), box.middle_y(), look.px(5), chip.dot);
  canvas.text_in(look.fonts.body, box.inset(look.px(26), 0, look.px(10), 0),
                 chip.is_on ? look.theme.text : look.theme.text_muted, label);
  return is_clicked && !chip.is_fixed;
}

/// Adds a tab to what is compared, or takes it away.
void switch_compared(Dashboard& dashboard, const Look& look, std::size_t place, bool is_on,
                     std::size_t count) {
  std::vector<std::size_t> places = dashboard.session.compared();
  if (is_on) {
    std::erase(places, place);
  } else if (count < Session::max_futures) {
    places.push_back(place);
  } else {
    dashboard.say(look.texts("ui.compare.too_many"));
  }
  dashboard.session.set_compared(places);
}

/// A switch for each open scenario, and the button that makes the active one the baseline.
void draw_choice(Dashboard& dashboard, const Look& look, Box line, const ShownFutures& shown) {
  Session& session = dashboard.session;
  for (std::size_t place = 0; place < session.tab_count(); ++place) {
    const std::string label = label_of(*session.tab(place).now(), look.texts);
    const float width = std::min(line.w, text_width(look.fonts.body, label) + look.px(40));
    if (width < look.px(60)) break;
    const Chip chip = chip_of(session, place, shown);
    ImGui::PushID(static_cast<int>(place));
    if (draw_chip(look, line.take_left(width), chip, label))
      switch_compared(dashboard, look, place, chip.is_on, shown.count());
    ImGui::PopID();
    line.take_left(look.px(8));
  }
  if (Session::is_locked(session.active())) return;
  const std::string words =
      look.texts("ui.compare.make_baseline", {label_of(*session.active_tab().now(), look.texts)});
  const float width = words_button_width(look, words);
  if (width > line.w) return;
  if (words_button(look, "make baseline", line.take_right(width), words, ButtonStyle::Quiet))
    carry_out(dashboard, Action::MakeBaseline);
}

/// What a difference would otherwise be thought to come from the policy alone.
std::vector<std::string> warnings(const Session& session, const ShownFutures& shown) {
  std::vector<std::string> lines;
  const Texts& texts = shown.look().texts;
  const Scenario& baseline = *session.tab(0).now();
  const Scenario& reference = shown.futures().scenario(0);
  if (!is_same(reference, baseline))
    lines.push_back(texts("ui.compare.refitted", {label_of(baseline, texts)}));
  for (std::size_t s = 1; s < shown.count(); ++s) {
    if (!is_same_park(reference, shown.futures().scenario(s)))
      lines.push_back(texts("ui.compare.other_park", {shown.label(s)}));
  }
  return lines;
}

std::vector<const Scenario*> scenarios_of(const ShownFutures& shown) {
  std::vector<const Scenario*> scenarios;
  for (std::size_t s = 0; s < shown.count(); ++s) scenarios.push_back(&shown.futures().scenario(s));
  return scenarios;
}

void draw_labels(const Look& look, Box line, const ShownFutures& shown, float column) {
  Canvas canvas(look);
  for (std::size_t s = shown.count(); s-- > 0;) {
    const Box cell = line.take_right(column);
    canvas.text_in(look.fonts.small, cell.inset(look.px(6), 0, 0, 0), shown.color(s), shown.label(s),
                   Align::Right);
  }
}

/// Whether two of the scenarios other than the baseline differ.
bool tells_policies_apart(const KeyDifference& difference) {
  return std::adjacent_find(difference.values.begin() + 1, difference.values.end(), std::not_equal_to<>()) !=
         difference.values.end();
}

/// Which levers, clauses and assumptions differ, a column a scenario.
void draw_levers(const Look& look, Box box, const ShownFutures& shown) {
  Canvas canvas(look);
  const auto scenarios = scenarios_of(shown);
  auto differences = differing_keys(scenarios);
  // What tells the policies from each other comes before what tells all of them from the baseline.
  const auto rest = std::stable_partition(differences.begin(), differences.end(), tells_policies_apart);
  const auto first = static_cast<std::size_t>(rest - differences.begin());
  const float column = std::min(look.px(112), box.w * 0.6F / static_cast<float>(shown.count()));
  canvas.text_in(look.fonts.strong, box.take_top(look.px(24)), look.theme.text,
                 look.texts("ui.compare.levers", {std::to_string(differences.size())}));
  draw_labels(look, box.take_top(look.px(22)).inset(0, 0, look.px(12), 0), shown, column);
  canvas.fill({box.x, box.y, box.w, 1}, look.theme.edge);
  ImGui::SetCursorScreenPos({box.x, box.y + look.px(2)});
  ImGui::BeginChild("levers", {box.w, box.h - look.px(2)}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = look.px(24);
  Canvas inner(look);
  for (std::size_t i = 0; i < differences.size(); ++i) {
    const KeyDifference& difference = differences[i];
    Box line{box.x, at.y + height * static_cast<float>(i), box.w - look.px(12), height};
    if (line.bottom() < box.y || line.y > box.bottom()) continue;
    for (std::size_t s = shown.count(); s-- > 0;) {
      std::string words =
          control_text(look.texts, difference.parameter, difference.values[s], scenarios[s]->start);
      if (difference.differs_later && !steps_of(*scenarios[s], difference.parameter).empty()) words += " *";
      const bool is_baseline = difference.values[s] == difference.values[0];
      inner.text_in(look.fonts.small, line.take_right(column).inset(look.px(6), 0, 0, 0),
                    is_baseline ? look.theme.text_muted : look.theme.text, words, Align::Right);
    }
    inner.text_in(look.fonts.body, line, i < first ? look.theme.text : look.theme.text_muted,
                  name_of(look.texts, scenarios[0]->facts->clauses, difference.parameter));
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({1, height * static_cast<float>(differences.size())});
  if (differences.empty()) {
    inner.text_in(look.fonts.body, {box.x, box.y, box.w, look.px(60)}, look.theme.text_faint,
                  look.texts("ui.compare.no_difference"), Align::Middle);
  }
  ImGui::EndChild();
}

void draw_charts(Dashboard& dashboard, const Look& look, const Box& box, const ShownFutures& shown) {
  const auto columns = static_cast<std::size_t>(std::clamp(box.w / look.px(300), 1.0F, 3.0F));
  const auto rows = static_cast<std::size_t>(std::clamp(box.h / look.px(150), 1.0F, 2.0F));
  const float gap = look.px(10);
  const float w = (box.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float h = (box.h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  for (std::size_t i = 0; i < std::min(columns * rows, small_multiples.size()); ++i) {
    const auto column = static_cast<float>(i % columns);
    const std::size_t rows_above = i / columns;
    const auto row = static_cast<float>(rows_above);
    const Box place{std::round(box.x + column * (w + gap)), std::round(box.y + row * (h + gap)),
                    std::round(w), std::round(h)};
    FanChart chart = indicator_picture(shown, small_multiples[i]);
    chart.head.note.clear();
    ImGui::PushID(static_cast<int>(i));
    if (const auto month = draw_fan_chart(chart, place, look))
      dashboard.time.go_to(*month, dashboard.months());
    ImGui::PopID();
  }
}

}  // namespace

void draw_compare_page(Dashboard& dashboard, const Box& box, const Look& look, const ShownFutures* shown) {
  if (shown == nullptr) {
    static_cast<void>(page_head(dashboard, box, look, look.texts("ui.compare.title"), ""));
    return;
  }
  Box rest = page_head(dashboard, box, look, look.texts("ui.compare.title"), shown->note());
  draw_choice(dashboard, look, rest.take_top(look.px(28)), *shown);
  Canvas canvas(look);
  for (const std::string& line : warnings(dashboard.session, *shown))
    canvas.text_in(look.fonts.body, rest.take_top(look.px(26)), look.theme.trouble, line);
  rest.take_top(look.px(10));
  const bool is_wide = rest.w >= look.px(760);
  Box left = is_wide ? rest.take_left(std::round(rest.w * 0.36F)) : rest.take_top(std::round(rest.h * 0.4F));
  if (is_wide) rest.take_left(look.px(18));
  draw_levers(look, left, *shown);
  if (rest.h >= look.px(420)) {
    const Box charts = rest.take_bottom(std::round(rest.h * 0.46F));
    rest.take_bottom(look.px(10));
    draw_charts(dashboard, look, charts, *shown);
  }
  draw_indicator_table(dashboard, look, rest, *shown);
}

}  // namespace park::ui
