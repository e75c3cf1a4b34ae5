// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/checked.hpp"
#include "study/plan/study_plan.hpp"
#include "study/search/robust.hpp"

namespace park::study {

struct Objective {
  std::size_t outcome = 0;
  Direction direction = Direction::Maximise;
  Robust robust;

  bool operator==(const Objective&) const = default;
  /// Of the number that is compared: regret is always to be small.
  [[nodiscard]] Direction aim() const { return robust.is_regret ? Direction::Minimise : direction; }
};

/// A bound on an outcome. `good` Minimise: at most; Maximise: at least.
struct Limit {
  std::size_t outcome = 0;
  Direction good = Direction::Minimise;
  double bound = 0;  ///< in the outcome's unit
  Robust robust;
  bool is_budget = false;

  bool operator==(const Limit&) const = default;
};

/// What a search is, without its scenario: enough to read its results. `study` holds the factors of policies
/// first and those of futures after them, the outcomes stated and after them the two of the cost.
struct SearchOutline {
  StudyOutline study;
  std::string scenario_zh, scenario_en;  ///< labels
  std::size_t policy_factors = 0;
  std::vector<double> start_values;  ///< of the policy factors in the scenario; NaN: changes over time
  std::vector<Objective> objectives;
  std::vector<Limit> limits;  ///< the budget is the last one
  std::optional<double> budget_yuan;
  std::size_t futures = 0;  ///< in which policies are compared
  std::size_t fresh = 0;    ///< in which the chosen ones are measured afterwards
  std::size_t population = 40;
  std::size_t generations = 25;
  std::size_t front = 12;  ///< at most so many policies are chosen
  double trim = 0.02;      ///< share of the front's span that a plainer policy may cost

  [[nodiscard]] std::size_t replications() const {
    return static_cast<std::size_t>(study.replications.least);
  }
  /// Policies tried at most: the scenario itself, all populations, and every lever of every chosen one reset.
  [[nodiscard]] std::size_t most_policies() const {
    return 1 + population * (generations + 1) + front * policy_factors;
  }
  [[nodiscard]] std::size_t futures_in_all() const { return futures + fresh; }
  [[nodiscard]] double years() const { return study.months / 12.0; }
  [[nodiscard]] std::size_t dearest_year() const { return study.outcomes.size() - 2; }
  [[nodiscard]] std::size_t cost_in_all() const { return study.outcomes.size() - 1; }
};

/// Names of the two outcomes that every search keeps, in million yuan: policy cost of the dearest year of
/// twelve months, and of all months.
inline constexpr const char* dearest_year_name = "cost_dearest_year";
inline constexpr const char* cost_in_all_name = "cost_in_all";

/// A search ready to run.
struct Search {
  SearchOutline outline;
  std::filesystem::path scenario_file;
  std::shared_ptr<const Scenario> scenario;
  std::vector<Factor> parameters;  ///< what each factor sets
  std::string document;            ///< search_document(), with what the scenario contains
};

/// Reads a search file (`parksim/search/1`) and its scenario; everything wrong at once.
[[nodiscard]] Checked<Search> load_search(const std::filesystem::path& path);
/// The same from bytes; paths inside are relative to `folder`.
[[nodiscard]] Checked<Search> load_search(std::string_view bytes, std::string_view name,
                                          const std::filesystem::path& folder);

/// The outline as JSON with every default spelled out: a study_document() with the search's own members.
[[nodiscard]] std::string search_document(const SearchOutline& outline,
                                          const std::vector<std::string>& contents);
/// Reads such a document again; throws WorldError if it is none of this version's.
[[nodiscard]] SearchOutline read_search_document(std::string_view document, const std::string& file);

}  // namespace park::study
