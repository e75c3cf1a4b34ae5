// SPDX-License-Identifier: MIT
#include "study/analysis/prim_region.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>

#include "core/assert.hpp"
#include "study/tasks.hpp"

namespace park::study {
namespace {

/// A limit between the last value outside and the first inside.
double limit_between(double outside, double inside, bool is_whole) {
  return is_whole ? inside : outside + (inside - outside) / 2;
}

/// Puts a trial to the list unless it would take off nothing or everything. The box's points are counted in
/// their order, so that sums do not depend on how the limits were found.
void add_if_any_left(const PrimSample& sample, const PrimMove& box, PrimTrial trial,
                     std::vector<PrimTrial>& trials) {
  const std::span<const double> values = sample.along(trial.factor);
  for (const std::size_t point : box.points) {
    if (!trial.limits.admits(values[point])) continue;
    ++trial.points;
    trial.cases += sample.share(point);
  }
  if (trial.points == 0 || trial.points == box.points.size()) return;
  trials.push_back(std::move(trial));
}

/// Neighbours among values: the greatest below and the least above one of them; infinite if there is none.
struct Neighbours {
  double below = -std::numeric_limits<double>::infinity();
  double above = std::numeric_limits<double>::infinity();

  Neighbours(const std::vector<double>& values, double middle) {
    for (const double value : values) {
      if (value < middle) below = std::max(below, value);
      if (value > middle) above = std::min(above, value);
    }
  }
};

double of_rank(std::vector<double>& values, std::size_t rank) {
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(rank);
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

void peel_ends(const PrimSample& sample, const PrimMove& box, std::size_t f, bool is_whole, double part,
               std::vector<PrimTrial>& trials) {
  std::vector<double> values;
  values.reserve(box.points.size());
  for (const std::size_t point : box.points) values.push_back(sample.at(point, f));
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  if (*least == *greatest) return;
  const double bottom = *least;
  const double top = *greatest;
  const std::size_t n = values.size();
  const std::size_t off =
      std::clamp<std::size_t>(static_cast<std::size_t>(part * static_cast<double>(n)), 1, n - 1);
  // Equal values go together: up to the end of the run that the cut falls into when that is all there is.
  double kept = of_rank(values, off);
  if (kept == bottom) kept = Neighbours(values, bottom).above;
  PrimTrial trial{f, box.region[f], 0, 0};
  trial.limits.lo = limit_between(Neighbours(values, kept).below, kept, is_whole);
  add_if_any_left(sample, box, std::move(trial), trials);
  kept = of_rank(values, n - 1 - off);
  if (kept == top) kept = Neighbours(values, top).below;
  trial = {f, box.region[f], 0, 0};
  trial.limits.hi = limit_between(Neighbours(values, kept).above, kept, is_whole);
  add_if_any_left(sample, box, std::move(trial), trials);
}

void peel_values(const PrimSample& sample, const PrimMove& box, std::size_t f,
                 std::vector<PrimTrial>& trials) {
  std::set<double> present;
  for (const std::size_t point : box.points) present.insert(sample.at(point, f));
  for (const double value : present) {
    PrimTrial trial{f, box.region[f], 0, 0};
    trial.limits.left_out.insert(value);
    add_if_any_left(sample, box, std::move(trial), trials);
  }
}

/// The limit after the `count` nearest values beyond the box came in; infinite when none is left outside.
/// `beyond` is sorted from the box outward by `is_nearer`.
double grown_limit(std::vector<double> beyond, std::size_t count, bool is_whole, double open,
                   const std::function<bool(double, double)>& is_nearer) {
  std::sort(beyond.begin(), beyond.end(), is_nearer);
  const double last_in = beyond[std::min(count, beyond.size()) - 1];
  const auto first_out = std::upper_bound(beyond.begin(), beyond.end(), last_in, is_nearer);
  return first_out == beyond.end() ? open : limit_between(*first_out, last_in, is_whole);
}

/// Limits of `f` moved outward until `count` of the points around come in.
void paste_factor(const PrimSample& sample, const PrimMove& box, const std::vector<std::size_t>& among,
                  std::size_t f, bool is_whole, std::size_t count, std::vector<PrimTrial>& trials) {
  const PrimLimits& limits = box.region[f];
  const std::vector<std::size_t> around = points_inside(sample, box.region, among, f);
  const auto grow = [&](PrimLimits wider) {
    PrimTrial trial{f, std::move(wider), 0, 0};
    for (const std::size_t point : around) {
      if (!trial.limits.admits(sample.at(point, f))) continue;
      ++trial.points;
      trial.cases += sample.share(point);
    }
    if (trial.points > box.points.size()) trials.push_back(std::move(trial));
  };
  std::vector<double> below;
  std::vector<double> above;
  for (const std::size_t point : around) {
    const double value = sample.at(point, f);
    if (value < limits.lo) below.push_back(value);
    if (value > limits.hi) above.push_back(value);
  }
  PrimLimits wider = limits;
  if (!below.empty()) {
    wider.lo = grown_limit(std::move(below), count, is_whole, -std::numeric_limits<double>::infinity(),
                           std::greater<>());
    grow(wider);
  }
  wider = limits;
  if (!above.empty()) {
    wider.hi = grown_limit(std::move(above), count, is_whole, std::numeric_limits<double>::infinity(),
                           std::less<>());
    grow(wider);
  }
  for (const double value : limits.left_out) {
    wider = limits;
    wider.left_out.erase(value);
    grow(wider);
  }
}

/// Trials of each factor, one after the other.
template <class Try>
std::vector<PrimTrial> of_all_factors(std::size_t factors, int jobs, const Try& try_factor) {
  std::vector<std::vector<PrimTrial>> by_factor(factors);
  for_each_task(factors, jobs, [&](std::size_t f) { try_factor(f, by_factor[f]); });
  std::vector<PrimTrial> trials;
  for (std::vector<PrimTrial>& some : by_factor)
    trials.insert(trials.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
  return trials;
}

}  // namespace

PrimSample::PrimSample(std::span<const double> x, std::size_t factors, std::span<const double> share)
    : columns_(x.size()), factors_(factors), share_(share) {
  PARK_ASSERT(x.size() == factors * share.size());
  for (std::size_t point = 0; point < share.size(); ++point) {
    for (std::size_t f = 0; f < factors; ++f) columns_[f * share.size() + point] = x[point * factors + f];
  }
}

std::vector<std::size_t> points_inside(const PrimSample& sample, const PrimRegion& region,
                                       const std::vector<std::size_t>& among,
                                       std::optional<std::size_t> but) {
  std::vector<std::size_t> inside;
  for (const std::size_t point : among) {
    bool is_inside = true;
    for (std::size_t f = 0; f < sample.factors() && is_inside; ++f) {
      is_inside = f == but || region[f].admits(sample.at(point, f));
    }
    if (is_inside) inside.push_back(point);
  }
  return inside;
}

double cases_in(const PrimSample& sample, const std::vector<std::size_t>& points) {
  double cases = 0;
  for (const std::size_t point : points) cases += sample.share(point);
  return cases;
}

std::vector<PrimTrial> peels(const PrimSample& sample, const std::vector<PrimFactor>& factors,
                             const PrimMove& box, double part, int jobs) {
  if (box.points.size() < 2) return {};
  return of_all_factors(factors.size(), jobs, [&](std::size_t f, std::vector<PrimTrial>& trials) {
    if (factors[f].is_unordered) {
      peel_values(sample, box, f, trials);
    } else {
      peel_ends(sample, box, f, factors[f].is_whole, part, trials);
    }
  });
}

std::vector<PrimTrial> pastes(const PrimSample& sample, const std::vector<PrimFactor>& factors,
                              const PrimMove& box, const std::vector<std::size_t>& among, double part,
                              int jobs) {
  const auto count = static_cast<std::size_t>(std::ceil(part * static_cast<double>(box.points.size())));
  return of_all_factors(factors.size(), jobs, [&](std::size_t f, std::vector<PrimTrial>& trials) {
    if (!box.region[f].is_open()) paste_factor(sample, box, among, f, factors[f].is_whole, count, trials);
  });
}

PrimMove moved(const PrimSample& sample, const PrimMove& box, const PrimTrial& trial,
               const std::vector<std::size_t>& among) {
  PrimRegion region = box.region;
  region[trial.factor] = trial.limits;
  std::vector<std::size_t> points = points_inside(sample, region, among);
  return {std::move(region), std::move(points)};
}

}  // namespace park::study
