// SPDX-License-Identifier: MIT
#include "panels/folder_listing.hpp"

#include <gtest/gtest.h>

#include "unit/scenario/scratch_folder.hpp"

namespace park::ui {
namespace {

std::vector<std::string> names_of(const FolderListing& listing) {
  std::vector<std::string> names;
  for (const FolderEntry& entry : listing.entries) names.push_back(entry.name);
  return names;
}

TEST(FolderListing, FoldersFirstThenFilesOfTheEndingByName) {
  const park::test::ScratchFolder folder;
  for (const char* name :
       {"b10.json", "b9.json", "A.json", "方案.json", "x.csv", ".hidden.json", "zz/in.json", "Yy/in.json"})
    (void)folder.write(name, "{}");
  const FolderListing listing = list_folder(folder.path(), ".json");
  EXPECT_EQ(names_of(listing),
            (std::vector<std::string>{"..", "Yy", "zz", "A.json", "b9.json", "b10.json", "方案.json"}));
  EXPECT_TRUE(listing.fault.empty());
  EXPECT_EQ(listing.entries[listing.place_of("b9.json")].bytes, 2U);
  EXPECT_EQ(listing.place_of("not there"), 0U);
}

TEST(FolderListing, AFolderThatCannotBeReadIsSaid) {
  const park::test::ScratchFolder folder;
  const FolderListing listing = list_folder(folder.path() / "gone", ".json");
  EXPECT_FALSE(listing.fault.empty());
  ASSERT_EQ(listing.entries.size(), 1U) << "there is still a way up";
  EXPECT_EQ(listing.entries.front().path, folder.path());
}

TEST(FolderListing, TheRootHasNoFolderAbove) {
  const FolderListing listing = list_folder("/", ".json");
  for (const FolderEntry& entry : listing.entries) EXPECT_NE(entry.name, "..");
}

TEST(FolderListing, NumbersCountAsNumbers) {
  EXPECT_TRUE(is_before("a2", "a10"));
  EXPECT_FALSE(is_before("a10", "a2"));
  EXPECT_TRUE(is_before("a", "B"));
  EXPECT_TRUE(is_before("a02b", "a3"));
  EXPECT_FALSE(is_before("same", "same"));
  EXPECT_NE(is_before("a01", "a1"), is_before("a1", "a01")) << "an order all the same";
}

TEST(FolderListing, EndingsAreAddedOnce) {
  EXPECT_EQ(with_ending("x", ".json"), "x.json");
  EXPECT_EQ(with_ending("x.json", ".json"), "x.json");
}

}  // namespace
}  // namespace park::ui
