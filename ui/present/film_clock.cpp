// SPDX-License-Identifier: MIT
#include "present/film_clock.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"

namespace park::ui {

FilmClock::FilmClock(const study::Storyboard& storyboard, int frames_a_second)
    : frames_a_second_(frames_a_second) {
  PARK_ASSERT(frames_a_second > 0 && !storyboard.chapters.empty());
  begins_.push_back(0);
  for (const study::Chapter& chapter : storyboard.chapters) {
    const double frames = std::round(chapter.seconds * frames_a_second);
    spans_.push_back({chapter.first_month, chapter.last_month});
    begins_.push_back(begins_.back() + static_cast<std::size_t>(std::max(1.0, frames)));
  }
}

std::size_t FilmClock::chapter_of(std::size_t frame) const {
  const auto after = std::ranges::upper_bound(begins_, frame);
  const auto chapter = static_cast<std::size_t>(after - begins_.begin()) - 1;
  return std::min(chapter, chapters() - 1);
}

FilmMoment FilmClock::moment(std::size_t chapter, double frames_into) const {
  const auto frames = static_cast<double>(begins_[chapter + 1] - begins_[chapter]);
  const Span& span = spans_[chapter];
  FilmMoment result;
  result.chapter = chapter;
  result.chapter_seconds = frames_into / frames_a_second_;
  result.seconds = (static_cast<double>(begins_[chapter]) + frames_into) / frames_a_second_;
  result.share = frames > 1 ? std::clamp(frames_into / (frames - 1), 0.0, 1.0) : 1.0;
  result.month =
      std::lerp(static_cast<double>(span.first_month), static_cast<double>(span.last_month), result.share);
  if (frames > 1)
    result.months_a_second = (span.last_month - span.first_month) * frames_a_second_ / (frames - 1);
  return result;
}

FilmMoment FilmClock::at(std::size_t frame) const {
  const std::size_t cut = std::min(frame, frames() - 1);
  const std::size_t chapter = chapter_of(cut);
  return moment(chapter, static_cast<double>(cut - begins_[chapter]));
}

FilmMoment FilmClock::at_seconds(double seconds) const {
  const double last = static_cast<double>(frames()) - 1;
  const double frame = std::clamp(seconds * frames_a_second_, 0.0, last);
  const std::size_t chapter = chapter_of(static_cast<std::size_t>(frame));
  return moment(chapter, frame - static_cast<double>(begins_[chapter]));
}

std::optional<std::size_t> FilmClock::frame_of(int month) const {
  std::optional<std::size_t> standing;
  for (std::size_t chapter = 0; chapter < chapters(); ++chapter) {
    const Span& span = spans_[chapter];
    const auto [low, high] = std::minmax(span.first_month, span.last_month);
    if (month < low || month > high) continue;
    const std::size_t frames = begins_[chapter + 1] - begins_[chapter];
    if (low == high) {
      if (!standing) standing = begins_[chapter + 1] - 1;
      continue;
    }
    const double share = static_cast<double>(month - span.first_month) / (span.last_month - span.first_month);
    return begins_[chapter] + static_cast<std::size_t>(std::ceil(share * static_cast<double>(frames - 1)));
  }
  return standing;
}

}  // namespace park::ui
