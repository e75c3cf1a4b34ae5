// SPDX-License-Identifier: MIT
#include "study/store/store_layout.hpp"

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>

#include "scenario/fault_list.hpp"

namespace park::study {
namespace {

constexpr const char* format = "parksim/store/1";
constexpr std::string_view magic = "SQLite format 3";

std::string value_of(Database& database, const std::string& key) {
  Statement statement(database, "SELECT value FROM study WHERE key = ?");
  statement.bind(1, std::string_view(key));
  return statement.step() ? statement.text(0) : std::string();
}

void put_value(Database& database, const std::string& key, const std::string& value) {
  Statement statement(database, "INSERT OR REPLACE INTO study VALUES (?, ?)");
  statement.bind(1, std::string_view(key)).bind(2, std::string_view(value)).run();
}

bool has_tables(Database& database) {
  Statement statement(database, "SELECT count(*) FROM sqlite_master WHERE name = 'study'");
  return statement.step() && statement.whole(0) > 0;
}

std::string places(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "?" : ", ?";
  return text;
}

std::string outcome_columns(const StudyOutline& outline, const char* table) {
  std::string text;
  for (const StudyOutcome& outcome : outline.outcomes) text += ", " + (table + quoted_name(outcome.name));
  return text;
}

std::string factor_columns(const StudyOutline& outline, const char* table) {
  std::string text;
  for (const StudyFactor& factor : outline.factors) text += ", " + (table + quoted_name(factor.key));
  return text;
}

}  // namespace

FileState state_of(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return FileState::Absent;
  if (!std::filesystem::is_regular_file(path, error)) return FileState::Other;
  std::ifstream file(path, std::ios::binary);
  std::array<char, magic.size()> begin{};
  file.read(begin.data(), begin.size());
  if (file.gcount() == 0 && file.eof()) return FileState::Empty;
  const std::string_view text(begin.data(), static_cast<std::size_t>(file.gcount()));
  return text == magic ? FileState::Database : FileState::Other;
}

Checked<std::unique_ptr<Database>> open_for_reading(const std::string& path) {
  const auto refused = [&](const char* got) {
    return Problems{{path, "/", "the results of a study (parksim study run --out FILE.db)", got}};
  };
  const FileState state = state_of(path);
  if (state == FileState::Absent) return refused("no such file");
  if (state != FileState::Database) return refused("something else");
  auto database = std::make_unique<Database>(path, Database::Mode::Read);
  if (!has_tables(*database)) return refused("another database, or one whose making was cut short");
  const std::string found = value_of(*database, "format");
  if (found != format) {
    return Problems{{path, "/format", format, "\"" + shown(found) + "\""}};
  }
  return database;
}

std::optional<StoreHeader> read_header(Database& database) {
  if (!has_tables(database)) return std::nullopt;
  const auto shard = parse_shard(value_of(database, "shard"));
  if (!shard || value_of(database, "format") != format)
    throw WorldError(database.path() + " is damaged or of another version of parksim");
  return StoreHeader{value_of(database, "document"), value_of(database, "fingerprint"), *shard,
                     value_of(database, "complete") == "1"};
}

void prepare_for_writing(Database& database) {
  database.execute("PRAGMA journal_mode = WAL");
  database.execute("PRAGMA synchronous = FULL");
}

void leave_alone(Database& database) noexcept {
  sqlite3_busy_timeout(database.handle(), 0);
  // A failure leaves the log beside the file, where whoever opens it next finds it.
  sqlite3_exec(database.handle(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
}

void create_tables(Database& database, const StudyOutline& outline, const StoreHeader& header) {
  std::string outcomes;
  for (const StudyOutcome& outcome : outline.outcomes) outcomes += ", " + quoted_name(outcome.name) + " REAL";
  std::string factors;
  for (const StudyFactor& factor : outline.factors) factors += ", " + quoted_name(factor.key) + " REAL";
  database.execute("CREATE TABLE study (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
  database.execute(
      "CREATE TABLE runs (id INTEGER PRIMARY KEY, point INTEGER NOT NULL, scenario INTEGER NOT NULL, "
      "replication INTEGER NOT NULL, run_seed INTEGER NOT NULL, status TEXT NOT NULL, error TEXT NOT NULL, "
      "digest TEXT NOT NULL" +
      outcomes + ")");
  database.execute("CREATE TABLE points (point INTEGER PRIMARY KEY" + factors + ")");
  put_value(database, "format", format);
  put_value(database, "document", header.document);
  put_value(database, "fingerprint", header.fingerprint);
  put_value(database, "shard", to_string(header.shard));
  write_completeness(database, header.is_complete);
}

void write_completeness(Database& database, bool is_complete) {
  put_value(database, "complete", is_complete ? "1" : "0");
}

RowInserter::RowInserter(Database& database, const StudyOutline& outline)
    : cells_(outline.cells()),
      outline_(outline),
      database_(database),
      run_(database, "INSERT OR IGNORE INTO runs VALUES (" + places(8 + outline.outcomes.size()) + ")"),
      point_(database, "INSERT OR IGNORE INTO points VALUES (" + places(1 + outline.factors.size()) + ")") {}

bool RowInserter::insert(const RunRow& row) {
  const auto whole = [](std::uint64_t number) { return static_cast<std::int64_t>(number); };
  run_.bind(1, whole(row.place.number(outline_, cells_)))
      .bind(2, whole(row.place.point))
      .bind(3, whole(row.place.scenario))
      .bind(4, whole(row.place.replication))
      .bind(5, whole(row.seed))
      .bind(6, std::string_view(row.status))
      .bind(7, std::string_view(row.error))
      .bind(8, std::string_view(row.digest));
  int place = 9;
  for (const double value : row.outcomes) run_.bind(place++, value);
  run_.run();
  const bool is_new = sqlite3_changes(database_.handle()) > 0;
  point_.bind(1, whole(row.place.point));
  place = 2;
  for (const double value : row.factors) point_.bind(place++, value);
  point_.run();
  return is_new;
}

RowReader::RowReader(Database& database, const StudyOutline& outline, bool is_sorted)
    : outcomes_(outline.outcomes.size()),
      factors_(outline.factors.size()),
      statement_(database,
                 "SELECT runs.point, runs.scenario, runs.replication, runs.run_seed, runs.status, "
                 "runs.error, runs.digest" +
                     outcome_columns(outline, "runs.") + factor_columns(outline, "points.") +
                     " FROM runs LEFT JOIN points ON points.point = runs.point ORDER BY " +
                     (is_sorted ? "runs.point, runs.scenario, runs.replication" : "runs.id")) {}

std::optional<RunRow> RowReader::next() {
  if (!statement_.step()) return std::nullopt;
  const auto natural = [&](int column) { return static_cast<std::uint64_t>(statement_.whole(column)); };
  RunRow row;
  row.place = {natural(0), natural(1), natural(2)};
  row.seed = natural(3);
  row.status = statement_.text(4);
  row.error = statement_.text(5);
  row.digest = statement_.text(6);
  int column = 7;
  for (std::size_t i = 0; i < outcomes_; ++i) row.outcomes.push_back(statement_.real(column++));
  for (std::size_t i = 0; i < factors_; ++i) row.factors.push_back(statement_.real(column++));
  return row;
}

std::string to_string(const Shard& shard) {
  return std::to_string(shard.index) + "/" + std::to_string(shard.count);
}

std::optional<Shard> parse_shard(std::string_view text) {
  constexpr std::uint64_t most = 1'000'000;
  Shard shard;
  const char* const end = text.data() + text.size();
  const auto [slash, first] = std::from_chars(text.data(), end, shard.index);
  if (first != std::errc{} || slash == end || *slash != '/') return std::nullopt;
  const auto [stop, second] = std::from_chars(slash + 1, end, shard.count);
  if (second != std::errc{} || stop != end || shard.count > most || shard.index >= shard.count)
    return std::nullopt;
  return shard;
}

}  // namespace park::study
