// SPDX-License-Identifier: MIT
#include "panels/parameter_tooltip.hpp"

#include <imgui.h>

#include "indicators/indicators.hpp"

namespace park::ui {
namespace {

ImVec4 shade(Color color) { return ImGui::ColorConvertU32ToFloat4(packed(color)); }

void line(const Look& look, const std::string& name, const std::string& words) {
  ImGui::TextColored(shade(look.theme.text_faint), "%s", name.c_str());
  ImGui::SameLine(look.px(96));
  ImGui::PushTextWrapPos(look.px(400));
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
}

std::string range_words(const Look& look, const ControlRow& row, YearMonth start) {
  if (row.scale.kind == ValueKind::Switch || row.scale.kind == ValueKind::Choice) {
    std::string words;
    for (double value = row.scale.min; value <= row.scale.max; ++value) {
      if (!words.empty()) words += look.texts("list.comma");
      words += control_text(look.texts, row.parameter, value, start);
    }
    return words;
  }
  return control_number(look.texts, row.scale, row.scale.min, true) + " – " +
         control_number(look.texts, row.scale, row.scale.max, true) + " " +
         control_unit(look.texts, row.scale.unit).words;
}

std::string expected_words(const Look& look, const ControlRow& row) {
  std::string words;
  for (const Expectation& expectation : row.parameter.row->expected) {
    if (!words.empty()) words += look.texts("list.comma");
    std::string name(expectation.indicator);
    for (const IndicatorRow& indicator : indicator_rows()) {
      if (indicator.key == expectation.indicator) name = look.texts.pick(indicator.zh, indicator.en);
    }
    const bool is_up = expectation.direction == "up";
    words += look.texts(is_up ? "ui.levers.raises" : "ui.levers.lowers", {name});
  }
  return words;
}

}  // namespace

void draw_parameter_tooltip(const Dashboard& dashboard, const Look& look, const ControlRow& row) {
  const ParameterRow& parameter = *row.parameter.row;
  const YearMonth start = dashboard.session.active_tab().now()->start;
  const auto value_words = [&](double value) {
    return control_text(look.texts, row.parameter, value, start);
  };
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(12), look.px(10)});
  ImGui::BeginTooltip();
  ImGui::PushFont(look.fonts.strong);
  ImGui::TextUnformatted(row.name.c_str());
  ImGui::PopFont();
  ImGui::PushTextWrapPos(look.px(400));
  ImGui::TextUnformatted(std::string(look.texts.pick(parameter.effect_zh, parameter.effect_en)).c_str());
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, look.px(3)});
  line(look, look.texts("ui.levers.range"), range_words(look, row, start));
  if (is_month(row.scale.unit)) {
    line(look, look.texts("ui.levers.unit"), look.texts("ui.levers.months_after_start"));
  }
  line(look, look.texts("ui.levers.baseline"), value_words(row.baseline));
  line(look, look.texts("ui.levers.saved"), value_words(row.saved));
  line(look, look.texts("ui.levers.now"), value_words(row.value));
  if (!parameter.expected.empty()) {
    line(look, look.texts("ui.levers.expected"), expected_words(look, row));
  }
  line(look, look.texts("ui.levers.source"),
       look.texts("ui.levers.status_" + std::string(key_of(parameter.status))) + "  " +
           std::string(parameter.source));
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

}  // namespace park::ui
