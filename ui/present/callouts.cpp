// SPDX-License-Identifier: MIT
#include "present/callouts.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "charts/time_plot.hpp"
#include "panels/shown_futures.hpp"
#include "present/caption_words.hpp"

namespace park::ui {
namespace {

/// -1, 0 (not sure) or 1.
int sign_of(const PairedChange& change) { return change.is_certain() ? (change.lo > 0 ? 1 : -1) : 0; }

std::optional<Callout> first_callout(const Futures& futures, std::size_t scenario, std::size_t column) {
  const int months = static_cast<int>(futures.months());
  int sign = 0;
  int since = 0;
  for (int month = 0; month <= months; ++month) {
    const int now = sign_of(futures.difference(scenario, static_cast<std::size_t>(month), column));
    if (now != sign) {
      sign = now;
      since = month;
    }
    // What differs at the opening was set so, and has not come about.
    if (sign != 0 && since > 0 && month - since + 1 == callout_months)
      return Callout{since, scenario, column,
                     futures.difference(scenario, static_cast<std::size_t>(since), column)};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Callout> callouts(const Futures& futures, std::span<const std::string> indicators) {
  std::vector<Callout> found;
  for (const std::string& indicator : indicators) {
    const auto column = futures.column(indicator);
    if (!column) continue;
    for (std::size_t scenario = 1; scenario < futures.scenario_count(); ++scenario) {
      if (const auto callout = first_callout(futures, scenario, *column)) found.push_back(*callout);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Callout& a, const Callout& b) {
    return std::tie(a.month, a.scenario) < std::tie(b.month, b.scenario);
  });
  return found;
}

std::string callout_words(const Callout& callout, const Futures& futures, const Texts& texts) {
  const IndicatorColumn& column = futures.columns()[callout.column];
  const Scenario& scenario = futures.scenario(callout.scenario);
  const TimeAxis axis{scenario.start, static_cast<int>(futures.months()), 0};
  return texts("ui.brief.callout",
               {month_text(texts, axis, callout.month), label_of(scenario, texts),
                texts.pick(column.zh, column.en), more_words(callout.change, column.unit, texts)});
}

}  // namespace park::ui
