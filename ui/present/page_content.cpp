// SPDX-License-Identifier: MIT
#include "present/page_content.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "charts/number_text.hpp"
#include "panels/shown_futures.hpp"
#include "present/callouts.hpp"
#include "present/caption_words.hpp"

namespace park::ui {
namespace {

using Kind = study::StoryChart::Kind;
using Keys = std::vector<std::string>;

/// Writes a page from the storyboard and what the futures say.
class PageWriter {
 public:
  PageWriter(const study::Storyboard& storyboard, const Futures& futures, const Texts& texts,
             const Theme& theme)
      : storyboard_(storyboard),
        futures_(futures),
        texts_(texts),
        theme_(theme),
        axis_{futures.scenario(0).start, static_cast<int>(futures.months()), 0} {}

  [[nodiscard]] FilmPage page(std::string_view version) const {
    FilmPage page;
    page.foot = foot(version);
    page.title = said(storyboard_.title);
    page.subtitle = said(storyboard_.subtitle);
    Keys mentioned;
    for (const study::Chapter& chapter : storyboard_.chapters) {
      page.chapters.push_back(chapter_of(chapter));
      for (const std::string& key : indicators_of(chapter)) {
        if (std::find(mentioned.begin(), mentioned.end(), key) == mentioned.end()) mentioned.push_back(key);
      }
    }
    for (const Callout& callout : callouts(futures_, mentioned))
      page.callouts.push_back(callout_words(callout, futures_, texts_));
    return page;
  }

 private:
  [[nodiscard]] std::string foot(std::string_view version) const {
    std::string names;
    for (std::size_t s = 0; s < futures_.scenario_count(); ++s)
      names += (s > 0 ? texts_("ui.brief.page.against") : "") + futures_.scenario(s).name;
    return texts_("ui.brief.page.foot",
                  {names, std::to_string(futures_.seed()), std::to_string(futures_.paired_runs()), version});
  }
  [[nodiscard]] std::string said(const study::Sentence& sentence) const {
    return std::string(texts_.pick(sentence.zh, sentence.en));
  }
  [[nodiscard]] std::string label(std::size_t place) const {
    return label_of(futures_.scenario(place), texts_);
  }
  [[nodiscard]] const IndicatorColumn& column(const std::string& key) const {
    const auto found = futures_.column(key);
    PARK_ASSERT(found.has_value());
    return futures_.columns()[*found];
  }
  [[nodiscard]] std::string name(const std::string& key) const {
    const IndicatorColumn& found = column(key);
    return std::string(texts_.pick(found.zh, found.en));
  }
  /// The same without the name of the family before it: `纺纱` of `产业链完整度·纺纱`.
  [[nodiscard]] std::string short_name(const std::string& key) const {
    std::string words = name(key);
    const std::size_t dot = key.find('.');
    if (dot == std::string::npos || !futures_.column(key.substr(0, dot))) return words;
    const std::string whole = name(key.substr(0, dot)) + (texts_.is_chinese() ? "·" : ", ");
    return words.starts_with(whole) ? words.substr(whole.size()) : words;
  }
  /// Keys `FAMILY.MEMBER`.
  [[nodiscard]] Keys family(std::string_view prefix) const {
    Keys keys;
    for (const IndicatorColumn& one : futures_.columns()) {
      if (one.key.starts_with(prefix)) keys.push_back(one.key);
    }
    return keys;
  }

  static Keys indicators_of(const study::Chapter& chapter) {
    Keys keys = chapter.cards;
    for (const study::StoryChart& chart : chapter.charts)
      keys.insert(keys.end(), chart.indicators.begin(), chart.indicators.end());
    return keys;
  }

  [[nodiscard]] PageChapter chapter_of(const study::Chapter& chapter) const {
    PageChapter page;
    page.title = said(chapter.title);
    page.date = month_text(texts_, axis_, chapter.last_month);
    page.caption = caption_words(chapter.caption, futures_, chapter.last_month, texts_);
    for (const study::StoryChart& chart : chapter.charts) add_chart(page, chart, chapter.last_month);
    if (const Keys cards = cards_beside_charts(chapter); !cards.empty())
      page.tables.push_back(values_table(texts_("ui.brief.page.cards"), cards, chapter.last_month));
    return page;
  }

  /// The cards that no table of the chapter's charts has already.
  static Keys cards_beside_charts(const study::Chapter& chapter) {
    Keys cards = chapter.cards;
    for (const study::StoryChart& chart : chapter.charts) {
      const Keys& shown = chart.kind == Kind::Funnel ? milestones() : chart.indicators;
      if (chart.kind == Kind::Fan) continue;  // its table has years, not the chapter's month
      std::erase_if(cards, [&](const std::string& key) {
        return std::find(shown.begin(), shown.end(), key) != shown.end();
      });
    }
    return cards;
  }

  static const Keys& milestones() {
    static const Keys keys = {"firms_signed", "firms_started", "firms_producing", "firms_at_capacity"};
    return keys;
  }

  void add_chart(PageChapter& page, const study::StoryChart& chart, int month) const {
    switch (chart.kind) {
      case Kind::Fan:
        page.fans.push_back(fan_of(chart.indicators.front()));
        break;
      case Kind::Chain:
        page.tables.push_back(
            values_table(name("chain_completeness"), family("chain_completeness."), month, true));
        break;
      case Kind::Funnel:
        page.tables.push_back(values_table(texts_("ui.brief.page.funnel"), milestones(), month));
        break;
      case Kind::Bottlenecks:
        page.tables.push_back(
            sums_table(texts_("ui.brief.page.bottlenecks"), family("bottleneck_months_"), month, 12));
        break;
      case Kind::Costs:
        page.tables.push_back(
            sums_table(texts_("ui.brief.page.costs"), family("fiscal_cost."), month, month));
        break;
      case Kind::Origins:
        page.tables.push_back(
            values_table(texts_("ui.brief.page.origins"), family("firms_signed."), month, true));
        break;
      case Kind::Results:
        page.tables.push_back(values_table(texts_("ui.brief.page.results"), chart.indicators, month));
        break;
      case Kind::Count:
        break;
    }
  }

  [[nodiscard]] Keys header() const {
    Keys cells = {texts_("ui.brief.page.indicator")};
    for (std::size_t s = 0; s < futures_.scenario_count(); ++s) cells.push_back(label(s));
    return cells;
  }

  /// Means of the scenarios and paired differences to the first. `is_family`: the heading says of what.
  [[nodiscard]] PageTable values_table(std::string heading, const Keys& keys, int month,
                                       bool is_family = false) const {
    PageTable table{std::move(heading), "", header(), {}};
    const auto at = static_cast<std::size_t>(month);
    const std::size_t scenarios = futures_.scenario_count();
    for (std::size_t s = 1; s < scenarios; ++s)
      table.header.push_back(texts_("ui.brief.page.difference", {label(s)}));
    for (const std::string& key : keys) {
      const std::size_t c = futures_.column(key).value();
      const std::string_view unit = futures_.columns()[c].unit;
      Keys cells = {is_family ? short_name(key) : name(key)};
      for (std::size_t s = 0; s < scenarios; ++s)
        cells.push_back(value_text(texts_, futures_.band(s, at, c).mean, unit));
      for (std::size_t s = 1; s < scenarios; ++s) {
        const PairedChange& change = futures_.difference(s, at, c);
        std::string words = difference_text(texts_, change.mean, unit);
        if (change.n > 1 && change.lo < change.hi)
          words += "\n" + interval_text(texts_, change.lo, change.hi, unit);
        cells.push_back(std::move(words));
      }
      table.rows.push_back(std::move(cells));
    }
    const std::string date = month_text(texts_, axis_, month);
    table.note = texts_(scenarios > 1 ? "ui.brief.page.compared_note" : "ui.brief.page.means_note", {date});
    return table;
  }

  /// What has come together of a monthly flow, by scenario.
  struct Sum {
    std::string name;
    std::vector<double> values;

    [[nodiscard]] double size() const {
      double size = 0;
      for (const double value : values) size += std::abs(value);
      return size;
    }
  };

  [[nodiscard]] Sum sum_of(const std::string& key, int first, int last) const {
    const std::size_t c = futures_.column(key).value();
    Sum sum{short_name(key), std::vector<double>(futures_.scenario_count(), 0)};
    for (std::size_t s = 0; s < sum.values.size(); ++s) {
      for (int m = first; m <= last; ++m) {
        const float mean = futures_.band(s, static_cast<std::size_t>(m), c).mean;
        if (std::isfinite(mean)) sum.values[s] += static_cast<double>(mean);
      }
    }
    return sum;
  }

  /// Sums of the means of the last `span` months, the greatest first; the small ones as one, and nothing of
  /// what is nought everywhere.
  [[nodiscard]] PageTable sums_table(std::string heading, const Keys& keys, int month, int span) const {
    constexpr std::size_t most = 12;
    const int first = std::max(1, month - span + 1);
    std::vector<Sum> sums;
    for (const std::string& key : keys) {
      Sum sum = sum_of(key, first, month);
      if (sum.size() > 0) sums.push_back(std::move(sum));
    }
    std::ranges::stable_sort(sums, std::greater<>{}, &Sum::size);
    if (sums.size() > most) {
      Sum& others = sums[most - 1];
      others.name = texts_("ui.brief.others");
      for (std::size_t k = most; k < sums.size(); ++k) {
        for (std::size_t s = 0; s < others.values.size(); ++s) others.values[s] += sums[k].values[s];
      }
      sums.resize(most);
    }
    PageTable table{std::move(heading), "", header(), {}};
    const std::string unit = unit_of_sum(column(keys.front()).unit);
    for (const Sum& sum : sums) {
      table.rows.push_back({sum.name});
      for (const double value : sum.values) table.rows.back().push_back(value_text(texts_, value, unit));
    }
    table.note = texts_("ui.brief.page.sums_note",
                        {month_text(texts_, axis_, first), month_text(texts_, axis_, month)});
    return table;
  }

  /// Of a monthly flow.
  static std::string unit_of_sum(std::string_view unit) {
    constexpr std::string_view monthly = "/month";
    return std::string(unit.ends_with(monthly) ? unit.substr(0, unit.size() - monthly.size()) : unit);
  }

  [[nodiscard]] PageFan fan_of(const std::string& key) const {
    const std::size_t c = futures_.column(key).value();
    PageFan fan{name(key), futures_.columns()[c].unit, axis_, {}, {}};
    if (const std::string unit = unit_text(texts_, fan.unit); !unit.empty())
      fan.heading = texts_("ui.brief.page.with_unit", {fan.heading, unit});
    for (std::size_t s = 0; s < futures_.scenario_count(); ++s) {
      const bool is_alone = futures_.scenario_count() == 1;
      PageFan::Line line{label(s), is_alone ? theme_.scenario : scenario_color(theme_, s), {}, {}, {}};
      for (std::size_t m = 0; m <= futures_.months(); ++m) {
        const Band& band = futures_.band(s, m, c);
        line.mean.push_back(band.mean);
        line.lo.push_back(band.p025);
        line.hi.push_back(band.p975);
      }
      fan.lines.push_back(std::move(line));
    }
    fan.table = years_table(c);
    return fan;
  }

  /// A row a year: its last month, and the last of all.
  [[nodiscard]] PageTable years_table(std::size_t c) const {
    PageTable table{"", texts_("ui.brief.page.years_note"), header(), {}};
    table.header.front() = texts_("ui.brief.page.month");
    const std::string_view unit = futures_.columns()[c].unit;
    const int last = static_cast<int>(futures_.months());
    for (int month = 0; month <= last; ++month) {
      const bool ends_year = month > 0 && plus_months(axis_.start, month - 1).month == 12;
      if (month != 0 && month != last && !ends_year) continue;
      Keys cells = {month_text(texts_, axis_, month)};
      for (std::size_t s = 0; s < futures_.scenario_count(); ++s) {
        const Band& band = futures_.band(s, static_cast<std::size_t>(month), c);
        std::string words = value_text(texts_, band.mean, unit);
        if (band.n > 1 && band.p025 < band.p975) {
          words += "\n[" + value_parts(texts_, band.p025, unit).number + ", " +
                   value_parts(texts_, band.p975, unit).number + "]";
        }
        cells.push_back(std::move(words));
      }
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  const study::Storyboard& storyboard_;
  const Futures& futures_;
  const Texts& texts_;
  const Theme& theme_;
  TimeAxis axis_;
};

}  // namespace

FilmPage page_of(const study::Storyboard& storyboard, const Futures& futures, const Texts& texts,
                 const Theme& theme, std::string_view version) {
  return PageWriter(storyboard, futures, texts, theme).page(version);
}

}  // namespace park::ui
