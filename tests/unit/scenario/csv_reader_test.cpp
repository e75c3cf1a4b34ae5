// SPDX-License-Identifier: MIT
#include "scenario/csv_reader.hpp"

#include <gtest/gtest.h>

#include "scratch_folder.hpp"

namespace park {
namespace {

using Cells = std::vector<std::string>;

std::vector<CsvRecord> read(std::string_view text, Problems& problems) {
  FaultList faults("list.csv", problems);
  return read_csv(text, 10, faults);
}

TEST(CsvReader, QuotesLineBreaksAndBlanks) {
  Problems problems;
  const auto records = read("a, b ,\"c,\"\"d\"\"\"\r\n\"x\ny\",,z\n , ,\n\nlast", problems);
  EXPECT_TRUE(problems.empty()) << test::text_of(problems);
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[0].cells, (Cells{"a", "b", "c,\"d\""}));
  EXPECT_EQ(records[1].cells, (Cells{"x\ny", "", "z"}));
  EXPECT_EQ(records[1].line, 2U);
  EXPECT_EQ(records[2].cells, (Cells{"last"}));
  EXPECT_EQ(records[2].line, 6U);  // the quoted line break and the blank lines count
}

TEST(CsvReader, OldMacLineEnds) {
  Problems problems;
  const auto records = read("a\rb\r", problems);
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[1].line, 2U);
}

TEST(CsvReader, BrokenQuotesAreNamed) {
  Problems problems;
  read("a,b\nc,\"d\"e\n\"open", problems);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].pointer, "/2/2");
  EXPECT_EQ(problems[1].pointer, "/3/1");
}

TEST(CsvReader, StopsOneBeyondTheLimit) {
  Problems problems;
  std::string text;
  for (int i = 0; i < 100; ++i) text += "x\n";
  EXPECT_EQ(read(text, problems).size(), 11U);
}

}  // namespace
}  // namespace park
