// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "study/ensemble.hpp"

namespace park::study {

/// The dated life of one plant in the park. Months count from 1; -1 is never.
struct FirmHistory {
  Identity who;
  std::optional<Plant> plant;  ///< as signed; nothing if it signed and left within a month
  int signed_month = -1;
  int started_month = -1;
  int producing_month = -1;
  int at_capacity_month = -1;
  int withdrawn_month = -1;
  int closed_month = -1;
  std::string reason;  ///< key of why it withdrew or closed
};

/// One run lived again with the full journal.
struct Trace {
  RunResult run;
  std::vector<Event> events;       ///< in the order in which they happened
  std::vector<FirmHistory> firms;  ///< in the order of signing
};

[[nodiscard]] Trace trace_run(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed,
                              const RunOptions& options = {});

/// Where an event happened or what it was about, in words a reader of the CSV can look up: a destination's
/// key, a parcel's id, a block's number, a contract's form, a reason; empty where there is none.
[[nodiscard]] std::string place_of(const Event& event, const Scenario& scenario);

}  // namespace park::study
