// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "backend/look.hpp"
#include "charts/ticks.hpp"
#include "panels/map_panel.hpp"
#include "panels/picture_kind.hpp"
#include "panels/planner_state.hpp"
#include "panels/shell_layout.hpp"
#include "panels/time_line.hpp"
#include "session/park_chronicle.hpp"
#include "session/session.hpp"

namespace park::ui {

/// How the dashboard looks; what needs other type is taken over between two frames.
struct ViewSettings {
  Language language = Language::Chinese;
  ThemeKind theme = ThemeKind::Dark;
  float scale = 1;
  bool is_full_screen = false;

  bool operator==(const ViewSettings&) const = default;
};

/// Which picture stands in which slot of the layout, by the slot's number.
struct SlotBoard {
  std::array<PictureKind, most_slots> shown = {
      PictureKind::Map,  // the largest
      PictureKind::Jobs,          PictureKind::Floor,
      PictureKind::DeveloperCash, PictureKind::Labour,  // right column
      PictureKind::Chain,         PictureKind::Bottlenecks,
      PictureKind::Funnel,        PictureKind::Wedges,  // bottom row
      PictureKind::Land};
  bool is_enlarged = false;
  std::string indicator = "firms_producing";  ///< shown by PictureKind::Indicator

  /// Puts a picture into a slot; the one that was there goes where that picture stood.
  void show(std::size_t slot, PictureKind kind);
};

/// A sentence at the foot of the window for a few seconds.
struct Notice {
  std::string words;
  bool is_trouble = false;
  double seconds_left = 6;
};

/// What is to be written once the frame stands on the screen: a part of the window as a picture.
struct WantedPicture {
  Box part;
  std::filesystem::path file;
  int frames_until = 2;  ///< for the menu to be gone
};

/// Everything that the window shows, apart from the session's scenarios and futures themselves.
struct Dashboard {
  explicit Dashboard(Session& shown) : session(shown) {}

  Session& session;
  ViewSettings view;
  const Texts* texts = nullptr;  ///< in the language of the last frame; null before the first
  TimeLine time;
  SlotBoard slots;
  MapPanel map;
  bool shows_levers = true;
  PlannerState planner;
  std::map<PictureKind, Range> held_ranges;  ///< axes hold still while something is dragged
  bool is_dragging = false;
  std::shared_ptr<const ParkChronicle>
      chronicle;                     ///< one life of the active scenario; null until it is lived
  bool is_chronicle_coming = false;  ///< it is of what the scenario was before
  std::vector<Notice> notices;
  std::optional<WantedPicture> wanted_picture;
  std::filesystem::path export_folder;
  bool has_popup = false;  ///< a menu or a question was open in the last frame
  bool wants_indicators_exported = false;
  std::optional<std::uint64_t> tab_to_close;  ///< has changes in no file: asks first
  bool wants_to_close = false;                ///< asked for; the window decides
  bool is_closing = false;                    ///< decided
  std::shared_ptr<const Futures> futures;     ///< of this frame; null until the first run is there
  int frames_a_second = 0;
  bool is_still = false;  ///< nothing is shown that depends on how fast the machine is

  void say(std::string words, bool is_trouble = false) { notices.push_back({std::move(words), is_trouble}); }
  /// Whether something other than the ensemble is worked on in the background, of which the next frame may
  /// tell.
  [[nodiscard]] bool is_working() const;
  /// Blocks until it is done: for still pictures and tests.
  void wait_for_work();
  [[nodiscard]] int months() const { return session.active_tab().now()->months; }
};

}  // namespace park::ui
