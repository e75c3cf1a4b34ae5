// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "session/background.hpp"
#include "session/seed_pools.hpp"
#include "study/bottlenecks.hpp"
#include "study/clause_values.hpp"
#include "study/wedges.hpp"

namespace park::ui {

/// What a longer question was asked about.
struct Subject {
  std::shared_ptr<const Scenario> reference;
  std::shared_ptr<const Scenario> scenario;
  std::uint64_t seed = 0;

  bool operator==(const Subject&) const = default;
};

/// What was found, and about what: the scenario may have been edited since.
template <class Found>
struct Finding {
  Subject subject;
  Found found;
};

/// Answers that take seconds, worked out in the background when somebody looks at them. Each is asked for by
/// calling want_...() as often as one likes: a question that is asked or answered already is not asked again.
class Analyses {
 public:
  struct Replications {
    int wedges = 16;
    int bottlenecks = 16;
    int clauses = 8;
  };

  Analyses() : Analyses(Replications()) {}
  explicit Analyses(const Replications& replications) : replications_(replications) {}

  /// What further questions are about. What is worked on about something else is given up.
  void look_at(Subject subject);
  [[nodiscard]] const Subject& subject() const { return subject_; }

  /// Contribution of each differing lever to an outcome, in the grammar of study/outcome.hpp: `jobs@120`. An
  /// outcome that does not parse is our bug.
  void want_wedges(const std::string& outcome);
  void want_bottlenecks();
  void want_clause_values();

  [[nodiscard]] const Background<Finding<study::Wedges>>& wedges() const { return wedges_; }
  [[nodiscard]] const Background<Finding<study::Bottlenecks>>& bottlenecks() const { return bottlenecks_; }
  [[nodiscard]] const Background<Finding<study::ClauseValues>>& clause_values() const {
    return clause_values_;
  }

 private:
  Replications replications_;
  Subject subject_;
  Subject asked_wedges_, asked_bottlenecks_, asked_clauses_;
  std::string asked_outcome_;
  Background<Finding<study::Wedges>> wedges_;
  Background<Finding<study::Bottlenecks>> bottlenecks_;
  Background<Finding<study::ClauseValues>> clause_values_;
};

}  // namespace park::ui
