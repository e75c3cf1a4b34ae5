// SPDX-License-Identifier: MIT
#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>
#include <cmath>

#include "charts/number_text.hpp"
#include "core/no_value.hpp"
#include "panels/clause_words.hpp"
#include "panels/controls.hpp"
#include "panels/dialog_parts.hpp"
#include "panels/edits.hpp"
#include "panels/lever_text.hpp"
#include "panels/pages.hpp"
#include "panels/parameter_rows.hpp"
#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"

namespace park::ui {
namespace {

constexpr float line_height = 28;  // at 100 %

/// Where the columns of the table begin, for a width; those that find no room are empty.
struct Columns {
  Box on, name, payment, who, intensity, value, users, cost, jobs, per_job;
};

Columns columns_in(Box line, const Look& look) {
  const float width = line.w / look.scale;
  const bool has_worth = width >= 860;
  const bool has_who = width >= 1180;
  const float gap = look.px(10);
  const auto right = [&](float size) {
    const Box piece = line.take_right(look.px(size));
    line.take_right(gap);
    return piece;
  };
  Columns columns;
  columns.on = line.take_left(look.px(30));
  line.take_left(gap);
  if (has_worth) columns.per_job = right(86);
  if (has_worth) columns.jobs = right(128);
  columns.cost = right(84);
  columns.users = right(84);
  columns.value = right(56);
  columns.intensity = right(width >= 700 ? 120 : 80);
  const float rest = line.w;
  if (has_who) {
    columns.who = line.take_right(std::round(rest * 0.24F));
    line.take_right(gap);
  }
  columns.payment = line.take_right(std::round(rest * 0.3F));
  line.take_right(gap);
  columns.name = line;
  return columns;
}

/// The clauses of the active scenario and what is known of them.
struct Clauses {
  const Scenario& now;
  const EditedScenario& tab;
  const ShownFutures* shown;
  std::shared_ptr<const Finding<study::ClauseValues>> worth;

  [[nodiscard]] const PolicyClause& at(std::size_t c) const { return now.facts->clauses.clauses[c]; }
  [[nodiscard]] double intensity(std::size_t c) const { return now.parameters.clauses[c]; }
  [[nodiscard]] ClauseUse use(std::size_t c) const {
    return shown == nullptr ? ClauseUse() : shown->futures().clause_use(shown->scenario(), c);
  }
};

void heading(Canvas& canvas, const Box& box, const std::string& words, Align align) {
  if (!box.is_empty())
    canvas.text_in(canvas.look().fonts.small, box, canvas.theme().text_faint, words, align);
}

void draw_table_head(const Look& look, const Box& line) {
  Canvas canvas(look);
  const Columns columns = columns_in(line, look);
  heading(canvas, columns.name, look.texts("ui.clauses.clause"), Align::Left);
  heading(canvas, columns.payment, look.texts("ui.clauses.payment"), Align::Left);
  heading(canvas, columns.who, look.texts("ui.clauses.who"), Align::Left);
  heading(canvas, columns.intensity, look.texts("ui.clauses.intensity"), Align::Left);
  heading(canvas, columns.users, look.texts("ui.clauses.users"), Align::Right);
  heading(canvas, columns.cost, look.texts("ui.clauses.cost"), Align::Right);
  heading(canvas, columns.jobs, look.texts("ui.clauses.jobs"), Align::Right);
  heading(canvas, columns.per_job, look.texts("ui.clauses.per_job"), Align::Right);
  canvas.fill({line.x, line.bottom() - 1, line.w, 1}, look.theme.edge);
}

std::string number(const Look& look, float value) {
  return value_parts(look.texts, static_cast<double>(value), "firms").number;
}

void draw_cost(Canvas& canvas, const Box& box, const ClauseUse& use) {
  if (box.is_empty()) return;
  const Look& look = canvas.look();
  const std::string words =
      value_text(look.texts, static_cast<double>(use.cost_million_yuan), "million yuan");
  canvas.text_in(look.fonts.body, box, use.cost_million_yuan > 0 ? look.theme.text : look.theme.text_faint,
                 words, Align::Right);
}

void draw_worth(Canvas& canvas, const Columns& columns, const Clauses& clauses, std::size_t c) {
  if (!clauses.worth || columns.jobs.is_empty()) return;
  const Look& look = canvas.look();
  const study::ClauseValue& value = clauses.worth->found.clauses[c];
  const study::Difference& jobs = value.leave_one_out[0];
  const bool is_stale = clauses.worth->subject.scenario != clauses.tab.now();
  const bool is_certain = jobs.n > 1 && (jobs.lo > 0 || jobs.hi < 0);
  const Color ink = is_stale || !is_certain ? look.theme.text_faint
                    : jobs.mean < 0         ? look.theme.trouble
                                            : look.theme.good;
  if (jobs.n > 0) {
    const std::string words = difference_text(look.texts, jobs.mean, "people") + " " +
                              interval_text(look.texts, jobs.lo, jobs.hi, "people");
    canvas.text_in(look.fonts.small, columns.jobs, ink, words, Align::Right);
  }
  const std::string per_job = std::isfinite(value.cost_per_job_yuan)
                                  ? value_text(look.texts, value.cost_per_job_yuan, "yuan")
                                  : std::string("–");
  canvas.text_in(look.fonts.small, columns.per_job, is_stale ? look.theme.text_faint : look.theme.text_muted,
                 per_job, Align::Right);
}

void draw_clause_tooltip(const Look& look, const Clauses& clauses, std::size_t c) {
  const PolicyClause& clause = clauses.at(c);
  ImGui::BeginTooltip();
  wrapped(look.theme.text, std::string(look.texts.pick(clause.zh, clause.en)), look.px(400));
  wrapped(look.theme.text_muted, payment_words(clause, look.texts), look.px(400));
  const std::string who = eligibility_words(clause, look.texts);
  wrapped(look.theme.text_muted, who.empty() ? look.texts("ui.clauses.everybody") : who, look.px(400));
  const double acts =
      std::min(max_clause_value, clauses.intensity(c) * clauses.now.parameters.levers.clause_intensity);
  wrapped(
      look.theme.text_muted,
      look.texts("ui.clauses.acts_with", {control_number(look.texts, scale_of({nullptr, c}), acts, false)}),
      look.px(400));
  wrapped(look.theme.text_faint, "clause." + clause.id + "   " + clause.source, look.px(400));
  ImGui::EndTooltip();
}

void draw_clause(Dashboard& dashboard, const Look& look, const Box& line, const Clauses& clauses,
                 std::size_t c) {
  ImGui::PushID(static_cast<int>(c));
  Canvas canvas(look);
  const PolicyClause& clause = clauses.at(c);
  const Columns columns = columns_in(line, look);
  const double now = clauses.intensity(c);
  const double baseline = clauses.tab.baseline()->parameters.clauses[c];
  const double saved = clauses.tab.saved()->parameters.clauses[c];
  const std::string key = key_text(clauses.now.facts->clauses, {nullptr, c});
  const float h = look.px(16);
  if (toggle(look, "on", {columns.on.x, columns.on.middle_y() - h / 2, columns.on.w, h}, now > 0)) {
    edit(dashboard, SetPolicy{key, now > 0 ? 0 : (baseline > 0 ? baseline : 1), {}, 0});
    dashboard.session.end_gesture();
  }
  ImGui::SetCursorScreenPos({columns.name.x, columns.name.y});
  const float words_width = std::max(1.0F, columns.payment.right() - columns.name.x);
  ImGui::InvisibleButton("words", {words_width, line.h});
  if (has_rested_on_item()) draw_clause_tooltip(look, clauses, c);
  const Color ink = now > 0 ? look.theme.text : look.theme.text_faint;
  canvas.text_in(look.fonts.body, columns.name, ink, look.texts.pick(clause.zh, clause.en));
  canvas.text_in(look.fonts.small, columns.payment, look.theme.text_muted, payment_words(clause, look.texts));
  if (!columns.who.is_empty())
    canvas.text_in(look.fonts.small, columns.who, look.theme.text_faint,
                   eligibility_words(clause, look.texts));
  const auto moved =
      slider(look, "intensity", columns.intensity, {0, max_clause_value}, now, {baseline, saved});
  if (moved) {
    const double value = snapped(scale_of({nullptr, c}), *moved);
    if (value != now) edit(dashboard, SetPolicy{key, value, {}, 0});
  }
  ControlRow row;
  row.parameter = {nullptr, c};
  row.key = key;
  row.scale = scale_of(row.parameter);
  row.value = now;
  draw_value_field(dashboard, look, columns.value, row, dashboard.planner.clauses.list,
                   now != baseline ? look.theme.scenario_text : ink);
  const ClauseUse use = clauses.use(c);
  if (clause.lever.empty()) {
    canvas.text_in(look.fonts.body, columns.users, use.users > 0 ? look.theme.text : look.theme.text_faint,
                   number(look, use.users), Align::Right);
    draw_cost(canvas, columns.cost, use);
  } else {
    canvas.text_in(look.fonts.small, columns.cost, look.theme.text_faint, look.texts("ui.clauses.in_lever"),
                   Align::Right);
  }
  draw_worth(canvas, columns, clauses, c);
  ImGui::PopID();
}

bool is_found(const PolicyClause& clause, const std::string& search) {
  return search.empty() || clause.zh.find(search) != std::string::npos ||
         clause.en.find(search) != std::string::npos || clause.id.find(search) != std::string::npos;
}

/// A category's line: how many act, one slider for all of them, what it costs in all.
void draw_category(Dashboard& dashboard, const Look& look, const Box& line, const Clauses& clauses,
                   std::size_t category, const std::vector<std::size_t>& members) {
  ImGui::PushID(static_cast<int>(1000 + category));
  std::set<std::size_t>& folded = dashboard.planner.clauses.folded;
  const ClauseCategory& row = clauses.now.facts->clauses.categories[category];
  double sum = 0;
  std::size_t on = 0;
  ClauseUse total;
  for (const std::size_t c : members) {
    sum += clauses.intensity(c);
    if (clauses.intensity(c) > 0) ++on;
    total.cost_million_yuan += clauses.use(c).cost_million_yuan;
  }
  const double mean = sum / static_cast<double>(std::max<std::size_t>(1, members.size()));
  Canvas canvas(look);
  canvas.fill(line.inset(0, look.px(2), 0, look.px(2)), look.theme.field, look.px(4));
  const Columns columns = columns_in(line, look);
  const bool is_folded = folded.contains(category);
  ImGui::SetCursorScreenPos({line.x, line.y});
  if (ImGui::InvisibleButton("fold", {std::max(1.0F, columns.payment.right() - line.x), line.h})) {
    if (is_folded) {
      folded.erase(category);
    } else {
      folded.insert(category);
    }
  }
  const float s = look.px(4);
  const float x = columns.on.middle_x();
  const float y = line.middle_y();
  const std::uint32_t ink = packed(look.theme.text_muted);
  if (is_folded) {
    canvas.list().AddTriangleFilled({x - s / 2, y - s}, {x + s / 2, y}, {x - s / 2, y + s}, ink);
  } else {
    canvas.list().AddTriangleFilled({x - s, y - s / 2}, {x + s, y - s / 2}, {x, y + s / 2}, ink);
  }
  canvas.text_in(look.fonts.strong, columns.name, look.theme.scenario_text, look.texts.pick(row.zh, row.en));
  canvas.text_in(look.fonts.small, columns.payment, look.theme.text_muted,
                 look.texts("ui.clauses.on_of", {std::to_string(on), std::to_string(members.size())}));
  if (const auto moved =
          slider(look, "all", columns.intensity, {0, max_clause_value}, mean, {no_value, no_value}))
    edit(dashboard, SetClauseCategory{category, snapped(scale_of({nullptr, 0}), *moved)});
  canvas.text_in(look.fonts.body, columns.value, look.theme.text_muted,
                 control_number(look.texts, scale_of({nullptr, 0}), std::round(mean * 100) / 100, false),
                 Align::Right);
  draw_cost(canvas, columns.cost, total);
  ImGui::PopID();
}

void draw_table(Dashboard& dashboard, const Look& look, const Box& view, const Clauses& clauses) {
  const ClausesPageState& state = dashboard.planner.clauses;
  float y = ImGui::GetCursorScreenPos().y;
  const float top = y;
  const float height = look.px(line_height);
  const float width = view.w - look.px(14);
  const auto next = [&] {
    const Box line{view.x, y, width, height};
    y += height;
    return line;
  };
  const auto is_seen = [&](const Box& line) { return line.bottom() > view.y && line.y < view.bottom(); };
  for (std::size_t category = 0; category < clause_category_count; ++category) {
    std::vector<std::size_t> members;
    for (std::size_t c = 0; c < clause_count; ++c) {
      if (clauses.at(c).category == category && is_found(clauses.at(c), state.search)) members.push_back(c);
    }
    if (members.empty()) continue;
    const Box line = next();
    if (is_seen(line)) draw_category(dashboard, look, line, clauses, category, members);
    if (state.folded.contains(category) && state.search.empty()) continue;
    for (const std::size_t c : members) {
      const Box row = next();
      if (is_seen(row)) draw_clause(dashboard, look, row, clauses, c);
    }
  }
  ImGui::SetCursorScreenPos({view.x, top});
  ImGui::Dummy({1, y - top + look.px(6)});
}

/// Search, the lever over all clauses, and the button that has each one valued.
void draw_tools(Dashboard& dashboard, const Look& look, Box line, const Clauses& clauses) {
  ClausesPageState& state = dashboard.planner.clauses;
  Canvas canvas(look);
  const Box search = line.take_left(std::min(look.px(220), line.w * 0.3F));
  ImGui::SetCursorScreenPos({search.x, search.y});
  ImGui::SetNextItemWidth(search.w);
  ImGui::InputTextWithHint("##search", look.texts("ui.clauses.search").c_str(), &state.search);
  line.take_left(look.px(16));
  const auto& found = dashboard.session.analyses().clause_values();
  const bool is_busy = found.is_busy();
  const std::string percent = std::to_string(std::lround(100 * found.progress()));
  const std::string words =
      is_busy ? look.texts("ui.clauses.valuing", {percent}) : look.texts("ui.clauses.value_each");
  const Box button = line.take_right(words_button_width(look, words));
  if (words_button(look, "value", button, words, ButtonStyle::Strong, !is_busy))
    dashboard.session.want_clause_values();
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", look.texts("ui.clauses.value_tip").c_str());
  line.take_right(look.px(16));
  const ParameterRow& lever = *find_parameter("clause_intensity");
  const double now = clauses.now.parameters.levers.clause_intensity;
  const std::string name(look.texts.pick(lever.zh, lever.en));
  canvas.text_in(look.fonts.body, line.take_left(text_width(look.fonts.body, name) + look.px(10)),
                 look.theme.text_muted, name);
  const Box value = line.take_right(std::min(line.w, look.px(64)));
  const Box track = line.take_left(std::min(line.w, look.px(260)));
  const auto moved = slider(look, "over all", track, {lever.min, lever.max}, now,
                            {clauses.tab.baseline()->parameters.levers.clause_intensity,
                             clauses.tab.saved()->parameters.levers.clause_intensity});
  const Scale scale = scale_of({&lever, 0});
  if (moved && snapped(scale, *moved) != now)
    edit(dashboard, SetPolicy{"clause_intensity", snapped(scale, *moved), {}, 0});
  canvas.text_in(look.fonts.body, {track.right() + look.px(8), value.y, value.w, value.h}, look.theme.text,
                 control_text(look.texts, {&lever, 0}, now, clauses.now.start));
}

}  // namespace

void draw_clauses_page(Dashboard& dashboard, const Box& box, const Look& look, const ShownFutures* shown) {
  const EditedScenario& tab = dashboard.session.active_tab();
  const auto now = tab.now();  // an edit may replace it while it is drawn
  const Clauses clauses{*now, tab, shown, dashboard.session.analyses().clause_values().answer()};
  std::string note = look.texts("ui.clauses.note");
  if (const std::string failure = dashboard.session.analyses().clause_values().failure(); !failure.empty())
    note = failure;
  Box rest = page_head(dashboard, box, look, look.texts("ui.clauses.title"), note);
  draw_tools(dashboard, look, rest.take_top(look.px(28)), clauses);
  rest.take_top(look.px(8));
  draw_table_head(look, rest.take_top(look.px(22)).inset(0, 0, look.px(14), 0));
  ImGui::SetCursorScreenPos({rest.x, rest.y});
  ImGui::BeginChild("clauses", {rest.w, rest.h}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  draw_table(dashboard, look, rest, clauses);
  ImGui::EndChild();
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) dashboard.session.end_gesture();
}

}  // namespace park::ui
