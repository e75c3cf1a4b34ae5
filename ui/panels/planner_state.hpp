// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/checked.hpp"
#include "panels/folder_listing.hpp"
#include "scenario/scenario_title.hpp"

namespace park::ui {

/// What of the list is searched, folded, selected or being typed.
struct ParameterListState {
  std::string search;
  bool only_changed = false;
  std::set<std::string> folded;  ///< headings by their key
  std::string selected;          ///< key of the control that has the keyboard; empty for none
  bool scrolls_to_selected = false;
  bool wants_search = false;  ///< the search field is to take the keyboard
  std::string typing;         ///< key of the control whose value is being typed
  std::string typed;
  bool is_typing_new = false;  ///< the field is to take the keyboard
  std::string scheduled;       ///< key whose month and ramp are open
  int scheduled_at = -1;       ///< the month of the step that is open; -1: a step to come
};

/// What the panel on the left shows.
enum class LeverTab : std::uint8_t { Levers, Assumptions };

struct LeversPanelState {
  LeverTab tab = LeverTab::Levers;
  ParameterListState levers;
  ParameterListState assumptions;
  bool has_keyboard = false;  ///< arrows move among controls instead of months

  [[nodiscard]] ParameterListState& list() { return tab == LeverTab::Levers ? levers : assumptions; }
};

/// What lies between cards and months: the pictures in their slots, or one page over all of them.
enum class Page : std::uint8_t { Pictures, Clauses, Compare };

struct ClausesPageState {
  std::string search;
  std::set<std::size_t> folded;  ///< categories
  ParameterListState list;       ///< which value is being typed
};

struct ComparePageState {
  bool shows_all_indicators = false;
  std::string search;
};

/// A question with a file for an answer, asked inside the window.
struct FileDialogState {
  enum class Purpose : std::uint8_t { None, Open, SaveAs };
  Purpose purpose = Purpose::None;
  bool is_new = false;  ///< to be shown from this frame on
  FolderListing listing;
  /// Of those of its files that came into sight, by place; nothing for other files.
  std::map<std::size_t, std::optional<ScenarioTitle>> titles;
  std::size_t selected = 0;
  bool scrolls_to_selected = false;
  std::string name;  ///< of the file to be written, or a path typed by hand
  bool asks_to_overwrite = false;
  std::string fault;  ///< why it could not be written
};

/// All that is wrong with a file that was to be opened.
struct ProblemsDialogState {
  std::string file;
  Problems problems;
  bool is_new = false;
  Problems told = {};  ///< the problems in the language of the window, once shown
  Language told_in = Language::English;
};

struct CodeDialogState {
  bool is_new = false;
  std::string own;        ///< the code of the active scenario; empty if it has none
  std::string own_fault;  ///< why not
  std::string pasted;
  std::string fault;  ///< what is wrong with the pasted one
  bool is_copied = false;
};

struct RenameDialogState {
  bool is_open = false;
  std::string name;
};

/// Panels, pages and questions of the planner's half.
struct PlannerState {
  LeversPanelState levers;
  Page page = Page::Pictures;
  ClausesPageState clauses;
  ComparePageState compare;
  FileDialogState files;
  ProblemsDialogState problems;
  CodeDialogState code;
  RenameDialogState rename;
  std::vector<std::optional<ScenarioTitle>> lost_titles;  ///< of what a crash left behind, once read
  bool has_looked_for_lost = false;  ///< what a crash left behind was offered, or there was none
  bool shows_keys = false;
  std::optional<int> tour_step;  ///< of the first-start tour, from 0; nothing when it is not running
};

}  // namespace park::ui
