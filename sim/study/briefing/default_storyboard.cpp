// SPDX-License-Identifier: MIT
#include "study/briefing/default_storyboard.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "indicators/indicators.hpp"
#include "scenario/load.hpp"
#include "scenario/storyboard_keys.hpp"
#include "simulation.hpp"
#include "study/briefing/caption_grammar.hpp"
#include "study/words/readable.hpp"

namespace park::study {
namespace {

using Scenarios = std::vector<std::shared_ptr<const Scenario>>;
using Kind = StoryChart::Kind;

/// Where the chapters of a run begin and end.
struct Acts {
  int recruited = 0;            ///< end of recruitment
  int built = 0;                ///< end of the factories' chapter
  std::optional<int> festival;  ///< its month; nothing: none within the run
  int festival_over = 0;        ///< end of its chapter, of the factories' where there is none
  int unblocked = 0;            ///< end of the bottlenecks' chapter
  int end = 0;
};

/// Length of a chapter in which months go by: as many seconds as it needs, up to `most`.
double seconds_for(int first, int last, double most) {
  constexpr double seconds_per_month = 0.9;
  constexpr double least = 8;  ///< to read what it says
  return std::clamp(seconds_per_month * (last - first), least, most);
}

/// The month of a spring festival near `wanted` whose aftermath of two months still lies within the run.
std::optional<int> festival_near(const Scenario& scenario, int wanted) {
  std::optional<int> nearest;
  for (int month = 1; month + 2 <= scenario.months; ++month) {
    if (!is_festival_month(plus_months(scenario.start, month - 1))) continue;
    if (!nearest || std::abs(month - wanted) < std::abs(*nearest - wanted)) nearest = month;
  }
  return nearest;
}

Acts acts_of(const Scenario& scenario) {
  Acts acts;
  acts.end = scenario.months;
  acts.built = static_cast<int>(std::lround(0.45 * scenario.months));
  acts.festival = festival_near(scenario, acts.built);
  // Its chapter begins with what it is compared with: the month before.
  if (acts.festival) acts.built = std::max(0, *acts.festival - 1);
  acts.festival_over = acts.festival ? std::min(acts.end, *acts.festival + 4) : acts.built;
  acts.recruited = acts.built * 2 / 5;
  acts.unblocked = acts.festival_over + (acts.end - acts.festival_over) / 2;
  return acts;
}

/// The zone with most parcels in use: there firms settle first. Empty on a map without zones.
std::string busiest_zone(const ParkMap& map) {
  std::map<std::string, int> used;
  for (const ParcelShape& parcel : map.parcels) {
    if (!parcel.zone.empty()) used[parcel.zone] += parcel.legal_state == LegalState::Used ? 1 : 0;
  }
  const auto most = std::max_element(used.begin(), used.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == used.end() ? std::string() : most->first;
}

bool builds_while_recruiting(const Scenario& scenario) {
  const auto key = find_key(scenario.facts->clauses, "build_mode");
  PARK_ASSERT(key && key->row != nullptr);
  const auto choice = static_cast<std::size_t>(std::lround(get(scenario.parameters, *key)));
  return key->row->choices[choice].key == "build_while_recruiting";
}

/// Ends over middle of the chain at the opening, 0 to 1.
double opening_balance(const std::shared_ptr<const Scenario>& scenario) {
  const World world = start(scenario, scenario->seed);
  const std::vector<IndicatorColumn> columns = indicator_columns(*scenario);
  std::vector<double> row(columns.size());
  record(world, columns, row);
  const auto column = find_column(columns, "chain_balance");
  PARK_ASSERT(column.has_value());
  return row[*column];
}

/// Writes the chapters one by one.
class StoryWriter {
 public:
  explicit StoryWriter(const Scenarios& scenarios)
      : scenarios_(scenarios),
        acts_(acts_of(*scenarios.front())),
        whole_{Shot::View::Oblique, "", 0},
        zone_{Shot::View::Oblique, zone_of(scenarios), 0} {}

  [[nodiscard]] Storyboard write() {
    story_.title = words("title", span_words());
    story_.subtitle = words(scenarios_.size() == 1 ? "subtitle.one" : "subtitle.compared", subtitle_parts());
    opening();
    diagnosis();
    recruitment();
    factories();
    if (acts_.festival) spring_festival(*acts_.festival);
    bottlenecks();
    milestones();
    results();
    costs();
    return std::move(story_);
  }

 private:
  using Values = std::array<std::string, 4>;
  /// What fills `{0}` to `{3}`, by language.
  struct Parts {
    Values zh, en;
  };

  /// The busiest zone of the reference, if every map has one of that name.
  static std::string zone_of(const Scenarios& scenarios) {
    const std::string zone = busiest_zone(*scenarios.front()->map);
    const auto has_zone = [&](const auto& scenario) {
      return std::ranges::any_of(scenario->map->parcels,
                                 [&](const ParcelShape& parcel) { return parcel.zone == zone; });
    };
    return std::ranges::all_of(scenarios, has_zone) ? zone : std::string();
  }

  [[nodiscard]] Sentence words(const std::string& key, const Parts& parts = {}) const {
    const auto said = [&](const Texts& texts, const Values& values) {
      return texts("brief." + key, {values[0], values[1], values[2], values[3]});
    };
    return {said(zh_, parts.zh), said(en_, parts.en)};
  }

  /// `十年`, `20年`, `18个月`.
  [[nodiscard]] Parts span_words() const {
    const int months = acts_.end;
    const bool is_years = months % 12 == 0;
    const int count = is_years ? months / 12 : months;
    const std::string number = std::to_string(count);
    const std::string key = is_years ? months == 12 ? "year" : "years" : months == 1 ? "month" : "months";
    // A headline writes small numbers in words: 十年.
    constexpr std::array<std::string_view, 11> spelt = {"",   "一", "二", "三", "四", "五",
                                                        "六", "七", "八", "九", "十"};
    const bool is_spelt = is_years && count > 2 && static_cast<std::size_t>(count) < spelt.size();
    const std::string zh = is_spelt ? std::string(spelt[static_cast<std::size_t>(count)]) : number;
    const Sentence span = words("span." + key, {Values{zh}, Values{number}});
    return {Values{span.zh}, Values{span.en}};
  }

  /// The scenario's label, the reference's (or those of all others), the first month and the last.
  [[nodiscard]] Parts subtitle_parts() const {
    const Scenario& first = *scenarios_.front();
    Parts parts;
    std::string others_zh;
    std::string others_en;
    for (std::size_t s = 1; s < scenarios_.size(); ++s) {
      others_zh += (s > 1 ? zh_("brief.and") : "") + scenarios_[s]->label_zh;
      others_en += (s > 1 ? en_("brief.and") : "") + scenarios_[s]->label_en;
    }
    const YearMonth last = plus_months(first.start, first.months - 1);
    const std::array<std::string, 2> zh = {date_words(zh_, first.start), date_words(zh_, last)};
    const std::array<std::string, 2> en = {date_words(en_, first.start), date_words(en_, last)};
    if (scenarios_.size() == 1)
      return {Values{first.label_zh, zh[0], zh[1]}, Values{first.label_en, en[0], en[1]}};
    return {Values{others_zh, first.label_zh, zh[0], zh[1]}, Values{others_en, first.label_en, en[0], en[1]}};
  }

  /// The reference's label, fit to stand in a caption.
  [[nodiscard]] Parts reference_words() const {
    const auto escaped = [](const std::string& label) {
      std::string text;
      for (const char letter : label) text.append(letter == '{' || letter == '}' ? 2 : 1, letter);
      return text;
    };
    return {Values{escaped(scenarios_.front()->label_zh)}, Values{escaped(scenarios_.front()->label_en)}};
  }

  /// Beside a reference some chapters say what differs; what is so their cards show.
  [[nodiscard]] std::string caption_of(const std::string& key) const {
    constexpr std::array<std::string_view, 4> told = {"recruitment", "factories", "bottlenecks",
                                                      "milestones"};
    const bool is_told = std::ranges::find(told, key) != told.end();
    return scenarios_.size() > 1 && is_told ? ".caption_compared" : ".caption";
  }

  Chapter& add(const std::string& key, int first, int last, double seconds) {
    Chapter chapter;
    chapter.title = words(key + ".title");
    chapter.caption = words(key + caption_of(key), reference_words());
    chapter.first_month = first;
    chapter.last_month = last;
    chapter.seconds = seconds;
    chapter.from = chapter.to = whole_;
    return story_.chapters.emplace_back(std::move(chapter));
  }

  Chapter& add_moving(const std::string& key, int first, int last, double most_seconds) {
    return add(key, first, last, seconds_for(first, last, most_seconds));
  }

  void opening() {
    Chapter& chapter = add("opening", 0, 0, 10);
    chapter.cards = {"jobs_district", "factory_built", "factory_vacancy", "land_supplied_not_used"};
  }

  void diagnosis() {
    // As thick at its ends as in its middle, a chain is not called light at the ends.
    constexpr double light_below = 0.75;
    Chapter& chapter = add("diagnosis", 0, 0, 13);
    if (opening_balance(scenarios_.front()) < light_below) chapter.title = words("diagnosis.title_light");
    // The parks are still the same: the chain has the whole picture.
    chapter.has_park = false;
    chapter.charts = {{Kind::Chain, {}}};
    chapter.cards = {"chain_balance", "chain_completeness", "local_sourcing", "cluster_index"};
  }

  void recruitment() {
    Chapter& chapter = add_moving("recruitment", 0, acts_.recruited, 16);
    chapter.charts = {{Kind::Origins, {}}};
    chapter.cards = {"origin_firms_left", "firms_signed", "leading_firms_signed", "share_lost_to_rivals"};
  }

  void factories() {
    Chapter& chapter = add_moving("factories", acts_.recruited, acts_.built, 16);
    if (builds_while_recruiting(*scenarios_[told_of()]))
      chapter.title = words("factories.title_while_recruiting");
    chapter.layer = "vacancy";
    chapter.to = zone_;
    chapter.charts = {{Kind::Fan, {"factory_built"}}};
    chapter.cards = {"factory_built", "factory_occupied", "factory_vacancy", "developer_peak_funding"};
  }

  void spring_festival(int month) {
    Chapter& chapter = add("festival", acts_.built, acts_.festival_over, 13);
    const Values months = {std::to_string(std::max(0, month - 1)), std::to_string(month),
                           std::to_string(month + 2)};
    chapter.caption = words("festival.caption", {months, months});
    chapter.from = zone_;
    chapter.to = zone_;
    chapter.charts = {{Kind::Fan, {"vacancies"}}};
    chapter.cards = {"jobs", "vacancies", "quit_rate", "wage"};
  }

  void bottlenecks() {
    Chapter& chapter = add_moving("bottlenecks", acts_.festival_over, acts_.unblocked, 14);
    chapter.layer = "bottleneck";
    chapter.from = zone_;
    chapter.charts = {{Kind::Bottlenecks, {}}};
    chapter.cards = {"firms_withdrawn", "vacancies", "wastewater_utilisation", "land_supplied_not_used"};
  }

  void milestones() {
    Chapter& chapter = add_moving("milestones", acts_.unblocked, acts_.end, 14);
    chapter.charts = {{Kind::Funnel, {}}};
    chapter.cards = {"firms_signed", "firms_started", "firms_producing", "firms_at_capacity"};
  }

  void results() {
    Chapter& chapter = add(scenarios_.size() == 1 ? "results" : "compared", acts_.end, acts_.end, 12);
    chapter.charts = {{Kind::Fan, {"jobs"}},
                      {Kind::Results,
                       {"firms_producing", "jobs", "output", "investment_paid_in", "chain_completeness",
                        "factory_vacancy", "firms_withdrawn"}}};
  }

  void costs() {
    Chapter& chapter = add(scenarios_.size() == 1 ? "costs" : "costs_compared", acts_.end, acts_.end, 12);
    chapter.has_park = false;
    chapter.charts = {{Kind::Costs, {}},
                      {Kind::Results,
                       {"fiscal_npv", "developer_peak_funding", "developer_cash", "guarantee_outstanding",
                        "guarantee_losses", "jobs"}}};
  }

  /// Place of the scenario that the briefing is about.
  [[nodiscard]] std::size_t told_of() const { return scenarios_.size() > 1 ? 1 : 0; }

  const Scenarios& scenarios_;
  Acts acts_;
  Shot whole_, zone_;
  Texts zh_ = Texts::load(Language::Chinese);
  Texts en_ = Texts::load(Language::English);
  Storyboard story_;
};

}  // namespace

Storyboard default_storyboard(const Scenarios& scenarios) {
  PARK_ASSERT(!scenarios.empty() && scenarios.size() <= max_story_scenarios);
  return StoryWriter(scenarios).write();
}

}  // namespace park::study
