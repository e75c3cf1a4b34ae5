// SPDX-License-Identifier: MIT
#include "scenario/scenario.hpp"
#include "scenario/scenario_draft.hpp"
#include "scenario/schema_plan.hpp"
#include "scenario/storyboard_keys.hpp"

namespace park {
namespace {

constexpr std::size_t max_key_characters = 100;

/// One line in each language.
Schema sentence_schema(std::size_t max_characters) {
  Schema text = text_schema(0, max_characters);
  text["pattern"] = R"(^[^\u0000-\u001f\u007f]*$)";
  return object_schema({{"zh", text, false}, {"en", text, false}});
}

Schema title_schema() {
  Schema title = sentence_schema(max_story_title_characters);
  title["minProperties"] = 1;
  return title;
}

Schema month_schema() {
  Schema date =
      Schema{{"type", "string"}, {"pattern", "^(start|end|[0-9]{1,3}|[12][0-9]{3}-(0[1-9]|1[0-2]))$"}};
  return any_of({number_schema(0, max_months, true), std::move(date)});
}

Schema months_schema() {
  return described_as(
      any_of({month_schema(), list_schema(month_schema(), 2, 2)}),
      "起止月：start(期初)、end(期末)、第几个月，或 YYYY-MM(该月月末)；只写一个即静止",
      "The first month and the last: start, end, a number, or YYYY-MM (its end); one stands still");
}

Schema camera_schema() {
  const Schema place = described_as(text_schema(1, max_key_characters), "地图上的功能分区或要素编号",
                                    "A zone of the map or the id of a feature; default: the whole park");
  const Schema across = described_as(number_schema(min_metres_across, max_metres_across), "画面宽度(米)",
                                     "Metres of ground across the picture");
  const Schema shot = object_schema({{"view", key_schema(story_view_keys), false},
                                     {"place", place, false},
                                     {"metres_across", across, false}});
  return described_as(list_schema(shot, 1, 2), "镜头：一个，或从一个移到另一个",
                      "A shot, or the first and the last of a travelling camera");
}

Schema indicators_schema(std::size_t least, std::size_t most) {
  return list_schema(text_schema(1, max_key_characters), least, most);
}

Schema charts_schema() {
  std::vector<std::string_view> plain;
  for (const std::string_view key : story_chart_keys) {
    if (key != "fan" && key != "results") plain.push_back(key);
  }
  const Schema chart =
      any_of({key_schema(plain), object_schema({{"fan", text_schema(1, max_key_characters), true}}),
              object_schema({{"results", indicators_schema(1, max_result_rows), true}})});
  return described_as(list_schema(chart, 0, max_story_charts), "图表", "Charts beside the parks");
}

Schema parks_schema() {
  const Schema names = list_schema(text_schema(0, max_name_characters), 1, max_story_scenarios);
  return described_as(any_of({Schema{{"type", "boolean"}}, names}), "并排显示哪些情景的园区",
                      "Whose parks stand side by side: all (true), none (false), or scenarios by name");
}

Schema chapter_schema() {
  const Schema seconds = number_schema(min_chapter_seconds, max_chapter_seconds);
  const Schema speed = number_schema(1 / max_months_per_second, max_months_per_second);
  const Schema caption = described_as(sentence_schema(max_caption_characters),
                                      "字幕；数值写在花括号里，如 {firms_producing@2031-06}",
                                      "Caption; values in braces: {KEY@MONTH interval|difference|more of "
                                      "SCENARIO}, all but KEY may be left out");
  Schema schema = object_schema(
      {{"title", title_schema(), true},
       {"caption", caption, false},
       {"months", months_schema(), true},
       {"seconds", described_as(seconds, "本章时长(秒)，缺省 8", "Length; default 8"), false},
       {"months_per_second", described_as(speed, "或速度(月/秒)", "Or the speed"), false},
       {"camera", camera_schema(), false},
       {"layer", described_as(key_schema(story_layer_keys), "地图图层", "Layer of the map"), false},
       {"parks", parks_schema(), false},
       {"cards", described_as(indicators_schema(0, max_story_cards), "指标卡", "Cards of indicators"), false},
       {"charts", charts_schema(), false}});
  Schema both = Schema::object();
  both["properties"] = {{"seconds", true}, {"months_per_second", true}};
  both["required"] = {"seconds", "months_per_second"};
  schema["not"] = std::move(both);
  return schema;
}

}  // namespace

Schema storyboard_schema() {
  Schema head = schema_head("storyboard", "汇报脚本：分章讲述一至三个情景的园区成长",
                            "A briefing: chapters that tell how the park grows under one to three scenarios");
  head["$comment"] =
      "The loader also checks: scenarios can be read and have one calendar; months lie within the run, the "
      "last "
      "not before the first; indicators, places and scenarios are known, each named once; values in captions "
      "can "
      "be read; a chapter shows parks or charts; the film is at most an hour long.";
  return object_schema(
      {{"schema", Schema{{"const", "parksim/storyboard/1"}}, true},
       {"title", title_schema(), true},
       {"subtitle", sentence_schema(max_caption_characters), false},
       {"scenarios",
        described_as(
            list_schema(text_schema(1, max_path_characters), 1, max_story_scenarios),
            "情景文件，相对本文件，第一个为参照；命令行给出的情景优先",
            "Scenario files, relative to this one, the first the reference; those of the command line win"),
        false},
       {"chapters", described_as(list_schema(chapter_schema(), 1, max_chapters), "各章", "In order"), true}},
      std::move(head));
}

}  // namespace park
