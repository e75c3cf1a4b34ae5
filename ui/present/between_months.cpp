// SPDX-License-Identifier: MIT
#include "present/between_months.hpp"

#include <algorithm>
#include <cmath>

namespace park::ui {
namespace {

struct Between {
  std::size_t before = 0, after = 0;
  double share = 0;
};

Between between(const Futures& futures, double month) {
  const double cut = std::clamp(month, 0.0, static_cast<double>(futures.months()));
  const auto before = static_cast<std::size_t>(cut);
  return {before, std::min(before + 1, futures.months()), cut - static_cast<double>(before)};
}

/// What has no value on one side keeps that of the other.
float mixed(float before, float after, double share) {
  if (!std::isfinite(before) || share >= 1) return share > 0 ? after : before;
  if (!std::isfinite(after)) return before;
  return std::lerp(before, after, static_cast<float>(share));
}

}  // namespace

double mean_between(const Futures& futures, std::size_t place, std::size_t column, double month) {
  const Between at = between(futures, month);
  return static_cast<double>(mixed(futures.band(place, at.before, column).mean,
                                   futures.band(place, at.after, column).mean, at.share));
}

PairedChange change_between(const Futures& futures, std::size_t place, std::size_t column, double month) {
  const Between at = between(futures, month);
  const PairedChange& before = futures.difference(place, at.before, column);
  const PairedChange& after = futures.difference(place, at.after, column);
  if (before.n == 0 || after.n == 0) return at.share > 0.5 ? after : before;
  return {mixed(before.mean, after.mean, at.share), mixed(before.lo, after.lo, at.share),
          mixed(before.hi, after.hi, at.share), std::min(before.n, after.n)};
}

}  // namespace park::ui
