// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/checked.hpp"
#include "study/trace.hpp"

namespace park::study {

/// A ripe search: what the firm knew and chose. The first alternative is staying.
struct LocationDecision {
  int month = 0;
  std::vector<DecisionTerm> alternatives;

  [[nodiscard]] const DecisionTerm& stay() const { return alternatives.front(); }
  [[nodiscard]] const DecisionTerm& chosen() const;
  /// The best of the others; null if the firm knew of none.
  [[nodiscard]] const DecisionTerm* best_elsewhere() const;
  /// Our park; null if the firm did not know it.
  [[nodiscard]] const DecisionTerm* park() const;
};

/// Months in a row in which a plant waited for one cause; both ends included.
struct Hindrance {
  Identity who;
  int from = 0;
  int to = 0;
  Cause cause = Cause::Space;

  [[nodiscard]] int months() const { return to - from + 1; }
};

/// What one run did to a firm, or to a plant and what grew out of it.
struct Explanation {
  Identity who;
  std::shared_ptr<const Scenario> scenario;
  std::uint64_t seed = 0;
  const PoolFirm* firm = nullptr;    ///< the pool's or the list's; null for what started up in the park
  std::shared_ptr<const Pool> pool;  ///< keeps `firm`
  std::string name;                  ///< of a firm on the target list
  std::vector<Event> events;
  std::vector<LocationDecision> decisions;
  std::vector<FirmHistory> plants;
  std::vector<Hindrance> delays;  ///< by plant, then month

  [[nodiscard]] bool has_reviewed() const;
};

/// True if `who` is `whole` or grew out of it.
[[nodiscard]] bool is_part_of(const Identity& who, const Identity& whole);

/// Consecutive months of one plant and cause become one; in the order of their beginning.
[[nodiscard]] std::vector<Hindrance> merged(const std::vector<Delay>& delays);

/// One run lived with the full journal, to be asked about any of its firms.
class RunStory {
 public:
  /// Throws WorldError or Bug if the run fails; is_cancelled() if it was given up.
  RunStory(std::shared_ptr<const Scenario> scenario, std::uint64_t seed,
           const std::atomic<bool>* cancel = nullptr);

  [[nodiscard]] bool is_cancelled() const { return trace_.run.error == cancelled; }

  /// A firm that is in no pool, or a plant that never signed here, is a problem.
  [[nodiscard]] Checked<Explanation> explain(const Identity& who) const;

  /// Firms with the most dated events, most first, plants counted with the firm they grew out of.
  struct Eventful {
    Identity who;
    std::size_t events = 0;
  };
  [[nodiscard]] std::vector<Eventful> most_eventful(std::size_t count) const;

 private:
  [[nodiscard]] std::vector<LocationDecision> decisions_of(const Identity& who) const;
  void put_firm(Explanation& explanation) const;

  std::shared_ptr<const Scenario> scenario_;
  std::uint64_t seed_;
  std::shared_ptr<const Pool> pool_;
  Trace trace_;
  std::vector<DecisionTerm> decisions_;
  std::vector<Delay> delays_;
};

}  // namespace park::study
