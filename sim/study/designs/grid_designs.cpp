// SPDX-License-Identifier: MIT
#include <algorithm>
#include <limits>
#include <vector>

#include "core/assert.hpp"
#include "study/designs/design.hpp"

namespace park::study {
namespace {

constexpr double as_in_scenario = std::numeric_limits<double>::quiet_NaN();

std::vector<std::vector<double>> levels_of(std::span<const StudyFactor> factors, std::size_t levels) {
  std::vector<std::vector<double>> result;
  for (const StudyFactor& factor : factors) result.push_back(level_units(factor.distribution, levels));
  return result;
}

class OneAtATime final : public Design {
 public:
  OneAtATime(std::span<const StudyFactor> factors, std::size_t levels) : units_(levels_of(factors, levels)) {}

  [[nodiscard]] std::uint64_t size() const override {
    std::uint64_t all = 1;
    for (const auto& units : units_) all += units.size();
    return all;
  }

  void point(std::uint64_t index, std::span<double> units) const override {
    PARK_ASSERT(index < size() && units.size() == units_.size());
    std::fill(units.begin(), units.end(), as_in_scenario);
    if (index == 0) return;
    std::uint64_t place = index - 1;
    std::size_t factor = 0;
    while (place >= units_[factor].size()) place -= units_[factor++].size();
    units[factor] = units_[factor][place];
  }

 private:
  std::vector<std::vector<double>> units_;  ///< levels by factor
};

class FullFactorial final : public Design {
 public:
  FullFactorial(std::span<const StudyFactor> factors, std::size_t levels)
      : units_(levels_of(factors, levels)) {}

  [[nodiscard]] std::uint64_t size() const override {
    std::uint64_t all = 1;
    for (const auto& units : units_) all *= units.size();
    return all;
  }

  void point(std::uint64_t index, std::span<double> units) const override {
    PARK_ASSERT(index < size() && units.size() == units_.size());
    for (std::size_t f = units_.size(); f > 0; --f) {
      const std::vector<double>& levels = units_[f - 1];
      units[f - 1] = levels[index % levels.size()];
      index /= levels.size();
    }
  }

 private:
  std::vector<std::vector<double>> units_;  ///< levels by factor
};

class ClauseScreening final : public Design {
 public:
  explicit ClauseScreening(std::size_t factors) : factors_(factors) {}

  [[nodiscard]] std::uint64_t size() const override { return 2 * factors_ + 2; }

  void point(std::uint64_t index, std::span<double> units) const override {
    PARK_ASSERT(index < size() && units.size() == factors_);
    const bool is_alone = index > factors_;
    std::fill(units.begin(), units.end(), is_alone ? 0 : as_in_scenario);
    if (index == 0 || index == factors_ + 1) return;
    if (is_alone) {
      units[index - factors_ - 2] = as_in_scenario;
    } else {
      units[index - 1] = 0;
    }
  }

 private:
  std::size_t factors_;
};

}  // namespace

std::unique_ptr<const Design> one_at_a_time(std::span<const StudyFactor> factors, std::size_t levels) {
  return std::make_unique<OneAtATime>(factors, levels);
}

std::unique_ptr<const Design> full_factorial(std::span<const StudyFactor> factors, std::size_t levels) {
  return std::make_unique<FullFactorial>(factors, levels);
}

std::unique_ptr<const Design> clause_screening(std::size_t factors) {
  return std::make_unique<ClauseScreening>(factors);
}

}  // namespace park::study
