// SPDX-License-Identifier: MIT
#include "study/explain/choice_terms.hpp"

#include <algorithm>
#include <cmath>

namespace park::study {
namespace {

/// The margin overseas is one number, whatever column it is written in: equation "margin" in MODEL.md.
bool has_one_margin(const DecisionTerm& alternative, const Places& places) {
  return alternative.destination > 0 &&
         places.destinations[alternative.destination - 1].kind == DestinationKind::Overseas;
}

}  // namespace

KeyLabel choice_term_label(std::size_t term) {
  return term == whole_margin ? KeyLabel{"margin", "综合成本", "costs as a whole"}
                              : label_of(static_cast<ChoiceTerm>(term));
}

std::vector<TermGain> gains_over(const DecisionTerm& alternative, const DecisionTerm& stay,
                                 const Places& places) {
  constexpr double rounding = 1e-9;
  const bool is_one = has_one_margin(alternative, places);
  std::vector<TermGain> gains;
  double margin = 0;
  for (std::size_t k = 0; k < choice_term_count; ++k) {
    const double gain = alternative.terms[k] - stay.terms[k];
    if (is_one && k < margin_term_count) {
      margin += gain;
    } else if (std::abs(gain) > rounding) {
      gains.push_back({k, gain});
    }
  }
  if (is_one) gains.push_back({whole_margin, margin});
  std::stable_sort(gains.begin(), gains.end(),
                   [](const TermGain& a, const TermGain& b) { return std::abs(a.gain) > std::abs(b.gain); });
  return gains;
}

}  // namespace park::study
