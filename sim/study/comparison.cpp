// SPDX-License-Identifier: MIT
#include "study/comparison.hpp"

#include <algorithm>
#include <span>

#include "core/no_value.hpp"
#include "study/tasks.hpp"

namespace park::study {
namespace {

/// The values of one month after the other, a column's replications side by side: runs lie far apart in
/// memory, so each row is visited once.
class MonthSample {
 public:
  /// The months of a block of the packed series.
  MonthSample(const std::vector<KeptRun>& runs, std::size_t block, std::size_t columns)
      : runs_(runs.size()),
        columns_(columns),
        row_length_(PackedSeries::padded(columns)),
        readers_(runs.size()),
        rows_(runs.size() * row_length_),
        values_(runs.size() * columns) {
    for (std::size_t r = 0; r < runs_; ++r) {
      if (runs[r].ok()) {
        readers_[r] = PackedSeries::Reader(runs[r].series, block);
      } else {
        std::ranges::fill(row(r), no_value);
      }
    }
  }

  /// Goes to the block's first month, then to the next.
  void read(const std::vector<KeptRun>& runs) {
    constexpr std::size_t ahead = 2;
    for (std::size_t r = 0; r < runs_; ++r) {
      if (r + ahead < runs_) readers_[r + ahead].fetch_next();
      if (runs[r].ok()) readers_[r].next(row(r));
    }
    // Turned in lots: a column's cache line of eight values is written at once.
    for (std::size_t first = 0; first < runs_; first += lot) {
      if (runs_ - first >= lot) {
        turn(first, lot);
      } else {
        turn(first, runs_ - first);
      }
    }
  }

  [[nodiscard]] std::span<const double> column(std::size_t c) const {
    return std::span<const double>(values_).subspan(c * runs_, runs_);
  }

 private:
  static constexpr std::size_t lot = 8;

  [[nodiscard]] std::span<double> row(std::size_t run) {
    return std::span(rows_).subspan(run * row_length_, row_length_);
  }

  /// Inlined: for a whole lot the compiler knows the count.
  [[gnu::always_inline]] void turn(std::size_t first, std::size_t count) {
    const double* rows = &rows_[first * row_length_];
    double* turned = &values_[first];
    for (std::size_t c = 0; c < columns_; ++c, turned += runs_) {
      for (std::size_t r = 0; r < count; ++r) turned[r] = rows[r * row_length_ + c];
    }
  }

  std::size_t runs_;
  std::size_t columns_;
  std::size_t row_length_;
  std::vector<PackedSeries::Reader> readers_;
  std::vector<double> rows_;    ///< by run
  std::vector<double> values_;  ///< by column
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
  const std::size_t rows = months + 1;
  const std::size_t blocks = (rows + PackedSeries::block_rows - 1) / PackedSeries::block_rows;
  for_each_task(blocks, runs <= few_runs ? 1 : jobs, [&](std::size_t block) {
    std::vector<MonthSample> samples;
    for (const auto& of_scenario : ensemble.results) samples.emplace_back(of_scenario, block, columns);
    const std::size_t first = block * PackedSeries::block_rows;
    for (std::size_t month = first; month < std::min(rows, first + PackedSeries::block_rows); ++month) {
      for (std::size_t s = 0; s < samples.size(); ++s) {
        samples[s].read(ensemble.results[s]);
        for (std::size_t c = 0; c < columns; ++c) {
          const std::span<const double> column = samples[s].column(c);
          result.values[s].at(month, c) = summarise(column);
          if (s > 0) result.differences[s].at(month, c) = difference(column, samples.front().column(c));
        }
      }
    }
  });
  return result;
}

}  // namespace park::study
