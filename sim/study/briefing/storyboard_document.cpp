// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "scenario/storyboard_keys.hpp"
#include "study/briefing/storyboard_reader.hpp"
#include "study/document_parts.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

static_assert(story_view_keys.size() == static_cast<std::size_t>(Shot::View::Count));
static_assert(story_chart_keys.size() == static_cast<std::size_t>(StoryChart::Kind::Count));

ordered_json sentence_json(const Sentence& sentence) { return {{"zh", sentence.zh}, {"en", sentence.en}}; }

ordered_json shot_json(const Shot& shot) {
  ordered_json document = {{"view", story_view_keys[static_cast<std::size_t>(shot.view)]}};
  if (!shot.place.empty()) document["place"] = shot.place;
  if (shot.metres_across > 0) document["metres_across"] = shot.metres_across;
  return document;
}

ordered_json chart_json(const StoryChart& chart) {
  const std::string_view key = story_chart_keys[static_cast<std::size_t>(chart.kind)];
  if (chart.kind == StoryChart::Kind::Fan)
    return ordered_json::object({{key, chart.indicators.empty() ? "" : chart.indicators.front()}});
  if (chart.kind == StoryChart::Kind::Results) return ordered_json::object({{key, chart.indicators}});
  return key;
}

ordered_json parks_json(const Chapter& chapter, const std::vector<std::string>& scenarios) {
  if (!chapter.has_park || chapter.parks.empty()) return chapter.has_park;
  ordered_json names = ordered_json::array();
  for (const std::size_t park : chapter.parks) names.push_back(scenarios.at(park));
  return names;
}

ordered_json chapter_json(const Chapter& chapter, const std::vector<std::string>& scenarios) {
  ordered_json document = {{"title", sentence_json(chapter.title)},
                           {"caption", sentence_json(chapter.caption)},
                           {"months", {chapter.first_month, chapter.last_month}},
                           {"seconds", chapter.seconds},
                           {"camera", ordered_json::array({shot_json(chapter.from)})},
                           {"layer", chapter.layer},
                           {"parks", parks_json(chapter, scenarios)},
                           {"cards", chapter.cards},
                           {"charts", ordered_json::array()}};
  if (chapter.to != chapter.from) document["camera"].push_back(shot_json(chapter.to));
  for (const StoryChart& chart : chapter.charts) document["charts"].push_back(chart_json(chart));
  return document;
}

}  // namespace

std::string storyboard_document(const Storyboard& storyboard, const std::vector<std::string>& scenarios) {
  ordered_json document = {{"schema", "parksim/storyboard/1"},
                           {"title", sentence_json(storyboard.title)},
                           {"subtitle", sentence_json(storyboard.subtitle)},
                           {"chapters", ordered_json::array()}};
  for (const Chapter& chapter : storyboard.chapters)
    document["chapters"].push_back(chapter_json(chapter, scenarios));
  return indented(document);
}

}  // namespace park::study
