// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace park::study {

/// A CSV under way: RFC 4180 quoting, UTF-8 without byte order mark, one line feed a record, numbers as the
/// shortest text that reads back the same whatever the locale; NaN is an empty cell.
class CsvText {
 public:
  CsvText& cell(std::string_view text);
  CsvText& cell(double number);
  CsvText& cell(std::uint64_t number);
  CsvText& cell(int number);
  void end_record();

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void begin_cell();

  std::string text_;
  bool is_first_ = true;
};

}  // namespace park::study
