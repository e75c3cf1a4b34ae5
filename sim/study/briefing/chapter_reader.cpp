// SPDX-License-Identifier: MIT
#include "study/briefing/chapter_reader.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "scenario/scenario_draft.hpp"
#include "scenario/storyboard_keys.hpp"
#include "study/briefing/caption_grammar.hpp"

namespace park::study {
namespace {

using nlohmann::json;

constexpr std::size_t max_key_characters = 100;

template <std::size_t Count>
std::vector<std::string_view> list_of(const std::array<std::string_view, Count>& keys) {
  return {keys.begin(), keys.end()};
}

/// Reads the members of one chapter.
class ChapterReader {
 public:
  ChapterReader(FieldReader& reader, const StoryGround& ground)
      : reader_(reader), ground_(ground), faults_(reader.faults()) {}

  [[nodiscard]] Chapter read() {
    chapter_.title = read_sentence(reader_, "title", max_story_title_characters, true);
    read_months();
    read_speed();
    read_caption_words();
    read_camera();
    if (const auto layer = reader_.one_of("layer", list_of(story_layer_keys)))
      chapter_.layer = story_layer_keys[*layer];
    read_parks();
    read_cards();
    read_charts();
    reader_.reject_unknown();
    if (!chapter_.has_park && chapter_.charts.empty() && reader_.is_object())
      faults_.add(reader_.pointer(), "parks or charts to show", "neither");
    return std::move(chapter_);
  }

 private:
  std::optional<int> month_of(const json& value, const std::string& pointer) {
    if (value.is_discarded()) return std::nullopt;
    if (value.is_string()) {
      const auto& text = value.get_ref<const std::string&>();
      return read_story_month(text, pointer, ground_.start, ground_.months, faults_);
    }
    const auto month = read_number(value, pointer, faults_, 0, ground_.months, true);
    return month ? std::optional(static_cast<int>(*month)) : std::nullopt;
  }

  void read_months() {
    const json* member = reader_.require("months");
    const std::string pointer = reader_.pointer_of("months");
    if (member == nullptr) return;
    if (!member->is_array()) {
      chapter_.first_month = chapter_.last_month = month_of(*member, pointer).value_or(0);
      return;
    }
    if (member->size() != 2) {
      faults_.add(pointer, "a month, or the first and the last", described(*member));
      return;
    }
    const auto first = month_of((*member)[0], pointer_to(pointer, std::size_t{0}));
    const auto last = month_of((*member)[1], pointer_to(pointer, std::size_t{1}));
    if (!first || !last) return;
    chapter_.first_month = *first;
    chapter_.last_month = *last;
    if (*last < *first) {
      faults_.add(pointer_to(pointer, std::size_t{1}), "at least the first, month " + std::to_string(*first),
                  "month " + std::to_string(*last));
    }
  }

  void read_speed() {
    const bool has_seconds = reader_.has("seconds");
    const bool has_speed = reader_.has("months_per_second");
    if (has_seconds && has_speed) faults_.add(reader_.pointer(), "seconds or months_per_second", "both");
    if (const auto seconds = reader_.number("seconds", min_chapter_seconds, max_chapter_seconds))
      chapter_.seconds = *seconds;
    const auto speed = reader_.number("months_per_second", 1 / max_months_per_second, max_months_per_second);
    if (!speed || has_seconds) return;
    chapter_.seconds = (chapter_.last_month - chapter_.first_month) / *speed;
    if (chapter_.seconds >= min_chapter_seconds && chapter_.seconds <= max_chapter_seconds) return;
    faults_.add(reader_.pointer_of("months_per_second"),
                "a speed at which the chapter lasts " + number_text(min_chapter_seconds) + " to " +
                    number_text(max_chapter_seconds) + " seconds",
                number_text(chapter_.seconds) + " seconds");
  }

  void read_caption_words() {
    chapter_.caption = read_sentence(reader_, "caption", max_caption_characters, false);
    const std::string pointer = reader_.pointer_of("caption");
    const CaptionGround ground{ground_.start, ground_.months, ground_.columns, ground_.scenarios};
    const bool is_same = chapter_.caption.zh == chapter_.caption.en;
    static_cast<void>(read_caption(chapter_.caption.zh, pointer_to(pointer, "zh"), ground, faults_));
    if (!is_same)
      static_cast<void>(read_caption(chapter_.caption.en, pointer_to(pointer, "en"), ground, faults_));
  }

  Shot read_shot(const json& value, const std::string& pointer) {
    Shot shot;
    FieldReader reader(value, pointer, faults_);
    if (const auto view = reader.one_of("view", list_of(story_view_keys)))
      shot.view = static_cast<Shot::View>(*view);
    if (const auto place = reader.text("place", max_key_characters)) {
      shot.place = *place;
      check_place(*place, reader.pointer_of("place"));
    }
    if (const auto across = reader.number("metres_across", min_metres_across, max_metres_across))
      shot.metres_across = *across;
    reader.reject_unknown();
    return shot;
  }

  void check_place(const std::string& place, const std::string& pointer) {
    if (!ground_.places && !place.empty()) return;
    if (ground_.places && std::binary_search(ground_.places->begin(), ground_.places->end(), place)) return;
    const std::vector<std::string_view> known =
        ground_.places ? std::vector<std::string_view>(ground_.places->begin(), ground_.places->end())
                       : std::vector<std::string_view>();
    const std::string nearest = nearest_key(place, known);
    faults_.add(pointer,
                "a zone or the id of a feature of the map" +
                    (nearest.empty() ? std::string() : " (nearest: " + nearest + ")"),
                "\"" + shown(place) + "\"");
  }

  void read_camera() {
    const json* member = reader_.find("camera");
    if (member == nullptr || member->is_discarded()) return;
    const std::string pointer = reader_.pointer_of("camera");
    if (!member->is_array() || member->empty() || member->size() > 2) {
      faults_.add(pointer, "an array of a shot, or of the first and the last", described(*member));
      return;
    }
    chapter_.from = read_shot((*member)[0], pointer_to(pointer, std::size_t{0}));
    chapter_.to =
        member->size() == 1 ? chapter_.from : read_shot((*member)[1], pointer_to(pointer, std::size_t{1}));
  }

  /// `true`, `false`, or the names of the scenarios.
  void read_parks() {
    const json* member = reader_.find("parks");
    if (member == nullptr || member->is_discarded()) return;
    const std::string pointer = reader_.pointer_of("parks");
    if (member->is_boolean()) {
      chapter_.has_park = member->get<bool>();
      return;
    }
    if (!member->is_array() || member->empty() || member->size() > max_story_scenarios) {
      faults_.add(pointer, "true, false, or an array of one to three scenarios' names", described(*member));
      return;
    }
    const std::vector<std::string_view> names(ground_.scenarios.begin(), ground_.scenarios.end());
    for (std::size_t i = 0; i < member->size(); ++i) {
      const std::string place = pointer_to(pointer, i);
      if (names.empty()) {
        static_cast<void>(read_text((*member)[i], place, faults_, max_name_characters));
        continue;
      }
      const auto found = read_one_of((*member)[i], place, faults_, names);
      if (!found) continue;
      const bool is_repeated =
          std::find(chapter_.parks.begin(), chapter_.parks.end(), *found) != chapter_.parks.end();
      if (is_repeated) faults_.add(place, "each scenario once", described((*member)[i]) + " again");
      chapter_.parks.push_back(*found);
    }
  }

  std::optional<std::string> read_indicator(const json& value, const std::string& pointer) {
    auto key = read_text(value, pointer, faults_, max_key_characters);
    if (!key || find_column(ground_.columns, *key)) return key;
    std::vector<std::string_view> known;
    for (const IndicatorColumn& column : ground_.columns) known.push_back(column.key);
    faults_.add_unknown_key(pointer, *key, known);
    return std::nullopt;
  }

  std::vector<std::string> read_indicators(const json& list, const std::string& pointer, std::size_t least,
                                           std::size_t most) {
    std::vector<std::string> keys;
    if (list.is_discarded()) return keys;
    if (!list.is_array() || list.size() < least || list.size() > most) {
      faults_.add(pointer,
                  "an array of " + std::to_string(least) + " to " + std::to_string(most) + " indicators",
                  list.is_array() ? std::to_string(list.size()) : described(list));
      return keys;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string place = pointer_to(pointer, i);
      const auto key = read_indicator(list[i], place);
      if (!key) continue;
      if (std::find(keys.begin(), keys.end(), *key) != keys.end())
        faults_.add(place, "each indicator once", "\"" + *key + "\" again");
      keys.push_back(*key);
    }
    return keys;
  }

  void read_cards() {
    if (const json* member = reader_.find("cards"))
      chapter_.cards = read_indicators(*member, reader_.pointer_of("cards"), 0, max_story_cards);
  }

  std::optional<StoryChart> read_chart(const json& value, const std::string& pointer) {
    StoryChart chart;
    if (!value.is_object()) {
      std::vector<std::string_view> plain = list_of(story_chart_keys);
      std::erase(plain, "fan");
      std::erase(plain, "results");
      const auto kind = read_one_of(value, pointer, faults_, plain);
      if (!kind) return std::nullopt;
      const auto* const found = std::find(story_chart_keys.begin(), story_chart_keys.end(), plain[*kind]);
      chart.kind = static_cast<StoryChart::Kind>(found - story_chart_keys.begin());
      return chart;
    }
    FieldReader reader(value, pointer, faults_);
    const json* fan = reader.find("fan");
    const json* results = reader.find("results");
    reader.reject_unknown();
    if ((fan == nullptr) == (results == nullptr)) {
      faults_.add(pointer, "fan or results", fan == nullptr ? "neither" : "both");
      return std::nullopt;
    }
    chart.kind = fan != nullptr ? StoryChart::Kind::Fan : StoryChart::Kind::Results;
    if (results != nullptr) {
      chart.indicators = read_indicators(*results, reader.pointer_of("results"), 1, max_result_rows);
    } else if (auto key = read_indicator(*fan, reader.pointer_of("fan"))) {
      chart.indicators = {*std::move(key)};
    }
    return chart;
  }

  void read_charts() {
    const json& list = reader_.list("charts");
    const std::string pointer = reader_.pointer_of("charts");
    if (list.size() > max_story_charts) {
      faults_.add(pointer, "at most " + std::to_string(max_story_charts) + " charts",
                  std::to_string(list.size()));
      return;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].is_discarded()) continue;
      if (auto chart = read_chart(list[i], pointer_to(pointer, i)))
        chapter_.charts.push_back(std::move(*chart));
    }
  }

  FieldReader& reader_;
  const StoryGround& ground_;
  FaultList& faults_;
  Chapter chapter_;
};

}  // namespace

Sentence read_sentence(FieldReader& parent, std::string_view key, std::size_t max_characters,
                       bool is_required) {
  if (is_required) static_cast<void>(parent.require(key));
  const TwoLanguages texts = read_two_languages(parent, key, max_characters);
  const std::string pointer = parent.pointer_of(key);
  if (const json* member = parent.find(key); is_required && member != nullptr && member->is_object()) {
    if (!member->contains("zh") && !member->contains("en"))
      parent.faults().add(pointer, "zh, en or both", "neither");
  }
  for (const auto& [text, language] : {std::pair(&texts.zh, "zh"), std::pair(&texts.en, "en")}) {
    if (*text && (*text)->find_first_of("\n\t") != std::string::npos)
      parent.faults().add(pointer_to(pointer, language), "one line", "\"" + shown(**text) + "\"");
  }
  const std::string zh = texts.zh.value_or(texts.en.value_or(""));
  return {zh, texts.en.value_or(zh)};
}

Chapter read_chapter(FieldReader& reader, const StoryGround& ground) {
  return ChapterReader(reader, ground).read();
}

}  // namespace park::study
