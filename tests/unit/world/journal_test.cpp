// SPDX-License-Identifier: MIT
#include "world/journal.hpp"

#include <gtest/gtest.h>

namespace park {
namespace {

TEST(Identity, OffspringKeepTheirRootAndGenerations) {
  const Identity parent{Identity::Kind::Target, 4, 0};
  const Identity child = offspring(parent, Offspring::Branch, 5);
  EXPECT_EQ(child.root, 4U);
  EXPECT_EQ(child.path, (2U << 6U) | 5U);
  const Identity grandchild = offspring(child, Offspring::SpinOff, 63);
  EXPECT_EQ(grandchild.path, (((2U << 6U) | 5U) << 8U) | (3U << 6U) | 63U);
  EXPECT_NE(child.number(), parent.number());
  EXPECT_NE(child.number(), grandchild.number());
}

TEST(Journal, KeepsAsMuchAsItsModeSays) {
  const Identity who{Identity::Kind::Pool, 1, 0};
  for (const JournalMode mode : {JournalMode::Off, JournalMode::Counts, JournalMode::Full}) {
    Journal journal;
    journal.mode = mode;
    journal.record(3, EventKind::Signed, who);
    journal.record(4, EventKind::Signed, who);
    journal.hold_up(4, who, Stage::Dyeing, Cause::Permit);
    EXPECT_EQ(journal.counts[static_cast<std::size_t>(EventKind::Signed)], mode == JournalMode::Off ? 0 : 2);
    EXPECT_EQ(journal.events.size(), mode == JournalMode::Full ? 2U : 0U);
    EXPECT_EQ(journal.delays.size(), mode == JournalMode::Full ? 1U : 0U);
    EXPECT_EQ(journal.held_up_this_month[static_cast<std::size_t>(Cause::Permit)][index_of(Stage::Dyeing)], 1)
        << "indicators read bottlenecks in every mode";
    journal.pass_usual_time(Stage::Dyeing);
    EXPECT_EQ(journal.usual_this_month[index_of(Stage::Dyeing)], 1);
    EXPECT_EQ(journal.delays.size(), mode == JournalMode::Full ? 1U : 0U) << "usual time is no delay";
  }
}

}  // namespace
}  // namespace park
