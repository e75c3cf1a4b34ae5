// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/checked.hpp"
#include "study/designs/design.hpp"
#include "study/factor.hpp"
#include "study/outcome.hpp"

namespace park::study {

struct StudyOutcome {
  std::string name;  ///< of its column
  Outcome outcome;

  bool operator==(const StudyOutcome&) const = default;
};

/// How often each point is run. Adaptive: until half the width of the 95 % interval of an outcome's paired
/// difference is at most `half_width`: to the first scenario at the same point or, where there is one
/// scenario only, to the first point of the design.
struct ReplicationPlan {
  int least = 8;
  int most = 8;
  std::optional<std::size_t> outcome;  ///< whose difference decides; nothing: fixed, least = most
  double half_width = 0;

  bool operator==(const ReplicationPlan&) const = default;
};

struct ScenarioLabel {
  std::string zh, en;

  bool operator==(const ScenarioLabel&) const = default;
};

/// What a study is, without the scenarios themselves: enough to draw its design and read its results.
struct StudyOutline {
  std::string name;
  std::string label_zh, label_en;
  std::string about_zh, about_en;
  std::vector<std::string> scenarios;          ///< names, made unique
  std::vector<ScenarioLabel> scenario_labels;  ///< of the same; results of older versions have none
  YearMonth start;
  int months = 0;
  std::uint64_t seed = 0;
  std::vector<StudyFactor> factors;
  DesignPlan design;
  std::vector<StudyOutcome> outcomes;
  ReplicationPlan replications;

  bool operator==(const StudyOutline&) const = default;

  /// Points times scenarios: what is replicated.
  [[nodiscard]] std::uint64_t cells() const;
  /// A scenario's label, its name where there is none; with the name behind where two labels are the same.
  [[nodiscard]] ScenarioLabel label_of(std::size_t scenario) const;
};

/// A study ready to run.
struct Study {
  StudyOutline outline;
  std::vector<std::shared_ptr<const Scenario>> scenarios;
  std::vector<std::optional<Factor>> parameters;  ///< what each factor sets; nothing is the seed
  std::string document;                           ///< study_document(), with what the scenarios contain
};

inline constexpr std::size_t max_factors = 1000;
inline constexpr std::size_t max_outcomes = 500;
inline constexpr int max_study_replications = 100000;
inline constexpr double max_seed_factor = 1e9;
/// Values of the seed as a factor where the file names none.
inline constexpr double seed_factor_values = 1000;

/// Reads a study file (`parksim/study/1`) and its scenarios; everything wrong at once.
[[nodiscard]] Checked<Study> load_study(const std::filesystem::path& path);
/// The same from bytes; paths inside are relative to `folder`.
[[nodiscard]] Checked<Study> load_study(std::string_view bytes, std::string_view name,
                                        const std::filesystem::path& folder);

/// The outline as JSON with every default spelled out, and a digest of what each scenario contains
/// (`contents`, one a scenario): two studies are the same when these documents are.
[[nodiscard]] std::string study_document(const StudyOutline& outline,
                                         const std::vector<std::string>& contents);

/// Reads such a document again; throws WorldError if it is none of this version's.
[[nodiscard]] StudyOutline read_study_document(std::string_view document, const std::string& file);

/// Digest of a scenario with its map, target list and the facts it stands on; paths do not count.
[[nodiscard]] std::string contents_of(const Scenario& scenario);

/// Members in which two study documents differ: their names.
[[nodiscard]] std::vector<std::string> differing_members(std::string_view a, std::string_view b);

}  // namespace park::study
