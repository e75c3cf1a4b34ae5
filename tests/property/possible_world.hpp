// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "world/world.hpp"

namespace park::test {

/// Watches a run month by month for what cannot be, beyond check_conservation: a negative stock, a firm in
/// two places, production without space, permit or people, money that appears or is lost. Reads the state
/// only.
class PossibleWorld {
 public:
  /// After the opening and after every month.
  void look(const World& world);

  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

 private:
  void look_for_negatives(const World& world);
  void look_for_double_lives(const World& world);
  void look_at_searches(const World& world);
  void look_at_whole_moves(const World& world);
  void look_at_production(const World& world);
  void look_at_openings(const World& world);
  void look_at_land(const World& world);
  void look_at_guarantees(const World& world);
  void look_at_treasury(const World& world);
  void look_at_developer(const World& world);
  void remember(const World& world);

  void expect(bool is_so, const std::string& what);
  void expect_not_negative(double value, const std::string& what);
  void expect_equal_yuan(double a, double b, double tolerance, const std::string& what);

  struct Money {
    double treasury = 0;
    double bonds = 0;
    double fiscal_npv = 0;
    double developer = 0;
    double developer_debt = 0;
    double developer_equity = 0;
    double developer_cumulative = 0;
  };

  std::vector<std::string> faults_;
  int month_ = 0;
  Money before_;
  std::map<std::uint64_t, Project> projects_before_;
  std::set<std::uint64_t> alive_before_;
  std::set<std::uint64_t> left_;  ///< withdrawn or closed: an identity lives once
};

}  // namespace park::test
