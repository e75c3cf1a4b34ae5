// SPDX-License-Identifier: MIT
#include "study/store/sqlite.hpp"

#include <sqlite3.h>

#include <cmath>
#include <filesystem>
#include <limits>

#include "core/assert.hpp"
#include "scenario/fault_list.hpp"

namespace park::study {
namespace {

constexpr int busy_milliseconds = 10000;

int flags_of(Database::Mode mode) {
  return mode == Database::Mode::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

}  // namespace

void Database::Closer::operator()(sqlite3* handle) const { sqlite3_close(handle); }

Database::Database(const std::string& path, Mode mode) : path_(path) {
  sqlite3* handle = nullptr;
  const int result = sqlite3_open_v2(path.c_str(), &handle, flags_of(mode), nullptr);
  handle_.reset(handle);
  const char* doing = mode == Mode::Read ? "cannot read" : "cannot write";
  if (result != SQLITE_OK) fail(doing);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, busy_milliseconds);
}

void Database::fail(const char* doing) const {
  // What the operating system said is often plainer than SQLite's `disk I/O error`.
  const int system_error = sqlite3_system_errno(handle_.get());
  std::string words = shown(sqlite3_errmsg(handle_.get()), 300);  // quotes the file, however damaged
  if (system_error != 0) words += " (" + std::generic_category().message(system_error) + ")";
  throw WorldError(std::string(doing) + " " + shown(path_, 300) + ": " + words);
}

void Database::execute(const std::string& sql) {
  if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail("cannot write");
}

void Statement::Finaliser::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(Database& database, const std::string& sql) : database_(&database) {
  sqlite3_stmt* handle = nullptr;
  const int result = sqlite3_prepare_v2(database.handle(), sql.c_str(), -1, &handle, nullptr);
  handle_.reset(handle);
  if (result != SQLITE_OK) database.fail("cannot use");
}

Statement& Statement::bind(int place, std::int64_t number) {
  PARK_ASSERT(sqlite3_bind_int64(handle_.get(), place, number) == SQLITE_OK);
  return *this;
}

Statement& Statement::bind(int place, double number) {
  const int result = std::isnan(number) ? sqlite3_bind_null(handle_.get(), place)
                                        : sqlite3_bind_double(handle_.get(), place, number);
  PARK_ASSERT(result == SQLITE_OK);
  return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
  PARK_ASSERT(sqlite3_bind_text64(handle_.get(), place, text.data(), text.size(), SQLITE_TRANSIENT,
                                  SQLITE_UTF8) == SQLITE_OK);
  return *this;
}

bool Statement::step() {
  const int result = sqlite3_step(handle_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE)
    database_->fail(sqlite3_stmt_readonly(handle_.get()) != 0 ? "cannot read" : "cannot write");
  return false;
}

void Statement::run() {
  PARK_ASSERT(!step());
  reset();
}

void Statement::reset() {
  sqlite3_reset(handle_.get());
  sqlite3_clear_bindings(handle_.get());
}

std::int64_t Statement::whole(int column) const { return sqlite3_column_int64(handle_.get(), column); }

double Statement::real(int column) const {
  if (sqlite3_column_type(handle_.get(), column) == SQLITE_NULL)
    return std::numeric_limits<double>::quiet_NaN();
  return sqlite3_column_double(handle_.get(), column);
}

std::string Statement::text(int column) const {
  const unsigned char* text = sqlite3_column_text(handle_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
  return text == nullptr ? std::string() : std::string(text, text + size);
}

std::string quoted_name(std::string_view name) {
  std::string result = "\"";
  for (const char c : name) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

}  // namespace park::study
