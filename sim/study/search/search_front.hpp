// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "study/search/judge.hpp"
#include "study/statistics.hpp"

namespace park::study {

/// Numbers of the chosen policies, and how far the whole front spans in each objective.
struct Chosen {
  std::vector<std::size_t> numbers;
  std::vector<double> spans;
};

/// Of the policies whose futures are complete, those that keep every limit and that no other dominates,
/// spread out to `front`; of equal ones the first.
[[nodiscard]] Chosen choose(const SearchOutline& outline, std::span<const Candidate> candidates,
                            const Judge& judge);

/// A chosen policy with everything that is told of it. Without fresh futures, as long as the search is under
/// way, `measured` and the summaries are those of the futures it was chosen in.
struct FrontPolicy {
  std::size_t candidate = 0;
  Judgement searched;
  Judgement measured;
  bool keeps_limits = false;            ///< in the futures it was measured in
  bool is_overtaken = false;            ///< another one that keeps its limits is better there in all
  std::vector<double> limits;           ///< values of the limits' outcomes there
  std::vector<Summary> objectives;      ///< of the objectives' outcomes over those futures
  std::vector<Difference> differences;  ///< of the same to the scenario, paired by future
  Summary cost_per_year;                ///< million yuan, over those futures
  Summary cost_dearest_year;

  [[nodiscard]] bool is_recommended() const { return keeps_limits && !is_overtaken; }
};

struct SearchFront {
  FrontPolicy scenario;               ///< policies are held against it
  std::vector<FrontPolicy> policies;  ///< recommended ones first, each kind by the first objective
  bool is_fresh = false;              ///< measured in fresh futures
  bool is_scenario_chosen = false;    ///< nothing found is better than the scenario in every respect

  [[nodiscard]] std::size_t recommended() const;
};

/// The front of a search: what was chosen if that has been measured in fresh futures, else what would be
/// chosen by now. `candidates`: by number, those without runs empty.
[[nodiscard]] SearchFront front_of(const SearchOutline& outline, std::span<const Candidate> candidates);

}  // namespace park::study
