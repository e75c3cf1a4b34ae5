// SPDX-License-Identifier: MIT
#include "present/scene_renewal.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "present/policy_changes.hpp"
#include "shipped_scenario.hpp"

namespace park::ui {
namespace {

/// Baseline against the whole package over 18 months, three runs each.
class SceneRenewals : public ::testing::Test {
 protected:
  static std::shared_ptr<const Scenario> short_one(const char* name) {
    Scenario scenario = park::test::shipped_scenario(name);
    scenario.months = 18;
    return park::test::shared(std::move(scenario));
  }
  static std::shared_ptr<const FilmScene> scene_of(std::shared_ptr<const Scenario> last) {
    FilmScene::Wishes wishes;
    wishes.scenarios = {reference(), std::move(last)};
    wishes.seed = 2026;
    wishes.runs = 3;
    return std::make_shared<const FilmScene>(wishes);
  }
  static std::shared_ptr<const Scenario> reference() {
    static const auto baseline = short_one("baseline");
    return baseline;
  }
  static std::shared_ptr<const Scenario> changed(const Scenario& scenario, double after) {
    for (const ParameterRow& lever : lever_rows()) {
      if (lever.key != "rent_free_months") continue;
      return park::test::shared(park::test::value_or_throw(
          with_changes(scenario, std::vector<PolicyChange>{{&lever, 0, after, 6}})));
    }
    throw std::runtime_error("no such lever");
  }

  std::shared_ptr<const FilmScene> wait() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    while (std::chrono::steady_clock::now() < end) {
      const float done = renewal_.progress();
      EXPECT_TRUE(done >= 0 && done <= 1) << done;
      if (auto scene = renewal_.take()) return scene;
      EXPECT_EQ(renewal_.failure(), "");
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    throw std::runtime_error("not lived in two minutes");
  }

  std::shared_ptr<const FilmScene> shown_ = scene_of(short_one("whole_package"));
  SceneRenewal renewal_;
};

TEST_F(SceneRenewals, GiveWhatASceneMadeAtOnceHas) {
  const auto policy = changed(shown_->scenario(1), 60);
  renewal_.ask(shown_, policy);
  EXPECT_TRUE(renewal_.is_under_way());
  const auto renewed = wait();
  EXPECT_FALSE(renewal_.is_under_way());
  EXPECT_EQ(renewal_.take(), nullptr) << "given once";
  const auto at_once = scene_of(policy);
  for (std::size_t place = 0; place < 2; ++place) {
    EXPECT_EQ(renewed->futures().fan(place).digests, at_once->futures().fan(place).digests);
    EXPECT_EQ(renewed->chronicle(place)->digest(), at_once->chronicle(place)->digest());
  }
  EXPECT_NE(renewed->chronicle(1)->digest(), shown_->chronicle(1)->digest());
  EXPECT_EQ(renewed->chronicle(0), shown_->chronicle(0)) << "the reference is not lived again";
  EXPECT_EQ(renewed->ground(1), shown_->ground(1));
}

TEST_F(SceneRenewals, WhatIsGivenUpNeverComes) {
  renewal_.ask(shown_, changed(shown_->scenario(1), 60));
  renewal_.give_up();
  EXPECT_FALSE(renewal_.is_under_way());
  EXPECT_EQ(renewal_.take(), nullptr);
  const auto later = changed(shown_->scenario(1), 48);
  renewal_.ask(shown_, later);
  EXPECT_EQ(wait()->futures().shared_scenario(1), later);
}

}  // namespace
}  // namespace park::ui
