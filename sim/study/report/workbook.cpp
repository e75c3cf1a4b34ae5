// SPDX-License-Identifier: MIT
#include "study/report/workbook.hpp"

#include "core/assert.hpp"
#include "study/report/workbook_words.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

void write_about(Book& book, const ordered_json& report, const WorkbookWords& words) {
  constexpr double width = 100;
  Sheet sheet = book.add_sheet(words("book_about"));
  const bool is_search = report.at("kind") == "search";
  const bool is_study = report.at("kind") == "study" || is_search;
  sheet.title(is_study ? words.label(report.at("labels"), report.at("name").get<std::string>())
                       : words(report.at("scenarios").size() > 1 ? "title_compare" : "subtitle"));
  std::uint32_t row = 2;
  const auto line = [&](const std::string& key, const ordered_json& value) {
    sheet.text(row, 0, words(key));
    if (value.is_number() || value.is_null())
      sheet.number(row, 1, value, "count");
    else
      sheet.paragraph(row, 1, value.get<std::string>(), width);
    ++row;
  };
  if (is_study) {
    line(is_search ? "book_search" : "book_study", words.label(report.at("about"), ""));
    line("book_runs", report.at("runs").at("ok"));
    line("book_failed", report.at("runs").at("failed"));
  }
  if (is_search) {
    line("book_tried", report.at("policies_tried"));
    line("book_futures", report.at("futures"));
    line("book_fresh", report.at("fresh"));
    line("book_budget", report.at("budget_per_year"));
  } else if (is_study) {
    line("book_points", report.at("points"));
  } else {
    line("book_replications", report.at("replications"));
    line("book_failed", report.at("failed"));
  }
  line("book_seed", report.at("seed"));
  line("book_start", report.at("start"));
  line("book_months", report.at("months"));
  line("book_date", report.at("date"));
  line("book_version", "parksim " + report.at("version").get<std::string>());
  if (!report.at("complete").get<bool>())
    line("book_note", words(is_search  ? "incomplete_search"
                            : is_study ? "incomplete_study"
                                       : "incomplete_runs"));
  line("book_note", words("book_units"));
  line("book_note", words("foot_trust"));
  ++row;
  for (const ordered_json& scenario : report.at("scenarios")) {
    sheet.text(row, 0, words.label(scenario.at("labels"), scenario.at("name").get<std::string>()));
    if (scenario.contains("about")) sheet.paragraph(row, 1, words.label(scenario.at("about"), ""), width);
    ++row;
  }
  sheet.widths({26, width});
}

}  // namespace

lxw_chart_series* add_series(lxw_chart* chart, const Sheet& sheet, const Cells& categories,
                             const Cells& values) {
  lxw_chart_series* const series = chart_add_series(chart, nullptr, nullptr);
  if (series == nullptr) throw WorldError("cannot add to a chart: out of memory");
  chart_series_set_name_range(series, sheet.name().c_str(), values.first_row - 1, values.column);
  chart_series_set_categories(series, sheet.name().c_str(), categories.first_row, categories.column,
                              categories.last_row, categories.column);
  chart_series_set_values(series, sheet.name().c_str(), values.first_row, values.column, values.last_row,
                          values.column);
  return series;
}

void set_title(lxw_chart* chart, const std::string& title) {
  chart_title_set_name(chart, (title.starts_with('=') ? " " + title : title).c_str());
  lxw_chart_font font{};
  font.size = 12;
  chart_title_set_name_font(chart, &font);
}

void put_provenance(Sheet& sheet, std::uint32_t row, std::uint16_t column, const ordered_json& parameter,
                    const WorkbookWords& words) {
  const auto unit = parameter.at("unit").get<std::string>();
  std::uint16_t at = column;
  for (const char* key : {"default", "min", "max"}) sheet.number(row, at++, parameter.at(key), unit);
  const auto status = parameter.at("status").get<std::string>();
  sheet.text(row, at++, status.empty() ? "" : words("status_" + status));
  sheet.text(row, at, parameter.at("source").get<std::string>());
}

void write_workbook(const ordered_json& report, const std::string& language, const std::string& path) {
  const WorkbookWords words(report, language);
  Book book(path, "parksim");
  write_about(book, report, words);
  if (report.at("kind") == "study")
    write_study_sheets(book, report, words);
  else if (report.at("kind") == "search")
    write_search_sheets(book, report, words);
  else
    write_run_sheets(book, report, words);
  book.finish();
}

}  // namespace park::study
