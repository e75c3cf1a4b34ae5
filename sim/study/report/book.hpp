// SPDX-License-Identifier: MIT
#pragma once

#include <xlsxwriter.h>

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace park::study {

/// A sheet under way. Texts are written as texts, so that none can become a formula; a value that is no
/// number leaves its cell empty.
class Sheet {
 public:
  Sheet(class Book& book, lxw_worksheet* sheet, std::string name)
      : book_(&book), sheet_(sheet), name_(std::move(name)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  void text(std::uint32_t row, std::uint16_t column, std::string_view text);
  /// Several lines in one cell of a column so many characters wide.
  void paragraph(std::uint32_t row, std::uint16_t column, std::string_view text, double width);
  void number(std::uint32_t row, std::uint16_t column, const nlohmann::ordered_json& value,
              std::string_view unit);
  /// Headings of a table; those of the first row stay in sight.
  void headings(std::uint32_t row, const std::vector<std::string>& names);
  void title(std::string_view text);
  /// In characters, from the first column on; the last one holds for the rest.
  void widths(const std::vector<double>& characters);
  void insert(lxw_chart* chart, std::uint32_t row, std::uint16_t column, double scale_x, double scale_y);

 private:
  class Book* book_;
  lxw_worksheet* sheet_;
  std::string name_;
};

/// A workbook under way, written in whole by finish() or not at all.
class Book {
 public:
  /// `title`: of the file's properties.
  Book(std::string path, const std::string& title);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  /// A name that Excel does not take is changed until it does; names stay different.
  [[nodiscard]] Sheet add_sheet(const std::string& wanted);
  [[nodiscard]] lxw_chart* add_chart(std::uint8_t type);
  /// The format of numbers of a unit of the catalogues.
  [[nodiscard]] lxw_format* format_of(std::string_view unit);
  [[nodiscard]] lxw_format* heading_format() const { return heading_; }
  [[nodiscard]] lxw_format* title_format() const { return title_; }
  [[nodiscard]] lxw_format* paragraph_format() const { return paragraph_; }

  /// Writes beside the path and renames; throws WorldError, and nothing is left behind.
  void finish();

 private:
  std::string path_, partial_;
  lxw_workbook* book_ = nullptr;
  lxw_format* heading_ = nullptr;
  lxw_format* title_ = nullptr;
  lxw_format* paragraph_ = nullptr;
  std::map<std::string, lxw_format*, std::less<>> formats_;
  std::set<std::string> names_;  ///< in lower case: Excel does not tell case apart
};

/// A name Excel takes for a sheet: at most 31 characters, none of `[]:*?/\`, no apostrophe at the ends, not
/// among `taken` (lower case).
[[nodiscard]] std::string sheet_name(const std::string& wanted, const std::set<std::string>& taken);

}  // namespace park::study
