// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/checked.hpp"
#include "study/store/result_store.hpp"
#include "study/store/sqlite.hpp"

namespace park::study {

/// What a store says of itself. Tables:
/// study(key, value)  format, document, fingerprint, shard, complete
/// runs(id, point, scenario, replication, run_seed, status, error, digest, then a column an outcome)
/// points(point, then a column a factor)  of the points that have runs
struct StoreHeader {
  std::string document;
  std::string fingerprint;
  Shard shard;
  bool is_complete = false;
};

/// What stands at the path, looked at before SQLite opens it.
enum class FileState : std::uint8_t { Absent, Empty, Database, Other };
[[nodiscard]] FileState state_of(const std::string& path);

/// Opens a store for reading; a missing file or one that is no store is a problem.
[[nodiscard]] Checked<std::unique_ptr<Database>> open_for_reading(const std::string& path);

/// The header; nothing if the tables are not there, as in a file whose making was cut short.
[[nodiscard]] std::optional<StoreHeader> read_header(Database& database);
/// Write-ahead log, on the disk before a commit returns.
void prepare_for_writing(Database& database);
/// Puts the log back into the file, so that it stands alone and can be read from a medium that takes no
/// writing. Nothing happens while somebody is reading. Never throws.
void leave_alone(Database& database) noexcept;
/// Makes the tables and writes the header, within the caller's transaction.
void create_tables(Database& database, const StudyOutline& outline, const StoreHeader& header);
void write_completeness(Database& database, bool is_complete);

/// Puts rows into the tables; a row that is there already is left as it is.
class RowInserter {
 public:
  RowInserter(Database& database, const StudyOutline& outline);
  /// False if the run's row was there before.
  bool insert(const RunRow& row);

 private:
  std::uint64_t cells_;
  const StudyOutline& outline_;
  Database& database_;
  Statement run_;
  Statement point_;
};

/// Rows of a store, by point, scenario and replication, or as they were appended.
class RowReader {
 public:
  RowReader(Database& database, const StudyOutline& outline, bool is_sorted);
  [[nodiscard]] std::optional<RunRow> next();

 private:
  std::size_t outcomes_;
  std::size_t factors_;
  Statement statement_;
};

}  // namespace park::study
