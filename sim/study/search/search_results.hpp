// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/checked.hpp"
#include "study/search/search_front.hpp"
#include "study/store/sqlite.hpp"

namespace park::study {

/// Everything a store of a search holds, in memory.
struct SearchResults {
  SearchOutline outline;
  std::vector<Candidate> candidates;  ///< by number
  SearchFront front;
  std::uint64_t ok = 0, failed = 0;  ///< runs
  bool is_complete = false;          ///< nothing is left to run

  /// Policies whose futures are complete.
  [[nodiscard]] std::size_t tried() const;
};

/// Whether the file is a store that holds a search.
[[nodiscard]] bool holds_search(const std::string& path);

/// A missing file or one that is no store of a search is a problem; a damaged one is a WorldError.
[[nodiscard]] Checked<SearchResults> read_search(const std::string& path);

/// The front as a table of numbers: a row a policy, the scenario first as policy 0. Columns: policy,
/// candidate (its number in the store), keeps_limits, is_overtaken, of each objective what it is worth when
/// measured and when searched and the summary of its outcome, cost_per_year and cost_dearest_year (million
/// yuan, mean), the levers (NaN: as in the scenario).
struct FrontTable {
  std::vector<std::string> heads;
  std::vector<std::vector<double>> rows;
};
[[nodiscard]] FrontTable front_table(const SearchOutline& outline, std::span<const Candidate> candidates,
                                     const SearchFront& front);

/// Writes it as table `front`, within the caller's transaction; what was there goes.
void write_front(Database& database, const FrontTable& table);

/// Writes it as `front.csv` into a folder that exists.
void export_front(const SearchResults& results, const std::string& folder);

}  // namespace park::study
