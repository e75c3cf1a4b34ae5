// SPDX-License-Identifier: MIT
#include "study/analysis/clause_effects.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/assert.hpp"

namespace park::study {
namespace {

/// Which point is which; nothing where there is none.
struct Screening {
  std::optional<std::size_t> whole, nothing;
  std::vector<std::optional<std::size_t>> without, alone;  ///< by clause
};

void note(std::optional<std::size_t>& place, std::size_t point) {
  if (!place) place = point;
}

/// With a single clause two kinds of points coincide: either serves.
Screening screening_of(std::span<const double> values, std::size_t factors, std::size_t points) {
  Screening found;
  found.without.resize(factors);
  found.alone.resize(factors);
  for (std::size_t point = 0; point < points; ++point) {
    const auto row = values.subspan(point * factors, factors);
    const auto is_left = [](double value) { return std::isnan(value); };
    const auto left = static_cast<std::size_t>(std::count_if(row.begin(), row.end(), is_left));
    const auto first_left =
        static_cast<std::size_t>(std::find_if(row.begin(), row.end(), is_left) - row.begin());
    const auto first_set =
        static_cast<std::size_t>(std::find_if_not(row.begin(), row.end(), is_left) - row.begin());
    if (left == factors) note(found.whole, point);
    if (left == factors - 1) note(found.without[first_set], point);
    if (left == 1) note(found.alone[first_left], point);
    if (left == 0) note(found.nothing, point);
  }
  return found;
}

/// Main effect and what the other clauses make of it, seed by seed.
void put_both(const PairedPoints& points, const std::array<std::size_t, 4>& four, ClauseEffect& clause) {
  const auto shared = points.shared(four);
  std::vector<double> main(shared.front().size());
  std::vector<double> together(main.size());
  for (std::size_t r = 0; r < main.size(); ++r) {
    const double out = shared[0][r] - shared[1][r];
    const double in = shared[2][r] - shared[3][r];
    main[r] = (out + in) / 2;
    together[r] = out - in;
  }
  clause.main = effect_of(main);
  clause.together = effect_of(together);
}

void judge(ClauseEffectsTable& table) {
  std::vector<double> p;
  for (const ClauseEffect& clause : table.clauses) p.push_back(clause.main.p);
  const std::vector<bool> is_significant = significant_together(p);
  for (std::size_t i = 0; i < table.clauses.size(); ++i) {
    ClauseEffect& clause = table.clauses[i];
    clause.is_clear = is_significant[i];
    table.clarity.count(clause.main);
    table.clarity.clear += clause.is_clear ? 1U : 0U;
  }
  const auto size = [](const ClauseEffect& clause) {
    return std::isfinite(clause.main.change.mean) ? std::abs(clause.main.change.mean) : -1.0;
  };
  std::stable_sort(table.clauses.begin(), table.clauses.end(),
                   [&](const ClauseEffect& a, const ClauseEffect& b) { return size(a) > size(b); });
}

}  // namespace

ClauseEffectsTable clause_effects(std::span<const double> values, std::size_t factors,
                                  const PairedPoints& points) {
  PARK_ASSERT(factors > 0 && values.size() == factors * points.count());
  const Screening found = screening_of(values, factors, points.count());
  ClauseEffectsTable table;
  for (std::size_t f = 0; f < factors; ++f) {
    if (!found.whole || !found.nothing || !found.without[f] || !found.alone[f]) continue;
    ClauseEffect& clause = table.clauses.emplace_back();
    clause.factor = f;
    clause.leave_one_out = effect_between(points, *found.whole, *found.without[f]);
    clause.add_one_in = effect_between(points, *found.alone[f], *found.nothing);
    put_both(points, {*found.whole, *found.without[f], *found.alone[f], *found.nothing}, clause);
  }
  judge(table);
  return table;
}

}  // namespace park::study
