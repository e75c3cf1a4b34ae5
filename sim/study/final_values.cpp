// SPDX-License-Identifier: MIT
#include "study/final_values.hpp"

#include "core/assert.hpp"

namespace park::study {

FinalValues::FinalValues(std::span<const std::string_view> keys, const std::vector<IndicatorColumn>& columns,
                         std::size_t places, std::size_t replications)
    : replications_(replications),
      values_(places * keys.size() * replications, std::numeric_limits<double>::quiet_NaN()) {
  for (const std::string_view key : keys) {
    const auto column = find_column(columns, key);
    PARK_ASSERT(column.has_value());
    columns_.push_back(*column);
  }
}

void FinalValues::keep(std::size_t place, std::size_t replication, const RunResult& run) {
  if (!run.ok()) return;
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    values_[(place * columns_.size() + k) * replications_ + replication] =
        run.series.at(run.series.rows() - 1, columns_[k]);
  }
}

Difference FinalValues::difference(std::size_t key, std::size_t place, std::size_t reference,
                                   std::size_t replications) const {
  return study::difference(sample(key, place, replications), sample(key, reference, replications));
}

std::span<const double> FinalValues::sample(std::size_t key, std::size_t place,
                                            std::size_t replications) const {
  return std::span<const double>(values_).subspan((place * columns_.size() + key) * replications_,
                                                  replications);
}

}  // namespace park::study
