// SPDX-License-Identifier: MIT
#include "study/report/tornado.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace park::study {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// The only factor that a point sets; nothing if it sets none or several.
std::optional<std::size_t> only_factor(std::span<const double> values) {
  std::optional<std::size_t> found;
  for (std::size_t f = 0; f < values.size(); ++f) {
    if (std::isnan(values[f])) continue;
    if (found) return std::nullopt;
    found = f;
  }
  return found;
}

/// A point that was run less often has no value in the further replications.
Difference paired(std::vector<double> values, std::vector<double> reference) {
  const std::size_t size = std::max(values.size(), reference.size());
  values.resize(size, none);
  reference.resize(size, none);
  return difference(values, reference);
}

double width(const TornadoBar& bar) {
  const auto size = [](const Difference& d) { return std::isfinite(d.mean) ? std::abs(d.mean) : 0.0; };
  return std::max(size(bar.low), size(bar.high));
}

}  // namespace

std::vector<std::vector<double>> values_by_point(const StudyResults& results, std::size_t scenario,
                                                 std::size_t outcome) {
  std::vector<std::vector<double>> by_point(results.design.rows());
  for (const RunRow& run : results.runs) {
    if (run.place.scenario != scenario || run.place.point >= by_point.size()) continue;
    auto& values = by_point[run.place.point];
    if (values.size() <= run.place.replication) values.resize(run.place.replication + 1, none);
    if (run.status == "ok" && outcome < run.outcomes.size())
      values[run.place.replication] = run.outcomes[outcome];
  }
  return by_point;
}

std::vector<TornadoBar> tornado_of(const StudyResults& results,
                                   const std::vector<std::vector<double>>& by_point) {
  const DesignKind kind = results.outline.design.kind;
  if (kind != DesignKind::OneAtATime && kind != DesignKind::ClauseScreening) return {};
  std::vector<std::optional<TornadoBar>> bars(results.design.factors.size());
  for (std::size_t point = 1; point < by_point.size(); ++point) {
    const auto values = results.design.values_of(point);
    const auto factor = only_factor(values);
    if (!factor) continue;
    const double at = values[*factor];
    const Difference change = paired(by_point[point], by_point.front());
    auto& bar = bars[*factor];
    if (!bar) bar = TornadoBar{*factor, at, at, change, change};
    if (at < bar->low_at) {
      bar->low_at = at;
      bar->low = change;
    }
    if (at > bar->high_at) {
      bar->high_at = at;
      bar->high = change;
    }
  }
  std::vector<TornadoBar> result;
  for (const auto& bar : bars) {
    if (bar) result.push_back(*bar);
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const TornadoBar& a, const TornadoBar& b) { return width(a) > width(b); });
  return result;
}

}  // namespace park::study
