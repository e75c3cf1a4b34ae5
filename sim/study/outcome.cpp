// SPDX-License-Identifier: MIT
#include "study/outcome.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "core/no_value.hpp"
#include "scenario/fault_list.hpp"

namespace park::study {
namespace {

using Kind = Outcome::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 5> functions = {{{"mean", Kind::Mean},
                                                                         {"sum", Kind::Sum},
                                                                         {"trough", Kind::Trough},
                                                                         {"peak_month", Kind::PeakMonth},
                                                                         {"peak_year", Kind::PeakYear}}};
constexpr const char* forms =
    "INDICATOR, INDICATOR@MONTH, INDICATOR@YYYY-MM, mean|sum|trough|peak_month|peak_year(INDICATOR[,a-b])";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::optional<int> whole(std::string_view text) {
  text = trimmed(text);
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Reads one outcome and gathers what is wrong with it.
class OutcomeReader {
 public:
  OutcomeReader(std::string_view text, std::span<const IndicatorColumn> columns, int months)
      : columns_(columns),
        months_(months),
        faults_("outcome", problems_),
        pointer_(pointer_to("", text)),
        text_(text) {}

  void indicator(std::string_view key) {
    outcome_.indicator = std::string(trimmed(key));
    if (find_column(columns_, outcome_.indicator)) return;
    std::vector<std::string_view> known;
    for (const IndicatorColumn& column : columns_) known.push_back(column.key);
    faults_.add_unknown_key(pointer_, outcome_.indicator, known);
  }

  void at(std::string_view month, std::optional<YearMonth> start) {
    std::optional<int> index = whole(month);
    if (const auto date = parse_year_month(trimmed(month)); date && start)
      index = months_between(*start, *date) + 1;
    if (!index || *index < 0 || *index > months_) {
      faults_.add(pointer_, "a month from 0 to " + std::to_string(months_) + " or YYYY-MM within the run",
                  quoted(month));
      return;
    }
    outcome_.from = outcome_.to = *index;
  }

  void over(Kind kind, std::optional<std::string_view> range) {
    outcome_.kind = kind;
    outcome_.from = 1;
    if (!range) return;
    const std::size_t dash = range->find('-');
    const bool has_dash = dash != std::string_view::npos;
    const auto from = has_dash ? whole(range->substr(0, dash)) : std::nullopt;
    const auto to = has_dash ? whole(range->substr(dash + 1)) : std::nullopt;
    if (!from || !to || *from < 0 || *to < *from || *to > months_) {
      faults_.add(pointer_, "months a-b with 0 <= a <= b <= " + std::to_string(months_), quoted(*range));
      return;
    }
    outcome_.from = *from;
    outcome_.to = *to;
  }

  void broken(const char* expected) { faults_.add(pointer_, expected, quoted(text_)); }

  [[nodiscard]] Checked<Outcome> result() const {
    if (!problems_.empty()) return problems_;
    return outcome_;
  }

 private:
  [[nodiscard]] static std::string quoted(std::string_view text) { return "\"" + shown(text) + "\""; }

  std::span<const IndicatorColumn> columns_;
  int months_;
  Problems problems_;
  FaultList faults_;
  std::string pointer_;
  std::string_view text_;
  Outcome outcome_;
};

std::optional<Kind> function_named(std::string_view name) {
  for (const auto& [word, kind] : functions) {
    if (word == name) return kind;
  }
  return std::nullopt;
}

/// The greatest sum of twelve values, counted from the first; those at the end may be fewer.
double peak_year(std::span<const double> values) {
  double peak = no_value;
  for (std::size_t first = 0; first < values.size(); first += 12) {
    double sum = 0;
    bool has_value = false;
    for (const double value : values.subspan(first, std::min<std::size_t>(12, values.size() - first))) {
      if (!std::isfinite(value)) continue;
      sum += value;
      has_value = true;
    }
    if (has_value && !(peak >= sum)) peak = sum;
  }
  return peak;
}

/// Mean, sum or trough of the values there are, or the first month of their greatest one.
double over_months(Kind kind, std::span<const double> values, int from) {
  double sum = 0;
  double least = std::numeric_limits<double>::infinity();
  double greatest = -least;
  int count = 0;
  int peak = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double value = values[i];
    if (!std::isfinite(value)) continue;
    sum += value;
    ++count;
    least = std::min(least, value);
    if (value > greatest) {
      greatest = value;
      peak = from + static_cast<int>(i);
    }
  }
  if (count == 0) return no_value;
  switch (kind) {
    case Kind::Sum:
      return sum;
    case Kind::Trough:
      return least;
    case Kind::PeakMonth:
      return peak;
    case Kind::PeakYear:
      return peak_year(values);
    case Kind::Mean:
    case Kind::At:
      break;
  }
  return sum / count;
}

}  // namespace

Checked<Outcome> parse_outcome(std::string_view text, std::span<const IndicatorColumn> columns,
                               YearMonth start, int months) {
  OutcomeReader reader(text, columns, months);
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos) {
    const std::size_t sign = text.find('@');
    reader.indicator(text.substr(0, sign));
    if (sign != std::string_view::npos) reader.at(text.substr(sign + 1), start);
    return reader.result();
  }
  const auto kind = function_named(trimmed(text.substr(0, open)));
  const std::string_view rest = trimmed(text.substr(open + 1));
  if (!kind || rest.empty() || rest.back() != ')') {
    reader.broken(forms);
    return reader.result();
  }
  const std::string_view inner = rest.substr(0, rest.size() - 1);
  const std::size_t comma = inner.find(',');
  reader.indicator(inner.substr(0, comma));
  reader.over(*kind, comma == std::string_view::npos ? std::nullopt : std::optional(inner.substr(comma + 1)));
  return reader.result();
}

Checked<Outcome> parse_statistic(std::string_view indicator, std::string_view statistic,
                                 std::span<const IndicatorColumn> columns, int months) {
  OutcomeReader reader(statistic, columns, months);
  reader.indicator(indicator);
  const std::string_view words = trimmed(statistic);
  if (words == "final") return reader.result();
  const std::size_t blank = words.find(' ');
  const auto kind = function_named(words.substr(0, blank));
  if (blank == std::string_view::npos || (kind != Kind::Mean && kind != Kind::Sum)) {
    reader.broken("final, mean a-b or sum a-b");
  } else {
    reader.over(*kind, words.substr(blank + 1));
  }
  return reader.result();
}

double evaluate(const Outcome& outcome, const Series& series, std::span<const IndicatorColumn> columns) {
  const auto column = find_column(columns, outcome.indicator);
  PARK_ASSERT(column.has_value());
  if (series.rows() == 0) return no_value;  // the run failed
  const int last = static_cast<int>(series.rows()) - 1;
  const int to = outcome.to < 0 ? last : outcome.to;
  PARK_ASSERT(to <= last);
  if (outcome.kind == Kind::At) return series.at(static_cast<std::size_t>(to), *column);
  std::vector<double> values;
  for (int month = std::max(outcome.from, 0); month <= to; ++month) {
    values.push_back(series.at(static_cast<std::size_t>(month), *column));
  }
  return over_months(outcome.kind, values, std::max(outcome.from, 0));
}

}  // namespace park::study
