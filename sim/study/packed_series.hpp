// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/fetch_ahead.hpp"
#include "core/large_pages.hpp"
#include "indicators/indicators.hpp"

namespace park::study {

/// A run's series as it is kept by the thousand, in half the memory and without loss: of each month only what
/// changed since the month before. Written in blocks of months, each to be read on its own, month by month.
class PackedSeries {
 public:
  static constexpr std::size_t block_rows = 8;

  PackedSeries() = default;
  explicit PackedSeries(const Series& series);

  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }  ///< months + 1; 0 of a run that failed

  /// The last month's value of a column; not of a run that failed.
  [[nodiscard]] double last(std::size_t column) const { return last_row_[column]; }

  [[nodiscard]] Series unpacked() const;

  /// Columns and as many more as make fours of them: the length of a row that a Reader reads.
  [[nodiscard]] static std::size_t padded(std::size_t columns) { return (columns + 3) / 4 * 4; }

  /// Reads a block's rows one after the other. The series must outlive it.
  class Reader {
   public:
    Reader() = default;
    Reader(const PackedSeries& series, std::size_t block)
        : next_(series.words_.data() + series.block_at_[block]) {}

    /// Changes `row`, which is what the last call left or, before the first, 0 everywhere, to the next row.
    void next(std::span<double> row);

    /// Has the next row, if it is a usual one, fetched from memory meanwhile.
    void fetch_next() const {
      constexpr std::size_t numbers_of_line = 8;
      constexpr std::size_t usual_row = 12 * numbers_of_line;
      for (std::size_t k = 0; k < usual_row; k += numbers_of_line) fetch_ahead(next_ + k);
    }

   private:
    const double* next_ = nullptr;
  };

 private:
  std::size_t columns_ = 0;
  std::size_t rows_ = 0;
  std::vector<std::uint32_t> block_at_;  ///< where each block begins
  std::vector<double> last_row_;
  std::vector<double, LargePages<double>> words_;
};

}  // namespace park::study
