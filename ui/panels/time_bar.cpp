// SPDX-License-Identifier: MIT
#include "panels/time_bar.hpp"

#include <imgui.h>

#include <array>
#include <charconv>
#include <cmath>

#include "charts/time_plot.hpp"
#include "panels/actions.hpp"
#include "panels/icons.hpp"

namespace park::ui {
namespace {

std::string short_number(double number) {
  std::array<char, 32> digits{};
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  return {digits.data(), result.ptr};
}

struct Status {
  std::string words;
  bool is_trouble = false;
};

Status status_of(const Dashboard& dashboard, const Texts& texts) {
  const std::string failure = dashboard.session.failure();
  if (!failure.empty()) return {failure, true};
  if (!dashboard.futures) return {texts("ui.status.first_run"), false};
  const Futures& futures = *dashboard.futures;
  if (!futures.failures.empty()) return {futures.failures.front(), true};
  if (dashboard.session.is_busy()) {
    return {texts("ui.status.running",
                  {std::to_string(futures.paired_runs()), std::to_string(futures.wanted_runs())}),
            false};
  }
  const std::string runs = std::to_string(futures.paired_runs() * futures.scenario_count());
  std::string words = texts("ui.status.done", {runs, std::to_string(futures.seed())});
  if (!dashboard.is_still) {
    words += texts("ui.status.speed", {std::to_string(std::lround(futures.elapsed_ms))});
    // At rest nothing is drawn, which would look like a slow machine.
    if (dashboard.time.is_playing())
      words += texts("ui.status.frames", {std::to_string(dashboard.frames_a_second)});
  }
  return {words, false};
}

void draw_transport(Dashboard& dashboard, Box& bar, const Look& look) {
  const float size = look.px(32);
  const float y = std::round(bar.middle_y() - size / 2);
  const auto place = [&](float width) {
    const Box box = bar.take_left(width);
    bar.take_left(look.px(6));
    ImGui::SetCursorScreenPos({box.x, y});
    return Box{box.x, y, box.w, size};
  };
  place(size);
  if (icon_button(look, "opening", Icon::ToStart, size, tooltip_of(Action::ToOpening, look.texts)))
    carry_out(dashboard, Action::ToOpening);
  const std::string words = look.texts(dashboard.time.is_playing() ? "ui.time.pause" : "ui.time.play");
  const Box play = place(text_width(look.fonts.body, words) + look.px(46));
  if (ImGui::InvisibleButton("play", {play.w, play.h})) carry_out(dashboard, Action::PlayOrPause);
  Canvas canvas(look);
  canvas.fill(play, ImGui::IsItemHovered() ? look.theme.accent_hover : look.theme.accent, look.px(5));
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", tooltip_of(Action::PlayOrPause, look.texts).c_str());
  Box inside = play.inset(look.px(6), 0, look.px(12), 0);
  draw_icon(canvas, dashboard.time.is_playing() ? Icon::Pause : Icon::Play, inside.take_left(look.px(26)),
            look.theme.on_accent);
  canvas.text_in(look.fonts.body, inside, look.theme.on_accent, words);
  const std::string speed = short_number(dashboard.time.speed()) + "×";
  const Box speed_box = place(look.px(50));
  if (ImGui::InvisibleButton("speed", {speed_box.w, speed_box.h})) dashboard.time.next_speed();
  if (ImGui::IsItemHovered()) {
    canvas.fill(speed_box, look.theme.field_hover, look.px(5));
    ImGui::SetTooltip("%s", look.texts("ui.time.speed").c_str());
  }
  canvas.outline(speed_box, look.theme.edge, look.px(5));
  canvas.text_in(look.fonts.body, speed_box, look.theme.text, speed, Align::Middle);
}

/// Marks where the policy of the active scenario changes.
void draw_policy_marks(Canvas& canvas, const Scenario& scenario, const Box& track) {
  for (const PolicyStep& step : scenario.policy) {
    const float at = track.x + track.w * static_cast<float>(step.at) / static_cast<float>(scenario.months);
    canvas.list().AddTriangleFilled({at - canvas.px(4), track.y - canvas.px(9)},
                                    {at + canvas.px(4), track.y - canvas.px(9)}, {at, track.y - canvas.px(3)},
                                    packed(canvas.theme().trouble));
  }
}

void draw_track(Dashboard& dashboard, const Box& bar, const Look& look) {
  const Scenario& scenario = *dashboard.session.active_tab().now();
  const int months = scenario.months;
  const Box touch = bar.inset(0, look.px(6), 0, look.px(6));
  if (touch.w < 2 || touch.h < 2) return;
  ImGui::SetCursorScreenPos({touch.x, touch.y});
  ImGui::InvisibleButton("track", {touch.w, touch.h});
  const Box track{bar.x, std::round(bar.middle_y() - look.px(6)), bar.w, look.px(4)};
  if (ImGui::IsItemActive()) {
    const float share = (ImGui::GetIO().MousePos.x - track.x) / track.w;
    dashboard.time.go_to(static_cast<int>(std::lround(share * static_cast<float>(months))), months);
  }
  Canvas canvas(look);
  const auto x = [&](double month) { return track.x + track.w * static_cast<float>(month / months); };
  canvas.fill(track, look.theme.edge, look.px(2));
  const float reached = x(dashboard.time.moment());
  canvas.fill({track.x, track.y, reached - track.x, track.h}, look.theme.accent, look.px(2));
  const ImFont* font = look.fonts.small;
  const int most = std::max(2, static_cast<int>(track.w / (text_width(font, "2026") + look.px(26))));
  for (const YearTick& tick : year_ticks(scenario.start, months, most)) {
    const float at = std::round(x(tick.month));
    canvas.fill({at, track.bottom() + look.px(2), 1, look.px(4)}, look.theme.axis);
    canvas.text(font, at, track.bottom() + look.px(7), look.theme.text_faint, std::to_string(tick.year),
                Align::Middle);
  }
  draw_policy_marks(canvas, scenario, track);
  canvas.dot(reached, track.middle_y(), look.px(8), look.theme.text);
  canvas.dot(reached, track.middle_y(), look.px(5.5F), look.theme.accent);
}

}  // namespace

void draw_time_bar(Dashboard& dashboard, const Box& box, const Look& look) {
  Canvas canvas(look);
  canvas.fill({box.x, box.y, box.w, 1}, look.theme.edge);
  Box bar = box.inset(look.px(14), 0, look.px(16), 0);
  draw_transport(dashboard, bar, look);
  const Scenario& scenario = *dashboard.session.active_tab().now();
  const TimeAxis axis{scenario.start, scenario.months, dashboard.time.month()};
  const float width = month_width(look.texts, axis, look.fonts.title) + look.px(10);
  canvas.text_in(look.fonts.title, bar.take_left(width), look.theme.text,
                 month_text(look.texts, axis, dashboard.time.month()), Align::Middle);
  bar.take_left(look.px(16));
  const Status status = status_of(dashboard, look.texts);
  const float wanted = std::max(look.px(250), text_width(look.fonts.small, status.words) + look.px(6));
  if (bar.w > wanted + look.px(240)) {
    const Box place = bar.take_right(wanted);
    canvas.text_in(look.fonts.small, place, status.is_trouble ? look.theme.trouble : look.theme.text_faint,
                   status.words, Align::Right);
    bar.take_right(look.px(22));
  } else {
    bar.take_right(look.px(8));
  }
  draw_track(dashboard, bar, look);
}

}  // namespace park::ui
