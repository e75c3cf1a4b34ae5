// SPDX-License-Identifier: MIT
#include "study/packed_series.hpp"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <limits>

#include "core/random.hpp"

namespace park::study {
namespace {

std::uint64_t bits(double number) { return std::bit_cast<std::uint64_t>(number); }

void expect_same(const Series& packed, const Series& series) {
  ASSERT_EQ(packed.columns(), series.columns());
  ASSERT_EQ(packed.rows(), series.rows());
  for (std::size_t m = 0; m < series.rows(); ++m) {
    for (std::size_t c = 0; c < series.columns(); ++c) {
      ASSERT_EQ(bits(packed.at(m, c)), bits(series.at(m, c))) << "month " << m << ", column " << c;
    }
  }
}

/// Numbers that stay for some months, among them what compares as equal and is another.
Series changing(std::size_t columns, std::size_t months, std::uint64_t seed) {
  constexpr std::array<double, 6> odd = {0.0,
                                         -0.0,
                                         std::numeric_limits<double>::quiet_NaN(),
                                         std::numeric_limits<double>::infinity(),
                                         std::numeric_limits<double>::denorm_min(),
                                         1e300};
  RandomStream stream{seed, Draw::StudyDesign, columns, static_cast<std::uint32_t>(months)};
  Series series(columns, months);
  for (std::size_t m = 0; m <= months; ++m) {
    for (std::size_t c = 0; c < columns; ++c) {
      const double u = stream.uniform();
      const bool stays = m > 0 && u < 0.5;
      const double drawn = u < 0.6 ? odd[static_cast<std::size_t>(6 * stream.uniform())] : 1e6 * u;
      series.row(m)[c] = stays ? series.at(m - 1, c) : drawn;
    }
  }
  return series;
}

TEST(PackedSeries, GivesBackEveryBit) {
  for (const std::size_t columns : {1U, 3U, 4U, 63U, 64U, 65U, 130U, 177U}) {
    for (const std::size_t months : {0U, 1U, 7U, 8U, 9U, 25U}) {
      const Series series = changing(columns, months, 1);
      expect_same(PackedSeries(series).unpacked(), series);
    }
  }
}

TEST(PackedSeries, ABlockIsReadOnItsOwn) {
  const Series series = changing(70, 40, 2);
  const PackedSeries packed(series);
  PackedSeries::Reader reader(packed, 3);
  std::vector<double> row(PackedSeries::padded(70));
  for (std::size_t m = 3 * PackedSeries::block_rows; m < 4 * PackedSeries::block_rows; ++m) {
    reader.next(row);
    for (std::size_t c = 0; c < 70; ++c) ASSERT_EQ(bits(row[c]), bits(series.at(m, c))) << m << ", " << c;
  }
}

TEST(PackedSeries, TheLastMonthIsAtHand) {
  const Series series = changing(70, 40, 3);
  const PackedSeries packed(series);
  for (std::size_t c = 0; c < 70; ++c) EXPECT_EQ(bits(packed.last(c)), bits(series.at(40, c)));
}

TEST(PackedSeries, OfAFailedRunIsEmpty) {
  EXPECT_EQ(PackedSeries(Series()).rows(), 0U);
  expect_same(PackedSeries(Series()).unpacked(), Series());
}

}  // namespace
}  // namespace park::study
