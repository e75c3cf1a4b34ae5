// SPDX-License-Identifier: MIT
#include "brief_command_line.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace park::ui {
namespace {

class BriefCommandLine : public testing::Test {
 protected:
  BriefCommandLine() { setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1); }

  Checked<BriefRequest> read(std::vector<const char*> words) {
    words.insert(words.begin(), "brief");
    return read_brief_command_line(static_cast<int>(words.size()), words.data(),
                                   Texts::load(Language::English));
  }
  BriefKind kind_of(std::vector<const char*> words) {
    const auto request = read(std::move(words));
    EXPECT_TRUE(request.ok());
    return request.ok() ? request.value().kind : BriefKind::Film;
  }
};

TEST_F(BriefCommandLine, TakesEverythingApart) {
  const auto request =
      read({"a.json", "b.json", "--storyboard", "s.json",   "--out",   "x.mp4",          "--size",
            "4k",     "--fps",  "60",           "--months", "24",      "--replications", "8",
            "--seed", "7",      "--lang",       "en",       "--theme", "light",          "--quiet"});
  ASSERT_TRUE(request.ok());
  const BriefRequest& brief = request.value();
  EXPECT_EQ(brief.scenarios.size(), 2U);
  EXPECT_EQ(brief.storyboard, "s.json");
  EXPECT_EQ(brief.out, "x.mp4");
  EXPECT_EQ(brief.width, 3840U);
  EXPECT_EQ(brief.height, 2160U);
  EXPECT_EQ(brief.frames_a_second, 60);
  EXPECT_EQ(brief.months, 24);
  EXPECT_EQ(brief.runs, 8U);
  EXPECT_EQ(brief.seed, 7U);
  EXPECT_EQ(brief.language, Language::English);
  EXPECT_EQ(brief.theme, ThemeKind::Light);
  EXPECT_TRUE(brief.is_quiet);
}

TEST_F(BriefCommandLine, TheEndingSaysWhatIsMade) {
  EXPECT_EQ(kind_of({"--out", "out/x.mp4"}), BriefKind::Film);
  EXPECT_EQ(kind_of({"--out", "x.gif"}), BriefKind::Gif);
  EXPECT_EQ(kind_of({"--out", "x.html"}), BriefKind::Page);
  EXPECT_EQ(kind_of({"--out", "frames"}), BriefKind::Pictures);
  EXPECT_EQ(kind_of({"--out", "x.png", "--still", "2031-06"}), BriefKind::Stills);
  EXPECT_EQ(kind_of({"--out", "slides", "--still", "2031-06", "--still", "2035-12"}), BriefKind::Stills);
}

TEST_F(BriefCommandLine, SaysAllThatIsWrongAtOnce) {
  const auto request = read({"a",      "b",  "c",        "d",    "--out",          "x.avi", "--size",  "8k",
                             "--fps",  "25", "--months", "0",    "--replications", "-1",    "--seed",  "x",
                             "--lang", "fr", "--theme",  "pink", "--still",        "June",  "--frame", "3"});
  ASSERT_FALSE(request.ok());
  std::string all;
  for (const Problem& problem : request.problems()) all += to_string(problem) + "\n";
  for (const char* pointer : {"/SCENARIO", "/--out", "/--size", "/--fps", "/--months", "/--replications",
                              "/--seed", "/--lang", "/--theme", "/--still", "/--frame"})
    EXPECT_NE(all.find(pointer), std::string::npos) << pointer << " in\n" << all;
}

TEST_F(BriefCommandLine, StillsNeedAPlaceForEach) {
  EXPECT_FALSE(read({"--still", "2031-06", "--still", "2032-06", "--out", "x.png"}).ok());
  EXPECT_FALSE(read({"--still", "2031-06", "--out", "x.mp4"}).ok());
  EXPECT_FALSE(read({"--out", ""}).ok());
}

}  // namespace
}  // namespace park::ui
