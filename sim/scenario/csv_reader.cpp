// SPDX-License-Identifier: MIT
#include "scenario/csv_reader.hpp"

#include <algorithm>

namespace park {
namespace {

std::string trimmed(std::string text) {
  const std::size_t end = text.find_last_not_of(" \t");
  if (end == std::string::npos) return {};
  text.erase(end + 1);
  text.erase(0, text.find_first_not_of(" \t"));
  return text;
}

class CsvParser {
 public:
  CsvParser(std::string_view text, FaultList& faults, std::size_t max_cells)
      : text_(text), faults_(&faults), max_cells_(max_cells) {}

  [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }

  CsvRecord next() {
    CsvRecord record{line_, {}};
    while (true) {
      std::string content = cell(record.cells.size() + 1);
      if (record.cells.size() < max_cells_) record.cells.push_back(std::move(content));
      if (is_at_end()) return record;
      if (text_[at_] == ',') {
        ++at_;
        continue;
      }
      skip_line_break();
      return record;
    }
  }

 private:
  [[nodiscard]] bool is_cell_end() const {
    return is_at_end() || text_[at_] == ',' || text_[at_] == '\n' || text_[at_] == '\r';
  }

  void skip_line_break() {
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
  }

  std::string cell(std::size_t column) {
    if (!is_at_end() && text_[at_] == '"') return quoted(column);
    const std::size_t begin = at_;
    while (!is_cell_end()) ++at_;
    return trimmed(std::string(text_.substr(begin, at_ - begin)));
  }

  /// After the closing quote only blanks may stand before the next comma.
  std::string quoted(std::size_t column) {
    const std::string pointer = cell_pointer(line_, column);
    std::string content;
    ++at_;
    while (true) {
      if (is_at_end()) {
        faults_->add(pointer, "a closing quote", "the end of the file");
        return content;
      }
      const char c = text_[at_++];
      if (c == '"' && (is_at_end() || text_[at_] != '"')) break;
      if (c == '"') ++at_;
      const bool is_line_break = c == '\n' || (c == '\r' && (is_at_end() || text_[at_] != '\n'));
      if (is_line_break) ++line_;
      content += c;
    }
    const std::size_t begin = at_;
    while (!is_cell_end()) ++at_;
    const std::string rest = trimmed(std::string(text_.substr(begin, at_ - begin)));
    if (!rest.empty()) faults_->add(pointer, "a comma after the closing quote", "\"" + shown(rest) + "\"");
    return trimmed(std::move(content));
  }

  std::string_view text_;
  FaultList* faults_;
  std::size_t max_cells_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

std::string cell_pointer(std::size_t line, std::size_t column) {
  return "/" + std::to_string(line) + "/" + std::to_string(column);
}

std::vector<CsvRecord> read_csv(std::string_view text, std::size_t max_records, FaultList& faults,
                                std::size_t max_cells) {
  std::vector<CsvRecord> records;
  CsvParser parser(text, faults, max_cells);
  while (!parser.is_at_end() && records.size() <= max_records) {
    CsvRecord record = parser.next();
    const bool is_blank =
        std::ranges::all_of(record.cells, [](const std::string& cell) { return cell.empty(); });
    if (!is_blank) records.push_back(std::move(record));
  }
  return records;
}

}  // namespace park
