// SPDX-License-Identifier: MIT
#include "present/callout_times.hpp"

#include <algorithm>

namespace park::ui {

std::vector<TimedCallout> timed(const std::vector<Callout>& callouts, const study::Chapter& chapter) {
  std::vector<TimedCallout> shown;
  const int months = chapter.last_month - chapter.first_month;
  if (months <= 0) return shown;
  double free_from = 0;
  for (const Callout& callout : callouts) {
    if (callout.month <= chapter.first_month || callout.month > chapter.last_month) continue;
    const double comes = chapter.seconds * (callout.month - chapter.first_month) / months;
    const double begin = std::max(comes, free_from);
    if (begin + callout_seconds / 2 > chapter.seconds) continue;
    free_from = begin + callout_seconds;
    shown.push_back({callout, begin, free_from});
  }
  return shown;
}

}  // namespace park::ui
