// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <deque>

#include "scenario/load.hpp"
#include "session/edited_scenario.hpp"
#include "session/same_scenario.hpp"
#include "session/scenario_code.hpp"
#include "shipped_scenario.hpp"
#include "ui/session/random_command.hpp"

namespace park::ui {
namespace {

using State = EditedScenario::State;

/// What a person did, told once more beside the history that is tested: every state, kept whole.
class PlainHistory {
 public:
  explicit PlainHistory(State first) : states_{std::move(first)} {}

  void did(const State& now, bool is_new_step) {
    if (!is_new_step) {
      states_[place_] = now;
      return;
    }
    states_.resize(place_ + 1);
    states_.push_back(now);
    ++place_;
  }
  State undo() { return place_ > 0 ? states_[--place_] : states_[place_]; }
  State redo() { return place_ + 1 < states_.size() ? states_[++place_] : states_[place_]; }
  [[nodiscard]] std::size_t place() const { return place_; }

 private:
  std::deque<State> states_;
  std::size_t place_ = 0;
};

void expect_reads_back(const Scenario& scenario, int command) {
  const Checked<Scenario> read = load_scenario(to_json(scenario), "saved.json", "/");
  ASSERT_TRUE(read.ok()) << to_string(read.problems().front()) << " after command " << command;
  EXPECT_TRUE(is_same(read.value(), scenario)) << "after command " << command;
}

void expect_code_reads_back(const Scenario& scenario, const State& base, int command) {
  const auto find_base = [&](const std::string&) { return base; };
  const auto code = code_of(scenario, find_base);
  ASSERT_TRUE(std::holds_alternative<std::string>(code));
  const auto read = scenario_of_code(std::get<std::string>(code), find_base);
  ASSERT_TRUE(std::holds_alternative<Scenario>(read))
      << std::get<CodeFault>(read).detail << " after command " << command;
  EXPECT_TRUE(is_same(std::get<Scenario>(read), scenario)) << "after command " << command;
}

TEST(RandomCommands, ThousandsKeepEveryPromise) {
  constexpr std::uint64_t seed = 20260501;
  RandomCommands commands(seed);
  const auto baseline = test::shared(test::shipped_scenario("baseline"));
  EditedScenario scenario(test::shared(test::shipped_scenario("whole_package")), baseline);
  PlainHistory history(scenario.now());
  int refused = 0;
  for (int i = 0; i < 5000; ++i) {
    SCOPED_TRACE("seed " + std::to_string(seed) + ", command " + std::to_string(i));
    const int chance = commands.whole(10);
    const State before = scenario.now();
    if (chance == 0) {
      scenario.undo();
      ASSERT_EQ(scenario.now(), history.undo());
    } else if (chance == 1) {
      scenario.redo();
      ASSERT_EQ(scenario.now(), history.redo());
    } else {
      scenario.end_gesture();
      const Problems problems = scenario.apply(commands.draw(*before));
      if (!problems.empty()) {
        ++refused;
        ASSERT_EQ(scenario.now(), before);
        ASSERT_FALSE(problems.front().pointer.empty());
      } else if (scenario.now() != before) {
        ASSERT_FALSE(is_same(*scenario.now(), *before)) << "a step that changes nothing";
        history.did(scenario.now(), true);
      }
    }
    ASSERT_EQ(scenario.is_modified(), !is_same(*scenario.now(), *scenario.saved()));
    if (i % 50 == 0) {
      expect_reads_back(*scenario.now(), i);
      expect_code_reads_back(*scenario.now(), scenario.saved(), i);
    }
    // A history is no longer than a person can use; the plain one knows no bound.
    if (history.place() > 400) {
      while (scenario.can_undo()) scenario.undo(), history.undo();
    }
  }
  EXPECT_GT(refused, 100) << "the bad commands are among them";
  EXPECT_LT(refused, 2500);
}

}  // namespace
}  // namespace park::ui
