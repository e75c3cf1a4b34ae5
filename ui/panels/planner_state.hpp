// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <set>
#include <string>

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

}  // namespace park::ui
