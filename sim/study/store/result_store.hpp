// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/checked.hpp"
#include "study/plan/study_plan.hpp"

namespace park::study {

class Database;

/// Which points a process runs: those whose number leaves `index` when divided by `count`.
struct Shard {
  std::uint64_t index = 0;
  std::uint64_t count = 1;

  [[nodiscard]] bool has(std::uint64_t point) const { return point % count == index; }
  bool operator==(const Shard&) const = default;
};
/// `2/8`.
[[nodiscard]] std::string to_string(const Shard& shard);
[[nodiscard]] std::optional<Shard> parse_shard(std::string_view text);

/// Which run of a study: its number counts replications first, so that rows are appended as seeds are worked
/// through.
struct RunPlace {
  std::uint64_t point = 0;
  std::uint64_t scenario = 0;
  std::uint64_t replication = 0;

  [[nodiscard]] std::uint64_t number(const StudyOutline& outline, std::uint64_t cells) const {
    return replication * cells + point * outline.scenarios.size() + scenario;
  }
};

/// One finished run as a row.
struct RunRow {
  RunPlace place;
  std::uint64_t seed = 0;
  std::string status;            ///< `ok`, `failed`, `bug`
  std::string error;             ///< empty if ok
  std::string digest;            ///< sixteen digits; empty unless ok
  std::vector<double> factors;   ///< what they were set to; NaN: as in the scenario
  std::vector<double> outcomes;  ///< NaN: no value
};

/// The results of a study in one SQLite file (WAL). Rows are handed to a thread that commits them within a
/// fraction of a second; what is committed survives whatever happens to the process.
class ResultStore {
 public:
  /// Opens FILE for a study: a new one, or with `may_resume` one that holds the same study. A file of another
  /// study, another shard or another C library, or an existing one without `may_resume`, is a problem. Throws
  /// WorldError if somebody else is writing it or it cannot be written.
  [[nodiscard]] static Checked<std::unique_ptr<ResultStore>> open(const std::string& path, const Study& study,
                                                                  const Shard& shard, bool may_resume);
  ~ResultStore();
  ResultStore(const ResultStore&) = delete;
  ResultStore& operator=(const ResultStore&) = delete;

  /// Hands a row over; from any thread. Waits while too many are under way. Throws what the writing thread
  /// met with, as WorldError.
  void add(RunRow row);
  /// Returns once everything handed over is committed. Throws as add does.
  void flush();

  /// By run number: whether its row is there. Read when the store was opened.
  [[nodiscard]] const std::vector<bool>& done() const;
  /// An outcome over a cell's first replications; NaN where there is no value or no row. Flushes.
  [[nodiscard]] std::vector<double> outcome_of(std::uint64_t point, std::uint64_t scenario,
                                               std::size_t outcome, int replications);
  /// Rows that did not end well.
  [[nodiscard]] std::uint64_t failures();
  /// For tables beside those of the runs: `change` gets the database within a transaction of its own, once
  /// everything handed over is committed.
  void alongside(const std::function<void(Database&)>& change);
  /// Notes that nothing is left to run.
  void set_complete();
  /// Seconds that the writing thread was at work.
  [[nodiscard]] double seconds_writing() const;

 private:
  class Writer;
  explicit ResultStore(std::unique_ptr<Writer> writer);
  std::unique_ptr<Writer> writer_;
};

}  // namespace park::study
