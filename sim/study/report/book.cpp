// SPDX-License-Identifier: MIT
#include "study/report/book.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "core/assert.hpp"
#include "study/report/archive_check.hpp"

namespace park::study {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_sheet_name_characters = 31;
constexpr std::size_t max_text_characters = 32000;  ///< Excel holds 32,767 in a cell
/// Fixed, so that the same results give the same bytes: 2026-01-01.
constexpr std::time_t created = 1'767'225'600;

/// The first characters of UTF-8, whole ones.
std::string first_characters(std::string_view text, std::size_t most) {
  std::size_t characters = 0;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool is_first_byte = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (is_first_byte && ++characters > most) break;
  }
  return std::string(text.substr(0, end));
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

void expect(lxw_error error, const std::string& what) {
  if (error != LXW_NO_ERROR) throw WorldError("cannot write " + what + ": " + lxw_strerror(error));
}

std::string_view number_format(std::string_view unit) {
  if (unit == "share" || unit == "%") return unit == "%" ? "0.0\"%\"" : "0.0%";
  if (unit.starts_with("million yuan")) return "#,##0.00";
  if (unit == "whole") return "0";
  if (unit == "count") return "0";  // stands beside texts
  if (unit == "ratio" || unit == "-" || unit.empty()) return "0.000";
  return "#,##0.0";
}

}  // namespace

std::string sheet_name(const std::string& wanted, const std::set<std::string>& taken) {
  std::string clean;
  for (const char c : wanted) {
    const bool is_forbidden = std::string_view("[]:*?/\\").find(c) != std::string_view::npos;
    clean += is_forbidden || static_cast<unsigned char>(c) < 0x20U ? '_' : c;
  }
  while (!clean.empty() && clean.front() == '\'') clean.erase(0, 1);
  std::string base = clean.empty() ? "Sheet" : clean;
  for (int copy = 1;; ++copy) {
    const std::string end = copy == 1 ? std::string() : " (" + std::to_string(copy) + ")";
    std::string name = first_characters(base, max_sheet_name_characters - end.size());
    while (!name.empty() && name.back() == '\'') name.pop_back();
    if (name.empty()) name = "Sheet";
    name += end;
    if (!taken.contains(lower(name))) return name;
  }
}

void Sheet::text(std::uint32_t row, std::uint16_t column, std::string_view text) {
  const std::string cut = first_characters(text, max_text_characters);
  expect(worksheet_write_string(sheet_, row, column, cut.c_str(), nullptr), name_);
}

void Sheet::paragraph(std::uint32_t row, std::uint16_t column, std::string_view text, double width) {
  const std::string cut = first_characters(text, max_text_characters);
  expect(worksheet_write_string(sheet_, row, column, cut.c_str(), book_->paragraph_format()), name_);
  // Not every program fits the row to its lines by itself. A wide character takes three bytes and two places.
  double places = 0;
  for (const char c : cut) places += static_cast<unsigned char>(c) < 0x80U ? 1.0 : 2.0 / 3.0;
  constexpr double line_points = 15;
  constexpr double most_points = 400;
  const double lines = std::max(1.0, std::ceil(places / (width * 0.95)));
  if (lines > 1) worksheet_set_row(sheet_, row, std::min(most_points, lines * line_points), nullptr);
}

void Sheet::number(std::uint32_t row, std::uint16_t column, const nlohmann::ordered_json& value,
                   std::string_view unit) {
  if (!value.is_number()) return;
  expect(worksheet_write_number(sheet_, row, column, value.get<double>(), book_->format_of(unit)), name_);
}

void Sheet::headings(std::uint32_t row, const std::vector<std::string>& names) {
  for (std::size_t c = 0; c < names.size(); ++c) {
    const std::string cut = first_characters(names[c], max_text_characters);
    expect(
        worksheet_write_string(sheet_, row, static_cast<lxw_col_t>(c), cut.c_str(), book_->heading_format()),
        name_);
  }
  if (row > 0) return;
  worksheet_freeze_panes(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
}

void Sheet::title(std::string_view text) {
  const std::string cut = first_characters(text, max_text_characters);
  expect(worksheet_write_string(sheet_, 0, 0, cut.c_str(), book_->title_format()), name_);
}

void Sheet::widths(const std::vector<double>& characters) {
  for (std::size_t c = 0; c < characters.size(); ++c) {
    const auto first = static_cast<lxw_col_t>(c);
    const bool is_last = c + 1 == characters.size();
    worksheet_set_column(sheet_, first, is_last ? static_cast<lxw_col_t>(first + 200) : first, characters[c],
                         nullptr);
  }
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, 9);  // A4
  worksheet_fit_to_pages(sheet_, 1, 0);
}

void Sheet::insert(lxw_chart* chart, std::uint32_t row, std::uint16_t column, double scale_x,
                   double scale_y) {
  lxw_chart_options options{};
  options.x_scale = scale_x;
  options.y_scale = scale_y;
  expect(worksheet_insert_chart_opt(sheet_, row, column, chart, &options), name_);
}

Book::Book(std::string path, const std::string& title)
    : path_(std::move(path)), partial_(path_ + ".partial." + std::to_string(::getpid())) {
  // The library complains of a path that cannot be written only when all is done.
  if (!std::ofstream(partial_, std::ios::binary).is_open()) throw WorldError("cannot write " + path_);
  book_ = workbook_new(partial_.c_str());
  if (book_ == nullptr) throw WorldError("cannot begin a workbook: out of memory");
  lxw_doc_properties properties{};
  std::string words = title;
  std::string author = "parksim";
  properties.title = words.data();
  properties.author = author.data();
  properties.created = created;
  expect(workbook_set_properties(book_, &properties), path_);
  heading_ = workbook_add_format(book_);
  format_set_bold(heading_);
  format_set_text_wrap(heading_);
  format_set_bg_color(heading_, 0xEEF2F6);
  format_set_bottom(heading_, LXW_BORDER_THIN);
  title_ = workbook_add_format(book_);
  format_set_bold(title_);
  format_set_font_size(title_, 15);
  paragraph_ = workbook_add_format(book_);
  format_set_text_wrap(paragraph_);
  format_set_align(paragraph_, LXW_ALIGN_VERTICAL_TOP);
}

Book::~Book() {
  if (book_ != nullptr) lxw_workbook_free(book_);
  std::error_code error;
  fs::remove(partial_, error);
}

Sheet Book::add_sheet(const std::string& wanted) {
  const std::string name = sheet_name(wanted, names_);
  expect(workbook_validate_sheet_name(book_, name.c_str()), "the sheet " + name);
  names_.insert(lower(name));
  lxw_worksheet* const sheet = workbook_add_worksheet(book_, name.c_str());
  if (sheet == nullptr) throw WorldError("cannot add the sheet " + name);
  return {*this, sheet, name};
}

lxw_chart* Book::add_chart(std::uint8_t type) {
  lxw_chart* const chart = workbook_add_chart(book_, type);
  if (chart == nullptr) throw WorldError("cannot add a chart: out of memory");
  return chart;
}

lxw_format* Book::format_of(std::string_view unit) {
  const std::string_view pattern = number_format(unit);
  const std::string key = std::string(pattern) + (unit == "count" ? " left" : "");
  const auto found = formats_.find(key);
  if (found != formats_.end()) return found->second;
  lxw_format* const format = workbook_add_format(book_);
  format_set_num_format(format, std::string(pattern).c_str());
  if (unit == "count") format_set_align(format, LXW_ALIGN_LEFT);
  formats_.emplace(key, format);
  return format;
}

void Book::finish() {
  lxw_workbook* const book = std::exchange(book_, nullptr);  // closing frees it, well or not
  expect(workbook_close(book), path_);
  // The library does not notice a disk that fills up under its temporary files or the end of the archive.
  if (!is_whole_workbook(partial_)) throw WorldError("cannot write all of " + path_ + "; is the disk full?");
  std::error_code error;
  fs::rename(partial_, path_, error);
  if (error) throw WorldError("cannot write " + path_ + ": " + error.message());
}

}  // namespace park::study
