// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "study/ensemble.hpp"
#include "study/statistics.hpp"

namespace park::study {

/// One value per month (0 to months) and column.
template <class Value>
class MonthTable {
 public:
  MonthTable() = default;
  MonthTable(std::size_t columns, std::size_t months) : columns_(columns), values_(columns * (months + 1)) {}

  [[nodiscard]] std::size_t months() const { return columns_ == 0 ? 0 : values_.size() / columns_ - 1; }
  [[nodiscard]] const Value& at(std::size_t month, std::size_t column) const {
    return values_[month * columns_ + column];
  }
  [[nodiscard]] Value& at(std::size_t month, std::size_t column) {
    return values_[month * columns_ + column];
  }

 private:
  std::size_t columns_ = 0;
  std::vector<Value> values_;
};

/// What the paired runs of some scenarios say; the first scenario is the reference. Failed runs count as no
/// value.
struct Comparison {
  std::vector<std::string> names;                   ///< of the scenarios, made unique
  std::vector<MonthTable<Summary>> values;          ///< by scenario
  std::vector<MonthTable<Difference>> differences;  ///< by scenario; that of the reference is empty

  [[nodiscard]] const Summary& final_value(std::size_t scenario, std::size_t column) const {
    return values[scenario].at(values[scenario].months(), column);
  }
  [[nodiscard]] const Difference& final_difference(std::size_t scenario, std::size_t column) const {
    return differences[scenario].at(differences[scenario].months(), column);
  }
};

/// Summaries of every month, column and scenario, and paired differences to the first one.
[[nodiscard]] Comparison compare(const Ensemble& ensemble, int jobs = 0);

/// Names of the scenarios; one that was there before gets `_2`, `_3`, ...
[[nodiscard]] std::vector<std::string> unique_names(
    const std::vector<std::shared_ptr<const Scenario>>& scenarios);

}  // namespace park::study
