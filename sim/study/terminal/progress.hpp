// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "study/words/texts.hpp"

namespace park {

/// A bar with done and all, time spent and time left, on stderr if that is a terminal, for work of more than
/// two seconds. Calls must not overlap.
class Progress {
 public:
  Progress(const Texts& texts, bool is_quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void report(std::size_t done, std::size_t all);
  [[nodiscard]] double seconds() const;

 private:
  const Texts& texts_;
  bool is_shown_;
  bool has_drawn_ = false;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  double last_drawn_ = -1;
};

/// `1:05` or `2:03:09`.
[[nodiscard]] std::string clock_text(double seconds);

/// The bar's line; `texts` has `progress.line` with done, all, elapsed, left.
[[nodiscard]] std::string progress_line(const Texts& texts, std::size_t done, std::size_t all,
                                        double seconds);

}  // namespace park
