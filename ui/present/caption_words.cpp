// SPDX-License-Identifier: MIT
#include "present/caption_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "charts/number_text.hpp"
#include "study/briefing/caption_grammar.hpp"
#include "study/comparison.hpp"

namespace park::ui {
namespace {

using study::CaptionValue;
using Form = CaptionValue::Form;

/// Which words say that there is more of a unit, and which that there is less.
struct Comparatives {
  const char* up;
  const char* down;
};

Comparatives comparatives_of(std::string_view unit) {
  constexpr std::array<std::string_view, 6> things = {"firms",    "people", "loans",
                                                      "projects", "beds",   "project-months/month"};
  constexpr std::array<std::string_view, 5> amounts = {"million yuan", "million yuan/month", "mu", "m2",
                                                       "t/day"};
  if (std::find(things.begin(), things.end(), unit) != things.end()) return {"more", "fewer"};
  if (std::find(amounts.begin(), amounts.end(), unit) != amounts.end()) return {"more", "less"};
  if (unit == "months") return {"longer", "shorter"};
  if (unit == "month") return {"later", "earlier"};
  return {"higher", "lower"};
}

/// A difference's size without its sign, with the words of its unit.
std::string size_text(const Texts& texts, double difference, std::string_view unit) {
  const std::string text = difference_text(texts, std::abs(difference), unit);
  return text.starts_with('+') ? text.substr(1) : text;
}

std::string sizes_between(const Texts& texts, const PairedChange& change, std::string_view unit) {
  const double least = std::min(std::abs(change.lo), std::abs(change.hi));
  const double most = std::max(std::abs(change.lo), std::abs(change.hi));
  return "[" + value_parts(texts, least, unit).number + ", " + value_parts(texts, most, unit).number + "]";
}

std::string signed_words(const PairedChange& change, std::string_view unit, const Texts& texts) {
  if (change.n == 0) return value_text(texts, std::nan(""), unit);
  const std::string difference = difference_text(texts, change.mean, unit);
  if (change.n == 1) return texts("ui.brief.one_run", {difference});
  return difference + " " + interval_text(texts, change.lo, change.hi, unit);
}

std::string words_of(const CaptionValue& value, const Futures& futures, int month_now, const Texts& texts) {
  const auto month = static_cast<std::size_t>(value.month.value_or(month_now));
  const std::string_view unit = futures.columns()[value.column].unit;
  const Band& band = futures.band(value.scenario, month, value.column);
  switch (value.form) {
    case Form::Interval:
      return range_words(band, unit, texts);
    case Form::Difference:
      return signed_words(futures.difference(value.scenario, month, value.column), unit, texts);
    case Form::More:
      return more_words(futures.difference(value.scenario, month, value.column), unit, texts);
    default:
      return value_text(texts, band.mean, unit);
  }
}

/// What a clause ends with.
constexpr std::array<std::string_view, 6> clause_ends = {"，", "；", "。", ", ", "; ", ". "};

/// Where the last whole clause of `words` is over, behind its mark; 0 if there is none.
std::size_t end_of_clauses(std::string_view words) {
  std::size_t end = 0;
  for (const std::string_view mark : clause_ends) {
    const std::size_t found = words.rfind(mark);
    if (found != std::string_view::npos) end = std::max(end, found + mark.size());
  }
  return end;
}

/// Without the mark at its end, and with a full stop instead.
std::string closed(std::string words, const Texts& texts) {
  for (const std::string_view mark : clause_ends) {
    if (words.ends_with(mark)) words.resize(words.size() - mark.size());
  }
  return words + texts("ui.brief.full_stop");
}

}  // namespace

std::string more_words(const PairedChange& change, std::string_view unit, const Texts& texts) {
  if (change.n < 2) return signed_words(change, unit, texts);
  if (change.lo == 0 && change.hi == 0) return texts("ui.brief.no_difference");
  if (!change.is_certain()) return texts("ui.brief.unclear", {signed_words(change, unit, texts)});
  const Comparatives words = comparatives_of(unit);
  const std::string key = std::string("ui.brief.") + (change.mean > 0 ? words.up : words.down);
  return texts(key, {size_text(texts, change.mean, unit)}) + " " + sizes_between(texts, change, unit);
}

std::string range_words(const Band& band, std::string_view unit, const Texts& texts) {
  std::string value = value_text(texts, band.mean, unit);
  if (band.n == 0) return value;
  if (band.n == 1) return texts("ui.brief.one_run", {value});
  return texts("ui.brief.most_runs", {value, value_parts(texts, band.p025, unit).number,
                                      value_parts(texts, band.p975, unit).number});
}

std::string caption_words(const study::Sentence& sentence, const Futures& futures, int month_now,
                          const Texts& texts, int last_month) {
  PARK_ASSERT(month_now >= 0 && static_cast<std::size_t>(month_now) <= futures.months());
  std::vector<std::shared_ptr<const Scenario>> scenarios;
  for (std::size_t s = 0; s < futures.scenario_count(); ++s) scenarios.push_back(futures.shared_scenario(s));
  const std::vector<std::string> names = study::unique_names(scenarios);
  const study::CaptionGround ground{scenarios.front()->start, static_cast<int>(futures.months()),
                                    futures.columns(), names};
  Problems problems;
  FaultList faults("caption", problems);
  const std::string_view text = texts.pick(sentence.zh, sentence.en);
  const auto parts = study::read_caption(text, "", ground, faults);
  if (!problems.empty()) throw Bug("a caption that was not checked: " + to_string(problems.front()));
  std::string words;
  std::size_t told = 0;  // bytes up to the end of the last clause that has a value
  bool has_value = false;
  for (const study::CaptionPart& part : parts) {
    if (!part.value) {
      // Commas within a value are none of the sentence's.
      const std::size_t end = end_of_clauses(part.words);
      if (has_value && end > 0) told = words.size() + end;
      words += part.words;
      continue;
    }
    const int month = part.value->month.value_or(month_now);
    const bool is_to_come = month > month_now && month <= last_month;
    if (is_to_come && told > 0) return closed(words.substr(0, told), texts);
    words += is_to_come ? "…" : words_of(*part.value, futures, month_now, texts);
    has_value = has_value || !is_to_come;
  }
  return words;
}

}  // namespace park::ui
