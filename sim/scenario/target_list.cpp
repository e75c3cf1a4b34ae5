// SPDX-License-Identifier: MIT
#include "scenario/target_list.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "policy/catalogue.hpp"
#include "scenario/csv_reader.hpp"
#include "scenario/field_reader.hpp"
#include "scenario/target_limits.hpp"
#include "scenario/target_words.hpp"
#include "scenario/text_encoding.hpp"

namespace park {
namespace {

/// Where each column stands in this file.
struct Layout {
  std::array<std::optional<std::size_t>, target_column_count> place;
  double investment_factor = 1;
  std::size_t width = 0;
};

/// The text in UTF-8, whatever a spreadsheet on a Chinese Windows made of it.
std::optional<std::string> decoded(std::string_view bytes, FaultList& faults) {
  const std::string first = cell_pointer(1, 1);
  if (looks_like_utf16(bytes)) {
    faults.add(first, "text in UTF-8 or GB18030", "UTF-16");
    return std::nullopt;
  }
  if (bytes.find('\0') != std::string_view::npos) {
    faults.add(first, "text in UTF-8 or GB18030", "a file with zero bytes");
    return std::nullopt;
  }
  if (is_utf8(bytes)) return std::string(without_byte_order_mark(bytes));
  std::optional<std::string> text = gb18030_to_utf8(bytes);
  if (!text) faults.add(first, "text in UTF-8 or GB18030", "neither");
  return text;
}

Layout read_header(const CsvRecord& header, FaultList& faults) {
  Layout layout;
  layout.width = header.cells.size();
  const std::vector<std::string_view> names = target_headings();
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string& cell = header.cells[i];
    const std::string pointer = cell_pointer(header.line, i + 1);
    const auto heading = heading_from_words(cell);
    if (!heading) {
      const std::string nearest = nearest_key(cell, names);
      faults.add(pointer, nearest.empty() ? "a known heading" : "a known heading (nearest: " + nearest + ")",
                 "\"" + shown(cell) + "\"");
      continue;
    }
    auto& place = layout.place[static_cast<std::size_t>(heading->column)];
    if (place) faults.add(pointer, "each heading once", "\"" + shown(cell) + "\" again");
    place = i;
    if (heading->column == TargetColumn::Investment) layout.investment_factor = heading->factor;
  }
  for (std::size_t i = 0; i < target_column_count; ++i) {
    if (layout.place[i]) continue;
    faults.add(cell_pointer(header.line, layout.width + 1), "a column " + std::string(names[i]), "nothing");
  }
  return layout;
}

/// Reads the cells of one record by column.
class RowReader {
 public:
  RowReader(const CsvRecord& record, const Layout& layout, FaultList& faults)
      : record_(&record), layout_(&layout), faults_(&faults) {}

  [[nodiscard]] const std::string& cell(TargetColumn column) const { return record_->cells[place(column)]; }
  [[nodiscard]] std::string pointer(TargetColumn column) const {
    return cell_pointer(record_->line, place(column) + 1);
  }

  void report(TargetColumn column, std::string expected) {
    const std::string& text = cell(column);
    faults_->add(pointer(column), std::move(expected), text.empty() ? "nothing" : "\"" + shown(text) + "\"");
  }

  std::string name() {
    const std::string& text = cell(TargetColumn::Name);
    const std::string expected =
        "a name of 1 to " + std::to_string(max_target_name_characters) + " characters in one line";
    const bool is_good = !text.empty() && shown(text, max_target_name_characters) == text;
    if (!is_good) report(TargetColumn::Name, expected);
    return text;
  }

  Stage stage() {
    const auto stage = stage_from_words(cell(TargetColumn::Stage));
    if (!stage) report(TargetColumn::Stage, "a stage such as spinning or 纺纱");
    return stage.value_or(Stage::Spinning);
  }

  Region region() {
    const auto region = region_from_words(cell(TargetColumn::Region));
    if (!region)
      report(TargetColumn::Region, "greater_bay_area, yangtze_delta, bohai_rim or their Chinese names");
    return region.value_or(Region::YangtzeDelta);
  }

  double number(TargetColumn column, double min, double max, bool is_whole, double factor) {
    const std::string& text = cell(column);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    const double scaled = value * factor;
    if (is_number && scaled >= min && scaled <= max && (!is_whole || scaled == std::trunc(scaled)))
      return scaled + 0.0;
    report(column, (is_whole ? "a whole number from " : "a number from ") + number_text(min / factor) +
                       " to " + number_text(max / factor));
    return 0;
  }

  bool is_leader() {
    const auto truth = truth_from_words(cell(TargetColumn::Leader));
    if (!truth) report(TargetColumn::Leader, "0, 1, 是 or 否");
    return truth.value_or(false);
  }

 private:
  [[nodiscard]] std::size_t place(TargetColumn column) const {
    return layout_->place[static_cast<std::size_t>(column)].value();
  }

  const CsvRecord* record_;
  const Layout* layout_;
  FaultList* faults_;
};

std::optional<TargetFirm> read_firm(const CsvRecord& record, const Layout& layout, FaultList& faults) {
  if (record.cells.size() != layout.width) {
    faults.add(cell_pointer(record.line, std::min(record.cells.size(), layout.width) + 1),
               std::to_string(layout.width) + " cells as in the header", std::to_string(record.cells.size()));
    return std::nullopt;
  }
  RowReader row(record, layout, faults);
  TargetFirm firm;
  firm.name = row.name();
  firm.stage = row.stage();
  firm.region = row.region();
  firm.employees = row.number(TargetColumn::Employees, 1, max_target_employees, true, 1);
  firm.investment_million_yuan = row.number(TargetColumn::Investment, 0, max_target_investment_million_yuan,
                                            false, layout.investment_factor);
  firm.is_leader = row.is_leader();
  return firm;
}

/// Two rows for one firm would bring it to the park twice.
class FirmsSeen {
 public:
  void check(const TargetFirm& firm, const CsvRecord& record, const Layout& layout, FaultList& faults) {
    const auto [earlier, is_new] = lines_.emplace(firm.name, record.line);
    if (is_new) return;
    const std::size_t column = layout.place[static_cast<std::size_t>(TargetColumn::Name)].value() + 1;
    faults.add(cell_pointer(record.line, column), "each firm once",
               "\"" + shown(firm.name) + "\" of line " + std::to_string(earlier->second) + " again");
  }

 private:
  std::map<std::string, std::size_t> lines_;
};

std::vector<TargetFirm> read_firms(const std::vector<CsvRecord>& records, FaultList& faults) {
  std::vector<TargetFirm> firms;
  const Layout layout = read_header(records.front(), faults);
  const bool is_complete =
      std::ranges::all_of(layout.place, [](const auto& place) { return place.has_value(); });
  if (!is_complete) return firms;
  if (records.size() == 1)
    faults.add(cell_pointer(records.front().line + 1, 1), "at least one firm", "nothing");
  FirmsSeen seen;
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (i > max_target_firms) {
      faults.add(cell_pointer(records[i].line, 1), "at most 5000 firms", "more");
      break;
    }
    const auto firm = read_firm(records[i], layout, faults);
    if (!firm) continue;
    seen.check(*firm, records[i], layout, faults);
    firms.push_back(*firm);
  }
  return firms;
}

}  // namespace

Checked<std::vector<TargetFirm>> load_target_list(std::string_view bytes, std::string_view name) {
  Problems problems;
  FaultList faults(std::string(name), problems);
  std::vector<TargetFirm> firms;
  if (const auto text = decoded(bytes, faults)) {
    const std::vector<CsvRecord> records = read_csv(*text, max_target_firms + 1, faults);
    if (records.empty()) {
      faults.add(cell_pointer(1, 1), "a header and at least one firm", "an empty file");
    } else {
      firms = read_firms(records, faults);
    }
  }
  if (!problems.empty()) return problems;
  return firms;
}

}  // namespace park
