// SPDX-License-Identifier: MIT
#include "cli/request.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

namespace park::cli {
namespace {

class RequestTest : public testing::Test {
 protected:
  RequestTest() {
    setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1);
    texts = Texts::load(Language::English);
  }

  [[nodiscard]] Checked<Request> read(std::vector<const char*> words) const {
    words.insert(words.begin(), "parksim");
    return read_command_line(static_cast<int>(words.size()), words.data(), texts);
  }

  Texts texts;
};

TEST_F(RequestTest, TakesTheLineApart) {
  const auto read_line =
      read({"run", "a.json", "--set", "agencies=2", "--replications=8", "--json", "--set", "b=c"});
  ASSERT_TRUE(read_line.ok());
  const Request& request = read_line.value();
  EXPECT_EQ(request.command, "run");
  EXPECT_EQ(request.words, std::vector<std::string>{"a.json"});
  EXPECT_EQ(request.settings, (std::vector<std::string>{"agencies=2", "b=c"}));
  EXPECT_EQ(request.replications, "8");
  EXPECT_TRUE(request.is_json);
  EXPECT_FALSE(request.seed.has_value());
}

TEST_F(RequestTest, SetTakesOneWordEach) {
  const auto line = read({"compare", "--set", "agencies=2", "a.json", "b.json"});
  ASSERT_TRUE(line.ok());
  EXPECT_EQ(line.value().words.size(), 2U);
  EXPECT_EQ(line.value().settings.size(), 1U);
}

TEST_F(RequestTest, GlobalOptionsStandAnywhere) {
  const auto line = read({"--quiet", "levers", "--json"});
  ASSERT_TRUE(line.ok());
  EXPECT_TRUE(line.value().is_quiet);
  EXPECT_TRUE(line.value().is_json);
}

TEST_F(RequestTest, TheLastOfTwoCounts) {
  const auto line = read({"run", "a.json", "--seed", "1", "--seed", "2"});
  ASSERT_TRUE(line.ok());
  EXPECT_EQ(line.value().seed, "2");
}

TEST_F(RequestTest, UnknownOptionsAreAllSaidWithTheNearest) {
  const auto line = read({"run", "a.json", "--reps", "5", "--sed", "3"});
  ASSERT_FALSE(line.ok());
  ASSERT_EQ(line.problems().size(), 2U);
  EXPECT_EQ(to_string(line.problems()[1]),
            "command line:/--sed: expected a known option (nearest: --seed), got \"--sed\"");
}

TEST_F(RequestTest, AMissingValueIsAProblem) {
  const auto line = read({"run", "a.json", "--seed"});
  ASSERT_FALSE(line.ok());
  EXPECT_EQ(to_string(line.problems().front()), "command line:/--seed: expected a value, got none");
}

TEST_F(RequestTest, UnknownCommandNamesTheNearest) {
  const auto line = read({"comparre", "a.json"});
  ASSERT_FALSE(line.ok());
  EXPECT_NE(line.problems().front().expected.find("compare"), std::string::npos);
  EXPECT_FALSE(read({}).ok());
}

TEST_F(RequestTest, HelpOfACommandHasExamplesAndGlobalOptions) {
  for (const char* command :
       {"run", "compare", "validate", "schema", "levers", "uncertainties", "indicators", "national", "new"}) {
    const auto line = read({command, "--help"});
    ASSERT_TRUE(line.ok());
    ASSERT_TRUE(line.value().help.has_value());
    EXPECT_NE(line.value().help->find("Examples"), std::string::npos) << command;
    EXPECT_NE(line.value().help->find("--lang"), std::string::npos) << command;
  }
}

TEST_F(RequestTest, WholeOptions) {
  Problems problems;
  EXPECT_EQ(whole_option("12", "--months", 1, 600, problems), 12U);
  EXPECT_EQ(whole_option(std::nullopt, "--months", 1, 600, problems), std::nullopt);
  EXPECT_TRUE(problems.empty());
  for (const char* text : {"0", "601", "-1", "1.5", "", "12x", "99999999999999999999999"}) {
    EXPECT_EQ(whole_option(text, "--months", 1, 600, problems), std::nullopt) << text;
  }
  EXPECT_EQ(problems.size(), 7U);
}

}  // namespace
}  // namespace park::cli
