// SPDX-License-Identifier: MIT
#include "study/words/language.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>

namespace park {
namespace {

class LanguageTest : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) unsetenv(variable);
  }

  static Language chosen(std::initializer_list<const char*> words) {
    return chosen_language(std::span<const char* const>(words.begin(), words.size()));
  }
};

TEST_F(LanguageTest, ChineseUnlessTheEnvironmentNamesAnother) {
  EXPECT_EQ(language_of_locale(""), Language::Chinese);
  EXPECT_EQ(language_of_locale("C"), Language::Chinese);
  EXPECT_EQ(language_of_locale("C.UTF-8"), Language::Chinese);
  EXPECT_EQ(language_of_locale("POSIX"), Language::Chinese);
  EXPECT_EQ(language_of_locale("zh_CN.UTF-8"), Language::Chinese);
  EXPECT_EQ(language_of_locale("en_GB.UTF-8"), Language::English);
  EXPECT_EQ(language_of_locale("de_DE@euro"), Language::English);
}

TEST_F(LanguageTest, TheFirstVariableThatIsSetCounts) {
  EXPECT_EQ(chosen({"parksim"}), Language::Chinese);
  setenv("LANG", "en_US.UTF-8", 1);
  EXPECT_EQ(chosen({"parksim"}), Language::English);
  setenv("LC_ALL", "zh_CN.UTF-8", 1);
  EXPECT_EQ(chosen({"parksim"}), Language::Chinese);
}

TEST_F(LanguageTest, TheOptionCountsMost) {
  setenv("LC_ALL", "zh_CN.UTF-8", 1);
  EXPECT_EQ(chosen({"parksim", "run", "--lang", "en"}), Language::English);
  EXPECT_EQ(chosen({"parksim", "--lang=en", "run"}), Language::English);
  EXPECT_EQ(chosen({"parksim", "--lang"}), Language::Chinese);
}

}  // namespace
}  // namespace park
