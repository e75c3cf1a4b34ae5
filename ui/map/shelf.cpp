// SPDX-License-Identifier: MIT
#include "map/shelf.hpp"

#include <algorithm>

namespace park::ui {

double Shelf::place(double size, int from, int to) {
  std::vector<Stretch> taken;
  for (const Stretch& stretch : stretches_) {
    if (stretch.from <= to && stretch.to >= from) taken.push_back(stretch);
  }
  std::ranges::sort(taken, {}, &Stretch::start);
  double start = 0;
  for (const Stretch& stretch : taken) {
    if (stretch.start - start >= size - 1e-9) break;
    start = std::max(start, stretch.end);
  }
  take(start, size, from, to);
  return start;
}

void Shelf::take(double start, double size, int from, int to) {
  stretches_.push_back({start, start + size, from, to});
  length_ = std::max(length_, start + size);
}

}  // namespace park::ui
