// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "scenario/clauses.hpp"

namespace park {

/// Who asks for benefits.
struct BenefitClaim {
  Activity activity = Activity::GarmentCmt;
  double workers = 0;
  bool is_leader = false;
  ClauseContract contract = ClauseContract::Lease;  ///< Lease, Purchase or OwnPlot
  bool is_light_asset = false;
};

/// True if the clause is open to such a firm.
[[nodiscard]] bool is_eligible(const PolicyClause& clause, const BenefitClaim& claim);

/// Clauses by their places in the catalogue.
class ClauseSet {
 public:
  void add(std::size_t clause) { words_[clause / 64] |= std::uint64_t{1} << clause % 64; }

  /// act(clause) in the catalogue's order.
  template <class Act>
  void for_each(const Act& act) const {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for (std::uint64_t rest = words_[w]; rest != 0; rest &= rest - 1) {
        act(64 * w + static_cast<std::size_t>(std::countr_zero(rest)));
      }
    }
  }

  friend ClauseSet operator&(const ClauseSet& a, const ClauseSet& b) {
    ClauseSet both;
    for (std::size_t w = 0; w < a.words_.size(); ++w) both.words_[w] = a.words_[w] & b.words_[w];
    return both;
  }

 private:
  std::array<std::uint64_t, (clause_count + 63) / 64> words_{};
};

/// Which clauses of a catalogue are open to whom: is_eligible of all of them at once, asked for thousands of
/// times a run.
class ClauseEligibility {
 public:
  ClauseEligibility() = default;
  explicit ClauseEligibility(const ClauseCatalogue& catalogue);

  [[nodiscard]] ClauseSet open_to(const BenefitClaim& claim) const;

 private:
  static constexpr std::size_t contract_count = 5;

  std::array<ClauseSet, activity_count> by_activity_{};
  std::array<std::array<ClauseSet, 2>, contract_count> by_contract_{};  ///< [contract][is light-asset]
  std::array<ClauseSet, 2> by_leader_{};
  std::vector<double> sizes_;       ///< workers at which what is open changes, rising
  std::vector<ClauseSet> by_size_;  ///< below the first of these sizes, from each of them on
};

}  // namespace park
