// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <numeric>

#include "backend/look.hpp"
#include "present/film_clock.hpp"
#include "present/film_layout.hpp"
#include "present/film_scene.hpp"
#include "present/film_type.hpp"
#include "present/policy_changes.hpp"

namespace park::ui {

/// Whole months that have passed where the film stands; 0 at the opening.
[[nodiscard]] inline int whole_months(const FilmMoment& moment) {
  return static_cast<int>(moment.month + 1e-9);
}
/// The same, but 1 at the opening, whose date is that of the first month.
[[nodiscard]] inline int months_passed(const FilmMoment& moment) { return std::max(1, whole_months(moment)); }

/// What the parts of a frame are drawn from.
struct FilmView {
  const FilmScene& scene;
  const study::Storyboard& storyboard;
  const FilmClock& clock;
  const FilmMoment& moment;
  const FilmLayout& layout;
  const FilmType& type;
  const Look& look;
  const std::vector<PolicyChange>& changes;  ///< made to the last scenario since the film began

  [[nodiscard]] const study::Chapter& chapter() const { return storyboard.chapters[moment.chapter]; }
  [[nodiscard]] bool is_alone() const { return scene.count() == 1; }
  /// Of a film of one scenario that one has the strong colour.
  [[nodiscard]] Color color_of(std::size_t place) const {
    return is_alone() ? look.theme.scenario : scenario_color(look.theme, place);
  }
  /// Scenarios whose parks are shown, in order.
  [[nodiscard]] std::vector<std::size_t> parks() const {
    if (!chapter().has_park) return {};
    if (!chapter().parks.empty()) return chapter().parks;
    std::vector<std::size_t> all(scene.count());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
  }
  /// Whole months that have passed.
  [[nodiscard]] int month() const { return whole_months(moment); }
  /// Pixels of the frame for so many at 1080 lines.
  [[nodiscard]] float px(float at_1080_lines) const { return at_1080_lines * layout.unit; }
  [[nodiscard]] std::string words(const study::Sentence& sentence) const {
    const std::string& own = look.texts.is_chinese() ? sentence.zh : sentence.en;
    return own.empty() ? (look.texts.is_chinese() ? sentence.en : sentence.zh) : own;
  }
};

}  // namespace park::ui
