// SPDX-License-Identifier: MIT
#include "study/packed_series.hpp"

#include <algorithm>
#include <bit>

#include "core/selected_lanes.hpp"

namespace park::study {
namespace {

// A row: a bit a column in words of 64, set where the value is another than in the row before; then those
// values. What has changed cannot be foretold, so there is no branch: four columns are always moved.
constexpr std::size_t columns_of_word = 64;
constexpr std::size_t moved_too_far = 3;  ///< words that may be written or read behind the last row

std::size_t words_of(std::size_t columns) { return (columns + columns_of_word - 1) / columns_of_word; }

/// Both rows padded. Returns the place behind what was written.
double* write_row(std::span<const double> row, std::span<const double> before, double* at) {
  double* words = at;
  at += words_of(row.size());
  for (std::size_t first = 0; first < row.size(); first += columns_of_word, ++words) {
    const std::size_t count = std::min(row.size() - first, columns_of_word);
    std::uint64_t word = 0;
    for (std::size_t k = 0; k < count; k += 4) {
      const DoubleVector now = four_at(row.data() + first + k);
      const LaneBits changed = changed_lanes(now, four_at(before.data() + first + k));
      at = put_selected(now, changed, at);
      word |= std::uint64_t{changed} << k;
    }
    *words = std::bit_cast<double>(word);
  }
  return at;
}

}  // namespace

PackedSeries::PackedSeries(const Series& series) : columns_(series.columns()), rows_(series.rows()) {
  if (rows_ == 0) return;
  const std::size_t length = padded(columns_);
  // Packed aside first, since what is kept lies end to end with the next run's.
  thread_local std::vector<double> packed;
  packed.resize(rows_ * (words_of(length) + length) + moved_too_far);
  std::vector<double> row(length);
  std::vector<double> before(length);
  double* at = packed.data();
  for (std::size_t r = 0; r < rows_; ++r) {
    if (r % block_rows == 0) {
      block_at_.push_back(static_cast<std::uint32_t>(at - packed.data()));
      std::fill(before.begin(), before.end(), 0);
    }
    const std::span<const double> now = series.row(r);
    std::copy(now.begin(), now.end(), row.begin());
    at = write_row(row, before, at);
    std::swap(row, before);
  }
  words_.assign(packed.data(), at + moved_too_far);
  last_row_.assign(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(columns_));
}

void PackedSeries::Reader::next(std::span<double> row) {
  const double* words = next_;
  next_ += words_of(row.size());
  for (std::size_t first = 0; first < row.size(); first += columns_of_word, ++words) {
    const std::size_t count = std::min(row.size() - first, columns_of_word);
    const auto word = std::bit_cast<std::uint64_t>(*words);
    for (std::size_t k = 0; k < count; k += 4) {
      double* four = row.data() + first + k;
      put_four_at(four, take_selected(four_at(four), static_cast<LaneBits>(word >> k & 15U), next_));
    }
  }
}

Series PackedSeries::unpacked() const {
  if (rows_ == 0) return {};
  Series series(columns_, rows_ - 1);
  Reader reader;
  std::vector<double> row;
  for (std::size_t r = 0; r < rows_; ++r) {
    if (r % block_rows == 0) {
      reader = Reader(*this, r / block_rows);
      row.assign(padded(columns_), 0);
    }
    reader.next(row);
    std::copy_n(row.begin(), columns_, series.row(r).begin());
  }
  return series;
}

}  // namespace park::study
