// SPDX-License-Identifier: MIT
#include "study/analysis/analysis_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "core/no_value.hpp"
#include "scenario/csv_reader.hpp"
#include "scenario/fault_list.hpp"
#include "scenario/field_reader.hpp"
#include "scenario/json_reader.hpp"
#include "scenario/text_encoding.hpp"

namespace park::study {
namespace {

constexpr std::size_t max_columns = 4096;
constexpr std::size_t max_rows = 2'000'000;

std::optional<double> number_in(const std::string& text) {
  double value = 0;
  const char* const begin = text.data() + (text.starts_with('+') ? 1 : 0);
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(begin, end, value);
  const bool is_number = error == std::errc{} && stop == end && std::isfinite(value);
  return is_number ? std::optional(value) : std::nullopt;
}

bool is_missing(const std::string& text) {
  constexpr std::array<std::string_view, 6> words = {"", "nan", "NaN", "NA", "N/A", "null"};
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::string quoted(const std::string& text) { return text.empty() ? "nothing" : "\"" + shown(text) + "\""; }

/// Reads one table; every fault goes to the list.
class TableReader {
 public:
  TableReader(const AnalysisTableRequest& request, const std::vector<AnalysisFactor>& factors,
              FaultList& faults)
      : request_(request), faults_(faults) {
    input_.factors = factors;
    input_.design = request.design;
    input_.order = request.order;
    for (const std::string& name : request.outcomes) {
      input_.outcomes.emplace_back();
      input_.outcomes.back().name = name;
    }
  }

  void read(const std::vector<CsvRecord>& records) {
    if (!find_columns(records.front())) return;
    for (std::size_t r = 1; r < records.size(); ++r) read_row(records[r], records.front().cells.size());
    if (records.size() == 1)
      faults_.add(cell_pointer(records.front().line + 1, 1), "at least one run", "none");
  }

  /// Needs a table without faults so far.
  void check_design() {
    for (std::size_t f = 0; f < input_.factors.size(); ++f) mark_whole(f);
    if (input_.design == SampleKind::Given) find_replications();
    for (const InputFault& fault : faults_of(input_)) {
      const std::size_t line = fault.row ? lines_[*fault.row] : lines_.back();
      const std::size_t column = fault.factor ? factor_columns_[*fault.factor] : factor_columns_.front();
      faults_.add(cell_pointer(line, column + 1), fault.expected, fault.got);
    }
  }

  [[nodiscard]] AnalysisInput take() { return std::move(input_); }

 private:
  bool find_columns(const CsvRecord& header) {
    bool is_complete = true;
    const auto find = [&](const std::string& name) {
      const auto place = std::find(header.cells.begin(), header.cells.end(), name);
      const auto column = static_cast<std::size_t>(place - header.cells.begin());
      if (place == header.cells.end()) {
        const std::string nearest =
            nearest_key(name, std::vector<std::string_view>(header.cells.begin(), header.cells.end()));
        faults_.add(cell_pointer(header.line, header.cells.size() + 1), "a column " + shown(name),
                    nearest.empty() ? "none" : "none (nearest: " + shown(nearest) + ")");
        is_complete = false;
      } else if (std::find(place + 1, header.cells.end(), name) != header.cells.end()) {
        const auto again = std::find(place + 1, header.cells.end(), name) - header.cells.begin();
        faults_.add(cell_pointer(header.line, static_cast<std::size_t>(again) + 1), "each heading once",
                    quoted(name) + " again");
        is_complete = false;
      }
      return column;
    };
    for (const AnalysisFactor& factor : input_.factors) factor_columns_.push_back(find(factor.key));
    for (const AnalysisOutcome& outcome : input_.outcomes) outcome_columns_.push_back(find(outcome.name));
    if (request_.seeds) seed_column_ = find(*request_.seeds);
    return is_complete;
  }

  void read_row(const CsvRecord& record, std::size_t width) {
    if (record.cells.size() != width) {
      faults_.add(cell_pointer(record.line, std::min(record.cells.size(), width) + 1),
                  std::to_string(width) + " cells as in the header", std::to_string(record.cells.size()));
      return;
    }
    for (std::size_t f = 0; f < factor_columns_.size(); ++f) input_.values.push_back(factor_cell(record, f));
    for (std::size_t o = 0; o < outcome_columns_.size(); ++o) {
      const std::string& text = record.cells[outcome_columns_[o]];
      const auto value = number_in(text);
      if (!value && !is_missing(text))
        faults_.add(cell_pointer(record.line, outcome_columns_[o] + 1), "a number, or nothing", quoted(text));
      input_.outcomes[o].values.push_back(value.value_or(no_value));
    }
    if (seed_column_) input_.seeds.push_back(seed_cell(record));
    lines_.push_back(record.line);
    ++input_.rows;
  }

  double factor_cell(const CsvRecord& record, std::size_t f) {
    const std::string& text = record.cells[factor_columns_[f]];
    auto value = number_in(text);
    const auto& choices = input_.factors[f].choices;
    for (std::size_t c = 0; c < choices.size() && !value; ++c) {
      if (choices[c].key == text) value = static_cast<double>(c);
    }
    if (!value) {
      faults_.add(cell_pointer(record.line, factor_columns_[f] + 1),
                  choices.empty() ? "a number" : "a number or the name of a choice", quoted(text));
    }
    return value.value_or(0);
  }

  std::uint64_t seed_cell(const CsvRecord& record) {
    const std::string& text = record.cells[*seed_column_];
    std::uint64_t seed = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc{} || stop != text.data() + text.size())
      faults_.add(cell_pointer(record.line, *seed_column_ + 1), "a seed, a whole number", quoted(text));
    return seed;
  }

  void mark_whole(std::size_t f) {
    bool is_whole = true;
    for (std::size_t r = 0; r < input_.rows && is_whole; ++r) {
      const double value = input_.values[r * input_.factors.size() + f];
      is_whole = value == std::floor(value);
    }
    input_.factors[f].is_whole = is_whole;
  }

  void find_replications() {
    const auto d = static_cast<std::ptrdiff_t>(input_.factors.size());
    std::map<std::vector<double>, std::size_t> known;
    std::vector<std::size_t> points;
    for (auto row = input_.values.begin(); row != input_.values.end(); row += d)
      points.push_back(known.emplace(std::vector<double>(row, row + d), known.size()).first->second);
    if (known.size() < input_.rows) input_.points = std::move(points);
  }

  const AnalysisTableRequest& request_;
  FaultList& faults_;
  AnalysisInput input_;
  std::vector<std::size_t> factor_columns_;
  std::vector<std::size_t> outcome_columns_;
  std::optional<std::size_t> seed_column_;
  std::vector<std::size_t> lines_;  ///< of each run
};

std::optional<std::string> decoded(std::string_view bytes, FaultList& faults) {
  const bool is_text = !looks_like_utf16(bytes) && bytes.find('\0') == std::string_view::npos;
  if (is_text && is_utf8(bytes)) return std::string(without_byte_order_mark(bytes));
  auto text = is_text ? gb18030_to_utf8(bytes) : std::nullopt;
  if (!text) faults.add(cell_pointer(1, 1), "text in UTF-8 or GB18030", "something else");
  return text;
}

void read_range(const nlohmann::json& value, const std::string& pointer, FaultList& faults,
                AnalysisFactor& factor) {
  constexpr double largest = 1e300;
  if (!value.is_array() || value.size() != 2) {
    faults.add(pointer, "a range [min, max]", described(value));
    return;
  }
  const auto min = read_number(value[0], pointer_to(pointer, std::size_t{0}), faults, -largest, largest);
  const auto max = read_number(value[1], pointer_to(pointer, std::size_t{1}), faults, -largest, largest);
  if (!min || !max) return;
  if (*min >= *max) {
    faults.add(pointer, "a range with min below max", number_text(*min) + " to " + number_text(*max));
    return;
  }
  factor.min = *min;
  factor.max = *max;
}

}  // namespace

Checked<AnalysisInput> read_analysis_table(std::string_view bytes, std::string_view name,
                                           const AnalysisTableRequest& request,
                                           const std::vector<AnalysisFactor>& factors) {
  Problems problems;
  FaultList faults(std::string(name), problems);
  const auto text = decoded(bytes, faults);
  if (!text) return problems;
  const std::vector<CsvRecord> records = read_csv(*text, max_rows + 1, faults, max_columns);
  if (records.empty()) {
    faults.add(cell_pointer(1, 1), "a header and at least one run", "an empty file");
    return problems;
  }
  if (records.size() > max_rows + 1)
    faults.add(cell_pointer(records.back().line, 1), "at most " + std::to_string(max_rows) + " runs", "more");
  TableReader reader(request, factors, faults);
  reader.read(records);
  if (problems.empty()) reader.check_design();
  if (!problems.empty()) return problems;
  return reader.take();
}

Checked<std::vector<AnalysisFactor>> with_stated_ranges(std::string_view bytes, std::string_view name,
                                                        std::vector<AnalysisFactor> factors) {
  Problems problems;
  FaultList faults(std::string(name), problems);
  const auto document = read_json(bytes, faults);
  if (document && !document->is_object())
    faults.add("", "an object {\"KEY\": [min, max]}", described(*document));
  if (document && document->is_object()) {
    std::vector<std::string_view> known;
    for (const AnalysisFactor& factor : factors) known.push_back(factor.key);
    for (const auto& item : document->items()) {
      const std::string& key = item.key();
      const auto factor = std::find_if(factors.begin(), factors.end(),
                                       [&](const AnalysisFactor& one) { return one.key == key; });
      if (factor == factors.end()) {
        faults.add_unknown_key(pointer_to("", key), key, known);
      } else {
        read_range(item.value(), pointer_to("", key), faults, *factor);
      }
    }
  }
  if (!problems.empty()) return problems;
  return factors;
}

}  // namespace park::study
