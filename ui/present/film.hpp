// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "backend/gui.hpp"
#include "charts/canvas.hpp"
#include "present/callout_times.hpp"
#include "present/film_maps.hpp"
#include "present/film_view.hpp"

namespace park::ui {

/// How a film is shown.
struct FilmStyle {
  Language language = Language::Chinese;
  ThemeKind theme = ThemeKind::Dark;
  unsigned width = 1920;
  unsigned height = 1080;
};

/// Draws the frames of a briefing, each the same however it is come to: what a frame shows follows from the
/// scene, the storyboard, the style and the moment alone.
class Film {
 public:
  /// Builds its type into `gui`, which must outlive it.
  Film(std::shared_ptr<const FilmScene> scene, study::Storyboard storyboard, FilmClock clock,
       const FilmStyle& style, Gui& gui);
  Film(const Film&) = delete;
  Film& operator=(const Film&) = delete;

  [[nodiscard]] const FilmScene& scene() const { return *scene_; }
  [[nodiscard]] const std::shared_ptr<const FilmScene>& shared_scene() const { return scene_; }
  [[nodiscard]] const std::vector<PolicyChange>& changes() const { return changes_; }
  [[nodiscard]] const study::Storyboard& storyboard() const { return storyboard_; }
  [[nodiscard]] const FilmClock& clock() const { return clock_; }
  [[nodiscard]] const FilmStyle& style() const { return style_; }
  [[nodiscard]] const Texts& texts() const { return texts_; }
  /// For what lies over the film: its words and type, lengths in pixels at 1080 lines.
  [[nodiscard]] Look look() const;
  [[nodiscard]] const FilmType& type() const { return type_; }

  /// A still is no part of the way from one chapter to the next: nothing in it fades.
  enum class As : std::uint8_t { Moving, Still };
  /// Draws what lies above the frame.
  using Over = std::function<void(Canvas& canvas, const FilmView& view)>;
  /// What a target shows, so that of the next frame only what differs is drawn there.
  struct Kept {
    std::uint64_t page = 0;  ///< digest of all that lies behind maps, bar and what is above the frame
    std::size_t chapter = 0;
    int telling = 0;
    bool is_whole = false;  ///< the target shows a frame, with nothing above it

    bool operator==(const Kept&) const = default;
  };
  struct Way {
    As as = As::Moving;
    Over over;
    /// What the film fades from where a chapter begins: the end of the one before, opaque; without it there
    /// is a cut.
    const sf::Texture* before = nullptr;
    Kept* kept = nullptr;  ///< of the target; null: all is drawn
  };
  /// Fills the target, which has the size of the style.
  void draw(sf::RenderTarget& target, const FilmMoment& moment, const Way& way);
  /// Whether a chapter has begun so lately that it fades in.
  [[nodiscard]] static bool is_fading(const FilmMoment& moment);
  /// Goes on with another scene of the same map and months, told in the same chapters; `changes` are what its
  /// last scenario differs in from the one that the film began with.
  void retell(std::shared_ptr<const FilmScene> scene, study::Storyboard storyboard,
              std::vector<PolicyChange> changes);
  /// Rises with every retelling.
  [[nodiscard]] int telling() const { return telling_; }
  /// The caption of a moment with its values.
  [[nodiscard]] std::string caption_of(const FilmMoment& moment) const;

 private:
  void draw_page(const FilmView& view);
  void draw_front(const FilmView& view, const Way& way);
  void find_callouts();

  std::shared_ptr<const FilmScene> scene_;
  study::Storyboard storyboard_;
  FilmClock clock_;
  FilmStyle style_;
  Texts texts_;
  Gui& gui_;
  FilmType type_;
  std::unique_ptr<FilmMaps> maps_;
  std::vector<PolicyChange> changes_;
  int telling_ = 0;
  std::vector<std::vector<TimedCallout>> callouts_;  ///< by chapter
};

}  // namespace park::ui
