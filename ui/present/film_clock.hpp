// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "study/briefing/storyboard.hpp"

namespace park::ui {

/// Where a film stands.
struct FilmMoment {
  std::size_t chapter = 0;
  double seconds = 0;          ///< since the film began
  double chapter_seconds = 0;  ///< since the chapter began
  double share = 0;            ///< of the chapter, 0 to 1: its last frame is 1
  double month = 0;            ///< of the model, with fraction
  double months_a_second = 0;  ///< how fast the model's time goes; 0: it stands still

  bool operator==(const FilmMoment&) const = default;
};

/// Turns frames, or seconds, into chapters and months. A chapter has whole frames, at least one.
class FilmClock {
 public:
  FilmClock(const study::Storyboard& storyboard, int frames_a_second);

  [[nodiscard]] std::size_t frames() const { return begins_.back(); }
  [[nodiscard]] int frames_a_second() const { return frames_a_second_; }
  [[nodiscard]] double seconds() const { return static_cast<double>(frames()) / frames_a_second_; }
  [[nodiscard]] std::size_t chapters() const { return spans_.size(); }
  [[nodiscard]] std::size_t first_frame(std::size_t chapter) const { return begins_[chapter]; }
  [[nodiscard]] std::size_t chapter_of(std::size_t frame) const;

  [[nodiscard]] FilmMoment at(std::size_t frame) const;
  /// Between frames as well; cut to the film.
  [[nodiscard]] FilmMoment at_seconds(double seconds) const;

  /// The frame in which the end of that month is shown: of a chapter whose time runs if there is one, else of
  /// one that stands there. Nothing if the film never comes to it.
  [[nodiscard]] std::optional<std::size_t> frame_of(int month) const;

 private:
  struct Span {
    int first_month = 0;
    int last_month = 0;
  };
  [[nodiscard]] FilmMoment moment(std::size_t chapter, double frames_into) const;

  int frames_a_second_;
  std::vector<Span> spans_;
  std::vector<std::size_t> begins_;  ///< first frame of each chapter, then the number of all frames
};

}  // namespace park::ui
