// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace park::study {

/// One connection to a SQLite file. Every failure is a WorldError that names the file. Not for two threads at
/// once.
class Database {
 public:
  enum class Mode : std::uint8_t { Read, Create };
  Database(const std::string& path, Mode mode);

  void execute(const std::string& sql);
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
  /// Throws the latest failure; `doing` as in `cannot write`.
  [[noreturn]] void fail(const char* doing) const;

 private:
  struct Closer {
    void operator()(sqlite3* handle) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Closer> handle_;
};

/// A prepared statement. Parameters are bound from 1, columns read from 0; NaN is NULL.
class Statement {
 public:
  Statement(Database& database, const std::string& sql);

  Statement& bind(int place, std::int64_t number);
  Statement& bind(int place, double number);
  Statement& bind(int place, std::string_view text);

  /// True: there is a row. False: done.
  [[nodiscard]] bool step();
  /// Steps to the end of a statement that gives no rows, and makes it ready again.
  void run();
  void reset();

  [[nodiscard]] std::int64_t whole(int column) const;
  [[nodiscard]] double real(int column) const;  ///< NaN for NULL
  [[nodiscard]] std::string text(int column) const;

 private:
  struct Finaliser {
    void operator()(sqlite3_stmt* statement) const;
  };
  Database* database_;
  std::unique_ptr<sqlite3_stmt, Finaliser> handle_;
};

/// A name as SQL wants it: `"jobs@120"`.
[[nodiscard]] std::string quoted_name(std::string_view name);

}  // namespace park::study
