// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cstdlib>

#include "scenario/load.hpp"
#include "workplace.hpp"

namespace park::ui {
namespace {

class OpenedFromTheCommandLine : public testing::Test {
 protected:
  void SetUp() override { setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1); }

  static Checked<std::shared_ptr<Session>> opened(std::initializer_list<const char*> names) {
    Request request;
    request.picture = "picture.png";  // nothing of this person's state is read
    for (const char* name : names) {
      request.scenarios.push_back(shipped_data_folder() / "scenarios" / (std::string(name) + ".json"));
    }
    return open_session(request);
  }

  static std::vector<std::string> tabs_of(std::initializer_list<const char*> names) {
    const auto session = opened(names);
    EXPECT_TRUE(session.ok());
    std::vector<std::string> tabs;
    for (std::size_t place = 0; place < session.value()->tab_count(); ++place)
      tabs.push_back(session.value()->tab(place).now()->name);
    return tabs;
  }
};

using Tabs = std::vector<std::string>;

TEST_F(OpenedFromTheCommandLine, OfSeveralTheFirstIsTheBaseline) {
  EXPECT_EQ(tabs_of({"build_first", "recruit_first"}), (Tabs{"build_first", "recruit_first"}));
  EXPECT_EQ(tabs_of({"baseline", "whole_package", "build_first"}),
            (Tabs{"baseline", "whole_package", "build_first"}));
}

TEST_F(OpenedFromTheCommandLine, OneAloneIsComparedWithTheShippedBaseline) {
  EXPECT_EQ(tabs_of({"build_first"}), (Tabs{"baseline", "build_first"}));
  EXPECT_EQ(tabs_of({}), (Tabs{"baseline", "whole_package"}));
}

TEST_F(OpenedFromTheCommandLine, ABadBaselineIsToldOnceWithTheOthers) {
  const auto session = opened({"missing", "build_first", "missing_too"});
  ASSERT_FALSE(session.ok());
  ASSERT_EQ(session.problems().size(), 2U);
  EXPECT_NE(session.problems()[0].file.find("missing.json"), std::string::npos);
  EXPECT_NE(session.problems()[1].file.find("missing_too.json"), std::string::npos);
}

}  // namespace
}  // namespace park::ui
