// SPDX-License-Identifier: MIT
#include "panels/fan_pictures.hpp"

#include <cmath>

#include "charts/number_text.hpp"

namespace park::ui {
namespace {

FanChart chart_of(const ShownFutures& shown, std::string title, std::string_view unit) {
  FanChart chart;
  chart.head = {std::move(title), unit_text(shown.look().texts, unit), shown.note(), "", 0};
  chart.axis = shown.axis();
  chart.unit = std::string(unit);
  return chart;
}

/// One more line of the scenario, without a band, under its own name and colour.
void add_line(FanChart& chart, const ShownFutures& shown, std::string_view key, const char* label,
              Color color, bool is_dashed = false) {
  FanSeries series = shown.fan(shown.scenario(), key);
  series.label = shown.look().texts(label);
  series.color = color;
  series.has_bands = false;
  series.is_dashed = is_dashed;
  chart.series.push_back(std::move(series));
}

std::string payback_words(const ShownFutures& shown) {
  const Texts& texts = shown.look().texts;
  const auto end = static_cast<std::size_t>(shown.futures().months());
  const Band& peak = shown.futures().band(shown.scenario(), end, shown.column("developer_peak_funding"));
  const Band& payback = shown.futures().band(shown.scenario(), end, shown.column("developer_payback_month"));
  const std::string trough = value_text(texts, peak.mean, shown.unit("developer_peak_funding"));
  if (payback.n == 0) return texts("ui.picture.cash_no_payback", {trough});
  const std::string month = std::to_string(std::lround(payback.p50));
  const double share =
      static_cast<double>(payback.n) / static_cast<double>(shown.futures().runs(shown.scenario()));
  return texts("ui.picture.cash_payback", {trough, month, value_text(texts, share, "share")});
}

std::vector<int> festival_months(const TimeAxis& axis) {
  std::vector<int> months;
  for (int month = 1; month <= axis.months; ++month) {
    const YearMonth date = plus_months(axis.start, month - 1);
    if (date.year >= first_festival_year && date.year <= last_festival_year && is_festival_month(date))
      months.push_back(month);
  }
  return months;
}

}  // namespace

FanChart jobs_picture(const ShownFutures& shown) {
  FanChart chart = chart_of(shown, shown.name("jobs"), shown.unit("jobs"));
  chart.head.title = shown.look().texts("ui.picture.jobs");
  chart.series = shown.fans("jobs");
  return chart;
}

FanChart floor_picture(const ShownFutures& shown) {
  const Texts& texts = shown.look().texts;
  FanChart chart = chart_of(shown, texts("ui.picture.floor_title"), shown.unit("factory_built"));
  if (!shown.is_of_baseline()) {
    chart.series.push_back(shown.fan(0, "factory_occupied"));
    chart.series.back().label = texts("ui.picture.floor_let_baseline");
    chart.series.back().has_bands = false;
  }
  chart.series.push_back(shown.fan(shown.scenario(), "factory_occupied"));
  chart.series.back().label = texts("ui.picture.floor_let");
  add_line(chart, shown, "factory_built", "ui.picture.floor_built", shown.look().theme.hues[0]);
  return chart;
}

FanChart cash_picture(const ShownFutures& shown) {
  FanChart chart = chart_of(shown, shown.look().texts("ui.picture.cash"), shown.unit("developer_cash"));
  chart.head.note = shown.look().texts("ui.picture.cash_credit");
  chart.head.warning = payback_words(shown);
  chart.series = shown.fans("developer_cash");
  return chart;
}

FanChart labour_picture(const ShownFutures& shown) {
  const Theme& theme = shown.look().theme;
  FanChart chart = chart_of(shown, shown.look().texts("ui.picture.labour"), shown.unit("jobs"));
  chart.series.push_back(shown.fan(shown.scenario(), "jobs"));
  chart.series.back().label = shown.look().texts("ui.picture.labour_present");
  add_line(chart, shown, "jobs_promised", "ui.picture.labour_promised", theme.hues[0], true);
  add_line(chart, shown, "return_migrants", "ui.picture.labour_returned", theme.hues[2]);
  add_line(chart, shown, "vacancies", "ui.picture.labour_vacancies", theme.hues[6]);
  chart.marked_months = festival_months(chart.axis);
  chart.mark_label = shown.look().texts("ui.picture.festival");
  return chart;
}

FanChart loans_picture(const ShownFutures& shown) {
  const Theme& theme = shown.look().theme;
  FanChart chart = chart_of(shown, shown.look().texts("ui.picture.loans"), shown.unit("loans_amount"));
  chart.series.push_back(shown.fan(shown.scenario(), "loans_amount"));
  chart.series.back().label = shown.look().texts("ui.picture.loans_granted");
  add_line(chart, shown, "guarantee_outstanding", "ui.picture.loans_guaranteed", theme.hues[2]);
  add_line(chart, shown, "guarantee_losses", "ui.picture.loans_lost", theme.hues[6]);
  return chart;
}

FanChart indicator_picture(const ShownFutures& shown, const std::string& key) {
  FanChart chart = chart_of(shown, shown.name(key), shown.unit(key));
  chart.series = shown.fans(key);
  return chart;
}

}  // namespace park::ui
