// SPDX-License-Identifier: MIT
#include "study/comparison.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

#include "study/tasks.hpp"

namespace park::study {
namespace {

/// The values of one month, a column's replications side by side: runs lie far apart in memory, so each row
/// is visited once.
class MonthSample {
 public:
  MonthSample(const std::vector<RunResult>& runs, std::size_t month, std::size_t columns)
      : runs_(runs.size()), values_(columns * runs.size()) {
    // Turned in blocks: a column's cache line of eight values is written at once.
    const std::vector<double> nothing(columns, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t first = 0; first < runs.size(); first += block) {
      std::array<const double*, block> rows{};
      const std::size_t count = std::min(runs.size() - first, block);
      for (std::size_t r = 0; r < count; ++r) {
        const RunResult& run = runs[first + r];
        rows[r] = run.ok() ? run.series.row(month).data() : nothing.data();
      }
      if (count == block) {
        turn(rows, block, columns, &values_[first]);
      } else {
        turn(rows, count, columns, &values_[first]);
      }
    }
  }

  [[nodiscard]] std::span<const double> column(std::size_t c) const {
    return std::span<const double>(values_).subspan(c * runs_, runs_);
  }

 private:
  static constexpr std::size_t block = 8;

  /// Inlined: for a whole block the compiler knows the count.
  [[gnu::always_inline]] void turn(const std::array<const double*, block>& rows, std::size_t count,
                                   std::size_t columns, double* turned) const {
    for (std::size_t c = 0; c < columns; ++c, turned += runs_) {
      for (std::size_t r = 0; r < count; ++r) turned[r] = rows[r][c];
    }
  }

  std::size_t runs_;
  std::vector<double> values_;
};

/// So few runs are summarised sooner than threads are started for them.
constexpr std::size_t few_runs = 4;

}  // namespace

std::vector<std::string> unique_names(const std::vector<std::shared_ptr<const Scenario>>& scenarios) {
  std::vector<std::string> names;
  for (const auto& scenario : scenarios) {
    std::string name = scenario->name;
    for (int i = 2; std::find(names.begin(), names.end(), name) != names.end(); ++i) {
      name = scenario->name + "_" + std::to_string(i);
    }
    names.push_back(std::move(name));
  }
  return names;
}

Comparison compare(const Ensemble& ensemble, int jobs) {
  const std::size_t columns = ensemble.columns.size();
  const auto months = static_cast<std::size_t>(ensemble.scenarios.front()->months);
  Comparison result;
  result.names = unique_names(ensemble.scenarios);
  result.values.assign(result.names.size(), MonthTable<Summary>(columns, months));
  result.differences.assign(result.names.size(), MonthTable<Difference>(columns, months));
  result.differences.front() = {};
  const std::size_t runs = ensemble.scenarios.size() * ensemble.results.front().size();
  for_each_task(months + 1, runs <= few_runs ? 1 : jobs, [&](std::size_t month) {
    const MonthSample reference(ensemble.results.front(), month, columns);
    for (std::size_t s = 0; s < result.names.size(); ++s) {
      const MonthSample sample(ensemble.results[s], month, columns);
      for (std::size_t c = 0; c < columns; ++c) {
        result.values[s].at(month, c) = summarise(sample.column(c));
        if (s > 0) result.differences[s].at(month, c) = difference(sample.column(c), reference.column(c));
      }
    }
  });
  return result;
}

}  // namespace park::study
