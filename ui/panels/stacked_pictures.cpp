// SPDX-License-Identifier: MIT
#include "panels/stacked_pictures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "charts/number_text.hpp"
#include "world/journal.hpp"

namespace park::ui {
namespace {

/// Colours of the causes, in the order of Cause; the map's layer of bottlenecks has the same.
constexpr std::array<std::size_t, cause_count> cause_hues = {0, 2, 3, 1, 4, 7};

/// Share of finished floor that stands empty above which it asks for a word why others wait for space.
constexpr double striking_vacancy = 0.1;

std::string cause_key(Cause cause) { return "bottleneck_months_" + std::string(label_of(cause).key); }

StackedChart chart_of(const ShownFutures& shown, const char* title, std::string unit) {
  StackedChart chart;
  chart.head = {shown.look().texts(title), unit_text(shown.look().texts, unit), shown.note_of_means(), "", 0};
  chart.axis = shown.axis();
  chart.unit = std::move(unit);
  return chart;
}

/// The cause that held up most in the year up to the month shown; Count if nothing did.
Cause worst_of(const ShownFutures& shown) {
  Cause worst = Cause::Count;
  double most = 0;
  for (std::size_t c = 0; c < cause_count; ++c) {
    const auto cause = static_cast<Cause>(c);
    double sum = 0;
    for (int month = std::max(1, shown.month() - 11); month <= shown.month(); ++month)
      sum += shown.mean_at(shown.scenario(), cause_key(cause), month);
    if (sum > most) {
      most = sum;
      worst = cause;
    }
  }
  return worst;
}

/// Puts rivals in order, those that won most in the end first.
void sort_by_gain(std::vector<std::size_t>& order, const ShownFutures& shown,
                  const std::vector<std::vector<float>>& won) {
  const auto last = static_cast<std::size_t>(shown.futures().scenario(shown.scenario()).months);
  const auto gain = [&](std::size_t r) {
    return won[r].size() > last && std::isfinite(won[r][last]) ? won[r][last] : -1.0F;
  };
  std::ranges::stable_sort(order, std::greater<>{}, gain);
}

}  // namespace

StackedChart bottlenecks_picture(const ShownFutures& shown) {
  const Look& look = shown.look();
  StackedChart chart = chart_of(shown, "ui.picture.bottlenecks", "project-months");
  chart.is_bars = true;
  chart.months_per_bar = 3;
  chart.head.note.clear();
  for (std::size_t c = 0; c < cause_count; ++c) {
    const KeyLabel label = label_of(static_cast<Cause>(c));
    chart.layers.push_back({std::string(look.texts.pick(label.zh, label.en)), look.theme.hues[cause_hues[c]],
                            shown.means(shown.scenario(), cause_key(static_cast<Cause>(c)))});
  }
  if (const Cause worst = worst_of(shown); worst != Cause::Count) {
    const KeyLabel label = label_of(worst);
    const std::string_view name = look.texts.pick(label.zh, label.en);
    // What stands in brackets is in the legend.
    chart.head.warning = look.texts("ui.picture.worst_cause", {std::string(name.substr(0, name.find(" (")))});
    const double vacancy = shown.mean_at(shown.scenario(), "factory_vacancy", shown.month());
    if (worst == Cause::Space && vacancy >= striking_vacancy) {
      chart.head.note =
          look.texts("ui.picture.space_beside_vacancy", {value_text(look.texts, vacancy, "share")});
    }
  }
  return chart;
}

StackedChart land_picture(const ShownFutures& shown) {
  const Look& look = shown.look();
  StackedChart chart = chart_of(shown, "ui.picture.land", std::string(shown.unit("land_idle")));
  constexpr std::array<std::pair<const char*, std::size_t>, 4> states = {
      {{"land_approved_not_expropriated", 7},
       {"land_expropriated_not_supplied", 0},
       {"land_supplied_not_used", 1},
       {"land_idle", 6}}};
  for (const auto& [key, hue] : states)
    chart.layers.push_back({shown.name(key), look.theme.hues[hue], shown.means(shown.scenario(), key)});
  return chart;
}

StackedChart movers_picture(const ShownFutures& shown) {
  const Look& look = shown.look();
  StackedChart chart = chart_of(shown, "ui.picture.movers", "share");
  chart.range = Range{0, 1};
  const std::string family = "share_lost_to_rivals.";
  std::vector<float> came = shown.means(shown.scenario(), "share_lost_to_rivals");
  // Before the first one moved the share is none, not all.
  for (float& share : came) share = std::isfinite(share) ? 1 - share : share;
  chart.layers.push_back({look.texts("ui.picture.movers_here"), look.theme.scenario, came});
  constexpr std::array<std::size_t, 5> hues = {2, 0, 3, 4, 7};
  const auto& places = shown.futures().scenario(shown.scenario()).facts->places.destinations;
  std::vector<std::vector<float>> won;
  for (std::size_t d = 1; d < places.size(); ++d)
    won.push_back(shown.means(shown.scenario(), family + places[d].key));
  std::vector<std::size_t> order(won.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // A colour for each as long as there are enough; of many rivals the rest are one layer.
  const bool are_many = won.size() > hues.size();
  if (are_many) sort_by_gain(order, shown, won);
  const std::size_t shown_alone = are_many ? hues.size() - 1 : won.size();
  for (std::size_t i = 0; i < shown_alone; ++i) {
    const DestinationTraits& place = places[order[i] + 1];
    chart.layers.push_back(
        {std::string(look.texts.pick(place.zh, place.en)), look.theme.hues[hues[i]], won[order[i]]});
  }
  if (!are_many) return chart;
  std::vector<float> rest = won[order[shown_alone]];
  for (std::size_t i = shown_alone + 1; i < order.size(); ++i) {
    for (std::size_t m = 0; m < rest.size(); ++m) rest[m] += won[order[i]][m];
  }
  chart.layers.push_back(
      {look.texts("ui.picture.movers_others", {std::to_string(order.size() - shown_alone)}),
       look.theme.hues[hues.back()], std::move(rest)});
  return chart;
}

}  // namespace park::ui
