// SPDX-License-Identifier: MIT
#include "present/lever_board.hpp"

#include <imgui.h>

#include <cmath>

#include "core/no_value.hpp"
#include "panels/controls.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {
namespace {

// In pixels at 1080 lines.
constexpr float row_height = 84;
constexpr float heading_height = 52;

/// Type in which the dashboard's controls come out large enough for a hall.
Fonts control_fonts(const FilmType& type) {
  Fonts fonts = type.fonts;
  fonts.body = type.fonts.small;
  return fonts;
}

class Board {
 public:
  Board(LeverChoice& choice, LeverBoardState& state, const FilmType& type, const Look& look)
      : choice_(choice),
        state_(state),
        type_(type),
        look_(look),
        control_fonts_(control_fonts(type)),
        controls_{look.texts, look.theme, control_fonts_, look.scale * 1.5F},
        canvas_(look_) {}

  BoardWish draw(const Box& frame) {
    canvas_.fill(frame, faded(look_.theme.ground, 0.55));
    Box box = frame;
    box = box.take_right(std::min(frame.w, look_.px(900)));
    canvas_.fill(box, look_.theme.panel);
    canvas_.fill({box.x, box.y, look_.px(2), box.h}, look_.theme.edge);
    box = box.inset(look_.px(40), look_.px(36), look_.px(40), look_.px(28));
    draw_head(box);
    const BoardWish wish = draw_ways_out(box.take_bottom(look_.px(104)));
    draw_search(box.take_top(look_.px(48)));
    box.take_top(look_.px(10));
    draw_list(box);
    return wish;
  }

 private:
  void draw_head(Box& box) {
    const Texts& texts = look_.texts;
    const std::string title = texts("ui.brief.adjust.title", {label_of(choice_.scenario(), texts)});
    canvas_.text_in(type_.fonts.title, box.take_top(look_.px(48)), look_.theme.text, title);
    box.take_top(look_.px(8));
    if (choice_.can_hold_from_now()) {
      const std::string month = to_string(plus_months(choice_.scenario().start, choice_.month()));
      const std::array<std::string, 2> ways = {texts("ui.brief.adjust.now", {month}),
                                               texts("ui.brief.adjust.start")};
      const auto clicked =
          tab_row(controls_, "from when", box.take_top(look_.px(48)), ways, choice_.holds_from_now() ? 0 : 1);
      if (clicked) choice_.hold_from_now(*clicked == 0);
      box.take_top(look_.px(10));
    }
  }

  void draw_search(const Box& box) {
    ImGui::PushFont(type_.fonts.body);
    words_field("##search", box, look_.texts("ui.brief.adjust.search"), choice_.search, state_.wants_search,
                look_.px(14));
    ImGui::PopFont();
    state_.wants_search = false;
  }

  void draw_list(const Box& box) {
    ImGui::SetCursorScreenPos({box.x - look_.px(12), box.y});
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, look_.px(14));
    ImGui::BeginChild("levers", {box.w + look_.px(28), box.h}, false,
                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
    const Box view{box.x, box.y, box.w - look_.px(8), box.h};
    float y = ImGui::GetCursorScreenPos().y;
    const float top = y;
    const auto rows = choice_.rows();
    const bool has_headings = choice_.search.empty() && choice_.differing() > 0;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      if (has_headings && (k == 0 || k == choice_.differing())) {
        draw_heading({view.x, y, view.w, look_.px(heading_height)},
                     k == 0 ? "ui.brief.adjust.differing" : "ui.brief.adjust.others");
        y += look_.px(heading_height);
      }
      const Box row{view.x, y, view.w, look_.px(row_height)};
      if (row.bottom() > view.y && row.y < view.bottom()) draw_row(row, rows[k]);
      if (state_.scrolls_to_selected && rows[k].lever == choice_.selected()) scroll_to(row, view);
      y += row.h;
    }
    if (rows.empty()) {
      Canvas canvas(look_);
      canvas.text_in(type_.fonts.body, {view.x, y, view.w, look_.px(80)}, look_.theme.text_faint,
                     look_.texts("ui.levers.none_found"), Align::Middle);
    }
    ImGui::SetCursorScreenPos({view.x, top});
    ImGui::Dummy({1, std::max(1.0F, y - top)});
    ImGui::EndChild();
    ImGui::PopStyleVar();
  }

  void scroll_to(const Box& row, const Box& view) {
    state_.scrolls_to_selected = false;
    const float above = view.y + look_.px(heading_height) - row.y;
    const float below = row.bottom() - view.bottom();
    if (above > 0) ImGui::SetScrollY(ImGui::GetScrollY() - above);
    if (below > 0) ImGui::SetScrollY(ImGui::GetScrollY() + below);
  }

  void draw_heading(const Box& box, const char* key) const {
    Canvas canvas(look_);
    canvas.text_in(type_.fonts.small, box.inset(0, look_.px(8), 0, 0), look_.theme.scenario_text,
                   look_.texts(key));
    canvas.fill({box.x, box.bottom() - look_.px(4), box.w, look_.px(1.5F)}, look_.theme.edge);
  }

  void draw_row(const Box& box, const LeverChoice::Row& row) {
    ImGui::PushID(row.lever->key.data());
    Canvas canvas(look_);
    if (row.lever == choice_.selected())
      canvas.outline(box.inset(-look_.px(10), look_.px(2), -look_.px(6), look_.px(2)),
                     look_.theme.accent_hover, look_.px(8), look_.px(2));
    Box rest = box.inset(0, look_.px(8), 0, look_.px(8));
    Box line = rest.take_top(look_.px(36));
    ImGui::SetCursorScreenPos({line.x, line.y});
    if (ImGui::InvisibleButton("name", {line.w, line.h})) choice_.select(row.lever);
    if (row.scale.kind == ValueKind::Switch) {
      draw_switch(line.take_right(look_.px(64)), row);
    } else {
      draw_value(canvas, line, row);
    }
    canvas.text_in(type_.fonts.body, line, row.is_moved() ? look_.theme.text : look_.theme.text_muted,
                   std::string(look_.texts.pick(row.lever->zh, row.lever->en)));
    draw_control(rest, row);
    ImGui::PopID();
  }

  void draw_switch(const Box& place, const LeverChoice::Row& row) {
    const float h = look_.px(30);
    if (toggle(controls_, "switch", {place.x, place.middle_y() - h / 2, look_.px(58), h}, row.value != 0))
      move(row, row.value != 0 ? 0 : 1);
  }

  /// `6 → 24 months`; takes its room from the line.
  void draw_value(Canvas& canvas, Box& line, const LeverChoice::Row& row) const {
    if (row.scale.kind == ValueKind::Choice) return;
    const YearMonth start = choice_.scenario().start;
    const ParameterKey key{row.lever, 0};
    const std::string now = control_text(look_.texts, key, row.value, start);
    const Color color = row.is_moved() ? look_.theme.scenario_text : look_.theme.text;
    canvas.text_in(type_.fonts.strong, line.take_right(text_width(type_.fonts.strong, now)), color, now);
    if (row.is_moved()) {
      const std::string before = control_text(look_.texts, key, row.before, start) + " → ";
      canvas.text_in(type_.fonts.small, line.take_right(text_width(type_.fonts.small, before)),
                     look_.theme.text_faint, before);
    }
    line.take_right(look_.px(16));
  }

  void draw_control(const Box& box, const LeverChoice::Row& row) {
    if (row.scale.kind == ValueKind::Switch) return;
    if (row.scale.kind == ValueKind::Choice) {
      std::vector<std::string> names;
      for (const Choice& one : row.lever->choices) names.emplace_back(look_.texts.pick(one.zh, one.en));
      const auto clicked =
          choose(controls_, "choice", box, names, static_cast<std::size_t>(std::lround(row.value)));
      if (clicked) move(row, static_cast<double>(*clicked));
      return;
    }
    const SliderMarks marks{row.reference, row.is_moved() ? row.before : no_value};
    const auto moved = slider(controls_, "slider", box, {row.scale.min, row.scale.max}, row.value, marks);
    if (moved) move(row, snapped(row.scale, *moved));
  }

  void move(const LeverChoice::Row& row, double value) {
    choice_.select(row.lever);
    choice_.set(*row.lever, value);
    state_.problem.clear();
  }

  BoardWish draw_ways_out(Box box) {
    const Texts& texts = look_.texts;
    box.take_top(look_.px(12));
    Box hints = box.take_bottom(look_.px(32));
    const bool has_problem = !state_.problem.empty();
    canvas_.text_in(type_.fonts.small, hints, has_problem ? look_.theme.trouble : look_.theme.text_faint,
                    has_problem ? state_.problem : texts("ui.brief.adjust.keys"));
    const std::size_t moved = choice_.changes().size();
    const std::string give_up = texts("ui.brief.adjust.give_up");
    const std::string live_anew = texts("ui.brief.adjust.live_anew", {std::to_string(moved)});
    Box line = box.take_top(look_.px(48));
    BoardWish wish = BoardWish::None;
    const Box right = line.take_right(words_button_width(controls_, give_up) + look_.px(24));
    if (words_button(controls_, "give up", right, give_up)) wish = BoardWish::GiveUp;
    line.take_right(look_.px(12));
    if (words_button(controls_, "live anew", line, live_anew, ButtonStyle::Strong, moved > 0))
      wish = BoardWish::LiveAnew;
    return wish;
  }

  LeverChoice& choice_;
  LeverBoardState& state_;
  const FilmType& type_;
  const Look& look_;
  Fonts control_fonts_;
  Look controls_;
  Canvas canvas_;
};

}  // namespace

BoardWish draw_lever_board(LeverChoice& choice, LeverBoardState& state, const FilmType& type,
                           const Look& look, const Box& frame) {
  return Board(choice, state, type, look).draw(frame);
}

void draw_renewal(Canvas& canvas, const FilmType& type, const Box& frame, float progress,
                  const std::string& failure) {
  const Theme& theme = canvas.theme();
  const Texts& texts = canvas.look().texts;
  canvas.fill(frame, faded(theme.ground, 0.55));
  const float width = canvas.px(760);
  const float height = canvas.px(196);
  Box box{frame.middle_x() - width / 2, frame.middle_y() - height / 2, width, height};
  canvas.fill(box, theme.panel, canvas.px(12));
  canvas.outline(box, theme.edge, canvas.px(12), canvas.px(1.5F));
  box = box.inset(canvas.px(36), canvas.px(26), canvas.px(36), canvas.px(24));
  const bool has_failed = !failure.empty();
  canvas.text_in(type.fonts.title, box.take_top(canvas.px(48)), has_failed ? theme.trouble : theme.text,
                 texts(has_failed ? "ui.brief.adjust.failed" : "ui.brief.adjust.living"));
  canvas.text_in(type.fonts.small, box.take_bottom(canvas.px(32)), theme.text_muted,
                 has_failed ? failure : texts("ui.brief.adjust.living_keys"));
  if (has_failed) return;
  const Box bar{box.x, box.middle_y() - canvas.px(7), box.w, canvas.px(14)};
  canvas.fill(bar, theme.field, canvas.px(7));
  canvas.fill({bar.x, bar.y, bar.w * progress, bar.h}, theme.accent_hover, canvas.px(7));
}

}  // namespace park::ui
