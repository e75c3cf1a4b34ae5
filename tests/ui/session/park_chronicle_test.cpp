// SPDX-License-Identifier: MIT
#include "session/park_chronicle.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/assert.hpp"
#include "shipped_scenario.hpp"
#include "study/ensemble.hpp"

namespace park::ui {
namespace {

constexpr std::uint64_t seed = 2026;

/// The series of the run that a chronicle shows.
struct SimulatedRun {
  std::vector<IndicatorColumn> columns;
  study::RunResult result;

  explicit SimulatedRun(const std::shared_ptr<const Scenario>& scenario)
      : columns(indicator_columns(*scenario)), result(study::run_once(scenario, seed, columns)) {}

  [[nodiscard]] double at(int month, std::string_view key) const {
    return result.series.at(static_cast<std::size_t>(month), find_column(columns, key).value());
  }
};

/// One chronicle and its run for all tests that only look at them.
class Chronicle : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const auto scenario = test::shared(test::shipped_scenario("whole_package"));
    chronicle_ = record_chronicle(scenario, seed);
    run_ = std::make_unique<SimulatedRun>(scenario);
  }
  static void TearDownTestSuite() {
    chronicle_.reset();
    run_.reset();
  }

  static std::shared_ptr<const ParkChronicle> chronicle_;
  static std::unique_ptr<SimulatedRun> run_;
};
std::shared_ptr<const ParkChronicle> Chronicle::chronicle_;
std::unique_ptr<SimulatedRun> Chronicle::run_;

TEST_F(Chronicle, HasAPictureOfEveryMonthOfTheSameRun) {
  ASSERT_EQ(chronicle_->months(), 120);
  EXPECT_EQ(chronicle_->digest(), run_->result.digest);
  for (int month = 0; month <= 120; ++month) ASSERT_EQ(chronicle_->at(month).month, month);
  EXPECT_EQ(chronicle_->at(-5).month, 0);
  EXPECT_EQ(chronicle_->at(500).month, 120);
}

TEST_F(Chronicle, AgreesWithTheIndicatorsOnPeopleAndFirms) {
  for (int month = 0; month <= 120; ++month) {
    const ParkPicture& picture = chronicle_->at(month);
    double jobs = 0;
    int producing = 0;
    int at_capacity = 0;
    for (const PlantSight& sight : picture.plants) {
      jobs += sight.workers;
      if (!chronicle_->plants()[sight.plant].counts_as_firm) continue;
      producing += sight.is_producing() ? 1 : 0;
      at_capacity += sight.milestone == Milestone::AtCapacity ? 1 : 0;
    }
    ASSERT_EQ(producing, run_->at(month, "firms_producing")) << month;
    ASSERT_EQ(at_capacity, run_->at(month, "firms_at_capacity")) << month;
    ASSERT_EQ(jobs, picture.jobs) << month;
    ASSERT_NEAR(picture.jobs, run_->at(month, "jobs"), 0.5) << month;
    ASSERT_NEAR(picture.jobs + picture.district_jobs, run_->at(month, "jobs_district"), 1) << month;
    ASSERT_NEAR(picture.vacancies, run_->at(month, "vacancies"), 0.5) << month;
    const double signed_firms = std::accumulate(picture.signed_from.begin(), picture.signed_from.end(), 0.0);
    ASSERT_EQ(signed_firms, run_->at(month, "firms_signed")) << month;
  }
  EXPECT_GT(chronicle_->at(120).jobs, 1000);
}

TEST_F(Chronicle, AgreesWithTheIndicatorsOnFloor) {
  for (int month = 0; month <= 120; ++month) {
    const ParkPicture& picture = chronicle_->at(month);
    double built = 0;
    double occupied = 0;
    for (const BlockSight& block : picture.blocks) {
      built += block.progress >= 1 ? static_cast<double>(block.floor_m2) : 0;
      occupied += static_cast<double>(block.occupied_m2);
    }
    ASSERT_NEAR(built, run_->at(month, "factory_built"), 1) << month;
    ASSERT_NEAR(occupied, run_->at(month, "factory_occupied"), 1) << month;
  }
}

TEST_F(Chronicle, TellsWhichTenantsTakeABlock) {
  for (const int month : {36, 66, 120}) {
    const ParkPicture& picture = chronicle_->at(month);
    std::vector<double> taken(picture.blocks.size(), 0);
    for (const PlantSight& sight : picture.plants) {
      for (std::size_t k = 0; k < max_floor_pieces; ++k) {
        if (sight.block[k] != PlantSight::no_place)
          taken[sight.block[k]] += static_cast<double>(sight.block_m2[k]);
      }
    }
    // The first block is let in part to the district's own firms.
    for (std::size_t b = 1; b < taken.size(); ++b) {
      const BlockSight& block = picture.blocks[b];
      ASSERT_NEAR(taken[b], static_cast<double>(block.occupied_m2 + block.reserved_m2), 1)
          << month << ' ' << b;
    }
  }
}

TEST_F(Chronicle, AgreesWithTheIndicatorsOnLand) {
  const ParkMap& map = chronicle_->map();
  for (int month = 0; month <= 120; ++month) {
    const ParkPicture& picture = chronicle_->at(month);
    ASSERT_EQ(picture.parcels.size(), map.parcels.size());
    const auto land = [&](LegalState state) {
      double sum = 0;
      for (const ParcelSight& parcel : picture.parcels) sum += static_cast<double>(parcel.in(state));
      return sum;
    };
    ASSERT_NEAR(land(LegalState::Approved), run_->at(month, "land_approved_not_expropriated"), 0.1) << month;
    ASSERT_NEAR(land(LegalState::Expropriated), run_->at(month, "land_expropriated_not_supplied"), 0.1);
    ASSERT_NEAR(land(LegalState::Supplied), run_->at(month, "land_supplied_not_used"), 0.1) << month;
    ASSERT_NEAR(land(LegalState::Idle), run_->at(month, "land_idle"), 0.1) << month;
    for (std::size_t p = 0; p < picture.parcels.size(); ++p) {
      const auto& mu = picture.parcels[p].mu;
      ASSERT_NEAR(std::accumulate(mu.begin(), mu.end(), 0.0), map.parcels[p].area_mu, 0.01);
    }
  }
}

TEST_F(Chronicle, GoodsAndSalesAddUpToTheOutput) {
  for (const int month : {12, 66, 120}) {
    const ParkPicture& picture = chronicle_->at(month);
    double sold = std::accumulate(picture.sold_outside.begin(), picture.sold_outside.end(), 0.0);
    for (const auto& row : picture.goods) sold = std::accumulate(row.begin(), row.end(), sold);
    EXPECT_NEAR(sold / 1e6, run_->at(month, "output"), 1e-3 + 1e-5 * run_->at(month, "output")) << month;
  }
  double inside = 0;
  for (const auto& row : chronicle_->at(120).goods) inside = std::accumulate(row.begin(), row.end(), inside);
  EXPECT_GT(inside, 0);
}

TEST_F(Chronicle, AgreesWithTheIndicatorsOnUtilitiesAndMoney) {
  for (int month = 1; month <= 120; ++month) {
    const ParkPicture& picture = chronicle_->at(month);
    const auto use = [&](Utility utility) {
      return static_cast<double>(picture.utilities[static_cast<std::size_t>(utility)].share());
    };
    ASSERT_NEAR(use(Utility::Wastewater), run_->at(month, "wastewater_utilisation"), 1e-5) << month;
    ASSERT_NEAR(use(Utility::Steam), run_->at(month, "steam_utilisation"), 1e-5) << month;
    ASSERT_NEAR(static_cast<double>(picture.money.policies) / 1e6, run_->at(month, "fiscal_cost"), 0.01)
        << month;
  }
}

TEST_F(Chronicle, MilestonesComeInOrderAndHoldupsInTheirMonths) {
  std::size_t held_up = 0;
  for (int month = 1; month <= 120; ++month) {
    double by_cause = 0;
    for (const PlantSight& sight : chronicle_->at(month).plants) {
      const PlantRecord& record = chronicle_->plants()[sight.plant];
      ASSERT_LE(record.signed_month, month);
      ASSERT_GE(record.last_month, month);
      if (sight.milestone >= Milestone::Started) {
        ASSERT_GE(month, record.started_month);
      }
      if (!sight.is_held_up()) continue;
      ++held_up;
      by_cause += 1;
      ASSERT_LE(sight.held_since, month);
      const PlantSight* before = chronicle_->at(month - 1).find(sight.plant);
      const bool goes_on = before != nullptr && before->cause == sight.cause;
      ASSERT_EQ(sight.held_since < month, goes_on) << month;
    }
    double counted = 0;
    for (const char* cause : {"space", "permit", "labour", "finance", "service", "market"}) {
      counted += run_->at(month, std::string("bottleneck_months_") + cause);
    }
    ASSERT_LE(by_cause, counted) << month;
  }
  EXPECT_GT(held_up, 10U);
}

TEST_F(Chronicle, TheSameSeedGivesTheSamePicturesAndAnotherOnesOthers) {
  const auto again = record_chronicle(chronicle_->shared_scenario(), seed);
  const auto other = record_chronicle(chronicle_->shared_scenario(), seed + 1);
  EXPECT_EQ(again->digest(), chronicle_->digest());
  EXPECT_NE(other->digest(), chronicle_->digest());
  ASSERT_EQ(again->plants().size(), chronicle_->plants().size());
  for (int month = 0; month <= 120; ++month) {
    ASSERT_TRUE(again->at(month) == chronicle_->at(month)) << month;
  }
  EXPECT_FALSE(other->at(120) == chronicle_->at(120));
}

TEST_F(Chronicle, FindsPlantsByIdentityAndPartnersBothWays) {
  const ParkPicture& picture = chronicle_->at(120);
  std::size_t links = 0;
  for (const PlantSight& sight : picture.plants) {
    const Identity& who = chronicle_->plants()[sight.plant].who;
    ASSERT_EQ(chronicle_->find(who), sight.plant);
    for (const std::uint32_t partner : chronicle_->partners_in(picture, sight.plant)) {
      ++links;
      const auto back = chronicle_->partners_in(picture, partner);
      EXPECT_NE(std::ranges::find(back, sight.plant), back.end());
    }
  }
  EXPECT_GT(links, 0U);
  EXPECT_FALSE(chronicle_->find(Identity{}).has_value());
}

TEST_F(Chronicle, TenYearsFitInAFewMegabytes) {
  EXPECT_LT(chronicle_->bytes(), 8U << 20U);
  RecordProperty("bytes", static_cast<int>(chronicle_->bytes()));
}

TEST(ChronicleOfARun, IsGivenUpWhenAsked) {
  const std::atomic<bool> cancel = true;
  EXPECT_EQ(record_chronicle(test::shared(test::shipped_scenario("baseline")), seed, &cancel), nullptr);
}

}  // namespace
}  // namespace park::ui
