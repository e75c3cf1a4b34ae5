// SPDX-License-Identifier: MIT
#include "panels/shown_futures.hpp"

#include "core/assert.hpp"

namespace park::ui {

std::string label_of(const Scenario& scenario, const Texts& texts) {
  const std::string_view label = texts.pick(scenario.label_zh, scenario.label_en);
  return label.empty() ? scenario.name : std::string(label);
}

std::size_t place_of_active(const Futures& futures, const Session& session) {
  if (session.active() == 0) return 0;
  for (std::size_t place = 1; place < futures.scenario_count(); ++place) {
    if (futures.owner(place) == session.owner_of(session.active())) return place;
  }
  return futures.scenario_count() > 1 ? 1 : 0;
}

ShownFutures::ShownFutures(const Futures& futures, const Session& session, const Look& look, int month)
    : ShownFutures(futures, place_of_active(futures, session), look, month) {}

ShownFutures::ShownFutures(const Futures& futures, std::size_t scenario, const Look& look, int month)
    : futures_(futures),
      look_(look),
      month_(std::clamp(month, 0, static_cast<int>(futures.months()))),
      scenario_(scenario) {
  for (std::size_t place = 0; place < futures.scenario_count(); ++place)
    labels_.push_back(label_of(futures.scenario(place), look.texts));
}

TimeAxis ShownFutures::axis() const {
  return {futures_.scenario(scenario_).start, static_cast<int>(futures_.months()), month_};
}

Color ShownFutures::color(std::size_t place) const {
  return count() == 1 ? look_.theme.scenario : scenario_color(look_.theme, place);
}

std::size_t ShownFutures::column(std::string_view key) const {
  const auto found = futures_.column(key);
  if (!found) throw Bug("no indicator " + std::string(key));
  return *found;
}

std::string ShownFutures::name(std::string_view key) const {
  const IndicatorColumn& found = futures_.columns()[column(key)];
  return std::string(look_.texts.pick(found.zh, found.en));
}

double ShownFutures::mean_at(std::size_t place, std::string_view key, int month) const {
  return static_cast<double>(futures_.band(place, static_cast<std::size_t>(month), column(key)).mean);
}

FanSeries ShownFutures::fan(std::size_t place, std::string_view key) const {
  FanSeries series{label(place), color(place), {}, true, false};
  const std::size_t found = column(key);
  series.points.reserve(futures_.months() + 1);
  for (std::size_t month = 0; month <= futures_.months(); ++month) {
    const Band& band = futures_.band(place, month, found);
    series.points.push_back({band.p025, band.p125, band.p25, band.mean, band.p75, band.p875, band.p975});
  }
  return series;
}

std::vector<FanSeries> ShownFutures::fans(std::string_view key) const {
  std::vector<FanSeries> all;
  for (std::size_t place = 0; place < count(); ++place) {
    all.push_back(fan(place, key));
    all.back().has_bands = place == scenario_;
  }
  return all;
}

std::vector<float> ShownFutures::means(std::size_t place, std::string_view key) const {
  const std::size_t found = column(key);
  std::vector<float> values;
  for (std::size_t month = 0; month <= futures_.months(); ++month)
    values.push_back(futures_.band(place, month, found).mean);
  return values;
}

std::string ShownFutures::note() const {
  return look_.texts("ui.charts.note",
                     {std::to_string(futures_.runs(scenario_)), std::to_string(futures_.seed())});
}

std::string ShownFutures::note_of_means() const {
  return look_.texts("ui.charts.note_of_means",
                     {std::to_string(futures_.runs(scenario_)), std::to_string(futures_.seed())});
}

}  // namespace park::ui
