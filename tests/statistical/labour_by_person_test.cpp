// SPDX-License-Identifier: MIT
#include "plain/labour_by_person.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <iostream>

#include "rules/labour.hpp"
#include "rules/rules.hpp"
#include "shipped_scenario.hpp"
#include "simulation.hpp"

namespace park {
namespace {

constexpr std::size_t runs = 32;
constexpr int months = 96;

/// Means over the second half of a run.
struct LabourMarket {
  double jobs = 0;
  double skilled_share = 0;
  double returned_share = 0;
  double seekers = 0;
  double vacancies = 0;
  double quit_rate = 0;
  double wage = 0;
  double district_workers = 0;
  double away = 0;
  double moved_in = 0;
};

struct Figure {
  const char* name;
  double LabourMarket::*member;
  double slack = 0;  ///< share of the level by which the two may truly differ
};

/// Chance makes crews more unequal where every person draws, and posts open only where a crew is short: so
/// park vacancies, of which arrivals take a part, are a little higher.
constexpr double unequal_crews = 0.02;

constexpr std::array<Figure, 10> figures = {{
    {"jobs", &LabourMarket::jobs},
    {"skilled share", &LabourMarket::skilled_share},
    {"share back from the coast", &LabourMarket::returned_share},
    {"seekers", &LabourMarket::seekers},
    {"vacancies", &LabourMarket::vacancies},
    {"quit rate", &LabourMarket::quit_rate},
    {"wage", &LabourMarket::wage},
    {"workers of the district's firms", &LabourMarket::district_workers},
    {"away", &LabourMarket::away},
    {"moved in", &LabourMarket::moved_in, unequal_crews},
}};

void look(const World& world, LabourMarket& market) {
  const Labour& labour = world.labour;
  const double weight = 2.0 / months;
  double workers = 0;
  double skilled = 0;
  double returned = 0;
  for (const Tenant& tenant : world.tenants) {
    workers += tenant.workers;
    skilled += tenant.skilled;
    returned += tenant.returnees;
  }
  market.jobs += weight * static_cast<double>(park_headcount(world));
  market.skilled_share += workers > 0 ? weight * skilled / workers : 0;
  market.returned_share += workers > 0 ? weight * returned / workers : 0;
  market.seekers += weight * static_cast<double>(labour.seekers_unskilled + labour.seekers_skilled +
                                                 labour.seekers_returned);
  market.vacancies += weight * (labour.vacancies_park + labour.vacancies_district);
  market.quit_rate += weight * labour.quit_rate;
  market.wage += weight * labour.wage_yuan_month;
  for (std::size_t s = 0; s < stage_count; ++s) {
    market.district_workers +=
        weight * static_cast<double>(labour.district_workers[s] + labour.district_away[s]);
  }
  for (const std::int64_t away : labour.away) market.away += weight * static_cast<double>(away);
  market.moved_in += weight * static_cast<double>(labour.moved_in);
}

enum class Labourers { Rule, ByPerson };

LabourMarket live(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed, Labourers how) {
  World world = start(scenario, seed);
  LabourMarket market;
  while (world.month < months) {
    ++world.month;
    put_policy_in_force(world);
    for (const Rule& rule : rules_of_a_month()) {
      if (how == Labourers::ByPerson && rule.name == "labour") {
        test::live_labour_month_by_person(world);
      } else {
        rule.advance(world);
      }
    }
    EXPECT_EQ(people_total(world), world.labour.opening_total) << "month " << world.month;
    if (world.month > months / 2) look(world, market);
  }
  return market;
}

/// Mean of paired differences over its standard error: the same firms and seeds, another labour step.
struct Difference {
  double mean = 0;
  double standard_error = 0;
};

Difference difference_of(const std::vector<LabourMarket>& a, const std::vector<LabourMarket>& b,
                         double LabourMarket::*figure) {
  const auto n = static_cast<double>(a.size());
  double sum = 0;
  double squares = 0;
  for (std::size_t r = 0; r < a.size(); ++r) {
    const double difference = a[r].*figure - b[r].*figure;
    sum += difference;
    squares += difference * difference;
  }
  const double variance = (squares - sum * sum / n) / (n - 1);
  return {sum / n, std::sqrt(variance / n)};
}

std::vector<LabourMarket> live_all(const std::shared_ptr<const Scenario>& scenario, Labourers how) {
  std::vector<LabourMarket> all;
  for (std::size_t r = 0; r < runs; ++r) all.push_back(live(scenario, 500 + r, how));
  return all;
}

class LabourByPerson : public testing::TestWithParam<const char*> {};

/// Four standard errors of a paired mean: ten figures in two scenarios fail by chance once in 800 choices
/// of seeds.
TEST_P(LabourByPerson, AgreesWithTheRuleOverWholeRuns) {
  const auto scenario = test::shared(test::scenario_in_context(GetParam()));
  const auto rule = live_all(scenario, Labourers::Rule);
  const auto by_person = live_all(scenario, Labourers::ByPerson);
  for (const Figure& figure : figures) {
    double level = 0;
    for (const LabourMarket& market : rule) level += market.*figure.member / runs;
    const Difference difference = difference_of(by_person, rule, figure.member);
    std::cout << "[ labour   ] " << figure.name << ": rule " << level << ", by person " << std::showpos
              << difference.mean << std::noshowpos << " (standard error " << difference.standard_error
              << ")\n";
    EXPECT_LE(std::abs(difference.mean), 4 * difference.standard_error + figure.slack * level) << figure.name;
  }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, LabourByPerson,
                         testing::Values("whole_package", "baseline;paper_signing_share=0.2"),
                         [](const auto& test) { return "scenario_" + std::to_string(test.index); });

}  // namespace
}  // namespace park
