// SPDX-License-Identifier: MIT
#include "study/terminal/progress.hpp"

#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace park {
namespace {

constexpr double shown_from_seconds = 2.0;
constexpr double redrawn_after_seconds = 0.1;
constexpr std::size_t bar_width = 24;

double estimated_total(std::size_t done, std::size_t all, double seconds) {
  return done == 0 ? 0 : seconds * static_cast<double>(all) / static_cast<double>(done);
}

std::string two_digits(long number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string clock_text(double seconds) {
  const long whole = std::lround(seconds);
  const std::string minutes_seconds = two_digits(whole / 60 % 60) + ":" + two_digits(whole % 60);
  return whole < 3600 ? minutes_seconds : std::to_string(whole / 3600) + ":" + minutes_seconds;
}

std::string progress_line(const Texts& texts, std::size_t done, std::size_t all, double seconds) {
  const std::size_t filled = all == 0 ? bar_width : bar_width * done / all;
  const std::string bar = "[" + std::string(filled, '#') + std::string(bar_width - filled, '.') + "] ";
  const double left = estimated_total(done, all, seconds) - seconds;
  return bar + texts("progress.line",
                     {std::to_string(done), std::to_string(all), clock_text(seconds), clock_text(left)});
}

Progress::Progress(const Texts& texts, bool is_quiet)
    : texts_(texts), is_shown_(!is_quiet && isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (has_drawn_) std::fputs("\r\033[K", stderr);
}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
}

void Progress::report(std::size_t done, std::size_t all) {
  if (!is_shown_) return;
  const double now = seconds();
  const bool is_long = now > shown_from_seconds || estimated_total(done, all, now) > shown_from_seconds;
  if (!is_long || now - last_drawn_ < redrawn_after_seconds) return;
  last_drawn_ = now;
  has_drawn_ = true;
  std::fputs(("\r" + progress_line(texts_, done, all, now) + "\033[K").c_str(), stderr);
}

}  // namespace park
