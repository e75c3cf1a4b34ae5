// SPDX-License-Identifier: MIT
#include "policy/catalogue.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>
#include <vector>

#include "core/assert.hpp"

namespace park {
namespace {

constexpr std::array<std::string_view, 5> all_status_keys = {"unstated", "measured", "chosen_in_range",
                                                             "assumed", "calibrated"};

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

/// The group's struct within `parameters` that `field` points into, dereferenced.
template <class AnyParameters>
auto& member(AnyParameters& parameters, const ParameterField& field) {
  return *std::visit(
      Overloaded{[&](double Levers::*lever) { return &(parameters.levers.*lever); },
                 [&](double Uncertainties::*uncertainty) { return &(parameters.uncertainties.*uncertainty); },
                 [&](double Structural::*structural) { return &(parameters.structural.*structural); }},
      field);
}

bool is_whole(double value) { return std::isfinite(value) && value == std::floor(value); }

std::string shortest(double value) {
  // Beyond 2^53 a double is whole but its digits are not known; below, plain digits beat 1e+05.
  constexpr double exact_whole_limit = 9007199254740992.0;
  std::array<char, 32> text{};
  char* const end = text.data() + text.size();
  const auto result = is_whole(value) && std::abs(value) <= exact_whole_limit
                          ? std::to_chars(text.data(), end, static_cast<long long>(value))
                          : std::to_chars(text.data(), end, value);
  PARK_ASSERT(result.ec == std::errc{});
  return {text.data(), result.ptr};
}

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end || !std::isfinite(value)) return std::nullopt;
  return value + 0.0;  // -0 becomes 0, so that equal inputs have equal digests
}

std::string expected_words(const ParameterRow& row) {
  if (row.kind == ValueKind::Switch) return "0 or 1";
  if (row.kind == ValueKind::Choice) {
    std::string words = "one of ";
    for (const Choice& choice : row.choices) {
      if (&choice != row.choices.data()) words += ", ";
      words += choice.key;
    }
    return words;
  }
  std::string words = row.kind == ValueKind::Integer ? "a whole number from " : "a number from ";
  words += shortest(row.min) + " to " + shortest(row.max);
  if (!row.unit.empty() && row.unit != "-") words += " (" + std::string(row.unit) + ")";
  return words;
}

/// Edits (insert, delete, replace, swap neighbours) that turn `from` into `to`: optimal string alignment.
std::size_t edit_distance(std::string_view from, std::string_view to) {
  const std::size_t width = to.size() + 1;
  std::vector<std::size_t> cost((from.size() + 1) * width);
  for (std::size_t i = 0; i <= from.size(); ++i) cost[i * width] = i;
  for (std::size_t j = 0; j <= to.size(); ++j) cost[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = cost[(i - 1) * width + j - 1] + (from[i - 1] == to[j - 1] ? 0U : 1U);
      std::size_t best = std::min({cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1, replaced});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
        best = std::min(best, cost[(i - 2) * width + j - 2] + 1);
      }
      cost[i * width + j] = best;
    }
  }
  return cost.back();
}

}  // namespace

double ParameterRow::default_value() const { return get(Parameters{}, *this); }

std::string_view key_of(ParameterStatus status) { return all_status_keys[static_cast<std::size_t>(status)]; }

std::span<const std::string_view> status_keys() { return std::span(all_status_keys).subspan(1); }

const ParameterRow* find_parameter(std::string_view key) {
  for (const std::span<const ParameterRow> rows : {lever_rows(), uncertainty_rows(), structural_rows()}) {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.key == key; });
    if (found != rows.end()) return &*found;
  }
  return nullptr;
}

std::string nearest_key(std::string_view key, std::span<const std::string_view> candidates) {
  // Nothing typed by hand is this long; without a bound a hostile file could make the table below huge.
  constexpr std::size_t longest_key = 100;
  if (key.size() > longest_key) return {};
  std::string_view nearest;
  std::size_t least = 0;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(key, candidate);
    const bool is_near = distance * 3 <= std::max(key.size(), candidate.size());
    if (is_near && (nearest.empty() || distance < least)) {
      nearest = candidate;
      least = distance;
    }
  }
  return std::string(nearest);
}

double get(const Parameters& parameters, const ParameterRow& row) { return member(parameters, row.field); }

void set(Parameters& parameters, const ParameterRow& row, double value) {
  PARK_ASSERT(std::isfinite(value));
  member(parameters, row.field) = value;
}

std::optional<std::string> fault_of(const ParameterRow& row, double value) {
  const bool is_in_range = value >= row.min && value <= row.max;  // false for nan
  const bool must_be_whole = row.kind != ValueKind::Real;
  if (is_in_range && (!must_be_whole || is_whole(value))) return std::nullopt;
  return expected_words(row);
}

std::optional<double> parse_value(const ParameterRow& row, std::string_view text) {
  for (std::size_t i = 0; i < row.choices.size(); ++i) {
    if (text == row.choices[i].key || text == row.choices[i].zh) return static_cast<double>(i);
  }
  if (row.kind == ValueKind::Switch && (text == "true" || text == "false")) return text == "true" ? 1.0 : 0.0;
  return parse_number(text);
}

std::string format_value(const ParameterRow& row, double value) {
  if (row.kind == ValueKind::Choice && !fault_of(row, value)) {
    return std::string(row.choices[static_cast<std::size_t>(value)].key);
  }
  return shortest(value);
}

}  // namespace park
