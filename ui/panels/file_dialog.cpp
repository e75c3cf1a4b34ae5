// SPDX-License-Identifier: MIT
#include "panels/file_dialog.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <cstdlib>

#include "panels/dialog_parts.hpp"
#include "panels/exports.hpp"
#include "panels/shown_futures.hpp"
#include "scenario/load.hpp"

namespace park::ui {
namespace {

namespace fs = std::filesystem;
using Purpose = FileDialogState::Purpose;

constexpr std::string_view ending = ".json";

fs::path shipped_scenarios() { return shipped_data_folder() / "scenarios"; }

fs::path home_folder() {
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? fs::path(home) : fs::current_path();
}

bool is_key(ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); }

void go_to(FileDialogState& state, const fs::path& folder, const std::string& select = {}) {
  state.listing = list_folder(folder, ending);
  state.titles.clear();
  state.selected = state.listing.place_of(select);
  state.scrolls_to_selected = true;
  state.fault.clear();
  state.asks_to_overwrite = false;
}

void go_up(FileDialogState& state) {
  const fs::path here = state.listing.folder;
  if (here.has_parent_path()) go_to(state, here.parent_path(), here.filename().string());
}

void close(FileDialogState& state) {
  state.purpose = Purpose::None;
  ImGui::CloseCurrentPopup();
}

fs::path typed_path(const FileDialogState& state) {
  const fs::path typed(state.name);
  return typed.is_absolute() ? typed : state.listing.folder / typed;
}

void save(Dashboard& dashboard, const Look& look) {
  FileDialogState& state = dashboard.planner.files;
  if (state.name.empty()) return;
  std::error_code error;
  if (fs::is_directory(typed_path(state), error)) {
    go_to(state, typed_path(state));
    state.name.clear();
    return;
  }
  const fs::path file = with_ending(typed_path(state).string(), ending);
  if (fs::exists(file, error) && !state.asks_to_overwrite) {
    state.asks_to_overwrite = true;
    return;
  }
  try {
    dashboard.session.save(file);
    dashboard.say(look.texts("ui.files.saved", {file.string()}));
    close(state);
  } catch (const WorldError& fault) {
    state.fault = fault.what();
    state.asks_to_overwrite = false;
  }
}

/// What a double click or Enter means for an entry.
void choose(Dashboard& dashboard, const FolderEntry& entry, const Look& look) {
  FileDialogState& state = dashboard.planner.files;
  if (entry.is_folder) {
    if (entry.name == "..") {
      go_up(state);
    } else {
      go_to(state, entry.path);
    }
    return;
  }
  if (state.purpose == Purpose::SaveAs) {
    state.name = entry.name;
    save(dashboard, look);
    return;
  }
  const fs::path file = entry.path;
  close(state);
  open_file(dashboard, file);
}

void draw_places(Dashboard& dashboard, const Look& look, float width, float height) {
  FileDialogState& state = dashboard.planner.files;
  ImGui::BeginChild("places", {width, height}, false, ImGuiWindowFlags_NoNav);
  const auto place = [&](const char* words, const fs::path& folder) {
    if (ImGui::Selectable(look.texts(words).c_str(), state.listing.folder == folder)) go_to(state, folder);
  };
  place("ui.files.shipped", shipped_scenarios());
  place("ui.files.home", home_folder());
  ImGui::Dummy({0, look.px(6)});
  ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(packed(look.theme.text_faint)), "%s",
                     look.texts("ui.files.recent").c_str());
  const std::vector<fs::path> recent = dashboard.session.recent().files();
  if (recent.empty()) wrapped(look.theme.text_faint, look.texts("ui.files.no_recent"), width - look.px(12));
  for (const fs::path& file : recent) {
    ImGui::PushID(file.c_str());
    if (ImGui::Selectable(file.filename().c_str())) {
      if (state.purpose == Purpose::Open) {
        close(state);
        open_file(dashboard, file);
      } else {
        go_to(state, file.parent_path(), file.filename().string());
        state.name = file.filename().string();
      }
    }
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", file.c_str());
    ImGui::PopID();
  }
  ImGui::EndChild();
}

std::string size_words(std::uintmax_t bytes) {
  constexpr std::uintmax_t kilo = 1000;
  if (bytes < kilo) return std::to_string(bytes) + " B";
  return std::to_string((bytes + kilo / 2) / kilo) + " kB";
}

/// Beside a file that is a scenario, what it calls itself; read when the file first comes into sight.
void draw_title(FileDialogState& state, std::size_t place, float x, const Look& look) {
  const FolderEntry& entry = state.listing.entries[place];
  if (entry.is_folder || !ImGui::IsItemVisible()) return;
  if (!state.titles.contains(place)) state.titles[place] = title_in(entry.path);
  const std::optional<ScenarioTitle>& title = state.titles[place];
  if (!title) return;
  ImGui::SameLine(x);
  ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(packed(look.theme.text_muted)), "%s",
                     std::string(look.texts.pick(title->zh, title->en)).c_str());
}

void draw_entries(Dashboard& dashboard, const Look& look, float height) {
  FileDialogState& state = dashboard.planner.files;
  ImGui::BeginChild("entries", {0, height}, true, ImGuiWindowFlags_NoNav);
  if (!state.listing.fault.empty()) {
    wrapped(look.theme.trouble, look.texts("ui.files.unreadable", {state.listing.fault}),
            ImGui::GetContentRegionAvail().x);
  }
  const float title_column = look.px(230);
  const float size_column = ImGui::GetContentRegionAvail().x - look.px(64);
  std::optional<FolderEntry> chosen;  // acted on after the loop: it changes the list
  for (std::size_t i = 0; i < state.listing.entries.size(); ++i) {
    const FolderEntry& entry = state.listing.entries[i];
    ImGui::PushID(static_cast<int>(i));
    const std::string name = entry.is_folder ? entry.name + "/" : entry.name;
    if (ImGui::Selectable(name.c_str(), i == state.selected, ImGuiSelectableFlags_AllowDoubleClick)) {
      state.selected = i;
      if (!entry.is_folder) state.name = entry.name;
      if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) chosen = entry;
    }
    if (i == state.selected && state.scrolls_to_selected) ImGui::SetScrollHereY();
    draw_title(state, i, std::max(title_column, text_width(look.fonts.body, name) + look.px(24)), look);
    if (!entry.is_folder) {
      ImGui::SameLine(size_column);
      ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(packed(look.theme.text_faint)), "%s",
                         size_words(entry.bytes).c_str());
    }
    ImGui::PopID();
  }
  state.scrolls_to_selected = false;
  ImGui::EndChild();
  if (chosen) choose(dashboard, *chosen, look);
}

void take_keys(Dashboard& dashboard, const Look& look) {
  FileDialogState& state = dashboard.planner.files;
  const std::size_t count = state.listing.entries.size();
  const bool is_down = is_key(ImGuiKey_DownArrow);
  if ((is_down || is_key(ImGuiKey_UpArrow)) && count > 0) {
    state.selected =
        is_down ? std::min(state.selected + 1, count - 1) : std::max<std::size_t>(state.selected, 1) - 1;
    const FolderEntry& entry = state.listing.entries[state.selected];
    if (!entry.is_folder && !ImGui::IsAnyItemActive()) state.name = entry.name;
    state.scrolls_to_selected = true;
  }
  // In the field of a name to open keys mean the list until something is typed.
  const bool is_in_field = ImGui::IsAnyItemActive();
  if (is_in_field && (state.purpose == Purpose::SaveAs || !state.name.empty())) return;
  // Held down to empty the field, it goes nowhere.
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Backspace), !is_in_field)) go_up(state);
  if (is_key(ImGuiKey_Enter) && state.selected < count) {
    const FolderEntry entry = state.listing.entries[state.selected];
    choose(dashboard, entry, look);
  }
}

/// A path typed by hand and Enter: a folder to go to, a file to open.
void take_typed(Dashboard& dashboard, const Look& look) {
  FileDialogState& state = dashboard.planner.files;
  if (state.purpose == Purpose::SaveAs) {
    save(dashboard, look);
    return;
  }
  const fs::path typed = typed_path(state);
  std::error_code error;
  if (fs::is_directory(typed, error)) {
    go_to(state, typed);
    state.name.clear();
    return;
  }
  close(state);
  open_file(dashboard, typed);
}

void draw_foot(Dashboard& dashboard, const Look& look) {
  FileDialogState& state = dashboard.planner.files;
  const bool is_open = state.purpose == Purpose::Open;
  const std::string button = look.texts(is_open                   ? "ui.files.open"
                                        : state.asks_to_overwrite ? "ui.files.overwrite"
                                                                  : "ui.files.save");
  const float width = std::max(look.px(96), text_width(look.fonts.body, button) + look.px(28));
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - width - look.px(10));
  if (state.is_new) ImGui::SetKeyboardFocusHere();
  const bool is_entered = ImGui::InputTextWithHint(
      "##name", look.texts(is_open ? "ui.files.name_to_open" : "ui.files.name").c_str(), &state.name,
      ImGuiInputTextFlags_EnterReturnsTrue);
  if (ImGui::IsItemEdited()) state.asks_to_overwrite = false;
  ImGui::SameLine(0, look.px(10));
  const bool is_pressed = ImGui::Button(button.c_str(), {width, 0});
  if (state.asks_to_overwrite) wrapped(look.theme.trouble, look.texts("ui.files.exists"), look.px(600));
  if (!state.fault.empty()) wrapped(look.theme.trouble, state.fault, look.px(600));
  if ((is_entered || is_pressed) && !state.name.empty()) take_typed(dashboard, look);
}

void ask(Dashboard& dashboard, Purpose purpose, const fs::path& folder, const std::string& name) {
  FileDialogState& state = dashboard.planner.files;
  state = FileDialogState();
  state.purpose = purpose;
  state.is_new = true;
  go_to(state, folder, name);
  state.name = name;
}

}  // namespace

void ask_to_open(Dashboard& dashboard) {
  const fs::path& file = dashboard.session.active_tab().file();
  ask(dashboard, Purpose::Open, file.empty() ? shipped_scenarios() : file.parent_path(), {});
}

void ask_to_save(Dashboard& dashboard) {
  const EditedScenario& tab = dashboard.session.active_tab();
  const fs::path& file = tab.file();
  const bool is_shipped = file.parent_path() == shipped_scenarios();
  // Shipped scenarios are not written over by a slip of the hand: their copies go elsewhere.
  const fs::path folder = file.empty() || is_shipped ? home_folder() : file.parent_path();
  const std::string stem = file_stem(tab, *dashboard.texts);
  const std::string name = file.empty() || is_shipped ? (is_shipped ? "my_" : "") + stem + std::string(ending)
                                                      : file.filename().string();
  ask(dashboard, Purpose::SaveAs, folder, name);
}

void open_file(Dashboard& dashboard, const fs::path& file) {
  const auto opened = dashboard.session.open(file);
  if (opened.ok()) {
    dashboard.planner.page = Page::Pictures;
    return;
  }
  dashboard.planner.problems = {file.string(), opened.problems(), true};
}

void draw_file_dialog(Dashboard& dashboard, const Look& look) {
  FileDialogState& state = dashboard.planner.files;
  if (state.purpose == Purpose::None) return;
  const bool is_open = state.purpose == Purpose::Open;
  const float height = std::min(look.px(560), ImGui::GetIO().DisplaySize.y - look.px(40));
  if (!begin_dialog("files", look.texts(is_open ? "ui.files.open_title" : "ui.files.save_title"), look,
                    look.px(820), height))
    return;
  wrapped(look.theme.text_muted, state.listing.folder.string(), look.px(760));
  const float inner =
      ImGui::GetContentRegionAvail().y - look.px(state.asks_to_overwrite || !state.fault.empty() ? 66 : 42);
  draw_places(dashboard, look, look.px(200), inner);
  ImGui::SameLine(0, look.px(10));
  draw_entries(dashboard, look, inner);
  if (state.purpose != Purpose::None) draw_foot(dashboard, look);
  if (state.purpose != Purpose::None) take_keys(dashboard, look);
  if (state.purpose != Purpose::None && is_dialog_left()) close(state);
  state.is_new = false;
  end_dialog();
}

}  // namespace park::ui
