// SPDX-License-Identifier: MIT
#include "panels/lever_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "charts/number_text.hpp"
#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"

namespace park::ui {
namespace {

constexpr int most_decimals = 6;
constexpr std::array<double, most_decimals + 1> powers_of_ten = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

bool has_decimals(double number, int decimals) {
  const double scaled = number * powers_of_ten[static_cast<std::size_t>(decimals)];
  return std::abs(scaled - std::round(scaled)) > 1e-6 * std::max(1.0, std::abs(scaled) * 1e-6);
}

int decimals_of(double number) {
  int decimals = 0;
  while (decimals < most_decimals && has_decimals(number, decimals)) ++decimals;
  return decimals;
}

std::string fixed(double number, int decimals) {
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
  return {text.data(), static_cast<std::size_t>(std::clamp(size, 0, 63))};
}

std::string grouped(std::string number) {
  const std::size_t point = std::min(number.find('.'), number.size());
  const std::size_t first = number.starts_with('-') ? 1 : 0;
  for (std::size_t at = point; at > first + 3; at -= 3) number.insert(at - 3, ",");
  return number;
}

}  // namespace

bool is_month(std::string_view unit) { return unit == "month"; }

Scale scale_of(const ParameterKey& key) {
  constexpr double clause_step = 0.05;
  if (key.row == nullptr) return {ValueKind::Real, 0, max_clause_value, clause_step, "x"};
  return {key.row->kind, key.row->min, key.row->max, key.row->step, key.row->unit};
}

ControlUnit control_unit(const Texts& texts, std::string_view unit) {
  constexpr std::string_view million_yuan = "million yuan";
  if (unit == "choice" || unit == "switch" || unit == "-" || unit == "elasticity") return {"", 1};
  if (unit.starts_with("share") && unit.ends_with("/year")) return {texts("ui.levers.percent_a_year"), 100};
  if (unit.starts_with("share")) return {"%", 100};
  ControlUnit shown{texts.unit(unit), 1};
  if (texts.is_chinese() && unit.starts_with(million_yuan)) {
    shown = {"万" + texts.unit("yuan" + std::string(unit.substr(million_yuan.size()))), 100};
  }
  replace_all(shown.words, "平方米/", "m²·");
  replace_all(shown.words, "平方米", "m²");
  replace_all(shown.words, "m2", "m²");
  return shown;
}

std::string control_number(const Texts& texts, const Scale& scale, double value, bool is_grouped) {
  const double factor = control_unit(texts, scale.unit).factor;
  const int decimals = std::max(decimals_of(scale.step * factor), decimals_of(value * factor));
  std::string number = fixed(value * factor, scale.is_whole() ? 0 : decimals);
  if (number == "-0") number = "0";
  return is_grouped ? grouped(std::move(number)) : number;
}

std::string control_text(const Texts& texts, const ParameterKey& key, double value, YearMonth start) {
  const Scale scale = scale_of(key);
  if (scale.kind == ValueKind::Switch) return texts(value != 0 ? "ui.levers.on" : "ui.levers.off");
  if (scale.kind == ValueKind::Choice) {
    const auto& choices = key.row->choices;
    const auto place = static_cast<std::size_t>(std::max(0.0, value));
    if (place < choices.size()) return std::string(texts.pick(choices[place].zh, choices[place].en));
  }
  if (is_month(scale.unit)) return to_string(plus_months(start, static_cast<int>(value)));
  const std::string unit = control_unit(texts, scale.unit).words;
  const std::string number = control_number(texts, scale, value, true);
  return unit.empty() ? number : number + " " + unit_behind(texts, number, unit);
}

std::optional<double> parse_control(const Texts& texts, const Scale& scale, std::string_view text,
                                    YearMonth start) {
  std::string kept;
  for (const char c : text) {
    if (c != ',' && c != ' ' && c != '\t') kept += c;
  }
  if (kept.starts_with('+')) kept.erase(0, 1);
  if (is_month(scale.unit)) {
    if (const auto date = parse_year_month(kept)) return months_between(start, *date);
  }
  double number = 0;
  const char* const end = kept.data() + kept.size();
  const auto [rest, error] = std::from_chars(kept.data(), end, number);
  if (error != std::errc{} || !std::isfinite(number)) return std::nullopt;
  const ControlUnit unit = control_unit(texts, scale.unit);
  const std::string_view trailing(rest, static_cast<std::size_t>(end - rest));
  const auto is_trailing = [&](std::string words) {
    std::erase(words, ' ');
    return trailing == words;
  };
  if (!trailing.empty() && !is_trailing(unit.words) && !is_trailing(unit_behind(texts, "1", unit.words)))
    return std::nullopt;
  // Rounded where the factor brings in digits that nobody typed: 9.95 % is 0.0995.
  const double value = number / unit.factor;
  return std::round(value * 1e9) / 1e9;
}

double bounded(const Scale& scale, double value) {
  value = std::clamp(value, scale.min, scale.max);
  return scale.is_whole() ? std::clamp(std::round(value), scale.min, scale.max) : value;
}

double snapped(const Scale& scale, double value) {
  if (value <= scale.min) return scale.min;
  if (value >= scale.max) return scale.max;
  const double steps = std::round((value - scale.min) / scale.step);
  // Steps are short decimals; their multiples would not be without the rounding.
  const double on_step = std::round((scale.min + steps * scale.step) * 1e9) / 1e9;
  return bounded(scale, on_step);
}

std::string name_of(const Texts& texts, const ClauseCatalogue& clauses, const ParameterKey& key) {
  if (key.row != nullptr) return std::string(texts.pick(key.row->zh, key.row->en));
  const PolicyClause& clause = clauses.clauses[key.clause];
  return std::string(texts.pick(clause.zh, clause.en));
}

}  // namespace park::ui
