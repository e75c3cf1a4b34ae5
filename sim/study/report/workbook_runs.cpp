// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/calendar.hpp"
#include "study/report/workbook_words.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

/// Okabe and Ito's colours, the reference in grey, as on the page.
constexpr std::array<lxw_color_t, 8> colours = {0x5F6670, 0x0072B2, 0xD55E00, 0x009E73,
                                                0xCC79A7, 0xE69F00, 0x56B4E9, 0x8C6D1F};

std::vector<std::string> scenario_names(const ordered_json& report, const WorkbookWords& words) {
  std::vector<std::string> names;
  for (const ordered_json& scenario : report.at("scenarios")) {
    const auto name = scenario.at("name").get<std::string>();
    std::string label = words.label(scenario.at("labels"), name);
    if (std::find(names.begin(), names.end(), label) != names.end()) label += " (" + name + ")";
    names.push_back(std::move(label));
  }
  return names;
}

/// `Jobs (people)`; nothing is added for a number without a unit.
std::string with_unit(std::string label, const std::string& unit, const WorkbookWords& words) {
  if (unit == "-") return label;
  label += " (";
  label += words.unit(unit);
  label += ")";
  return label;
}

/// `Baseline mean`.
std::string heading_of(const std::string& scenario, const char* statistic, const WorkbookWords& words) {
  return scenario + " " + words(std::string("book_") + statistic);
}

void put_indicator(Sheet& sheet, std::uint32_t row, const std::string& key, const ordered_json& indicator,
                   const WorkbookWords& words) {
  sheet.text(row, 0, key);
  sheet.text(row, 1, words.label(indicator.at("labels"), key));
  sheet.text(row, 2, words.unit(indicator.at("unit").get<std::string>()));
}

/// Every indicator at the end: a group of columns for each scenario. `member`: `final` or `differences`.
void write_ends(Book& book, const ordered_json& report, const WorkbookWords& words, const std::string& member,
                const std::vector<const char*>& statistics) {
  const bool is_difference = member == "differences";
  Sheet sheet = book.add_sheet(words(is_difference ? "book_differences" : "book_final"));
  const auto names = scenario_names(report, words);
  std::vector<std::string> headings = {words("book_key"), words("indicator"), words("unit")};
  for (std::size_t s = is_difference ? 1 : 0; s < names.size(); ++s) {
    for (const char* statistic : statistics) headings.push_back(heading_of(names[s], statistic, words));
  }
  sheet.headings(0, headings);
  std::uint32_t row = 1;
  for (const auto& [key, indicator] : report.at("indicators").items()) {
    put_indicator(sheet, row, key, indicator, words);
    const auto unit = indicator.at("unit").get<std::string>();
    std::uint16_t column = 3;
    for (const ordered_json& estimate : indicator.at(member)) {
      if (estimate.is_null()) continue;
      for (const char* statistic : statistics)
        sheet.number(row, column++, estimate.at(statistic),
                     std::string_view(statistic) == "n" ? "whole" : std::string_view(unit));
    }
    ++row;
  }
  sheet.widths({30, 24, 14, 15});
}

std::string date_of(const ordered_json& report, int month) {
  const auto start = parse_year_month(report.at("start").get<std::string>());
  return start ? to_string(plus_months(*start, month - 1)) : std::to_string(month);
}

void put_months(Sheet& sheet, const ordered_json& report, std::uint32_t first_row) {
  const int months = report.at("months").get<int>();
  for (int month = 0; month <= months; ++month)
    sheet.text(first_row + static_cast<std::uint32_t>(month), 0, date_of(report, month));
}

/// Means with the 5th and 95th percentile of an indicator, for each scenario, one line each.
lxw_chart* fan_chart(Book& book, const Sheet& data, std::uint32_t last_row, std::uint16_t first_column,
                     std::size_t scenarios) {
  lxw_chart* const chart = book.add_chart(LXW_CHART_LINE);
  const Cells months{1, last_row, 0};
  std::vector<std::int16_t> percentiles;  // left out of the legend: they wear the colour of their mean
  for (std::size_t s = 0; s < scenarios; ++s) {
    for (std::uint16_t statistic = 0; statistic < 3; ++statistic) {
      const auto column = static_cast<std::uint16_t>(first_column + 3 * s + statistic);
      lxw_chart_series* const series = add_series(chart, data, months, {1, last_row, column});
      lxw_chart_line line{};
      line.color = colours[s % colours.size()];
      line.width = statistic == 0 ? 2.25F : 0.75F;
      line.dash_type = statistic == 0 ? LXW_CHART_LINE_DASH_SOLID : LXW_CHART_LINE_DASH_DASH;
      chart_series_set_line(series, &line);
      if (statistic > 0) percentiles.push_back(static_cast<std::int16_t>(3 * s + statistic));
    }
  }
  percentiles.push_back(-1);
  chart_axis_set_interval_unit(chart->x_axis, 12);
  chart_axis_set_interval_tick(chart->x_axis, 12);
  chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  chart_legend_delete_series(chart, percentiles.data());
  return chart;
}

/// Charts on one sheet and what they are drawn from on the next.
void write_courses(Book& book, const ordered_json& report, const WorkbookWords& words) {
  Sheet charts = book.add_sheet(words("book_charts"));
  Sheet data = book.add_sheet(words("book_courses"));
  const auto names = scenario_names(report, words);
  const auto last_row = static_cast<std::uint32_t>(report.at("months").get<int>() + 1);
  std::vector<std::string> headings = {words("book_month")};
  put_months(data, report, 1);
  std::uint16_t column = 1;
  std::uint32_t place = 0;
  for (const ordered_json& name : report.at("table")) {
    const auto key = name.get<std::string>();
    const ordered_json& indicator = report.at("indicators").at(key);
    const auto unit = indicator.at("unit").get<std::string>();
    const std::string label = words.label(indicator.at("labels"), key);
    const std::uint16_t first = column;
    for (std::size_t s = 0; s < names.size(); ++s) {
      for (const char* statistic : {"mean", "p05", "p95"}) {
        headings.push_back(heading_of(names[s], statistic, words));
        std::uint32_t row = 1;
        for (const ordered_json& value : indicator.at("series").at(s).at(statistic))
          data.number(row++, column, value, unit);
        ++column;
      }
    }
    lxw_chart* const chart = fan_chart(book, data, last_row, first, names.size());
    set_title(chart, with_unit(label, unit, words));
    constexpr std::uint32_t rows_each = 18;
    constexpr std::uint16_t columns_each = 9;
    charts.insert(chart, place / 2 * rows_each, static_cast<std::uint16_t>(place % 2 * columns_each), 1.15,
                  1.2);
    ++place;
  }
  data.headings(0, headings);
  data.widths({10, 15});
  charts.widths({9});
}

/// Means of every indicator month by month, a sheet for each scenario.
void write_months(Book& book, const ordered_json& report, const WorkbookWords& words) {
  const auto names = scenario_names(report, words);
  for (std::size_t s = 0; s < names.size(); ++s) {
    Sheet sheet = book.add_sheet(names[s]);
    std::vector<std::string> headings = {words("book_month")};
    put_months(sheet, report, 1);
    std::uint16_t column = 1;
    for (const auto& [key, indicator] : report.at("indicators").items()) {
      const auto unit = indicator.at("unit").get<std::string>();
      headings.push_back(with_unit(words.label(indicator.at("labels"), key), unit, words));
      std::uint32_t row = 1;
      for (const ordered_json& value : indicator.at("series").at(s).at("mean"))
        sheet.number(row++, column, value, unit);
      ++column;
    }
    sheet.headings(0, headings);
    sheet.widths({10, 15});
  }
}

void write_assumptions(Book& book, const ordered_json& report, const WorkbookWords& words) {
  Sheet sheet = book.add_sheet(words("book_assumptions"));
  const auto names = scenario_names(report, words);
  std::vector<std::string> headings = {words("book_group"), words("book_key"), words("setting"),
                                       words("unit")};
  headings.insert(headings.end(), names.begin(), names.end());
  for (const auto& name : names) headings.push_back(name + " " + words("book_changes"));
  for (const char* key : {"factor_default", "book_min", "book_max", "factor_status", "factor_source"})
    headings.push_back(words(key));
  sheet.headings(0, headings);
  std::uint32_t row = 1;
  for (const ordered_json& setting : report.at("settings")) {
    const auto key = setting.at("key").get<std::string>();
    const auto unit = setting.at("unit").get<std::string>();
    const auto group = setting.at("group").get<std::string>();
    sheet.text(row, 0, group.empty() ? "" : words("group_" + group));
    sheet.text(row, 1, key);
    sheet.text(row, 2, words.label(setting.at("labels"), key));
    sheet.text(row, 3, words.unit(unit));
    std::uint16_t column = 4;
    for (const ordered_json& value : setting.at("values")) sheet.number(row, column++, value, unit);
    for (const ordered_json& change : setting.at("changes"))
      sheet.text(row, column++, change.is_string() ? change.get<std::string>() : "");
    put_provenance(sheet, row, column, setting, words);
    ++row;
  }
  sheet.widths({12, 30, 34, 16, 15});
}

void write_wedges(Book& book, const ordered_json& report, const WorkbookWords& words) {
  const ordered_json& wedges = report.at("wedges");
  if (wedges.is_null()) return;
  Sheet sheet = book.add_sheet(words("book_wedges"));
  const auto unit = wedges.at("unit").get<std::string>();
  sheet.headings(0, {words("wedges_lever"), words("wedges_from"), words("wedges_to"), words("unit"),
                     words("book_mean"), words("book_lo"), words("book_hi")});
  std::uint32_t row = 1;
  const auto put = [&](const std::string& name, const ordered_json& value) {
    sheet.text(row, 0, name);
    sheet.text(row, 3, words.unit(unit));
    sheet.number(row, 4, value.at("mean"), unit);
    sheet.number(row, 5, value.at("lo"), unit);
    sheet.number(row, 6, value.at("hi"), unit);
    ++row;
  };
  // A number, or a choice or truth value as text; a clause or shock has none.
  const auto put_value = [&](std::uint16_t column, const ordered_json& part, const char* end) {
    if (!part.contains(end)) return;
    const ordered_json& value = part.at(end);
    if (value.is_number())
      sheet.number(row, column, value, part.at("parameter").at("unit").get<std::string>());
    else
      sheet.text(row, column, value.is_string() ? value.get<std::string>() : value.dump());
  };
  for (const ordered_json& part : wedges.at("parts")) {
    put_value(1, part, "from");
    put_value(2, part, "to");
    put(words.label(part.at("parameter").at("labels"), part.at("lever").get<std::string>()),
        part.at("value"));
  }
  put(words("wedges_total"), wedges.at("total"));
  sheet.widths({34, 15});
}

}  // namespace

void write_run_sheets(Book& book, const ordered_json& report, const WorkbookWords& words) {
  write_ends(book, report, words, "final", {"mean", "lo", "hi", "p05", "p50", "p95", "n"});
  if (report.at("scenarios").size() > 1)
    write_ends(book, report, words, "differences", {"mean", "lo", "hi", "n"});
  write_courses(book, report, words);
  write_wedges(book, report, words);
  write_assumptions(book, report, words);
  write_months(book, report, words);
}

}  // namespace park::study
