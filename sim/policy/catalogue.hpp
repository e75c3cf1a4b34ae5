// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "policy/parameters.hpp"

namespace park {

/// XLRM: levers are what a planner sets, uncertainties what the world sets, structural parameters what the
/// model's authors chose within a range.
enum class ParameterGroup : std::uint8_t { Lever, Uncertainty, Structural };
enum class ValueKind : std::uint8_t { Real, Integer, Switch, Choice };

/// What a default rests on. Its key: `measured`, `chosen_in_range`, `assumed`, `calibrated`.
enum class ParameterStatus : std::uint8_t {
  Unstated,       ///< no row may keep it
  Measured,       ///< the source gives the number itself
  ChosenInRange,  ///< the source gives a range, the value was chosen in it
  Assumed,        ///< no source for the value; the source's text says what it leans on
  Calibrated,     ///< assumed, then moved within its range until the model met an observed pattern
};

struct Choice {
  std::string_view key;
  std::string_view zh;
  std::string_view en;
};

/// A claim that is tested: from `min` to `max`, paired, in `context` (`SCENARIO[;key=value...]`), on
/// `statistic` (`final`, `mean a-b`, `sum a-b`) the indicator moves `up` or `down`.
struct Expectation {
  std::string_view indicator;
  std::string_view direction;
  std::string_view context;
  std::string_view statistic;
};

using ParameterField = std::variant<double Levers::*, double Uncertainties::*, double Structural::*>;

/// One row: the single source of truth for a parameter. Its default is the member's initialiser.
struct ParameterRow {
  std::string_view key;
  ParameterField field;
  ValueKind kind = ValueKind::Real;
  std::string_view unit;
  double min = 0;
  double max = 0;
  double step = 0;
  std::string_view zh;
  std::string_view en;
  std::string_view effect_zh;
  std::string_view effect_en;
  std::string_view source;  ///< publication, or "assumed: ..." where there is none
  ParameterStatus status = ParameterStatus::Unstated;
  std::string_view system;  ///< number in the report's table of systems (1.1 to 3.9), X, or empty
  std::span<const Choice> choices = {};
  std::span<const Expectation> expected = {};

  [[nodiscard]] ParameterGroup group() const { return static_cast<ParameterGroup>(field.index()); }
  [[nodiscard]] double default_value() const;
};

[[nodiscard]] std::span<const ParameterRow> lever_rows();
[[nodiscard]] std::span<const ParameterRow> uncertainty_rows();
[[nodiscard]] std::span<const ParameterRow> structural_rows();

[[nodiscard]] std::string_view key_of(ParameterStatus status);

/// The keys of the statuses that can be stated, in the order of the enumeration after Unstated.
[[nodiscard]] std::span<const std::string_view> status_keys();

/// Whether calibration may move it: nothing but an assumption fixes its value.
[[nodiscard]] constexpr bool may_be_fitted(ParameterStatus status) {
  return status == ParameterStatus::Assumed || status == ParameterStatus::Calibrated;
}

/// Whether `status` is what a source of this text can claim: "assumed: calibrated ..." is calibrated, any
/// other "assumed ..." assumed, and the rest measured or chosen in a range.
[[nodiscard]] constexpr bool agrees(ParameterStatus status, std::string_view source) {
  const bool is_calibrated = source.starts_with("assumed: calibrated");
  switch (status) {
    case ParameterStatus::Measured:
    case ParameterStatus::ChosenInRange:
      return !source.empty() && !source.starts_with("assumed");
    case ParameterStatus::Assumed:
      return source.starts_with("assumed") && !is_calibrated;
    case ParameterStatus::Calibrated:
      return is_calibrated;
    case ParameterStatus::Unstated:
      break;
  }
  return false;
}

/// The row of a lever, an uncertainty or a structural parameter; null if no row has that key.
[[nodiscard]] const ParameterRow* find_parameter(std::string_view key);

/// The key closest to `key` by edit distance among `candidates`; empty if none is near (more than a third
/// differs).
[[nodiscard]] std::string nearest_key(std::string_view key, std::span<const std::string_view> candidates);

[[nodiscard]] double get(const Parameters& parameters, const ParameterRow& row);
void set(Parameters& parameters, const ParameterRow& row, double value);

/// What is wrong with `value` for this row, as the words after "expected"; nothing if it is allowed.
[[nodiscard]] std::optional<std::string> fault_of(const ParameterRow& row, double value);

/// Reads a value as a person types it: a number, a choice's key or number, `true`/`false` for a switch.
/// Nothing if it is none of these (range is not checked here).
[[nodiscard]] std::optional<double> parse_value(const ParameterRow& row, std::string_view text);

/// Writes a value so that parse_value reads the same: choices by name, integers whole, reals shortest exact.
[[nodiscard]] std::string format_value(const ParameterRow& row, double value);

}  // namespace park
