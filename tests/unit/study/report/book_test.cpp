// SPDX-License-Identifier: MIT
#include "study/report/book.hpp"

#include <gtest/gtest.h>

namespace park::study {
namespace {

TEST(SheetName, IsCutByCharactersAndKeepsWholeOnes) {
  std::string wanted;
  std::string kept;
  for (int i = 0; i < 40; ++i) wanted += "园";
  for (int i = 0; i < 31; ++i) kept += "园";
  EXPECT_EQ(sheet_name(wanted, {}), kept);
}

TEST(SheetName, ForbiddenCharactersAndApostrophesAtTheEndsGo) {
  EXPECT_EQ(sheet_name("a[b]:*?/\\c", {}), "a_b______c");
  EXPECT_EQ(sheet_name("''quoted'", {}), "quoted");
  EXPECT_EQ(sheet_name("'", {}), "Sheet");
  EXPECT_EQ(sheet_name("", {}), "Sheet");
}

TEST(SheetName, StaysDifferentWithoutRegardToCase) {
  EXPECT_EQ(sheet_name("About", {"about"}), "About (2)");
  EXPECT_EQ(sheet_name("About", {"about", "about (2)"}), "About (3)");
  EXPECT_EQ(sheet_name(std::string(31, 'x'), {std::string(31, 'x')}), std::string(27, 'x') + " (2)");
}

}  // namespace
}  // namespace park::study
