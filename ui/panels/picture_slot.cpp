// SPDX-License-Identifier: MIT
#include "panels/picture_slot.hpp"

#include <imgui.h>

#include <utility>

#include "panels/chain_picture.hpp"
#include "panels/constraints_picture.hpp"
#include "panels/exports.hpp"
#include "panels/fan_pictures.hpp"
#include "panels/flows_picture.hpp"
#include "panels/funnel_picture.hpp"
#include "panels/icons.hpp"
#include "panels/stacked_pictures.hpp"
#include "panels/wedges_picture.hpp"

namespace park::ui {
namespace {

AnyChart wedges_chart(Dashboard& dashboard, const ShownFutures& shown) {
  const Texts& texts = shown.look().texts;
  NoChart nothing{{texts("ui.picture.wedges"), "", "", "", 0}, ""};
  if (shown.is_of_baseline()) {
    nothing.words = texts("ui.wedges.of_baseline");
    return nothing;
  }
  // While levers move every question would be given up at once.
  if (!shown.futures().is_complete()) {
    nothing.words = texts("ui.wedges.waits");
    return nothing;
  }
  dashboard.session.want_wedges(dashboard.slots.indicator);
  const auto& work = dashboard.session.analyses().wedges();
  const auto found = work.answer();
  const bool is_asked = found && found->subject == dashboard.session.analyses().subject() &&
                        found->found.outcome.indicator == dashboard.slots.indicator;
  if (!work.failure().empty()) {
    nothing.words = work.failure();
  } else if (!is_asked) {
    nothing.words = texts("ui.wedges.works", {std::to_string(static_cast<int>(work.progress() * 100))});
  } else if (found->found.parts.empty()) {
    nothing.words = texts("ui.wedges.same");
  } else {
    return wedges_picture(shown, *found);
  }
  return nothing;
}

AnyChart constraints_chart(Dashboard& dashboard, const ShownFutures& shown) {
  const Texts& texts = shown.look().texts;
  NoChart nothing{{texts("ui.picture.constraints"), "", "", "", 0}, texts("ui.wedges.waits")};
  if (!shown.futures().is_complete()) return nothing;
  dashboard.session.want_bottlenecks();
  const auto& work = dashboard.session.analyses().bottlenecks();
  const auto found = work.answer();
  if (!work.failure().empty()) {
    nothing.words = work.failure();
  } else if (!found || found->subject != dashboard.session.analyses().subject()) {
    nothing.words = texts("ui.wedges.works", {std::to_string(static_cast<int>(work.progress() * 100))});
  } else {
    return constraints_picture(shown, *found);
  }
  return nothing;
}

AnyChart flows_chart(const Dashboard& dashboard, const ShownFutures& shown) {
  const Texts& texts = shown.look().texts;
  NoChart nothing{{texts("ui.picture.flows"), "", "", "", 0}, texts("ui.picture.comes")};
  if (!dashboard.chronicle) return nothing;
  SankeyChart chart = flows_picture(shown, *dashboard.chronicle);
  if (!chart.links.empty()) return chart;
  nothing.words = texts("ui.picture.flows_none");
  return nothing;
}

void draw_chooser(Dashboard& dashboard, std::size_t slot, const Look& look) {
  for (std::size_t k = 0; k < picture_kind_count; ++k) {
    const auto kind = static_cast<PictureKind>(k);
    const std::string key = k < 9 ? std::to_string(k + 1) : std::string();
    if (ImGui::MenuItem(look.texts(name_key(kind)).c_str(), slot == 0 ? key.c_str() : nullptr,
                        dashboard.slots.shown[slot] == kind)) {
      dashboard.slots.show(slot, kind);
    }
  }
}

/// Which indicator the slot of any indicator shows.
void draw_indicator_chooser(Dashboard& dashboard, const ShownFutures& shown, const Box& box) {
  const Look& look = shown.look();
  ImGui::SetCursorScreenPos({box.x + look.px(12), box.y + look.px(7)});
  ImGui::SetNextItemWidth(std::min(look.px(300), box.w - look.px(120)));
  if (!ImGui::BeginCombo("##indicator", shown.name(dashboard.slots.indicator).c_str())) return;
  for (const IndicatorColumn& column : shown.futures().columns()) {
    const bool is_chosen = column.key == dashboard.slots.indicator;
    const std::string label = std::string(look.texts.pick(column.zh, column.en)) + "##" + column.key;
    if (ImGui::Selectable(label.c_str(), is_chosen)) dashboard.slots.indicator = column.key;
  }
  ImGui::EndCombo();
}

}  // namespace

AnyChart chart_of(PictureKind kind, Dashboard& dashboard, const ShownFutures& shown) {
  switch (kind) {
    case PictureKind::Jobs:
      return jobs_picture(shown);
    case PictureKind::Floor:
      return floor_picture(shown);
    case PictureKind::DeveloperCash:
      return cash_picture(shown);
    case PictureKind::Chain:
      return chain_picture(shown);
    case PictureKind::Funnel:
      return funnel_picture(shown, dashboard.chronicle.get());
    case PictureKind::Bottlenecks:
      return bottlenecks_picture(shown);
    case PictureKind::Constraints:
      return constraints_chart(dashboard, shown);
    case PictureKind::Wedges:
      return wedges_chart(dashboard, shown);
    case PictureKind::Flows:
      return flows_chart(dashboard, shown);
    case PictureKind::Land:
      return land_picture(shown);
    case PictureKind::Labour:
      return labour_picture(shown);
    case PictureKind::Loans:
      return loans_picture(shown);
    case PictureKind::Movers:
      return movers_picture(shown);
    case PictureKind::Indicator:
      return indicator_picture(shown, dashboard.slots.indicator);
    case PictureKind::Map:
    case PictureKind::Count:
      break;
  }
  throw Bug("the map is no chart");
}

void draw_slot_buttons(Dashboard& dashboard, std::size_t slot, const Box& box, const Look& look,
                       const AnyChart* chart) {
  if (dashboard.wanted_picture) return;  // a picture for others has no buttons
  const float size = look.px(24);
  float x = box.right() - look.px(8) - 3 * size;
  const auto next = [&] {
    ImGui::SetCursorScreenPos({x, box.y + look.px(6)});
    x += size;
  };
  next();
  if (icon_button(look, "choose", Icon::Choose, size, look.texts("ui.slot.choose"), true))
    ImGui::OpenPopup("chooser");
  next();
  if (icon_button(look, "export", Icon::Export, size, look.texts("ui.slot.export"), true))
    ImGui::OpenPopup("exports");
  next();
  const bool is_large = slot == 0 && dashboard.slots.is_enlarged;
  if (icon_button(look, "enlarge", is_large ? Icon::Shrink : Icon::Enlarge, size,
                  look.texts(is_large ? "ui.slot.shrink" : "ui.slot.enlarge"), true)) {
    if (slot != 0) dashboard.slots.show(0, dashboard.slots.shown[slot]);
    dashboard.slots.is_enlarged = !is_large;
  }
  if (ImGui::BeginPopup("chooser")) {
    draw_chooser(dashboard, slot, look);
    ImGui::EndPopup();
  }
  if (ImGui::BeginPopup("exports")) {
    if (ImGui::MenuItem(look.texts("ui.slot.png").c_str()))
      export_picture(dashboard, dashboard.slots.shown[slot], box);
    if (chart != nullptr && ImGui::MenuItem(look.texts("ui.slot.csv").c_str()))
      export_csv(dashboard, dashboard.slots.shown[slot], csv_of(*chart), look);
    ImGui::EndPopup();
  }
}

void draw_picture_slot(Dashboard& dashboard, std::size_t slot, const Box& box, const ShownFutures& shown) {
  const Look& look = shown.look();
  const PictureKind kind = dashboard.slots.shown[slot];
  AnyChart chart = chart_of(kind, dashboard, shown);
  hold_range(chart, dashboard.held_ranges[kind], dashboard.is_dragging || !shown.futures().is_complete());
  head_of(chart).room_right = look.px(72);
  const Box inner = box.inset(look.px(12), look.px(8), look.px(10), look.px(8));
  Box plot = inner;
  if (kind == PictureKind::Indicator && !dashboard.wanted_picture) {
    plot.take_top(look.px(30));
    draw_indicator_chooser(dashboard, shown, box);
    // The chooser is the title.
    ChartHead& head = head_of(chart);
    head.title = std::exchange(head.unit, {});
    head.room_right = 0;
  }
  if (const auto picked = draw_chart(chart, plot, look)) dashboard.time.go_to(*picked, dashboard.months());
  draw_slot_buttons(dashboard, slot, box, look, &chart);
}

}  // namespace park::ui
