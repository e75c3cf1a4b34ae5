// SPDX-License-Identifier: MIT
#include <map>
#include <numeric>

#include "indicators/readings.hpp"
#include "study/patterns/measure.hpp"

namespace park::study {
namespace {

/// Months in which a producing firm older than 24 months had lost money over the last 12, over all such
/// months of all such firms. Profit is margin times output, so that a slack month weighs little.
class LossMaking final : public PatternMeasure {
 public:
  void observe(const World& world) override {
    for (const Tenant& tenant : world.tenants) {
      if (!counts_as_firm(tenant.plant)) continue;
      Year& year = years_[tenant.plant.who.number()];
      year[static_cast<std::size_t>(world.month) % year.size()] = tenant.margin * tenant.output_yuan_month;
      if (world.month - tenant.producing_month <= 24) continue;
      const bool loses = std::accumulate(year.begin(), year.end(), 0.0) < 0;
      firms_.sum += loses ? 1 : 0;
      firms_.count += 1;
    }
  }
  [[nodiscard]] PatternReading reading() const override {
    PatternReading reading;
    reading.value = ratio(firms_.sum, firms_.count);
    return reading;
  }

 private:
  using Year = std::array<double, 12>;  ///< profit by month, yuan
  std::map<std::uint64_t, Year> years_;
  GroupSum firms_;
};

constexpr std::array<PatternMeasureKind, 1> profit_measure_rows = {{
    {"loss_making", PatternStatistic::MeanOfRuns, &make_measure<LossMaking>},
}};

}  // namespace

std::span<const PatternMeasureKind> profit_measures() { return profit_measure_rows; }

}  // namespace park::study
