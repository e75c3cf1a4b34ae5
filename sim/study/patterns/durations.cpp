// SPDX-License-Identifier: MIT
#include "study/patterns/durations.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace park::study {

void DurationCounts::add(int months, bool is_end) {
  const auto place = static_cast<std::size_t>(std::max(0, months));
  if (place >= ended.size()) {
    ended.resize(place + 1);
    censored.resize(place + 1);
  }
  (is_end ? ended : censored)[place] += 1;
}

void DurationCounts::add(const DurationCounts& other, double weight) {
  if (other.ended.size() > ended.size()) {
    ended.resize(other.ended.size());
    censored.resize(other.ended.size());
  }
  for (std::size_t i = 0; i < other.ended.size(); ++i) {
    ended[i] += weight * other.ended[i];
    censored[i] += weight * other.censored[i];
  }
}

double waiting_quantile(const DurationCounts& counts, double share) {
  double waiting = std::accumulate(counts.ended.begin(), counts.ended.end(), 0.0) +
                   std::accumulate(counts.censored.begin(), counts.censored.end(), 0.0);
  if (waiting <= 0) return std::numeric_limits<double>::quiet_NaN();
  constexpr double rounding = 1e-12;  // a product of exact halves must not miss one half
  double surviving = 1;
  for (std::size_t month = 0; month < counts.ended.size(); ++month) {
    if (counts.ended[month] > 0) surviving *= 1 - counts.ended[month] / waiting;
    if (surviving <= 1 - share + rounding) return static_cast<double>(month);
    waiting -= counts.ended[month] + counts.censored[month];
  }
  return std::numeric_limits<double>::infinity();
}

}  // namespace park::study
