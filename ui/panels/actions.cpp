// SPDX-License-Identifier: MIT
#include "panels/actions.hpp"

#include <imgui.h>

#include <array>

#include "backend/fonts.hpp"
#include "panels/code_dialog.hpp"
#include "panels/exports.hpp"
#include "panels/file_dialog.hpp"
#include "panels/rename_dialog.hpp"
#include "panels/shown_futures.hpp"
#include "scenario/load.hpp"

namespace park::ui {
namespace {

using Key = sf::Keyboard::Key;

enum class Modifier : std::uint8_t { None, Control, ControlShift, Shift };

struct ActionRow {
  Action action;
  const char* words;
  const char* keys;  ///< as shown; empty for none
  Key key = Key::Unknown;
  Modifier modifier = Modifier::None;
  bool in_menu = true;
};

constexpr auto action_count = static_cast<std::size_t>(Action::Count);

constexpr std::array<ActionRow, action_count> rows = {{
    {Action::Undo, "ui.action.undo", "Ctrl+Z", Key::Z, Modifier::Control},
    {Action::Redo, "ui.action.redo", "Ctrl+Y", Key::Y, Modifier::Control},
    {Action::CopyScenario, "ui.action.copy_scenario", "Ctrl+D", Key::D, Modifier::Control},
    {Action::OpenScenario, "ui.files.open_action", "Ctrl+O", Key::O, Modifier::Control},
    {Action::SaveScenario, "ui.action.save", "Ctrl+S", Key::S, Modifier::Control},
    {Action::SaveScenarioAs, "ui.files.save_as_action", "Ctrl+Shift+S", Key::S, Modifier::ControlShift},
    {Action::RenameScenario, "ui.rename.action", "F4", Key::F4, Modifier::None},
    {Action::ScenarioCode, "ui.code.action", "Ctrl+K", Key::K, Modifier::Control},
    {Action::MakeBaseline, "ui.action.make_baseline", "Ctrl+B", Key::B, Modifier::Control},
    {Action::CloseScenario, "ui.action.close_scenario", "Ctrl+W", Key::W, Modifier::Control},
    {Action::NextScenario, "ui.action.next_scenario", "Tab", Key::Tab, Modifier::None, false},
    {Action::PreviousScenario, "ui.action.previous_scenario", "Shift+Tab", Key::Tab, Modifier::Shift, false},
    {Action::PlayOrPause, "ui.action.play", "Space", Key::Space, Modifier::None, false},
    {Action::MonthBack, "ui.action.month_back", "←", Key::Left, Modifier::None, false},
    {Action::MonthOn, "ui.action.month_on", "→", Key::Right, Modifier::None, false},
    {Action::YearBack, "ui.action.year_back", "PageUp", Key::PageUp, Modifier::None, false},
    {Action::YearOn, "ui.action.year_on", "PageDown", Key::PageDown, Modifier::None, false},
    {Action::ToOpening, "ui.action.to_opening", "Home", Key::Home, Modifier::None, false},
    {Action::ToEnd, "ui.action.to_end", "End", Key::End, Modifier::None, false},
    {Action::Slower, "ui.action.slower", "[", Key::LBracket, Modifier::None, false},
    {Action::Faster, "ui.action.faster", "]", Key::RBracket, Modifier::None, false},
    {Action::ShowBottlenecks, "ui.action.bottlenecks", "B", Key::B, Modifier::None},
    {Action::ShowClauses, "ui.clauses.action", "F6", Key::F6, Modifier::None},
    {Action::ShowCompare, "ui.compare.action", "F7", Key::F7, Modifier::None},
    {Action::TurnMap, "ui.action.map_view", "V", Key::V, Modifier::None},
    {Action::NextMapLayer, "ui.action.map_layer", "L", Key::L, Modifier::None},
    {Action::WholeMap, "ui.action.map_whole", "O", Key::O, Modifier::None},
    {Action::MapsSideBySide, "ui.action.map_beside", "M", Key::M, Modifier::None},
    {Action::NextFirm, "ui.action.next_firm", "N", Key::N, Modifier::None},
    {Action::PreviousFirm, "ui.action.previous_firm", "Shift+N", Key::N, Modifier::Shift},
    {Action::Enlarge, "ui.action.enlarge", "Enter", Key::Enter, Modifier::None},
    {Action::HideLevers, "ui.action.levers", "Ctrl+L", Key::L, Modifier::Control},
    {Action::ExportWindow, "ui.action.export_window", "Ctrl+P", Key::P, Modifier::Control},
    {Action::ExportIndicators, "ui.action.export_indicators", "Ctrl+E", Key::E, Modifier::Control},
    {Action::SwitchLanguage, "ui.action.language", "F2", Key::F2, Modifier::None},
    {Action::SwitchTheme, "ui.action.theme", "F3", Key::F3, Modifier::None},
    {Action::LargerType, "ui.action.larger", "Ctrl++", Key::Equal, Modifier::Control},
    {Action::SmallerType, "ui.action.smaller", "Ctrl+-", Key::Hyphen, Modifier::Control},
    {Action::FullScreen, "ui.action.full_screen", "F11", Key::F11, Modifier::None},
    {Action::ShowKeys, "ui.keys.action", "F1", Key::F1, Modifier::None},
    {Action::ShowTour, "ui.tour.action", "", Key::Unknown, Modifier::None},
    {Action::Quit, "ui.action.quit", "Ctrl+Q", Key::Q, Modifier::Control},
}};

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].action != static_cast<Action>(i)) return false;
  }
  return true;
}
static_assert(rows_are_in_order());

const ActionRow& row_of(Action action) { return rows[static_cast<std::size_t>(action)]; }

constexpr float scale_step = 0.25F;

void save_active(Dashboard& dashboard) {
  const EditedScenario& tab = dashboard.session.active_tab();
  // What is shipped is not written over by a slip of the hand.
  if (tab.file().empty() || tab.file().parent_path() == shipped_data_folder() / "scenarios") {
    ask_to_save(dashboard);
    return;
  }
  try {
    dashboard.session.save(tab.file());
  } catch (const WorldError& error) {
    dashboard.say(error.what(), true);
  }
}

void move_in_time(TimeLine& time, Action action, int months) {
  constexpr int year = 12;
  if (action == Action::MonthBack) time.step(-1, months);
  if (action == Action::MonthOn) time.step(1, months);
  if (action == Action::YearBack) time.step(-year, months);
  if (action == Action::YearOn) time.step(year, months);
  if (action == Action::ToOpening) time.go_to(0, months);
  if (action == Action::ToEnd) time.go_to(months, months);
  if (action == Action::Slower) time.change_speed(-1);
  if (action == Action::Faster) time.change_speed(1);
  if (action == Action::PlayOrPause) time.toggle_play(months);
}

void change_view(ViewSettings& view, Action action) {
  if (action == Action::SwitchLanguage)
    view.language = view.language == Language::Chinese ? Language::English : Language::Chinese;
  if (action == Action::SwitchTheme)
    view.theme = view.theme == ThemeKind::Dark ? ThemeKind::Light : ThemeKind::Dark;
  if (action == Action::LargerType) view.scale = std::min(largest_scale, view.scale + scale_step);
  if (action == Action::SmallerType) view.scale = std::max(smallest_scale, view.scale - scale_step);
  if (action == Action::FullScreen) view.is_full_screen = !view.is_full_screen;
}

void use_map(MapPanel& map, Action action) {
  if (action == Action::TurnMap) map.toggle_view();
  if (action == Action::NextMapLayer) map.next_layer();
  if (action == Action::WholeMap) map.show_whole();
  if (action == Action::MapsSideBySide) map.toggle_beside_baseline();
  if (action == Action::NextFirm) map.step_firm(1);
  if (action == Action::PreviousFirm) map.step_firm(-1);
}

void act_on_scenarios(Dashboard& dashboard, Action action) {
  Session& session = dashboard.session;
  const std::size_t count = session.tab_count();
  if (action == Action::Undo) session.undo();
  if (action == Action::Redo) session.redo();
  if (action == Action::NextScenario) session.activate((session.active() + 1) % count);
  if (action == Action::PreviousScenario) session.activate((session.active() + count - 1) % count);
  if (action == Action::OpenScenario) ask_to_open(dashboard);
  if (action == Action::SaveScenario) save_active(dashboard);
  if (action == Action::SaveScenarioAs) ask_to_save(dashboard);
  if (action == Action::RenameScenario) ask_for_name(dashboard);
  if (action == Action::ScenarioCode) ask_for_code(dashboard);
  if (action == Action::MakeBaseline) session.make_baseline(session.active());
  if (action == Action::CloseScenario) close_tab(dashboard, session.active());
  if (action == Action::CopyScenario) {
    const Scenario& now = *session.active_tab().now();
    session.open_copy(session.active(), now.label_zh + "·副本", now.label_en + ", copy");
  }
}

/// Who asks for a comparison and has chosen nothing wants to see what is open.
void compare_what_is_open(Session& session) {
  if (!session.compared().empty()) return;
  std::vector<std::size_t> places;
  const std::size_t room = Session::max_futures - (session.active() == 0 ? 1 : 2);
  for (std::size_t place = 1; place < session.tab_count() && places.size() < room; ++place) {
    if (place != session.active()) places.push_back(place);
  }
  if (!places.empty()) session.set_compared(places);
}

/// To a page, or from it back to the pictures.
void turn_to(Dashboard& dashboard, Page page) {
  Page& shown = dashboard.planner.page;
  shown = shown == page ? Page::Pictures : page;
  if (shown == Page::Compare) compare_what_is_open(dashboard.session);
}

void turn_to_bottlenecks(Dashboard& dashboard) {
  const bool is_there = dashboard.slots.shown[0] == PictureKind::Constraints;
  dashboard.slots.show(0, is_there ? PictureKind::Map : PictureKind::Constraints);
  dashboard.planner.page = Page::Pictures;
}

}  // namespace

const char* words_of(Action action) { return row_of(action).words; }
std::string keys_of(Action action) { return row_of(action).keys; }

std::string tooltip_of(Action action, const Texts& texts) {
  const ActionRow& row = row_of(action);
  std::string words = texts(row.words);
  if (*row.keys != '\0') {
    words += " (";
    words += row.keys;
    words += ")";
  }
  return words;
}

bool can_do(const Dashboard& dashboard, Action action) {
  const EditedScenario& tab = dashboard.session.active_tab();
  const bool is_locked = Session::is_locked(dashboard.session.active());
  switch (action) {
    case Action::Undo:
      return !is_locked && tab.can_undo();
    case Action::Redo:
      return !is_locked && tab.can_redo();
    case Action::SaveScenario:
    case Action::SaveScenarioAs:
      return !is_locked || tab.is_modified();  // the baseline is, if it was edited before it became that
    case Action::RenameScenario:
    case Action::MakeBaseline:
    case Action::CloseScenario:
      return !is_locked;
    case Action::ExportIndicators:
      return dashboard.futures != nullptr;
    case Action::LargerType:
      return dashboard.view.scale < largest_scale;
    case Action::SmallerType:
      return dashboard.view.scale > smallest_scale;
    default:
      return true;
  }
}

void carry_out(Dashboard& dashboard, Action action) {
  if (!can_do(dashboard, action)) return;
  if (action <= Action::PreviousScenario) {
    act_on_scenarios(dashboard, action);
  } else if (action <= Action::Faster) {
    move_in_time(dashboard.time, action, dashboard.months());
  } else if (action == Action::ShowBottlenecks) {
    turn_to_bottlenecks(dashboard);
  } else if (action == Action::ShowClauses || action == Action::ShowCompare) {
    turn_to(dashboard, action == Action::ShowClauses ? Page::Clauses : Page::Compare);
  } else if (action == Action::ShowKeys) {
    dashboard.planner.shows_keys = true;
  } else if (action == Action::ShowTour) {
    dashboard.planner.tour_step = 0;
  } else if (action >= Action::TurnMap && action <= Action::PreviousFirm) {
    use_map(dashboard.map, action);
  } else if (action == Action::Enlarge) {
    dashboard.slots.is_enlarged = !dashboard.slots.is_enlarged;
  } else if (action == Action::HideLevers) {
    dashboard.shows_levers = !dashboard.shows_levers;
  } else if (action == Action::ExportWindow) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    export_window(dashboard, size.x, size.y);
  } else if (action == Action::ExportIndicators) {
    dashboard.wants_indicators_exported = true;
  } else if (action == Action::Quit) {
    dashboard.wants_to_close = true;
  } else {
    change_view(dashboard.view, action);
  }
}

std::optional<Action> action_of(const sf::Event::KeyEvent& key) {
  const Modifier modifier = key.control ? (key.shift ? Modifier::ControlShift : Modifier::Control)
                            : key.shift ? Modifier::Shift
                                        : Modifier::None;
  if (key.alt || key.system) return std::nullopt;
  for (const ActionRow& row : rows) {
    if (row.key != Key::Unknown && row.key == key.code && row.modifier == modifier) return row.action;
  }
  // The plus of the number pad, and where plus needs the shift key.
  if (key.control && (key.code == Key::Add || key.code == Key::Equal)) return Action::LargerType;
  if (key.control && key.code == Key::Subtract) return Action::SmallerType;
  if (key.control && key.shift && key.code == Key::Z) return Action::Redo;
  return std::nullopt;
}

void draw_action_menu(Dashboard& dashboard, const Look& look) {
  for (const ActionRow& row : rows) {
    if (!row.in_menu) continue;
    if (ImGui::MenuItem(look.texts(row.words).c_str(), row.keys, false, can_do(dashboard, row.action)))
      carry_out(dashboard, row.action);
  }
}

void close_tab(Dashboard& dashboard, std::size_t place) {
  if (Session::is_locked(place)) return;
  if (dashboard.session.tab(place).is_modified()) {
    dashboard.tab_to_close = dashboard.session.owner_of(place);
  } else {
    dashboard.session.close(place);
  }
}

}  // namespace park::ui
