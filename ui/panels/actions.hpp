// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Window/Event.hpp>
#include <optional>
#include <string>

#include "panels/dashboard.hpp"

namespace park::ui {

/// What can be done by button, menu and keyboard alike; a row each in actions.cpp.
enum class Action : std::uint8_t {
  Undo,
  Redo,
  CopyScenario,
  OpenScenario,
  SaveScenario,
  SaveScenarioAs,
  RenameScenario,
  ScenarioCode,
  MakeBaseline,
  CloseScenario,
  NextScenario,
  PreviousScenario,
  PlayOrPause,
  MonthBack,
  MonthOn,
  YearBack,
  YearOn,
  ToOpening,
  ToEnd,
  Slower,
  Faster,
  ShowBottlenecks,
  ShowClauses,
  ShowCompare,
  TurnMap,
  NextMapLayer,
  WholeMap,
  MapsSideBySide,
  NextFirm,
  PreviousFirm,
  Enlarge,
  HideLevers,
  ExportWindow,
  ExportIndicators,
  SwitchLanguage,
  SwitchTheme,
  LargerType,
  SmallerType,
  FullScreen,
  ShowKeys,
  ShowTour,
  Quit,
  Count
};

/// Keys of its words in the catalogue.
[[nodiscard]] const char* words_of(Action action);
/// The words with the keys that do it: `撤销 (Ctrl+Z)`.
[[nodiscard]] std::string tooltip_of(Action action, const Texts& texts);
/// The keys alone; empty if there are none.
[[nodiscard]] std::string keys_of(Action action);

[[nodiscard]] bool can_do(const Dashboard& dashboard, Action action);
/// Does it, if it can be done now. What goes wrong is said in a notice.
void carry_out(Dashboard& dashboard, Action action);

/// The action that a key press asks for; nothing if it is none.
[[nodiscard]] std::optional<Action> action_of(const sf::Event::KeyEvent& key);

/// Entries of the menu of everything.
void draw_action_menu(Dashboard& dashboard, const Look& look);

/// Closes a tab; one with changes that are in no file asks first.
void close_tab(Dashboard& dashboard, std::size_t place);

}  // namespace park::ui
