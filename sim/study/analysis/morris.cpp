// SPDX-License-Identifier: MIT
#include "study/analysis/morris.hpp"

#include <cmath>

#include "core/assert.hpp"
#include "core/no_value.hpp"

namespace park::study {
namespace {

/// The one factor in which two points differ; nothing if there is none or more than one.
std::optional<std::size_t> differing_factor(std::span<const double> points, std::size_t factors,
                                            std::size_t a, std::size_t b) {
  std::optional<std::size_t> found;
  for (std::size_t f = 0; f < factors; ++f) {
    if (points[a * factors + f] == points[b * factors + f]) continue;
    if (found) return std::nullopt;
    found = f;
  }
  return found;
}

MorrisBlock block_from(std::span<const double> points, std::size_t factors, bool is_star) {
  MorrisBlock block;
  std::vector<bool> is_stepped(factors, false);
  for (std::size_t to = 1; to <= factors; ++to) {
    const std::size_t from = is_star ? 0 : to - 1;
    const auto factor = differing_factor(points, factors, from, to);
    if (!factor || is_stepped[*factor]) {
      block.spoiled_at = to;
      return block;
    }
    is_stepped[*factor] = true;
    block.steps.push_back({from, to, *factor});
  }
  return block;
}

/// Weighted by how often each effect's block was drawn.
struct Sums {
  double count = 0, effects = 0, sizes = 0, squares = 0;

  void add(double effect, double weight) {
    count += weight;
    effects += weight * effect;
    sizes += weight * std::abs(effect);
  }
  [[nodiscard]] double mu() const { return effects / count; }
  [[nodiscard]] double mu_star() const { return sizes / count; }
  [[nodiscard]] double sigma() const { return count > 1 ? std::sqrt(squares / (count - 1)) : no_value; }
};

/// Elementary effects of one factor, by block; NaN for none.
class Effects {
 public:
  explicit Effects(std::size_t blocks) : by_block_(blocks, no_value) {}

  void put(std::size_t block, double effect) { by_block_[block] = effect; }

  [[nodiscard]] std::size_t count() const {
    std::size_t finite = 0;
    for (const double effect : by_block_) finite += std::isfinite(effect) ? 1U : 0U;
    return finite;
  }

  template <class Weight>
  [[nodiscard]] Sums sums(const Weight& weight) const {
    Sums sums;
    for (std::size_t b = 0; b < by_block_.size(); ++b) {
      if (std::isfinite(by_block_[b])) sums.add(by_block_[b], weight(b));
    }
    for (std::size_t b = 0; b < by_block_.size(); ++b) {
      if (!std::isfinite(by_block_[b])) continue;
      const double off = by_block_[b] - sums.mu();
      sums.squares += weight(b) * off * off;
    }
    return sums;
  }

 private:
  std::vector<double> by_block_;
};

std::vector<Effects> elementary_effects(std::span<const double> unit, std::size_t factors,
                                        std::span<const double> y) {
  const std::size_t blocks = y.size() / (factors + 1);
  std::vector<Effects> effects(factors, Effects(blocks));
  for (std::size_t b = 0; b < blocks; ++b) {
    const std::size_t first = b * (factors + 1);
    const MorrisBlock block = morris_block(unit.subspan(first * factors, (factors + 1) * factors), factors);
    PARK_ASSERT(!block.spoiled_at);
    for (const MorrisStep& step : block.steps) {
      const double run =
          unit[(first + step.to) * factors + step.factor] - unit[(first + step.from) * factors + step.factor];
      effects[step.factor].put(b, (y[first + step.to] - y[first + step.from]) / run);
    }
  }
  return effects;
}

MorrisIndex index_of_factor(const Effects& effects, std::size_t blocks, const Resampling& resampling) {
  const std::size_t count = effects.count();
  if (count == 0) return {{no_value, no_value, no_value}, {no_value, no_value, no_value}, no_value, 0};
  const Sums all = effects.sums([](std::size_t) { return 1.0; });
  std::vector<double> mu_stars;
  std::vector<double> sigmas;
  std::vector<std::uint32_t> counts;
  for (std::size_t k = 0; k < resampling.resamples; ++k) {
    draw_counts(counts, blocks, resampling, ResampleUse::Morris, k);
    const Sums drawn = effects.sums([&](std::size_t b) { return static_cast<double>(counts[b]); });
    if (drawn.count == 0) continue;
    mu_stars.push_back(drawn.mu_star());
    if (drawn.count > 1) sigmas.push_back(drawn.sigma());
  }
  return {percentile_estimate(all.mu_star(), std::move(mu_stars), count),
          percentile_estimate(all.sigma(), std::move(sigmas), count), all.mu(), count};
}

}  // namespace

MorrisBlock morris_block(std::span<const double> points, std::size_t factors) {
  PARK_ASSERT(points.size() == (factors + 1) * factors);
  MorrisBlock trajectory = block_from(points, factors, false);
  if (!trajectory.spoiled_at) return trajectory;
  MorrisBlock star = block_from(points, factors, true);
  return star.spoiled_at ? trajectory : star;
}

std::vector<MorrisIndex> morris_indices(std::span<const double> unit, std::size_t factors,
                                        std::span<const double> y, const Resampling& resampling) {
  PARK_ASSERT(factors > 0 && unit.size() == y.size() * factors && y.size() % (factors + 1) == 0);
  std::vector<MorrisIndex> indices;
  for (const Effects& effects : elementary_effects(unit, factors, y)) {
    indices.push_back(index_of_factor(effects, y.size() / (factors + 1), resampling));
  }
  return indices;
}

}  // namespace park::study
