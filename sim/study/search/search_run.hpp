// SPDX-License-Identifier: MIT
#pragma once

#include "study/runner/study_runner.hpp"
#include "study/search/search_plan.hpp"

namespace park::study {

struct SearchTally {
  std::uint64_t done = 0;     ///< runs of this call
  std::uint64_t earlier = 0;  ///< that the store had before
  std::uint64_t failed = 0;   ///< of both
  bool is_complete = false;
};

/// Searches, and stores every run as it ends:
/// 1. the scenario itself, then NSGA-II over the policy factors, every policy in the same futures;
/// 2. of all policies tried the non-dominated ones that keep every limit, spread out to `front`;
/// 3. each of these with one lever after the other set back to what the scenario has, and left there if no
///    objective loses more than `trim` of the front's span: what remains changed is what matters;
/// 4. those and the scenario in fresh futures under fresh seeds, as the best of many tries owes part of its
///    lead to luck in the futures it was chosen in.
/// `known`: the rows the store held before, which are replayed and not run again. Equal for any jobs and any
/// stops. Throws WorldError if the store takes no more or pagmo's plug-in cannot be opened.
[[nodiscard]] SearchTally run_search(const Search& search, ResultStore& store, std::vector<RunRow> known,
                                     const StudyOptions& options);

/// A study for the store's sake: outline and document of the search.
[[nodiscard]] Study store_study(const Search& search);

}  // namespace park::study
