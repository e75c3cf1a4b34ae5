// SPDX-License-Identifier: MIT
#include "world/survival_window.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <vector>

#include "core/random.hpp"

namespace park {
namespace {

/// Entered in month 40, seen from month 70.
class SinceMonth40 {
 public:
  SinceMonth40& arrives_after(int months) { return add(months, true); }
  SinceMonth40& leaves_after(int months) { return add(months, false); }
  SinceMonth40& waits() {
    ++waiting_;
    return *this;
  }

  [[nodiscard]] double median() const {
    SurvivalWindow window;
    const auto all = waiting_ + static_cast<int>(ends_.size());
    for (int i = 0; i < all; ++i) window.enter(40, 40);
    for (const auto& [months, arrives] : ends_) window.end(40, 40 + months, arrives);
    window.advance_to(70);
    return window.median();
  }

 private:
  SinceMonth40& add(int months, bool arrives) {
    ends_.emplace_back(months, arrives);
    return *this;
  }

  int waiting_ = 0;
  std::vector<std::pair<int, bool>> ends_;  ///< by months, rising
};

TEST(SurvivalWindow, IsTheMedianWhenAllArrive) {
  EXPECT_EQ(SinceMonth40().arrives_after(6).arrives_after(9).arrives_after(20).median(), 9);
}

/// Kaplan-Meier by hand: at 5 one of four arrives (S = 3/4); one leaves at 6; at 10 one of two (S = 3/8).
TEST(SurvivalWindow, WhoLeavesIsCensored) {
  EXPECT_EQ(SinceMonth40().arrives_after(5).leaves_after(6).arrives_after(10).arrives_after(25).median(), 10);
}

/// Without censoring the median of the two that arrived would be 8; three of five still wait after 30 months.
TEST(SurvivalWindow, ThoseStillWaitingCount) {
  EXPECT_EQ(SinceMonth40().arrives_after(8).arrives_after(9).waits().waits().waits().median(), 60);
}

TEST(SurvivalWindow, ATieOfArrivingAndLeavingIsAtRiskInItsMonth) {
  // At 12 both are at risk: S falls to 1/2 there.
  EXPECT_EQ(SinceMonth40().arrives_after(12).leaves_after(12).median(), 12);
}

TEST(SurvivalWindow, OnlyTheLastFiveYearsCount) {
  SurvivalWindow window;
  window.enter(10, 10);
  window.end(10, 12, true);
  window.enter(60, 60);
  window.end(60, 69, true);
  window.advance_to(69);
  EXPECT_EQ(window.median(), 2);
  window.advance_to(70);
  EXPECT_EQ(window.median(), 9);
  window.advance_to(500);
  EXPECT_TRUE(std::isnan(window.median()));
}

TEST(SurvivalWindow, EntriesBeforeTheStartCount) {
  SurvivalWindow window;
  window.enter(-59, 0);
  window.end(-59, -20, true);
  window.enter(-60, 0);
  window.end(-60, -59, true);
  EXPECT_EQ(window.median(), 39);
}

TEST(SurvivalWindow, HasNoValueWithoutEntries) { EXPECT_TRUE(std::isnan(SurvivalWindow().median())); }

TEST(SurvivalWindow, IsTheWindowWhenNobodyArrived) { EXPECT_EQ(SinceMonth40().waits().median(), 60); }

struct Spell {
  int entered = 0;
  std::optional<int> ended;
  bool arrived = false;
};

/// The definition, spell by spell.
double median_of(const std::vector<Spell>& spells, int now) {
  double surviving = 1;
  int entries = 0;
  for (int months = 0; months < 60; ++months) {
    int at_risk = 0;
    int arrived = 0;
    for (const Spell& spell : spells) {
      if (spell.entered <= now - 60) continue;
      ++entries;
      const int waited = spell.ended.value_or(now) - spell.entered;
      at_risk += waited >= months ? 1 : 0;
      arrived += waited == months && spell.arrived ? 1 : 0;
    }
    if (at_risk > 0) surviving *= 1 - static_cast<double>(arrived) / at_risk;
    if (entries > 0 && surviving <= 0.5) return months;
  }
  return entries > 0 ? 60 : std::nan("");
}

TEST(SurvivalWindow, AgreesWithTheDefinitionMonthByMonth) {
  RandomStream stream{1, Draw::StudyDesign, 7};
  std::vector<Spell> spells;
  SurvivalWindow window;
  for (int now = 1; now <= 300; ++now) {
    window.advance_to(now);
    // Few come in the middle, so that the window runs empty.
    const double rate = now > 100 && now < 180 ? 0.02 : 2.5;
    const auto more = static_cast<int>(2 * rate * stream.uniform() + stream.uniform());
    for (int k = 0; k < more; ++k) {
      spells.push_back({now, {}, false});
      window.enter(now, now);
    }
    for (Spell& spell : spells) {
      if (spell.ended || stream.uniform() > 0.03) continue;
      spell.ended = now;
      spell.arrived = stream.uniform() < 0.8;
      window.end(spell.entered, now, spell.arrived);
    }
    const double expected = median_of(spells, now);
    if (std::isnan(expected)) {
      EXPECT_TRUE(std::isnan(window.median())) << now;
    } else {
      EXPECT_EQ(window.median(), expected) << now;
    }
  }
}

}  // namespace
}  // namespace park
