// SPDX-License-Identifier: MIT
#include "study/statistics.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "core/assert.hpp"
#include "core/lanes.hpp"
#include "core/no_value.hpp"
#include "study/quantiles.hpp"

namespace park::study {
namespace {

struct Moments {
  double mean = no_value;
  double half_width = no_value;  ///< of the 95 % interval of the mean
};

/// Sum of term(value), in four sums side by side: in one, each addition waits for the one before.
template <class Term>
double sum_of(std::span<const double> values, const Term& term) {
  DoubleVector sums{};
  const std::size_t whole = values.size() / 4 * 4;
  for (std::size_t i = 0; i < whole; i += 4) sums += term(four_at(values.data() + i));
  double sum = total(sums);
  for (std::size_t i = whole; i < values.size(); ++i) sum += term(values[i]);
  return sum;
}

Moments moments(std::span<const double> values) {
  if (values.empty()) return {};
  const auto n = static_cast<double>(values.size());
  const double mean = sum_of(values, [](auto value) { return value; }) / n;
  if (values.size() == 1) return {mean, no_value};
  const double squares = sum_of(values, [mean](auto value) { return (value - mean) * (value - mean); });
  return {mean, t_975(values.size() - 1) * std::sqrt(squares / (n - 1) / n)};
}

/// Without a branch, so that it goes over four values at a time.
bool are_finite(std::span<const double> values) {
  constexpr std::uint64_t exponent = 0x7FF0000000000000U;
  std::uint64_t others = 0;
  for (const double value : values)
    others += (std::bit_cast<std::uint64_t>(value) & exponent) == exponent ? 1U : 0U;
  return others == 0;
}

/// The values themselves if all are finite, else those that are, put into `kept`.
std::span<const double> finite_values(std::span<const double> values, std::vector<double>& kept) {
  if (are_finite(values)) return values;
  kept.clear();
  const auto is_finite = [](double value) { return std::isfinite(value); };
  std::copy_if(values.begin(), values.end(), std::back_inserter(kept), is_finite);
  return kept;
}

/// Least and greatest, four at a time.
std::pair<double, double> extremes(std::span<const double> values) {
  std::array<double, 4> least{};
  std::array<double, 4> greatest{};
  least.fill(values.front());
  greatest.fill(values.front());
  std::size_t i = 0;
  for (; i + 4 <= values.size(); i += 4) {
    for (std::size_t k = 0; k < 4; ++k) {
      least[k] = std::min(least[k], values[i + k]);
      greatest[k] = std::max(greatest[k], values[i + k]);
    }
  }
  for (; i < values.size(); ++i) {
    least[0] = std::min(least[0], values[i]);
    greatest[0] = std::max(greatest[0], values[i]);
  }
  return {std::min({least[0], least[1], least[2], least[3]}),
          std::max({greatest[0], greatest[1], greatest[2], greatest[3]})};
}

}  // namespace

double t_975(std::size_t degrees) {
  PARK_ASSERT(degrees > 0);
  // A table of means asks for the same number thousands of times, and the quantile is an iteration.
  struct Latest {
    std::size_t degrees = 0;
    double quantile = 0;
  };
  thread_local Latest latest;
  if (latest.degrees != degrees) {
    const boost::math::students_t distribution(static_cast<double>(degrees));
    latest = {degrees, boost::math::quantile(distribution, 0.975)};
  }
  return latest.quantile;
}

Summary summarise(std::span<const double> values) {
  thread_local std::vector<double> kept;
  thread_local QuantileFinder finder;
  const std::span<const double> finite = finite_values(values, kept);
  if (finite.empty())
    return {no_value, no_value, no_value, no_value, no_value, no_value, 0,
            no_value, no_value, no_value, no_value, no_value, no_value};
  const auto [least, greatest] = extremes(finite);
  // The mean of one number many times is that number, whatever their sum is rounded to.
  const bool is_constant = least == greatest && finite.size() > 1;
  const Moments m = is_constant ? Moments{least, 0} : moments(finite);
  const auto [p025, p05, p125, p25, p50, p75, p875, p95, p975] = finder.find(finite, least, greatest);
  return {m.mean,
          m.mean - m.half_width,
          m.mean + m.half_width,
          p05,
          p50,
          p95,
          finite.size(),
          p025,
          p125,
          p25,
          p75,
          p875,
          p975};
}

Difference difference(std::span<const double> values, std::span<const double> reference) {
  PARK_ASSERT(values.size() == reference.size());
  thread_local std::vector<double> pairs;
  pairs.clear();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double change = values[i] - reference[i];
    if (std::isfinite(change)) pairs.push_back(change);
  }
  const Moments m = moments(pairs);
  return {m.mean, m.mean - m.half_width, m.mean + m.half_width, pairs.size()};
}

}  // namespace park::study
