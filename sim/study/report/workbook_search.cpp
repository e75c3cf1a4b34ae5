// SPDX-License-Identifier: MIT
#include "study/report/workbook_words.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

constexpr const char* money = "million yuan";

std::string filled(std::string text, const std::string& part) {
  const std::size_t place = text.find("{0}");
  return place == std::string::npos ? text : text.replace(place, 3, part);
}

/// The scenario first, then the policies.
std::vector<const ordered_json*> policies_of(const ordered_json& report) {
  std::vector<const ordered_json*> policies;
  if (report.at("as_is").is_null()) return policies;
  policies.push_back(&report.at("as_is"));
  for (const ordered_json& policy : report.at("policies")) policies.push_back(&policy);
  return policies;
}

std::string policy_name(const ordered_json& policy, const WorkbookWords& words) {
  const auto number = policy.at("policy").get<std::size_t>();
  return number == 0 ? words("search_as_is") : filled(words("search_policy"), std::to_string(number));
}

std::string objective_name(const ordered_json& objective, const WorkbookWords& words) {
  const std::string unit = words.unit(objective.at("unit").get<std::string>());
  const std::string label = words.label(objective.at("labels"), objective.at("name").get<std::string>());
  return unit.empty() || unit == "-" ? label : label + " (" + unit + ")";
}

std::vector<std::string> front_headings(const ordered_json& report, const WorkbookWords& words) {
  std::vector<std::string> headings = {words("book_policy"), words("book_keeps_limits"),
                                       words("book_overtaken")};
  for (const ordered_json& objective : report.at("objectives")) {
    const std::string name = objective_name(objective, words);
    for (const char* key : {"book_measured", "book_searched", "book_mean_of", "book_p05_of", "book_p95_of",
                            "book_difference_of"})
      headings.push_back(filled(words(key), name));
  }
  const std::string unit = " (" + words.unit(money) + ")";
  headings.push_back(words("search_cost_per_year") + unit);
  headings.push_back(words("search_dearest_year") + unit);
  return headings;
}

void write_front_row(Sheet& sheet, std::uint32_t row, const ordered_json& policy, const ordered_json& report,
                     const WorkbookWords& words) {
  std::uint16_t column = 0;
  sheet.text(row, column++, policy_name(policy, words));
  for (const char* mark : {"keeps_limits", "is_overtaken"})
    sheet.text(row, column++, words(policy.at(mark).get<bool>() ? "book_yes" : "book_no"));
  for (std::size_t o = 0; o < report.at("objectives").size(); ++o) {
    const auto unit = report.at("objectives").at(o).at("unit").get<std::string>();
    const ordered_json& objective = policy.at("objectives").at(o);
    const ordered_json& summary = objective.at("summary");
    for (const ordered_json* value :
         {&objective.at("measured"), &objective.at("searched"), &summary.at("mean"), &summary.at("p05"),
          &summary.at("p95"), &objective.at("difference").at("mean")})
      sheet.number(row, column++, *value, unit);
  }
  sheet.number(row, column++, policy.at("cost_per_year").at("mean"), money);
  sheet.number(row, column, policy.at("cost_dearest_year").at("mean"), money);
}

/// Each further objective against the first.
void draw_front(Book& book, Sheet& sheet, const ordered_json& report, std::uint32_t last_row,
                const WorkbookWords& words) {
  constexpr std::uint16_t columns_each = 6;
  constexpr std::uint16_t first_objective = 3;
  constexpr std::uint32_t rows_each = 24;
  const ordered_json& objectives = report.at("objectives");
  for (std::size_t o = 1; o < objectives.size(); ++o) {
    lxw_chart* const chart = book.add_chart(LXW_CHART_SCATTER);
    const auto column = static_cast<std::uint16_t>(first_objective + columns_each * o);
    lxw_chart_series* const series =
        add_series(chart, sheet, {1, last_row, first_objective}, {1, last_row, column});
    chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
    set_title(chart, words("search_front_title"));
    chart_axis_set_name(chart->x_axis, objective_name(objectives.at(0), words).c_str());
    chart_axis_set_name(chart->y_axis, objective_name(objectives.at(o), words).c_str());
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    sheet.insert(chart, last_row + 2 + static_cast<std::uint32_t>(o - 1) * rows_each, 1, 1.5, 1.5);
  }
}

void write_front_sheet(Book& book, const ordered_json& report, const WorkbookWords& words) {
  Sheet sheet = book.add_sheet(words("book_front"));
  sheet.headings(0, front_headings(report, words));
  std::uint32_t row = 0;
  for (const ordered_json* policy : policies_of(report))
    write_front_row(sheet, ++row, *policy, report, words);
  if (row > 0) draw_front(book, sheet, report, row, words);
  sheet.widths({14, 12, 12, 24});
}

/// A lever's value as a person reads it: choices and switches by name, nothing where it is as before.
void put_setting(Sheet& sheet, std::uint32_t row, std::uint16_t column, const ordered_json& lever,
                 const ordered_json& value, const WorkbookWords& words) {
  const ordered_json& choices = lever.at("choices");
  if (value.is_null() || choices.empty()) {
    sheet.number(row, column, value, lever.at("unit").get<std::string>());
    return;
  }
  const auto index = static_cast<std::size_t>(value.get<double>());
  sheet.text(row, column, words.label(choices.at(index), choices.at(index).at("key").get<std::string>()));
}

void write_levers_sheet(Book& book, const ordered_json& report, const WorkbookWords& words) {
  Sheet sheet = book.add_sheet(words("book_levers"));
  const auto policies = policies_of(report);
  std::vector<std::string> headings = {words("book_key"), words("factor_factor"), words("unit")};
  for (const ordered_json* policy : policies) headings.push_back(policy_name(*policy, words));
  sheet.headings(0, headings);
  std::uint32_t row = 1;
  for (std::size_t f = 0; f < report.at("levers").size(); ++f) {
    const ordered_json& lever = report.at("levers").at(f);
    sheet.text(row, 0, lever.at("key").get<std::string>());
    sheet.text(row, 1, words.label(lever.at("labels"), lever.at("key").get<std::string>()));
    sheet.text(row, 2, words.unit(lever.at("unit").get<std::string>()));
    std::uint16_t column = 3;
    for (const ordered_json* policy : policies) {
      const bool is_start = column == 3;
      const ordered_json& value = is_start ? lever.at("start") : policy->at("values").at(f);
      if (is_start || policy->at("is_changed").at(f).get<bool>())
        put_setting(sheet, row, column, lever, value, words);
      ++column;
    }
    ++row;
  }
  sheet.widths({26, 34, 16, 14});
}

}  // namespace

void write_search_sheets(Book& book, const ordered_json& report, const WorkbookWords& words) {
  write_front_sheet(book, report, words);
  write_levers_sheet(book, report, words);
  ordered_json factors = report.at("levers");
  for (const ordered_json& assumption : report.at("assumptions")) factors.push_back(assumption);
  write_factors(book, factors, words);
}

}  // namespace park::study
