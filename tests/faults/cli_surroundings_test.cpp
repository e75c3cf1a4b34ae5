// SPDX-License-Identifier: MIT
// What a machine is like besides must not be seen in results: language and number format, time zone, home,
// names of folders and files.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "faults/cli_process.hpp"

namespace park {
namespace {

namespace fs = std::filesystem;

/// Locales made for the test, as installed systems have different ones.
class OwnLocales {
 public:
  OwnLocales() {
    for (const char* name : {"de_DE", "zh_CN"}) {
      const std::string made = folder_.file(std::string(name) + ".UTF-8");
      const std::string command = std::string("localedef -i ") + name + " -f UTF-8 '" + made + "' 2>&1";
      is_complete_ = is_complete_ && std::system(command.c_str()) == 0;
    }
  }

  [[nodiscard]] bool is_complete() const { return is_complete_; }
  [[nodiscard]] Environment environment(const std::string& locale, const std::string& zone) const {
    return {{"LOCPATH", folder_.file("")}, {"LC_ALL", locale}, {"LANG", locale}, {"TZ", zone}};
  }

 private:
  ScratchFolder folder_;
  bool is_complete_ = true;
};

/// Everything below a folder, by its name there.
std::map<std::string, std::string> files_below(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[entry.path().lexically_relative(folder).string()] = text_of(entry);
  }
  return files;
}

TEST(CliSurroundings, TheSameBytesInAnyLocaleAndTimeZone) {
  const OwnLocales locales;
  ASSERT_TRUE(locales.is_complete()) << "localedef and the locale sources come with Debian's package locales";
  const ScratchFolder folder;
  const auto compared = [&](const std::string& locale, const std::string& zone) {
    const Finished run =
        parksim_within(locales.environment(locale, zone),
                       {"compare", shipped("baseline"), shipped("whole_package"), "--replications", "2",
                        "--months", "12", "--json", "--lang", "en", "--out", folder.file(locale)});
    EXPECT_EQ(run.code, 0) << run.err;
    return std::pair(run.out, files_below(folder.file(locale)));
  };
  const auto plain = compared("C", "UTC");
  EXPECT_GE(plain.second.size(), 4U);
  EXPECT_EQ(compared("de_DE.UTF-8", "America/New_York"), plain);
  EXPECT_EQ(compared("zh_CN.UTF-8", "Asia/Shanghai"), plain);
}

TEST(CliSurroundings, FoldersMayHaveSpacesAndChineseNames) {
  const ScratchFolder folder;
  const fs::path park = folder.file("园 区 (一)");
  const Finished made = parksim({"new", park.string()});
  ASSERT_EQ(made.code, 0) << made.err;
  fs::rename(park / "scenario.json", park / "情 景.json");
  const fs::path results = park / "结 果";
  const Finished run = parksim({"run", (park / "情 景.json").string(), "--replications", "1", "--months", "3",
                                "--out", results.string()});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(fs::exists(results / "summary.json"));
}

/// Files whose names are commands, to whoever hands them to a shell.
TEST(CliSurroundings, NamesAreNeverCommands) {
  const ScratchFolder folder;
  const std::string name = "$(touch touched);`touch touched`' \" | touch touched #";
  const std::string scenario =
      folder.write(name + ".json", R"({"extends": ")" + shipped("baseline") + R"(", "name": "ours"})");
  const std::string results = folder.file(name);
  EXPECT_EQ(parksim({"validate", scenario}).code, 0);
  const Finished run = parksim({"run", scenario, "--replications", "1", "--months", "3", "--out", results});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(parksim({"workbook", results, "-o", results + ".xlsx"}).code, 0);
  const std::string study =
      folder.write(name + ".study.json", R"({"schema": "parksim/study/1", "scenarios": [")" +
                                             shipped("baseline") + R"("], "months": 1,
      "factors": ["agencies"], "design": {"latin_hypercube": {"n": 2}}, "outcomes": [{"name": "j", "indicator": "jobs"}]})");
  const std::string store = results + ".db";
  EXPECT_EQ(parksim({"study", "run", study, "--out", store}).code, 0);
  EXPECT_EQ(parksim({"study", "export", store, "--csv", results + ".csv"}).code, 0);
  EXPECT_FALSE(fs::exists("touched"));
  EXPECT_FALSE(fs::exists(folder.file("touched")));
}

TEST(CliSurroundings, AHomeThatTakesNoFilesDoesNotMatter) {
  const ScratchFolder folder;
  const std::string no_folder = folder.write("home", "a file");
  const Environment environment = {
      {"HOME", no_folder}, {"XDG_CONFIG_HOME", no_folder}, {"XDG_CACHE_HOME", no_folder}};
  const Finished run = parksim_within(
      environment, {"run", shipped("baseline"), "--replications", "1", "--months", "3", "--json"});
  EXPECT_EQ(run.code, 0) << run.err;
}

}  // namespace
}  // namespace park
