// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "study/report/book.hpp"

namespace park::study {

/// A report and the language it is told in.
class WorkbookWords {
 public:
  WorkbookWords(const nlohmann::ordered_json& report, std::string language)
      : words_(report.at("words").at(language)), language_(std::move(language)) {}

  /// The words of `report.KEY`.
  [[nodiscard]] std::string operator()(const std::string& key) const {
    return words_.at("report." + key).get<std::string>();
  }
  [[nodiscard]] std::string unit(const std::string& unit) const {
    if (unit == "share") return "%";
    return words_.contains("unit." + unit) ? words_.at("unit." + unit).get<std::string>() : unit;
  }
  /// Label of the language; `key` where there is none.
  [[nodiscard]] std::string label(const nlohmann::ordered_json& labels, const std::string& key) const {
    const auto text = labels.at(language_).get<std::string>();
    return text.empty() ? key : text;
  }

 private:
  const nlohmann::ordered_json& words_;
  std::string language_;
};

/// Rows of a column.
struct Cells {
  std::uint32_t first_row = 0, last_row = 0;
  std::uint16_t column = 0;
};

/// Puts a series of the sheet's cells into a chart, named by the heading above them, and gives it back.
lxw_chart_series* add_series(lxw_chart* chart, const Sheet& sheet, const Cells& categories,
                             const Cells& values);
/// A title is never read as a reference.
void set_title(lxw_chart* chart, const std::string& title);

/// The sheets on runs, on a study and on a search.
void write_run_sheets(Book& book, const nlohmann::ordered_json& report, const WorkbookWords& words);
void write_study_sheets(Book& book, const nlohmann::ordered_json& report, const WorkbookWords& words);
void write_search_sheets(Book& book, const nlohmann::ordered_json& report, const WorkbookWords& words);

/// The sheet of assumptions: factors with their distributions, ranges and sources.
void write_factors(Book& book, const nlohmann::ordered_json& factors, const WorkbookWords& words);

/// A row of the sheet of assumptions, from column `column` on: default, min, max, status, source.
void put_provenance(Sheet& sheet, std::uint32_t row, std::uint16_t column,
                    const nlohmann::ordered_json& parameter, const WorkbookWords& words);

}  // namespace park::study
