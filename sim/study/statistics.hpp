// SPDX-License-Identifier: MIT
#pragma once

#include <span>

namespace park::study {

/// `S` of the documents: mean with 95 % t interval, quantiles (type 7), n = finite values; and the edges of
/// the bands that hold 95, 75 and 50 % of the values.
struct Summary {
  double mean = 0, lo = 0, hi = 0, p05 = 0, p50 = 0, p95 = 0;
  std::size_t n = 0;
  double p025 = 0, p125 = 0, p25 = 0, p75 = 0, p875 = 0, p975 = 0;
};

/// `D`: a paired difference with 95 % t interval over the pairs in which both have a value.
struct Difference {
  double mean = 0, lo = 0, hi = 0;
  std::size_t n = 0;
};

/// NaN counts as no value; with n = 0 all are NaN, with n = 1 the interval is NaN.
[[nodiscard]] Summary summarise(std::span<const double> values);
[[nodiscard]] Difference difference(std::span<const double> values, std::span<const double> reference);

/// Quantile 0.975 of Student's t with `degrees` of freedom.
[[nodiscard]] double t_975(std::size_t degrees);

}  // namespace park::study
