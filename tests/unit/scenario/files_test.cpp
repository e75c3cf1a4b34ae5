// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "core/assert.hpp"
#include "scenario/load.hpp"
#include "scratch_folder.hpp"

namespace park {
namespace {

namespace fs = std::filesystem;
using test::ScratchFolder;

std::size_t file_count(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}));
}

TEST(ReadFile, GivesTheBytes) {
  const ScratchFolder folder;
  const std::string bytes("a\0b\r\n", 5);
  EXPECT_EQ(read_file(folder.write("x", bytes)).value(), bytes);
  EXPECT_EQ(read_file(folder.write("empty", "")).value(), "");
}

TEST(ReadFile, RefusesWhatIsNoFile) {
  const ScratchFolder folder;
  ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  fs::create_symlink("loop", folder.path() / "loop");
  const std::vector<std::pair<fs::path, std::string>> cases = {
      {folder.path(), "a directory"},
      {folder.path() / "pipe", "a pipe"},
      {"/dev/zero", "a device"},
      {folder.path() / "none", "No such file or directory"},
      {folder.path() / "loop", "Too many levels of symbolic links"},
      {"", "No such file or directory"}};
  for (const auto& [path, got] : cases) {
    const Checked<std::string> bytes = read_file(path);
    ASSERT_FALSE(bytes.ok()) << path;
    EXPECT_EQ(bytes.problems(), (Problems{{path.string(), "/", "a readable file", got}}));
  }
}

TEST(ReadFile, RefusesAFileItMayNotRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const ScratchFolder folder;
  const fs::path file = folder.write("x", "secret");
  fs::permissions(file, fs::perms::none);
  EXPECT_FALSE(read_file(file).ok());
}

TEST(WriteFile, ReplacesTheFileAndLeavesNothingBeside) {
  const ScratchFolder folder;
  const fs::path file = folder.path() / "out.json";
  write_file(file, "old");
  write_file(file, "new");
  EXPECT_EQ(read_file(file).value(), "new");
  EXPECT_EQ(file_count(folder.path()), 1U);
}

TEST(WriteFile, KeepsTheOldFileWhenItCannotReplaceIt) {
  const ScratchFolder folder;
  EXPECT_THROW(write_file(folder.path() / "none" / "out.json", "x"), WorldError);
  fs::create_directory(folder.path() / "taken");
  EXPECT_THROW(write_file(folder.path() / "taken", "x"), WorldError);
  EXPECT_EQ(file_count(folder.path()), 1U);
}

TEST(ShippedData, StandsWhereTheEnvironmentSays) {
  const char* before = std::getenv("PARKSIM_DATA");
  const std::string kept = before == nullptr ? "" : before;
  const ScratchFolder folder;
  ::setenv("PARKSIM_DATA", folder.path().c_str(), 1);
  EXPECT_THROW(static_cast<void>(shipped_data_folder()), WorldError);
  folder.write("scenarios/data/chain.json", "{}");
  EXPECT_EQ(shipped_data_folder(), folder.path());
  ::setenv("PARKSIM_DATA", kept.c_str(), 1);
  EXPECT_TRUE(fs::exists(shipped_data_folder() / "scenarios" / "data" / "chain.json"));
}

}  // namespace
}  // namespace park
