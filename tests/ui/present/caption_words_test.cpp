// SPDX-License-Identifier: MIT
#include "present/caption_words.hpp"

#include <gtest/gtest.h>

#include "made_futures.hpp"
#include "session/live_ensemble.hpp"
#include "study/briefing/default_storyboard.hpp"

namespace park::ui {
namespace {

class CaptionWords : public ::testing::Test {
 protected:
  CaptionWords() : made_({"baseline", "whole_package"}, 12) {
    made_.band(0, 3, "jobs") = {0, 0, 0, 0, 0, 0, 0, 4100, 64};
    made_.band(1, 3, "jobs") = {5800, 0, 0, 0, 0, 0, 6700, 6312.4F, 64};
    made_.band(1, 12, "jobs") = {0, 0, 0, 0, 0, 0, 0, 12000, 64};
    made_.band(1, 3, "factory_vacancy") = {0.1F, 0, 0, 0, 0, 0, 0.19F, 0.14F, 1};
    made_.change(1, 3, "jobs") = {2212, 1900, 2500, 64};
    made_.change(1, 12, "jobs") = {-40, -90, 10, 64};
    made_.change(1, 3, "fiscal_npv") = {-975, -990, -960, 64};
    made_.change(1, 3, "factory_vacancy") = {0.147F, 0.116F, 0.179F, 64};
    made_.change(1, 3, "signed_to_production_months") = {-9.4F, -15.7F, -3.1F, 64};
    made_.change(1, 3, "firms_producing") = {3, 0, 0, 1};
    made_.change(1, 3, "startups") = {0, 0, 0, 64};
  }

  std::string zh(const std::string& caption, int now = 3) { return words(caption, now, zh_); }
  std::string en(const std::string& caption, int now = 3) { return words(caption, now, en_); }
  std::string zh_until(const std::string& caption, int now, int last) {
    return caption_words({caption, caption}, made_.made(), now, zh_, last);
  }

 private:
  std::string words(const std::string& caption, int now, const Texts& texts) {
    return caption_words({caption, caption}, made_.made(), now, texts);
  }

  MadeFutures made_;
  Texts zh_ = Texts::load(Language::Chinese);
  Texts en_ = Texts::load(Language::English);
};

TEST_F(CaptionWords, ValuesStandWithTheirUnit) {
  EXPECT_EQ(zh("就业{jobs@3}，对照{jobs@3 of reference}，{{x}}"), "就业6,312人，对照4,100人，{x}");
  EXPECT_EQ(en("{jobs@2026-03} of {jobs@2026-03 of baseline}"), "6,312 people of 4,100 people");
  EXPECT_EQ(zh("{jobs@now}", 3), "6,312人");
  EXPECT_EQ(zh("{jobs@now}", 12), "1.20万人");
  EXPECT_EQ(zh("{jobs@end}", 3), "1.20万人");
  EXPECT_EQ(zh("{factory_vacancy}"), "14.0%");
}

TEST_F(CaptionWords, WhatTheClockWillStillComeToIsNotToldYet) {
  EXPECT_EQ(zh_until("{jobs@3}、{jobs@12}", 2, 12), "…、…");
  EXPECT_EQ(zh_until("{jobs@3}、{jobs@12}", 3, 12), "6,312人、…");
  EXPECT_EQ(zh_until("{jobs@3}、{jobs@12}", 12, 12), "6,312人、1.20万人");
  // The chapter ends before month 12: what lies ahead of it was meant to be told.
  EXPECT_EQ(zh_until("{jobs@12}", 2, 6), "1.20万人");
}

TEST_F(CaptionWords, ACaptionGrowsClauseByClause) {
  const std::string caption = "节前{jobs@3}，当月{jobs@12}，缺工{jobs@3}变为{jobs@12}。";
  EXPECT_EQ(zh_until(caption, 3, 12), "节前6,312人。");
  EXPECT_EQ(zh_until(caption, 12, 12), "节前6,312人，当月1.20万人，缺工6,312人变为1.20万人。");
  EXPECT_EQ(zh_until("2026年，就业{jobs@12}。", 3, 12), "2026年，就业…。");
}

TEST_F(CaptionWords, NoValueIsADash) {
  EXPECT_EQ(zh("{wage@5}"), "–");
  EXPECT_EQ(zh("{wage@5 interval}{wage@5 difference}{wage@5 more}"), "–––");
}

TEST_F(CaptionWords, RangesAreOfTheRuns) {
  EXPECT_EQ(zh("{jobs@3 interval}"), "6,312人（95%的推演在5,800至6,700之间）");
  EXPECT_EQ(en("{jobs@3 interval}"), "6,312 people (95 % of runs: 5,800 to 6,700)");
  EXPECT_EQ(zh("{factory_vacancy@3 interval}"), "14.0%（仅一次推演）");
}

TEST_F(CaptionWords, DifferencesHaveSignAndInterval) {
  EXPECT_EQ(zh("{jobs@3 difference}"), "+2,212人 [+1,900, +2,500]");
  EXPECT_EQ(en("{fiscal_npv@3 difference}"), "−975 million yuan [−990, −960]");
  EXPECT_EQ(zh("{firms_producing@3 difference}"), "+3家（仅一次推演）");
}

TEST_F(CaptionWords, MoreAndLessInTheWordsOfTheUnit) {
  EXPECT_EQ(zh("就业{jobs@3 more}"), "就业多2,212人 [1,900, 2,500]");
  EXPECT_EQ(en("{jobs@3 more}"), "2,212 people more [1,900, 2,500]");
  EXPECT_EQ(zh("{fiscal_npv@3 more}"), "少9.75亿元 [9.60亿, 9.90亿]");
  EXPECT_EQ(en("{fiscal_npv@3 more}"), "975 million yuan less [960, 990]");
  EXPECT_EQ(zh("{factory_vacancy@3 more}"), "高14.7个百分点 [11.6, 17.9]");
  EXPECT_EQ(zh("{signed_to_production_months@3 more}"), "短9.4个月 [3.1, 16]");
}

TEST_F(CaptionWords, WhatIsNotSureIsNotCalledMore) {
  EXPECT_EQ(zh("{jobs@12 more}"), "差别不显著（−40人 [−90, +10]）");
  EXPECT_EQ(en("{jobs@12 more}"), "no clear difference (−40 people [−90, +10])");
  EXPECT_EQ(zh("{startups@3 more}"), "没有差别");
  EXPECT_EQ(zh("{firms_producing@3 more}"), "+3家（仅一次推演）");
}

/// Every caption of the default storyboards, in the middle and at the end of its chapter, on real futures.
TEST(CaptionWordsOfTheDefault, HaveAValueForEverything) {
  for (const auto& names : {std::vector<const char*>{"whole_package"}, {"baseline", "whole_package"}}) {
    LiveEnsemble::Asked asked;
    for (const char* name : names) {
      Scenario scenario = test::shipped_scenario(name, {"pool_agents=1500"});
      scenario.months = 36;
      asked.scenarios.push_back(test::shared(std::move(scenario)));
      asked.owners.push_back(asked.owners.size());
    }
    asked.seed = 2026;
    asked.runs = 6;
    const study::Storyboard storyboard = study::default_storyboard(asked.scenarios);
    LiveEnsemble ensemble(std::make_shared<SeedPools>());
    ensemble.ask(asked);
    const auto futures = ensemble.wait();
    ASSERT_TRUE(futures && futures->is_complete());
    for (const Language language : {Language::Chinese, Language::English}) {
      const Texts texts = Texts::load(language);
      for (const study::Chapter& chapter : storyboard.chapters) {
        for (const int month : {(chapter.first_month + chapter.last_month + 1) / 2, chapter.last_month}) {
          const std::string words = caption_words(chapter.caption, *futures, month, texts);
          EXPECT_EQ(words.find("–"), std::string::npos) << words;
          EXPECT_EQ(words.find_first_of("{}"), std::string::npos) << words;
          EXPECT_FALSE(words.empty());
        }
      }
    }
  }
}

TEST_F(CaptionWords, ACaptionThatWasNotCheckedIsOurBug) { EXPECT_THROW(zh("{jobz}"), Bug); }

}  // namespace
}  // namespace park::ui
