// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace park::ui {

/// A line on which takers get a stretch for some months, first fit: the lowest place that is free all the
/// time. Stretches of one month never overlap.
class Shelf {
 public:
  /// Start of a stretch of `size` from month `from` to month `to`, both included.
  [[nodiscard]] double place(double size, int from, int to);
  /// Takes a given stretch.
  void take(double start, double size, int from, int to);
  /// End of the furthest stretch ever given.
  [[nodiscard]] double length() const { return length_; }

 private:
  struct Stretch {
    double start = 0, end = 0;
    int from = 0, to = 0;
  };
  std::vector<Stretch> stretches_;
  double length_ = 0;
};

}  // namespace park::ui
