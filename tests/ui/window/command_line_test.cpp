// SPDX-License-Identifier: MIT
#include "command_line.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace park::ui {
namespace {

class ViewCommandLine : public testing::Test {
 protected:
  ViewCommandLine() { setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1); }

  Checked<Request> read(std::vector<const char*> words) {
    words.insert(words.begin(), "parkview");
    return read_command_line(static_cast<int>(words.size()), words.data(), Texts::load(Language::English));
  }
};

TEST_F(ViewCommandLine, TakesEverythingApart) {
  const auto request = read({"a.json", "--size", "1920x1080", "--scale", "1.5", "--lang", "en", "--theme",
                             "light", "--month", "2031-06", "--screenshot", "x.png", "b.json"});
  ASSERT_TRUE(request.ok());
  EXPECT_EQ(request.value().scenarios.size(), 2U);
  EXPECT_EQ(request.value().size, (Size{1920, 1080}));
  EXPECT_EQ(request.value().scale, 1.5);
  EXPECT_EQ(request.value().language, Language::English);
  EXPECT_EQ(request.value().theme, ThemeKind::Light);
  EXPECT_EQ(request.value().month, (YearMonth{2031, 6}));
  EXPECT_EQ(request.value().picture, "x.png");
}

TEST_F(ViewCommandLine, WhatIsNotSaidIsNotThere) {
  const auto request = read({});
  ASSERT_TRUE(request.ok());
  EXPECT_FALSE(request.value().size || request.value().scale || request.value().picture ||
               request.value().help);
}

TEST_F(ViewCommandLine, TellsAllThatIsWrongAtOnce) {
  const auto request =
      read({"--size", "800x600", "--scale", "3", "--lang", "fr", "--theme", "blue", "--month", "June",
            "--screenshot", "x.jpg", "--reps", "4", "--pictures", "map,jbos"});
  ASSERT_FALSE(request.ok());
  EXPECT_EQ(request.problems().size(), 8U);
}

TEST_F(ViewCommandLine, SizesEndAtFourK) {
  EXPECT_TRUE(read({"--size", "3840x2160"}).ok());
  for (const char* size :
       {"3841x2160", "1279x720", "1280x719", "1920", "x", "1920x1080x1", "-1920x1080", "1e3x1080"})
    EXPECT_FALSE(read({"--size", size}).ok()) << size;
}

TEST_F(ViewCommandLine, PicturesHaveNames) {
  const auto request = read({"--pictures", "flows,map"});
  ASSERT_TRUE(request.ok());
  EXPECT_EQ(request.value().shown, (std::vector{PictureKind::Flows, PictureKind::Map}));
  for (const char* bad : {",", "map,,jobs", "Map", "map jobs"})
    EXPECT_FALSE(read({"--pictures", bad}).ok()) << bad;
}

TEST_F(ViewCommandLine, HelpIsPrinted) {
  const auto request = read({"--help"});
  ASSERT_TRUE(request.ok() && request.value().help);
  EXPECT_NE(request.value().help->find("--screenshot"), std::string::npos);
}

TEST_F(ViewCommandLine, SaysItsVersion) {
  const auto request = read({"a.json", "--version"});
  ASSERT_TRUE(request.ok() && request.value().help);
  EXPECT_EQ(request.value().help->rfind("parkview ", 0), 0U);
  EXPECT_EQ(request.value().help->find("--"), std::string::npos);
}

}  // namespace
}  // namespace park::ui
