// SPDX-License-Identifier: MIT
#include "study/analysis/prim.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <numeric>

#include "core/assert.hpp"
#include "study/analysis/prim_region.hpp"

namespace park::study {
namespace {

/// One search among `among`, of whose cases `all` lie in the whole sample.
class PrimSearch {
 public:
  PrimSearch(const PrimSample& sample, const std::vector<PrimFactor>& factors, const PrimOptions& options,
             std::vector<std::size_t> among)
      : sample_(sample),
        factors_(factors),
        options_(options),
        among_(std::move(among)),
        all_cases_(cases_in(sample, among_)) {}

  [[nodiscard]] PrimRegion find() const {
    PrimMove box = paste(best_of_peeling());
    lift_idle_restrictions(box);
    return box.region;
  }

  /// Chance of so many cases inside if the limits of `f` did nothing.
  [[nodiscard]] double quasi_p(const PrimMove& box, std::size_t f) const {
    const std::vector<std::size_t> without = points_inside(sample_, box.region, among_, f);
    if (without.size() == box.points.size()) return 1;
    const double p = cases_in(sample_, without) / static_cast<double>(without.size());
    const auto cases = static_cast<std::size_t>(std::llround(cases_in(sample_, box.points)));
    return binomial_at_least(cases, box.points.size(), std::min(1.0, p));
  }

 private:
  [[nodiscard]] double density(const PrimMove& box) const {
    return cases_in(sample_, box.points) / static_cast<double>(box.points.size());
  }

  /// Harmonic mean of coverage and density.
  [[nodiscard]] double worth(double cases, std::size_t points) const {
    return 2 * cases / (all_cases_ + static_cast<double>(points));
  }
  [[nodiscard]] double worth(const PrimMove& box) const {
    return worth(cases_in(sample_, box.points), box.points.size());
  }

  [[nodiscard]] PrimMove best_of_peeling() const {
    PrimMove box{PrimRegion(sample_.factors()), among_};
    PrimMove best = box;
    const double least = options_.least_mass * static_cast<double>(sample_.points());
    double before = density(box);
    while (before < 1) {
      const PrimTrial* chosen = nullptr;
      double chosen_gain = 0;
      const std::vector<PrimTrial> trials = peels(sample_, factors_, box, options_.peel, options_.jobs);
      for (const PrimTrial& trial : trials) {
        if (static_cast<double>(trial.points) < least) continue;
        const double gain = (trial.cases / static_cast<double>(trial.points) - before) /
                            static_cast<double>(box.points.size() - trial.points);
        if (chosen == nullptr || gain > chosen_gain) {
          chosen = &trial;
          chosen_gain = gain;
        }
      }
      if (chosen == nullptr) break;
      box = moved(sample_, box, *chosen, box.points);
      before = density(box);
      if (worth(box) > worth(best)) best = box;
    }
    return best;
  }

  [[nodiscard]] PrimMove paste(PrimMove box) const {
    while (true) {
      const PrimTrial* chosen = nullptr;
      const std::vector<PrimTrial> trials =
          pastes(sample_, factors_, box, among_, options_.paste, options_.jobs);
      double best = worth(box);
      for (const PrimTrial& trial : trials) {
        if (worth(trial.cases, trial.points) <= best) continue;
        best = worth(trial.cases, trial.points);
        chosen = &trial;
      }
      if (chosen == nullptr) return box;
      box = moved(sample_, box, *chosen, among_);
    }
  }

  void lift_idle_restrictions(PrimMove& box) const {
    while (true) {
      std::optional<std::size_t> idlest;
      double largest = options_.most_quasi_p / static_cast<double>(sample_.factors());
      for (std::size_t f = 0; f < sample_.factors(); ++f) {
        if (box.region[f].is_open()) continue;
        const double p = quasi_p(box, f);
        if (p <= largest) continue;
        largest = p;
        idlest = f;
      }
      if (!idlest) return;
      box.region[*idlest] = {};
      box.points = points_inside(sample_, box.region, among_);
    }
  }

  const PrimSample& sample_;
  const std::vector<PrimFactor>& factors_;
  const PrimOptions& options_;
  std::vector<std::size_t> among_;
  double all_cases_;
};

std::vector<double> values_inside(const PrimSample& sample, std::size_t f, const PrimLimits& limits) {
  std::set<double> inside;
  for (std::size_t point = 0; point < sample.points(); ++point) {
    if (limits.admits(sample.at(point, f))) inside.insert(sample.at(point, f));
  }
  return {inside.begin(), inside.end()};
}

PrimBox box_of(const PrimSample& sample, const std::vector<PrimFactor>& factors, const PrimMove& box,
               const PrimSearch& whole, double all_cases) {
  PrimBox result;
  const double cases = cases_in(sample, box.points);
  result.coverage = cases / all_cases;
  result.density = cases / static_cast<double>(box.points.size());
  result.mass = static_cast<double>(box.points.size()) / static_cast<double>(sample.points());
  for (std::size_t f = 0; f < sample.factors(); ++f) {
    const PrimLimits& limits = box.region[f];
    if (limits.is_open()) continue;
    PrimRestriction restriction{f, limits.lo, limits.hi, {}, whole.quasi_p(box, f)};
    if (factors[f].is_unordered) restriction.values = values_inside(sample, f, limits);
    result.restrictions.push_back(std::move(restriction));
  }
  return result;
}

}  // namespace

double binomial_at_least(std::size_t successes, std::size_t trials, double p) {
  if (successes == 0) return 1;
  PARK_ASSERT(successes <= trials && p >= 0 && p <= 1);
  const boost::math::binomial distribution(static_cast<double>(trials), p);
  return boost::math::cdf(boost::math::complement(distribution, static_cast<double>(successes) - 1));
}

std::vector<PrimBox> prim_boxes(std::span<const double> x, const std::vector<PrimFactor>& factors,
                                std::span<const double> share, const PrimOptions& options) {
  PARK_ASSERT(!factors.empty() && x.size() == factors.size() * share.size());
  const PrimSample sample(x, factors.size(), share);
  std::vector<std::size_t> all(share.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const double all_cases = cases_in(sample, all);
  std::vector<PrimBox> boxes;
  std::vector<std::size_t> left = all;
  const PrimSearch whole(sample, factors, options, all);
  while (boxes.size() < options.most_boxes && cases_in(sample, left) > 0) {
    const PrimRegion region = PrimSearch(sample, factors, options, left).find();
    const PrimMove inside{region, points_inside(sample, region, all)};
    PrimBox box = box_of(sample, factors, inside, whole, all_cases);
    const double base = all_cases / static_cast<double>(share.size());
    if (box.restrictions.empty() || box.density <= base) break;
    const std::vector<std::size_t> fresh = points_inside(sample, region, left);
    const double fresh_density = cases_in(sample, fresh) / static_cast<double>(fresh.size());
    if (!boxes.empty() && fresh_density - base < options.least_further_gain * (1 - base)) break;
    boxes.push_back(std::move(box));
    std::erase_if(left, [&](std::size_t point) {
      return std::binary_search(inside.points.begin(), inside.points.end(), point);
    });
  }
  return boxes;
}

}  // namespace park::study
