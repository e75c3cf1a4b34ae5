// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "indicators/indicators.hpp"

namespace park::study {

/// Stands for all margin terms together, where the model knows only their sum: overseas.
inline constexpr std::size_t whole_margin = choice_term_count;

/// Key and labels of a term of DecisionTerm::terms, or of whole_margin.
[[nodiscard]] KeyLabel choice_term_label(std::size_t term);

/// A term of an alternative less that of staying, in yuan per yuan of output.
struct TermGain {
  std::size_t term = 0;
  double gain = 0;
};

/// All terms that differ, the largest difference first (ties: the earlier term).
[[nodiscard]] std::vector<TermGain> gains_over(const DecisionTerm& alternative, const DecisionTerm& stay,
                                               const Places& places);

}  // namespace park::study
