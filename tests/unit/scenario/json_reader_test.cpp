// SPDX-License-Identifier: MIT
#include "scenario/json_reader.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>

#include "scratch_folder.hpp"

namespace park {
namespace {

using nlohmann::json;
using test::problem_at;
using test::text_of;

struct JsonReading {
  std::optional<json> document;
  Problems problems;
};

JsonReading read(std::string_view text) {
  JsonReading reading;
  FaultList faults("in.json", reading.problems);
  reading.document = read_json(text, faults);
  return reading;
}

TEST(JsonReader, ReadsEveryKindOfValue) {
  const JsonReading reading = read(R"({"a":[1,-2,0.5,"文字",true,null,{}],"b":18446744073709551615})");
  EXPECT_TRUE(reading.problems.empty()) << text_of(reading.problems);
  EXPECT_EQ(reading.document,
            json::parse(R"({"a":[1,-2,0.5,"文字",true,null,{}],"b":18446744073709551615})"));
}

TEST(JsonReader, TakesAByteOrderMarkAndWindowsLines) {
  const JsonReading reading = read("\xEF\xBB\xBF{\r\n\"a\": 1\r\n}\r\n");
  EXPECT_EQ(reading.document, json::parse(R"({"a":1})"));
}

/// Long enough to lie on the heap, where the address sanitizer watches what is read behind it.
TEST(JsonReader, ReadsNothingBehindACharacterThatTheEndCutsOff) {
  const std::string begin = "{\"" + std::string(40, 'a');
  for (const std::string_view cut :
       {"\xC3", "\xE4", "\xE4\xB8", "\xF0", "\xF0\x9F", "\xF0\x9F\x98", "\xF4"}) {
    const JsonReading reading = read(begin + std::string(cut));
    EXPECT_FALSE(reading.document);
    ASSERT_EQ(reading.problems.size(), 1U);
    EXPECT_EQ(reading.problems[0].got, "bytes that are not UTF-8");
  }
}

TEST(JsonReader, SyntaxFaultsNameLineAndColumn) {
  const JsonReading reading = read("{\n  \"文\": 1,\n  \"b\": NaN\n}");
  EXPECT_FALSE(reading.document);
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].pointer, "/ (3, 8)");
  EXPECT_EQ(reading.problems[0].file, "in.json");
}

TEST(JsonReader, ColumnsCountCharacters) {
  // Column 5 is the stray letter: brace, quote, one Chinese character, quote, letter.
  const JsonReading reading = read("{\"文\"x}");
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].pointer, "/ (1, 5)");
}

TEST(JsonReader, SaysWhatStandsInTheWay) {
  EXPECT_EQ(read("{\"a\" 1}").problems.at(0).got, "a name without a colon behind it");
  EXPECT_EQ(read("[1, 2").problems.at(0).got, "the end of the file");
  EXPECT_EQ(read("[\"\xff\"]").problems.at(0).got, "bytes that are not UTF-8");
}

TEST(JsonReader, AByteOfZeroIsNoEnd) {
  const JsonReading reading = read(std::string_view("{}\n\0{", 5));
  EXPECT_FALSE(reading.document);
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].pointer, "/ (2, 1)");
}

TEST(JsonReader, WholeNumbersStayWholeAndTheOthersAreExact) {
  const JsonReading reading = read("[-9223372036854775808, 18446744073709551616, 0.1, -0.0, 5e-324, 1E+2]");
  ASSERT_TRUE(reading.document) << text_of(reading.problems);
  EXPECT_EQ(reading.document->at(0).get<std::int64_t>(), std::numeric_limits<std::int64_t>::min());
  EXPECT_TRUE(reading.document->at(1).is_number_float());
  EXPECT_EQ(reading.document->at(2).get<double>(), 0.1);
  EXPECT_TRUE(std::signbit(reading.document->at(3).get<double>()));
  EXPECT_EQ(reading.document->at(4).get<double>(), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(reading.document->at(5), 100.0);
}

class JsonReaderRefuses : public testing::TestWithParam<std::string_view> {};
TEST_P(JsonReaderRefuses, AndSaysWhere) {
  const JsonReading reading = read(GetParam());
  EXPECT_FALSE(reading.document);
  ASSERT_EQ(reading.problems.size(), 1U) << text_of(reading.problems);
  EXPECT_TRUE(reading.problems[0].pointer.starts_with("/ (")) << reading.problems[0].pointer;
}
INSTANTIATE_TEST_SUITE_P(Texts, JsonReaderRefuses,
                         testing::Values("", " \r\n\t", "\xEF\xBB\xBF", "[1", "{\"a\":1} x", "{} {}",
                                         "[Infinity]", "[-NaN]", "[1,]", "{\"a\"}", "\"\xff\"",
                                         "\"\xED\xA0\x80\"", "\"\\ud800\"", "[01]", "// no", "\xFF\xFE{\0}",
                                         "\"a\nb\"", "{'a':1}"));

TEST(JsonReader, DuplicateKeysAreNamedAndTheFirstStays) {
  const JsonReading reading = read("{\"a\":{\"b\":1,\n\"b\":{\"c\":2,\"c\":3}}}");
  ASSERT_TRUE(reading.document);
  EXPECT_EQ(*reading.document, json::parse(R"({"a":{"b":1}})"));
  ASSERT_EQ(reading.problems.size(), 2U) << text_of(reading.problems);
  EXPECT_EQ(problem_at(reading.problems, "/a/b").got, "the key again in line 2");
  problem_at(reading.problems, "/a/b/c");
}

TEST(JsonReader, EveryOverflowIsNamedAndTheRestIsRead) {
  const JsonReading reading = read(R"({"x":[1,1e400,-1e999],"a/b":)" + std::string(400, '9') + R"(,"z":2})");
  ASSERT_TRUE(reading.document);
  EXPECT_EQ(reading.problems.size(), 3U) << text_of(reading.problems);
  EXPECT_EQ(problem_at(reading.problems, "/x/1").got, "1e400");
  EXPECT_EQ(problem_at(reading.problems, "/x/2").got, "-1e999");
  problem_at(reading.problems, "/a~1b");
  EXPECT_TRUE(reading.document->at("x").at(1).is_discarded());
  EXPECT_EQ(reading.document->at("z"), 2);
}

TEST(JsonReader, DenormalAndLargestNumbersAreNumbers) {
  const JsonReading reading = read("[1e-320, 1.7976931348623157e308, -1.5e-999, 1e-99999]");
  ASSERT_TRUE(reading.document) << text_of(reading.problems);
  EXPECT_EQ(reading.document->at(2), 0.0);
  EXPECT_EQ(reading.document->at(3), 0.0);
  EXPECT_EQ(reading.document->at(1).get<double>(), 1.7976931348623157e308);
}

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']');
}

TEST(JsonReader, SixtyFourLevelsAreFineAndOneMoreIsNot) {
  EXPECT_TRUE(read(nested(64)).document);
  const JsonReading reading = read(nested(65));
  EXPECT_FALSE(reading.document);
  problem_at(reading.problems, "/ (1, 65)");
}

TEST(JsonReader, TooManyValuesAreRefused) {
  std::string text = "[0";
  for (std::size_t i = 0; i < max_json_values; ++i) text += ",0";
  const JsonReading reading = read(text + "]");
  EXPECT_FALSE(reading.document);
  EXPECT_EQ(reading.problems.size(), 1U);
}

TEST(JsonReader, ThousandsOfFaultsStopAtAThousand) {
  std::string text = "{\"a\":0";
  for (int i = 0; i < 5000; ++i) text += ",\"a\":0";
  EXPECT_EQ(read(text + "}").problems.size(), max_problems + 1);
}

}  // namespace
}  // namespace park
