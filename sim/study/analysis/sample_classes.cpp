// SPDX-License-Identifier: MIT
#include "study/analysis/sample_classes.hpp"

#include <algorithm>
#include <numeric>

#include "core/assert.hpp"

namespace park::study {

std::vector<std::size_t> rising_order(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  return order;
}

SampleClasses classes_along(std::span<const double> x, std::size_t wanted) {
  PARK_ASSERT(wanted > 0 && !x.empty());
  const std::vector<std::size_t> order = rising_order(x);
  std::size_t distinct = 1;
  for (std::size_t i = 1; i < order.size(); ++i) distinct += x[order[i]] != x[order[i - 1]] ? 1U : 0U;
  SampleClasses classes{std::vector<std::uint32_t>(x.size(), 0), 1};
  std::uint32_t current = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const bool is_new_value = x[order[i]] != x[order[i - 1]];
    const bool is_full = i * wanted >= (current + 1) * x.size();
    if (is_new_value && (distinct <= wanted || is_full)) ++current;
    classes.of[order[i]] = current;
  }
  classes.count = current + 1;
  return classes;
}

std::vector<std::size_t> class_sizes(const SampleClasses& classes) {
  std::vector<std::size_t> sizes(classes.count, 0);
  for (const std::uint32_t one : classes.of) ++sizes[one];
  return sizes;
}

}  // namespace park::study
