// SPDX-License-Identifier: MIT
#include "study/explain/explanation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/explain_story.hpp"
#include "shipped_scenario.hpp"
#include "study/explain/choice_terms.hpp"
#include "study/explain/explain_document.hpp"

namespace park::study {
namespace {

const Identity firm{Identity::Kind::Pool, 7, 0};
const Identity spin_off = offspring(firm, Offspring::SpinOff, 1);

TEST(Hindrances, JoinMonthsInARowOfOneCauseAndPlant) {
  const auto result = merged({{3, firm, Stage::Garment, Cause::Space},
                              {3, spin_off, Stage::Garment, Cause::Permit},
                              {4, firm, Stage::Garment, Cause::Space},
                              {4, spin_off, Stage::Garment, Cause::Permit},
                              {5, firm, Stage::Garment, Cause::Finance},
                              {6, spin_off, Stage::Garment, Cause::Permit},
                              {7, firm, Stage::Garment, Cause::Finance}});
  const auto words = [](const Hindrance& h) {
    return to_string(h.who) + " " + std::to_string(h.from) + "-" + std::to_string(h.to);
  };
  std::vector<std::string> all;
  for (const Hindrance& h : result) all.push_back(words(h));
  EXPECT_EQ(all, (std::vector<std::string>{"p7 3-4", "p7.s1 3-4", "p7 5-5", "p7.s1 6-6", "p7 7-7"}));
}

TEST(Identities, APlantIsPartOfWhatItGrewOutOf) {
  const Identity grandchild = offspring(spin_off, Offspring::Expansion, 2);
  EXPECT_TRUE(is_part_of(grandchild, firm));
  EXPECT_TRUE(is_part_of(grandchild, spin_off));
  EXPECT_TRUE(is_part_of(spin_off, spin_off));
  EXPECT_FALSE(is_part_of(firm, spin_off));
  EXPECT_FALSE(is_part_of(spin_off, offspring(firm, Offspring::Expansion, 1)));
  EXPECT_FALSE(is_part_of(firm, Identity{Identity::Kind::Target, 7, 0}));
  EXPECT_FALSE(is_part_of(firm, Identity{Identity::Kind::Pool, 8, 0}));
}

Places two_places() {
  Places places;
  places.destinations.resize(2);
  places.destinations[1].kind = DestinationKind::Overseas;
  return places;
}

TEST(ChoiceTerms, AreDifferencesToStayingTheLargestFirst) {
  DecisionTerm stay;
  stay.terms[0] = 0.10;
  stay.terms[1] = -0.30;
  DecisionTerm park;
  park.destination = 1;
  park.terms[0] = 0.09;
  park.terms[1] = -0.25;
  const auto gains = gains_over(park, stay, two_places());
  ASSERT_EQ(gains.size(), 2U);
  EXPECT_EQ(gains[0].term, 1U);
  EXPECT_NEAR(gains[0].gain, 0.05, 1e-12);
  EXPECT_EQ(gains[1].term, 0U);
  EXPECT_NEAR(gains[1].gain, -0.01, 1e-12);
}

TEST(ChoiceTerms, OverseasOnlyTheMarginAsAWholeMeansAnything) {
  DecisionTerm stay;
  stay.terms[0] = 1;
  stay.terms[1] = -0.95;
  DecisionTerm overseas;
  overseas.destination = 2;
  overseas.terms[margin_term_count - 1] = 0.12;
  overseas.terms[margin_term_count] = -0.02;
  const auto gains = gains_over(overseas, stay, two_places());
  ASSERT_EQ(gains.size(), 2U);
  EXPECT_EQ(gains[0].term, whole_margin);
  EXPECT_NEAR(gains[0].gain, 0.07, 1e-12);
  EXPECT_EQ(gains[1].term, margin_term_count);
}

/// Eight years of the package with a small pool.
class FirmStories : public testing::Test {
 protected:
  static const RunStory& story() {
    static const RunStory one(test::shared([] {
                                Scenario scenario =
                                    test::shipped_scenario("whole_package", {"pool_agents=2000"});
                                scenario.months = 96;
                                return scenario;
                              }()),
                              5);
    return one;
  }
  static Explanation explained(const Identity& who) { return story().explain(who).value(); }
  /// Firms that had something to tell.
  static std::vector<Explanation> eventful() {
    std::vector<Explanation> result;
    for (const auto& [who, events] : story().most_eventful(40)) result.push_back(explained(who));
    return result;
  }
};

TEST_F(FirmStories, DecisionsAreWholeAndTheirChancesSumToOne) {
  std::size_t decisions = 0;
  for (const Explanation& one : eventful()) {
    for (const LocationDecision& decision : one.decisions) {
      ++decisions;
      EXPECT_EQ(decision.stay().destination, 0U);
      EXPECT_EQ(decision.stay().value, 0);
      double all = 0;
      int chosen = 0;
      for (const DecisionTerm& place : decision.alternatives) {
        all += place.probability;
        chosen += place.chosen ? 1 : 0;
      }
      EXPECT_NEAR(all, 1, 1e-9);
      EXPECT_EQ(chosen, 1);
    }
  }
  EXPECT_GT(decisions, 20U);
}

TEST_F(FirmStories, DatesOfAPlantAreInOrderAndDelaysLieBetweenSigningAndProduction) {
  std::size_t delays = 0;
  for (const Explanation& one : eventful()) {
    for (const FirmHistory& plant : one.plants) {
      EXPECT_TRUE(is_part_of(plant.who, one.who));
      if (plant.producing_month >= 0) {
        EXPECT_LE(plant.started_month, plant.producing_month);
      }
    }
    for (const Hindrance& delay : one.delays) {
      ++delays;
      const auto plant = std::find_if(one.plants.begin(), one.plants.end(),
                                      [&](const FirmHistory& p) { return p.who == delay.who; });
      ASSERT_NE(plant, one.plants.end());
      EXPECT_GE(delay.from, plant->signed_month);
      if (plant->producing_month >= 0) {
        EXPECT_LE(delay.to, plant->producing_month);
      }
    }
  }
  EXPECT_GT(delays, 4U);
}

TEST_F(FirmStories, APlantsPageHoldsOnlyWhatGrewOutOfIt) {
  for (const Explanation& one : eventful()) {
    if (one.plants.size() < 2) continue;
    const Identity child = one.plants.back().who;
    const Explanation page = explained(child);
    EXPECT_LT(page.events.size(), one.events.size());
    for (const Event& event : page.events) EXPECT_TRUE(is_part_of(event.who, child));
    EXPECT_TRUE(page.decisions.empty()) << "the decisions are the firm's";
    return;
  }
  FAIL() << "no firm with two plants";
}

TEST_F(FirmStories, UnknownFirmsAndPlantsThatNeverSignedAreProblems) {
  EXPECT_TRUE(story().explain({Identity::Kind::Pool, 1999, 0}).ok());
  EXPECT_FALSE(story().explain({Identity::Kind::Pool, 2000, 0}).ok());
  EXPECT_FALSE(story().explain({Identity::Kind::Target, 0, 0}).ok());
  EXPECT_FALSE(story().explain({Identity::Kind::Target, 61, 0}).ok());
  EXPECT_FALSE(story().explain({Identity::Kind::District, 12, 0}).ok());
  EXPECT_FALSE(story().explain(offspring({Identity::Kind::Pool, 3, 0}, Offspring::SpinOff, 60)).ok());
}

TEST_F(FirmStories, SayInBothLanguagesWhenAFirmNeverLooked) {
  for (std::uint32_t id = 0; id < 2000; ++id) {
    const Explanation page = explained({Identity::Kind::Pool, id, 0});
    if (page.has_reviewed()) continue;
    EXPECT_TRUE(page.events.empty());
    const std::string zh = cli::firm_story(page, Texts::load(Language::Chinese));
    const std::string en = cli::firm_story(page, Texts::load(Language::English));
    EXPECT_NE(zh.find("始终没有启动选址"), std::string::npos);
    EXPECT_NE(en.find("never began to compare places"), std::string::npos);
    return;
  }
  FAIL() << "everybody reviewed";
}

TEST_F(FirmStories, TellWhatWasChosenWithItsChanceAndWhatHeldThePlantUp) {
  const auto texts = Texts::load(Language::English);
  std::size_t told = 0;
  for (const Explanation& one : eventful()) {
    const std::string text = cli::firm_story(one, texts);
    EXPECT_NE(text.find(to_string(one.who)), std::string::npos);
    const bool is_in_park = !one.plants.empty() && !one.decisions.empty();
    if (!is_in_park) continue;
    ++told;
    EXPECT_NE(text.find("It chose Our park (probability "), std::string::npos) << text;
    EXPECT_NE(text.find("in favour: "), std::string::npos) << text;
    if (!one.delays.empty() && one.plants.size() == 1) {
      EXPECT_NE(text.find("Held up: "), std::string::npos) << text;
    }
  }
  EXPECT_GT(told, 5U);
}

TEST_F(FirmStories, DocumentHasItsShape) {
  const Explanation one = eventful().front();
  const auto document = nlohmann::ordered_json::parse(explain_document(one, "中文", "English"));
  for (const char* key : {"firm", "events", "decisions", "delays", "text"})
    EXPECT_TRUE(document.contains(key));
  EXPECT_EQ(document["firm"]["id"], to_string(one.who));
  EXPECT_EQ(document["text"]["zh"], "中文");
  EXPECT_EQ(document["events"][0]["date"], to_string(plus_months({2026, 1}, one.events[0].month - 1)));
  const auto& decision = document["decisions"][0];
  EXPECT_EQ(decision["alternatives"][0]["destination"], "stay");
  EXPECT_EQ(decision["alternatives"][0]["terms"].size(), choice_term_count);
}

}  // namespace
}  // namespace park::study
