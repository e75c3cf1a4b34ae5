// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "world/world.hpp"

namespace park {

enum class Better : std::uint8_t { Neither, Up, Down };

/// Suffix of an indicator's key: `firms_producing.spinning`, `share_lost_to_rivals.NAME`,
/// `fiscal_cost.CATEGORY`, `firms_signed.REGION`, `firms_producing.CONTRACT`.
enum class Dimension : std::uint8_t { None, Stage, Destination, CostCategory, Region, Contract };

inline constexpr double above_scale_yuan_year = 20e6;  ///< national statistics bureau's threshold

/// What one pass over plants and parcels tells, counted once a month for all the indicators that need it.
struct Census {
  double firms = 0;  ///< producing; not their further plants. Of them:
  double at_capacity = 0;
  double light_asset = 0;
  double above_scale = 0;  ///< over above_scale_yuan_year of output
  double older = 0;        ///< producing for more than 24 months
  double loss_making = 0;  ///< of the older ones, with a negative margin over 12 months
  double jobs = 0;         ///< people present in plants and projects
  double returnees = 0;
  double land_mu = 0;  ///< own plots, and the tenants' part of the blocks' plots
  std::array<double, stage_count> firms_by_stage{};
  std::array<double, site_form_count> firms_by_form{};
  std::array<double, stage_count> jobs_by_stage{};
  std::array<double, static_cast<std::size_t>(LegalState::Count)> land_by_state_mu{};

  [[nodiscard]] double land_in(LegalState state) const {
    return land_by_state_mu[static_cast<std::size_t>(state)];
  }
};
[[nodiscard]] Census take_census(const World& world);

/// What an indicator is read from.
struct Reading {
  const World& world;
  Census census;
};

/// One row of the indicator catalogue.
struct IndicatorRow {
  std::string_view key;
  std::string_view unit;
  std::string_view zh;
  std::string_view en;
  Better better = Better::Neither;
  std::string_view system;                           ///< number in the report's table of systems, or empty
  double (*read)(const Reading& reading) = nullptr;  ///< NaN where there is no value (not paid back)
};

[[nodiscard]] std::span<const IndicatorRow> indicator_rows();

/// A column of a run's series: a row, or one member of its dimension.
struct IndicatorColumn {
  std::string key;
  std::string unit;
  std::string zh;
  std::string en;
  Better better = Better::Neither;
  std::string system;
  Dimension dimension = Dimension::None;
  std::size_t row = 0;     ///< into indicator_rows(), for Dimension::None
  std::size_t member = 0;  ///< of the dimension
};

/// All columns of a scenario: the catalogue's rows in order, then the dimensions.
[[nodiscard]] std::vector<IndicatorColumn> indicator_columns(const Scenario& scenario);

/// Index of a column by key; nothing if there is none.
[[nodiscard]] std::optional<std::size_t> find_column(std::span<const IndicatorColumn> columns,
                                                     std::string_view key);

/// Time series of one run: months + 1 rows (0 is the opening), one value a column; NaN is "no value".
class Series {
 public:
  Series() = default;
  Series(std::size_t columns, std::size_t months) : columns_(columns), values_(columns * (months + 1)) {}

  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] std::size_t rows() const { return columns_ == 0 ? 0 : values_.size() / columns_; }
  [[nodiscard]] double at(std::size_t month, std::size_t column) const {
    return values_[month * columns_ + column];
  }
  [[nodiscard]] std::span<double> row(std::size_t month) {
    return std::span<double>(values_).subspan(month * columns_, columns_);
  }
  [[nodiscard]] std::span<const double> row(std::size_t month) const {
    return std::span<const double>(values_).subspan(month * columns_, columns_);
  }
  bool operator==(const Series&) const = default;

 private:
  std::size_t columns_ = 0;
  std::vector<double> values_;
};

/// Reads every column of the world as it stands after a month (or at the opening) into `row`.
void record(const World& world, std::span<const IndicatorColumn> columns, std::span<double> row);

/// `p123`, `t07`, `d12`, `p123.x1`, `p123.b1`, `p123.s1`; empty for nobody.
[[nodiscard]] std::string to_string(const Identity& identity);
/// Reads such a name; nothing if it is none.
[[nodiscard]] std::optional<Identity> parse_identity(std::string_view text);

/// Key and labels of an event kind, of a cause, of a term of a location choice.
[[nodiscard]] KeyLabel label_of(EventKind kind);
[[nodiscard]] KeyLabel label_of(Cause cause);
[[nodiscard]] KeyLabel label_of(ChoiceTerm term);
/// Keys and labels of policy cost categories: the scenario's twelve clause categories, then CostKind.
[[nodiscard]] std::vector<KeyLabel> cost_labels(const Scenario& scenario);

}  // namespace park
