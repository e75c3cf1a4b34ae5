// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "study/report/workbook_words.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

std::string outcome_name(const ordered_json& outcome, const WorkbookWords& words) {
  return words.label(outcome.at("labels"), outcome.at("name").get<std::string>());
}

/// Label of a factor by its key.
std::string factor_name(const ordered_json& report, const std::string& key, const WorkbookWords& words) {
  for (const ordered_json& factor : report.at("factors")) {
    if (factor.at("key") == key) return words.label(factor.at("labels"), key);
  }
  return key;
}

std::string factor_unit(const ordered_json& report, const std::string& key) {
  for (const ordered_json& factor : report.at("factors")) {
    if (factor.at("key") == key) return factor.at("unit").get<std::string>();
  }
  return "-";
}

void write_outcomes(Book& book, const ordered_json& report, const WorkbookWords& words) {
  Sheet sheet = book.add_sheet(words("book_outcomes"));
  std::vector<std::string> headings = {words("book_key"), words("book_outcome"), words("unit")};
  const std::vector<const char*> statistics = {"mean", "lo", "hi", "p05", "p50", "p95", "n"};
  for (const char* statistic : statistics) headings.push_back(words(std::string("book_") + statistic));
  sheet.headings(0, headings);
  std::uint32_t row = 1;
  for (const ordered_json& outcome : report.at("outcomes")) {
    const auto unit = outcome.at("unit").get<std::string>();
    sheet.text(row, 0, outcome.at("name").get<std::string>());
    sheet.text(row, 1, outcome_name(outcome, words));
    sheet.text(row, 2, words.unit(unit));
    std::uint16_t column = 3;
    for (const char* statistic : statistics)
      sheet.number(row, column++, outcome.at("summary").at(statistic),
                   std::string_view(statistic) == "n" ? "whole" : std::string_view(unit));
    ++row;
  }
  sheet.widths({26, 34, 14, 14});
}

/// One kind of index of every outcome: its name in the document, the members that are drawn, and the members
/// in columns. `has_unit`: they are in the outcome's unit.
struct IndexSheet {
  const char* name;
  std::vector<std::string_view> drawn;
  std::vector<const char*> members;
  bool has_unit;
};

/// `main`, `main_lo`, `main_hi`, `main_p` from a nested effect.
void put_flat(ordered_json& row, const std::string& name, const ordered_json& effect) {
  row[name] = effect.at("mean");
  for (const char* member : {"lo", "hi", "p"}) row[name + "_" + member] = effect.at(member);
}

/// A row a level instead of a row a factor.
ordered_json level_rows(const ordered_json& effects) {
  ordered_json rows = ordered_json::array();
  for (const ordered_json& effect : effects) {
    for (const ordered_json& level : effect.at("levels")) {
      ordered_json& row = rows.emplace_back(ordered_json::object());
      row["factor"] = effect.at("factor");
      row["level"] = level.at("value");
      put_flat(row, "change", level);
      row["range"] = effect.at("range");
      row["clear"] = effect.at("clear").get<bool>() ? 1 : 0;
    }
  }
  return rows;
}

ordered_json clause_rows(const ordered_json& clauses) {
  ordered_json rows = ordered_json::array();
  for (const ordered_json& clause : clauses) {
    ordered_json& row = rows.emplace_back(ordered_json::object());
    row["factor"] = clause.at("factor");
    for (const char* effect : {"main", "leave_one_out", "add_one_in"})
      put_flat(row, effect, clause.at(effect));
    row["clear"] = clause.at("clear").get<bool>() ? 1 : 0;
  }
  return rows;
}

ordered_json rows_of(const ordered_json& outcome, const IndexSheet& kind) {
  if (outcome.at("analysis").is_null()) return ordered_json::array();
  const ordered_json& rows = outcome.at("analysis").at(kind.name);
  const std::string_view name = kind.name;
  return name == "effects" ? level_rows(rows) : name == "clauses" ? clause_rows(rows) : rows;
}

/// Unit of a column: of the factor for its levels, none for chances and marks, else the indices'.
std::string unit_of(std::string_view member, const std::string& unit, const std::string& factor_unit) {
  if (member == "level") return factor_unit;
  return member == "clear" || member.ends_with("_p") ? std::string("-") : unit;
}

void draw_indices(Book& book, Sheet& sheet, const Cells& names, const std::vector<std::uint16_t>& columns,
                  const std::string& title, std::uint32_t place) {
  lxw_chart* const chart = book.add_chart(LXW_CHART_BAR);
  constexpr std::array<lxw_color_t, 2> colours = {0x0072B2, 0xD55E00};
  for (std::size_t c = 0; c < columns.size(); ++c) {
    lxw_chart_fill fill{};
    fill.color = colours[c % colours.size()];
    chart_series_set_fill(add_series(chart, sheet, names, {names.first_row, names.last_row, columns[c]}),
                          &fill);
  }
  set_title(chart, title);
  chart_axis_set_reverse(chart->y_axis);
  chart_axis_set_label_position(chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  chart_set_series_overlap(chart, 100);
  chart_legend_set_position(chart, columns.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  constexpr std::uint32_t rows_each = 22;
  sheet.insert(chart, 1 + place * rows_each, 14, 1.4, 1.4);
}

void write_indices(Book& book, const ordered_json& report, const WorkbookWords& words,
                   const IndexSheet& kind) {
  std::size_t count = 0;
  for (const ordered_json& outcome : report.at("outcomes")) count += rows_of(outcome, kind).size();
  if (count == 0) return;
  Sheet sheet = book.add_sheet(words(std::string("book_") + kind.name));
  std::uint32_t row = 0;
  std::uint32_t place = 0;
  for (const ordered_json& outcome : report.at("outcomes")) {
    const ordered_json indices = rows_of(outcome, kind);
    if (indices.empty()) continue;
    // Each outcome has headings of its own: they name the series of its chart.
    std::vector<std::string> headings = {words("book_key"), words("factor_factor"), words("unit")};
    for (const char* member : kind.members) headings.push_back(words(std::string("index_") + member));
    sheet.text(row, 0, outcome_name(outcome, words));
    sheet.headings(row + 1, headings);
    const auto unit = kind.has_unit ? outcome.at("unit").get<std::string>() : std::string("-");
    const std::uint32_t first = row + 2;
    row = first;
    std::vector<std::uint16_t> drawn;
    for (std::size_t m = 0; m < kind.members.size(); ++m) {
      const bool is_drawn =
          std::find(kind.drawn.begin(), kind.drawn.end(), kind.members[m]) != kind.drawn.end();
      if (is_drawn) drawn.push_back(static_cast<std::uint16_t>(3 + m));
    }
    for (const ordered_json& index : indices) {
      const auto key = index.at("factor").get<std::string>();
      sheet.text(row, 0, key);
      sheet.text(row, 1, factor_name(report, key, words));
      sheet.text(row, 2, unit == "-" ? "" : words.unit(unit));
      for (std::size_t m = 0; m < kind.members.size(); ++m) {
        const auto column = static_cast<std::uint16_t>(3 + m);
        const ordered_json& value = index.at(kind.members[m]);
        if (value.is_string())
          sheet.text(row, column, value.get<std::string>());
        else
          sheet.number(row, column, value, unit_of(kind.members[m], unit, factor_unit(report, key)));
      }
      ++row;
    }
    draw_indices(book, sheet, {first, row - 1, 1}, drawn, outcome_name(outcome, words), place++);
    ++row;
  }
  sheet.widths({26, 34, 12, 12});
}

/// Whether an analysis has this member for any outcome.
bool any_has(const ordered_json& report, const char* member) {
  const ordered_json& outcomes = report.at("outcomes");
  return std::any_of(outcomes.begin(), outcomes.end(), [&](const ordered_json& outcome) {
    return !outcome.at("analysis").is_null() && !outcome.at("analysis").at(member).is_null();
  });
}

void write_boxes(Book& book, const ordered_json& report, const WorkbookWords& words) {
  constexpr double width = 110;
  Sheet sheet = book.add_sheet(words("book_prim"));
  sheet.headings(0, {words("book_outcome"), words("book_coverage"), words("book_density"), words("book_mass"),
                     words("book_text")});
  std::uint32_t row = 1;
  for (const ordered_json& outcome : report.at("outcomes")) {
    if (outcome.at("analysis").is_null()) continue;
    for (const ordered_json& box : outcome.at("analysis").at("prim")) {
      sheet.text(row, 0, outcome_name(outcome, words));
      sheet.number(row, 1, box.at("coverage"), "share");
      sheet.number(row, 2, box.at("density"), "share");
      sheet.number(row, 3, box.at("mass"), "share");
      sheet.paragraph(row, 4, words.label(box.at("text"), ""), width);
      ++row;
    }
  }
  sheet.widths({34, 12, 12, 12, width});
}

void write_variance(Book& book, const ordered_json& report, const WorkbookWords& words) {
  Sheet sheet = book.add_sheet(words("book_variance"));
  sheet.headings(0, {words("book_outcome"), words("variance_parameters"), words("book_lo"), words("book_hi"),
                     words("variance_seeds"), words("book_lo"), words("book_hi")});
  std::uint32_t row = 1;
  for (const ordered_json& outcome : report.at("outcomes")) {
    if (outcome.at("analysis").is_null() || outcome.at("analysis").at("variance").is_null()) continue;
    const ordered_json& split = outcome.at("analysis").at("variance");
    sheet.text(row, 0, outcome_name(outcome, words));
    std::uint16_t column = 1;
    for (const char* member :
         {"parameters", "parameters_lo", "parameters_hi", "seeds", "seeds_lo", "seeds_hi"})
      sheet.number(row, column++, split.at(member), "share");
    ++row;
  }
  sheet.widths({34, 16});
}

void write_pairing(Book& book, const ordered_json& report, const WorkbookWords& words) {
  Sheet sheet = book.add_sheet(words("book_pairing"));
  sheet.headings(0, {words("book_outcome"), words("book_between"), words("book_factor"), words("book_pairs"),
                     words("book_pairing_runs"), words("book_saved")});
  std::uint32_t row = 1;
  for (const ordered_json& outcome : report.at("outcomes")) {
    if (outcome.at("analysis").is_null() || outcome.at("analysis").at("pairing").is_null()) continue;
    const ordered_json& pairing = outcome.at("analysis").at("pairing");
    sheet.text(row, 0, outcome_name(outcome, words));
    sheet.text(row, 1, words("book_between_" + pairing.at("between").get<std::string>()));
    sheet.number(row, 2, pairing.at("factor"), "-");
    sheet.number(row, 3, pairing.at("pairs"), "whole");
    sheet.number(row, 4, pairing.at("runs"), "whole");
    sheet.number(row, 5, pairing.at("runs_saved"), "whole");
    ++row;
  }
  sheet.widths({34, 16});
}

}  // namespace

void write_factors(Book& book, const ordered_json& factors, const WorkbookWords& words) {
  Sheet sheet = book.add_sheet(words("book_assumptions"));
  sheet.headings(0,
                 {words("book_group"), words("book_key"), words("factor_factor"), words("unit"),
                  words("book_distribution"), words("book_from"), words("book_to"), words("factor_default"),
                  words("book_min"), words("book_max"), words("factor_status"), words("factor_source")});
  std::uint32_t row = 1;
  for (const ordered_json& factor : factors) {
    const auto key = factor.at("key").get<std::string>();
    const auto unit = factor.at("unit").get<std::string>();
    const auto group = factor.at("group").get<std::string>();
    const ordered_json& distribution = factor.at("distribution");
    sheet.text(row, 0, group.empty() ? "" : words("group_" + group));
    sheet.text(row, 1, key);
    sheet.text(row, 2, words.label(factor.at("labels"), key));
    sheet.text(row, 3, words.unit(unit));
    sheet.text(row, 4, words("distribution_" + distribution.at("kind").get<std::string>()));
    sheet.number(row, 5, distribution.at("min"), unit);
    sheet.number(row, 6, distribution.at("max"), unit);
    put_provenance(sheet, row, 7, factor, words);
    ++row;
  }
  sheet.widths({12, 30, 34, 16, 14, 12, 12, 12, 12, 12, 14, 60});
}

void write_study_sheets(Book& book, const ordered_json& report, const WorkbookWords& words) {
  const std::vector<IndexSheet> kinds = {
      {"effects",
       {"change"},
       {"level", "change", "change_lo", "change_hi", "change_p", "range", "clear"},
       true},
      {"clauses",
       {"main"},
       {"main", "main_lo", "main_hi", "main_p", "leave_one_out", "leave_one_out_lo", "leave_one_out_hi",
        "add_one_in", "add_one_in_lo", "add_one_in_hi", "clear"},
       true},
      {"morris",
       {"mu_star"},
       {"mu_star", "mu_star_lo", "mu_star_hi", "sigma", "sigma_lo", "sigma_hi", "mu"},
       true},
      {"sobol", {"st"}, {"s1", "s1_lo", "s1_hi", "st", "st_lo", "st_hi"}, false},
      {"pawn", {"pawn"}, {"pawn", "pawn_lo", "pawn_hi", "dummy"}, false},
      {"delta", {"delta"}, {"delta", "delta_lo", "delta_hi", "dummy"}, false}};
  write_outcomes(book, report, words);
  for (const IndexSheet& kind : kinds) write_indices(book, report, words, kind);
  if (any_has(report, "target")) write_boxes(book, report, words);
  if (any_has(report, "variance")) write_variance(book, report, words);
  if (any_has(report, "pairing")) write_pairing(book, report, words);
  write_factors(book, report.at("factors"), words);
}

}  // namespace park::study
