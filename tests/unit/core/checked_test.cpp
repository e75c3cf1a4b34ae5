// SPDX-License-Identifier: MIT
#include "core/checked.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace park {
namespace {

const Problem negative_rent{"a.json", "/levers/standard_factory_rent",
                            "a number from 0 to 25 (yuan/m2/month)", "-1"};
const Problem unknown_key{"a.json", "/levers/rent", "a key of a lever", "rent"};

TEST(Problem, IsOneLineForPeopleAndScripts) {
  EXPECT_EQ(to_string(negative_rent),
            "a.json:/levers/standard_factory_rent: expected a number from 0 to 25 (yuan/m2/month), got -1");
}

TEST(Checked, HoldsAValue) {
  const Checked<int> checked = 5;
  EXPECT_TRUE(checked.ok());
  EXPECT_EQ(checked.value(), 5);
  EXPECT_TRUE(checked.problems().empty());
}

TEST(Checked, HoldsEveryProblemInOrder) {
  const Checked<int> checked = Problems{negative_rent, unknown_key};
  EXPECT_FALSE(checked.ok());
  EXPECT_EQ(checked.problems(), (Problems{negative_rent, unknown_key}));
}

TEST(Checked, NeverGivesAValueThatIsNotThere) {
  const Checked<int> checked = Problems{negative_rent};
  EXPECT_THROW((void)checked.value(), Bug);
  EXPECT_THROW((void)Checked<int>(Problems{negative_rent}).value(), Bug);
}

TEST(Checked, NeverFailsWithoutAReason) { EXPECT_THROW((void)Checked<int>(Problems{}), Bug); }

TEST(Checked, LetsAValueBeMovedOut) {
  Checked<std::unique_ptr<int>> checked = std::make_unique<int>(7);
  const std::unique_ptr<int> value = std::move(checked).value();
  EXPECT_EQ(*value, 7);
}

TEST(Assertions, SayWhereAndWhatWasPromised) {
  EXPECT_NO_THROW(PARK_ASSERT(1 + 1 == 2));
  try {
    PARK_ASSERT(1 + 1 == 3);
    FAIL() << "no exception";
  } catch (const Bug& bug) {
    const std::string_view words = bug.what();
    EXPECT_NE(words.find("checked_test.cpp:"), std::string_view::npos) << words;
    EXPECT_NE(words.find("1 + 1 == 3"), std::string_view::npos) << words;
  }
}

}  // namespace
}  // namespace park
