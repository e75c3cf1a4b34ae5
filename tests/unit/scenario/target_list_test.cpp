// SPDX-License-Identifier: MIT
#include "scenario/target_list.hpp"

#include <gtest/gtest.h>

#include "scenario/load.hpp"
#include "scratch_folder.hpp"

namespace park {
namespace {

using test::problem_at;
using test::text_of;

constexpr const char* header = "name,stage,region,employees,investment,leader\n";

Checked<std::vector<TargetFirm>> read_list(const std::string& bytes) {
  return load_target_list(bytes, "list.csv");
}

void expect_two_firms(const Checked<std::vector<TargetFirm>>& loaded) {
  ASSERT_TRUE(loaded.ok()) << text_of(loaded.problems());
  ASSERT_EQ(loaded.value().size(), 2U);
  const TargetFirm& first = loaded.value()[0];
  EXPECT_EQ(first.name, "纺纱甲");
  EXPECT_EQ(first.stage, Stage::Spinning);
  EXPECT_EQ(first.region, Region::YangtzeDelta);
  EXPECT_EQ(first.employees, 320);
  EXPECT_EQ(first.investment_million_yuan, 150.5);
  EXPECT_TRUE(first.is_leader);
  const TargetFirm& second = loaded.value()[1];
  EXPECT_EQ(second.stage, Stage::Weaving);
  EXPECT_EQ(second.region, Region::GreaterBayArea);
  EXPECT_FALSE(second.is_leader);
}

const std::string english =
    std::string(header) +
    "纺纱甲,spinning,yangtze_delta,320,150.5,1\n织布乙,weaving,greater_bay_area,80,20,0\n";
const std::string chinese =
    "企业名称,环节,区域,用工,投资(百万元),龙头\n纺纱甲,纺纱,长三角,320,150.5,是\n织布乙,织布,粤港澳大湾区,80,"
    "20,否\n";

TEST(TargetList, EnglishAndChinese) {
  expect_two_firms(read_list(english));
  expect_two_firms(read_list(chinese));
}

TEST(TargetList, ByteOrderMarkAndWindowsLines) {
  std::string text = "\xEF\xBB\xBF" + chinese;
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2))
    text.replace(at, 1, "\r\n");
  expect_two_firms(read_list(text));
}

TEST(TargetList, Gb18030) {
  // The Chinese list as a spreadsheet on Chinese Windows saves it.
  const std::string bytes =
      "\xC6\xF3\xD2\xB5\xC3\xFB\xB3\xC6,\xBB\xB7\xBD\xDA,\xC7\xF8\xD3\xF2,\xD3\xC3\xB9\xA4,"
      "\xCD\xB6\xD7\xCA(\xB0\xD9\xCD\xF2\xD4\xAA),\xC1\xFA\xCD\xB7\r\n"
      "\xB7\xC4\xC9\xB4\xBC\xD7,\xB7\xC4\xC9\xB4,\xB3\xA4\xC8\xFD\xBD\xC7,320,150.5,\xCA\xC7\r\n"
      "\xD6\xAF\xB2\xBC\xD2\xD2,\xD6\xAF\xB2\xBC,\xD4\xC1\xB8\xDB\xB0\xC4\xB4\xF3\xCD\xE5\xC7\xF8,80,20,"
      "\xB7\xF1\r\n";
  expect_two_firms(read_list(bytes));
}

TEST(TargetList, OtherOrderWordsAndUnits) {
  expect_two_firms(read_list(
      "龙头企业,投资额（万元）, 用工人数 "
      ",所在地区,产业链环节,企业\n1,15050,320,长江三角洲,棉纺,纺纱甲\n0,2000,80,珠三角,织造,织布乙\n"));
}

TEST(TargetList, FaultsNameLineAndColumnAllAtOnce) {
  const auto loaded = read_list(std::string(header) +
                                "甲,spining,bohai_rim,10,1,0\n"     // 2: stage
                                "乙,fibre,north,-1,1,0\n"           // 3: region, employees
                                ",fibre,bohai_rim,10.5,x,maybe\n"   // 4: name, employees, investment, leader
                                "丙,fibre,bohai_rim,200001,-1,0\n"  // 5: employees, investment
                                "丁,fibre,bohai_rim,10,1\n"         // 6: a cell is missing
                                "甲,fibre,bohai_rim,10,nan,0\n"     // 7: name again, investment
                                "戊,fibre,bohai_rim,0,1e400,0,9\n");  // 8: a cell too many
  ASSERT_FALSE(loaded.ok());
  const Problems& problems = loaded.problems();
  for (const char* pointer : {"/2/2", "/3/3", "/3/4", "/4/1", "/4/4", "/4/5", "/4/6", "/5/4", "/5/5", "/6/6",
                              "/7/1", "/7/5", "/8/7"}) {
    EXPECT_EQ(problem_at(problems, pointer).file, "list.csv");
  }
  EXPECT_EQ(problems.size(), 13U) << text_of(problems);
  EXPECT_EQ(problem_at(problems, "/4/1").got, "nothing");
  EXPECT_EQ(problem_at(problems, "/5/4").expected, "a whole number from 1 to 200000");
}

TEST(TargetList, HeadingsAreChecked) {
  const auto loaded =
      read_list("name,stages,region,region,leader,employees\n甲,fibre,bohai_rim,bohai_rim,1,5\n");
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(problem_at(loaded.problems(), "/1/2").expected, "a known heading (nearest: stage)");
  problem_at(loaded.problems(), "/1/4");
  EXPECT_EQ(std::ranges::count(loaded.problems(), "/1/7", &Problem::pointer),
            2);  // stage and investment are missing
}

TEST(TargetList, EmptyListsAndStrangeBytesAreRefused) {
  for (const std::string& bytes :
       {std::string(), std::string("\xEF\xBB\xBF"), std::string("\n\r\n,,\n"), std::string(header),
        std::string("\xFF\xFE") + "n", std::string("a\0b", 3), std::string("\xFF\xFF\x80")}) {
    EXPECT_FALSE(read_list(bytes).ok());
  }
}

std::string firms(int count) {
  std::string text = header;
  for (int i = 0; i < count; ++i) text += "f" + std::to_string(i) + ",fibre,bohai_rim,9,1,0\n";
  return text;
}

TEST(TargetList, FiveThousandFirmsAndNoMore) {
  EXPECT_EQ(read_list(firms(5000)).value().size(), 5000U);
  const auto loaded = read_list(firms(5001));
  ASSERT_FALSE(loaded.ok());
  problem_at(loaded.problems(), "/5002/1");
}

TEST(TargetList, TheShippedListHasTenLeadersUpstream) {
  const auto loaded =
      read_list(read_file(shipped_data_folder() / "scenarios" / "data" / "targets.csv").value());
  ASSERT_TRUE(loaded.ok()) << text_of(loaded.problems());
  for (const Stage stage : {Stage::Fibre, Stage::Spinning, Stage::Weaving}) {
    EXPECT_GE(std::ranges::count_if(loaded.value(),
                                    [&](const auto& firm) { return firm.stage == stage && firm.is_leader; }),
              10);
  }
}

}  // namespace
}  // namespace park
