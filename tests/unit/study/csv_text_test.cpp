// SPDX-License-Identifier: MIT
#include "study/csv_text.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace park::study {
namespace {

TEST(CsvText, QuotesOnlyWhatNeedsIt) {
  CsvText csv;
  csv.cell("plain").cell("a,b").cell("say \"no\"").cell("two\nlines").cell("制衣").cell("").end_record();
  EXPECT_EQ(csv.text(), "plain,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",制衣,\n");
}

TEST(CsvText, NumbersReadBackTheSame) {
  CsvText csv;
  csv.cell(0.1).cell(1e300).cell(-3).cell(std::uint64_t{18446744073709551615U}).end_record();
  EXPECT_EQ(csv.text(), "0.1,1e+300,-3,18446744073709551615\n");
}

TEST(CsvText, NoValueIsAnEmptyCell) {
  CsvText csv;
  csv.cell(std::numeric_limits<double>::quiet_NaN()).cell(2.0).end_record();
  EXPECT_EQ(csv.text(), ",2\n");
}

}  // namespace
}  // namespace park::study
