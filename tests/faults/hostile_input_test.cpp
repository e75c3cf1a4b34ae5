// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

#include "../unit/scenario/scratch_folder.hpp"
#include "scenario/load.hpp"

namespace park {
namespace {

namespace fs = std::filesystem;
using test::problem_at;
using test::ScratchFolder;
using test::text_of;

Problems problems_of(const fs::path& path) {
  const Checked<Scenario> scenario = load_scenario(path);
  EXPECT_FALSE(scenario.ok()) << path;
  return scenario.ok() ? Problems{} : scenario.problems();
}

TEST(HostileInput, FiveHundredMegabytesAreNotRead) {
  const ScratchFolder folder;
  const fs::path huge = folder.write("huge.json", "");
  fs::resize_file(huge, 500'000'000);  // sparse: no such space is taken
  rusage before{}, after{};
  ASSERT_EQ(::getrusage(RUSAGE_SELF, &before), 0);
  const Problems problems = problems_of(huge);
  ASSERT_EQ(::getrusage(RUSAGE_SELF, &after), 0);
  EXPECT_EQ(problem_at(problems, "/").got, "500000000 bytes");
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 50'000);  // kB
}

TEST(HostileInput, HugeFilesBehindReferencesAreNotReadEither) {
  const ScratchFolder folder;
  fs::resize_file(folder.write("huge", ""), 500'000'000);
  for (const char* member : {"extends", "map", "targets"}) {
    const Problems problems =
        problems_of(folder.write("in.json", "{\"" + std::string(member) + "\":\"huge\"}"));
    EXPECT_TRUE(problem_at(problems, "/" + std::string(member)).got.ends_with("huge: 500000000 bytes"));
  }
}

TEST(HostileInput, DepthDoesNotOverflowTheStack) {
  const ScratchFolder folder;
  for (const std::size_t depth : {10'000U, 100'000U, 10'000'000U}) {
    problem_at(problems_of(folder.write("deep.json", std::string(depth, '['))), "/ (1, 65)");
  }
  std::string objects;
  for (int i = 0; i < 10'000; ++i) objects += "{\"a\":";
  EXPECT_EQ(problems_of(folder.write("deep.json", objects)).size(), 1U);
}

TEST(HostileInput, BrokenNumbersTextsAndStructure) {
  const ScratchFolder folder;
  const std::vector<std::string> broken = {R"({"levers":{"standard_factory_rent":NaN}})",
                                           R"({"levers":{"standard_factory_rent":Infinity}})",
                                           R"({"levers":{"standard_factory_rent":1e400}})",
                                           R"({"levers":{"standard_factory_rent":-1e400}})",
                                           R"({"levers":{"standard_factory_rent":1e308}})",
                                           R"({"levers":{"standard_factory_rent":"x","no_such":1}})",
                                           R"({"months":1,"months":1})",
                                           R"({"months":99999999999999999999})",
                                           R"({"policy":[{"at":1e300,"set":{"agencies":1}}]})",
                                           R"({"map":""})",
                                           R"({"map":"a\u0000b"})",
                                           R"({"map":"/dev/zero"})",
                                           R"({"map":"."})",
                                           R"({"extends":"."})",
                                           "{\"name\":\"\xff\"}",
                                           "{\"name\":\"\\ud800\"}",
                                           "{} trailing",
                                           "",
                                           " ",
                                           "\xEF\xBB\xBF",
                                           "null",
                                           "[]",
                                           "7",
                                           "\"text\"",
                                           std::string("\0", 1),
                                           "{\"a\":1,}",
                                           "{\"a\":tru}"};
  for (const std::string& text : broken)
    EXPECT_FALSE(problems_of(folder.write("in.json", text)).empty()) << text;
}

TEST(HostileInput, WindowsFilesAreFine) {
  const ScratchFolder folder;
  const Checked<Scenario> loaded =
      load_scenario(folder.write("in.json", "\xEF\xBB\xBF{\r\n\t\"months\": 24\r\n}\r\n"));
  ASSERT_TRUE(loaded.ok()) << text_of(loaded.problems());
  EXPECT_EQ(loaded.value().months, 24);
}

TEST(HostileInput, DirectoriesPipesAndDevices) {
  const ScratchFolder folder;
  ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  problem_at(problems_of(folder.path()), "/");
  problem_at(problems_of(folder.path() / "pipe"), "/");
  problem_at(problems_of("/dev/zero"), "/");
  problem_at(problems_of(folder.path() / "none.json"), "/");
}

TEST(HostileInput, AMillionUnknownKeysAreRefusedInTime) {
  const ScratchFolder folder;
  std::string text = "{\"levers\":{\"a\":0";
  for (int i = 0; i < 1'000'000; ++i) text += ",\"k" + std::to_string(i) + "\":0";
  const Problems problems = problems_of(folder.write("in.json", text + "}}"));
  EXPECT_EQ(problems.size(), 1001U);
}

TEST(HostileInput, MessagesStayShortAndPrintable) {
  const ScratchFolder folder;
  const std::string key(5'000'000, 'k');
  const Problems problems = problems_of(
      folder.write("in.json", "{\"" + key + "\":1,\"name\":\"" + key + "\",\"\\u001b[2J\":\"\"}"));
  ASSERT_EQ(problems.size(), 3U);
  for (const Problem& problem : problems) {
    EXPECT_LT(to_string(problem).size(), 1000U);
    EXPECT_EQ(to_string(problem).find('\x1b'), std::string::npos);
  }
}

TEST(HostileInput, AListWithMillionsOfCells) {
  const std::string text(20'000'000, ',');
  EXPECT_FALSE(load_target_list(text + "x", "list.csv").ok());
  EXPECT_FALSE(load_target_list("\"" + text, "list.csv").ok());
}

TEST(HostileInput, AFullDiskIsAWorldErrorAndLeavesNothing) {
  const ScratchFolder folder;
  const fs::path file = folder.write("out.json", "old");
  // A limit on the size of files stands in for a full disk: write fails in the same place.
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto ignored = ::signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 1000;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  EXPECT_THROW(write_file(file, std::string(100'000, 'x')), WorldError);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  ::signal(SIGXFSZ, ignored);
  EXPECT_EQ(read_file(file).value(), "old");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}), 1);
}

}  // namespace
}  // namespace park
