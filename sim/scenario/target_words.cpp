// SPDX-License-Identifier: MIT
#include "scenario/target_words.hpp"

#include <algorithm>
#include <array>

namespace park {
namespace {

/// Lower case, without blanks, with half-width brackets: people type these in every way.
std::string normalised(std::string_view words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> replaced = {
      {{"（", "("}, {"）", ")"}, {"\u3000", ""}, {" ", ""}}};
  std::string text(words);
  for (const auto& [from, to] : replaced) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
  }
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

template <class T>
struct Word {
  std::string_view text;
  T meaning;
};

template <class T, std::size_t Count>
std::optional<T> look_up(const std::array<Word<T>, Count>& words, std::string_view text) {
  const auto found = std::ranges::find(words, text, &Word<T>::text);
  return found == words.end() ? std::nullopt : std::optional(found->meaning);
}

constexpr double million_yuan = 1;
constexpr double ten_thousand_yuan = 0.01;    ///< 万元, in million yuan
constexpr double hundred_million_yuan = 100;  ///< 亿元, in million yuan

constexpr auto heading_words = std::to_array<Word<Heading>>({
    {"name", {TargetColumn::Name, 1}},
    {"企业名称", {TargetColumn::Name, 1}},
    {"企业", {TargetColumn::Name, 1}},
    {"公司名称", {TargetColumn::Name, 1}},
    {"单位名称", {TargetColumn::Name, 1}},
    {"名称", {TargetColumn::Name, 1}},
    {"stage", {TargetColumn::Stage, 1}},
    {"环节", {TargetColumn::Stage, 1}},
    {"产业链环节", {TargetColumn::Stage, 1}},
    {"产业环节", {TargetColumn::Stage, 1}},
    {"所属环节", {TargetColumn::Stage, 1}},
    {"region", {TargetColumn::Region, 1}},
    {"区域", {TargetColumn::Region, 1}},
    {"地区", {TargetColumn::Region, 1}},
    {"所在区域", {TargetColumn::Region, 1}},
    {"所在地区", {TargetColumn::Region, 1}},
    {"来源区域", {TargetColumn::Region, 1}},
    {"来源地区", {TargetColumn::Region, 1}},
    {"employees", {TargetColumn::Employees, 1}},
    {"用工", {TargetColumn::Employees, 1}},
    {"用工(人)", {TargetColumn::Employees, 1}},
    {"用工人数", {TargetColumn::Employees, 1}},
    {"用工人数(人)", {TargetColumn::Employees, 1}},
    {"员工", {TargetColumn::Employees, 1}},
    {"员工人数", {TargetColumn::Employees, 1}},
    {"职工人数", {TargetColumn::Employees, 1}},
    {"从业人数", {TargetColumn::Employees, 1}},
    {"人数", {TargetColumn::Employees, 1}},
    {"investment", {TargetColumn::Investment, million_yuan}},
    {"investment_million_yuan", {TargetColumn::Investment, million_yuan}},
    {"investment(millionyuan)", {TargetColumn::Investment, million_yuan}},
    {"投资", {TargetColumn::Investment, million_yuan}},
    {"投资(百万元)", {TargetColumn::Investment, million_yuan}},
    {"投资额(百万元)", {TargetColumn::Investment, million_yuan}},
    {"计划投资(百万元)", {TargetColumn::Investment, million_yuan}},
    {"总投资(百万元)", {TargetColumn::Investment, million_yuan}},
    {"投资(万元)", {TargetColumn::Investment, ten_thousand_yuan}},
    {"投资额(万元)", {TargetColumn::Investment, ten_thousand_yuan}},
    {"计划投资(万元)", {TargetColumn::Investment, ten_thousand_yuan}},
    {"总投资(万元)", {TargetColumn::Investment, ten_thousand_yuan}},
    {"投资(亿元)", {TargetColumn::Investment, hundred_million_yuan}},
    {"投资额(亿元)", {TargetColumn::Investment, hundred_million_yuan}},
    {"计划投资(亿元)", {TargetColumn::Investment, hundred_million_yuan}},
    {"总投资(亿元)", {TargetColumn::Investment, hundred_million_yuan}},
    {"leader", {TargetColumn::Leader, 1}},
    {"龙头", {TargetColumn::Leader, 1}},
    {"龙头企业", {TargetColumn::Leader, 1}},
    {"是否龙头", {TargetColumn::Leader, 1}},
    {"是否龙头企业", {TargetColumn::Leader, 1}},
    {"链主", {TargetColumn::Leader, 1}},
});

constexpr auto stage_words = std::to_array<Word<Stage>>({
    {"纤维", Stage::Fibre},         {"化纤", Stage::Fibre},           {"原料", Stage::Fibre},
    {"棉纺", Stage::Spinning},      {"织造", Stage::Weaving},         {"面料", Stage::Weaving},
    {"染整", Stage::Dyeing},        {"染色", Stage::Dyeing},          {"服装", Stage::Garment},
    {"成衣", Stage::Garment},       {"服装制造", Stage::Garment},     {"缝制", Stage::Garment},
    {"洗水", Stage::Washing},       {"服装辅料", Stage::Accessories}, {"纺织机械", Stage::Machinery},
    {"机械设备", Stage::Machinery}, {"装备", Stage::Machinery},       {"研发设计", Stage::Design},
    {"服装设计", Stage::Design},    {"品牌销售", Stage::Sales},       {"电商", Stage::Sales},
    {"贸易", Stage::Trade},         {"进出口", Stage::Trade},         {"仓储物流", Stage::Logistics},
});

constexpr auto region_words = std::to_array<Word<Region>>({
    {"大湾区", Region::GreaterBayArea},
    {"粤港澳", Region::GreaterBayArea},
    {"珠三角", Region::GreaterBayArea},
    {"珠江三角洲", Region::GreaterBayArea},
    {"长江三角洲", Region::YangtzeDelta},
    {"长三角地区", Region::YangtzeDelta},
    {"环渤海地区", Region::BohaiRim},
});

constexpr auto truth_words = std::to_array<Word<bool>>({
    {"0", false},
    {"1", true},
    {"false", false},
    {"true", true},
    {"no", false},
    {"yes", true},
    {"否", false},
    {"是", true},
});

/// Index of the row whose key or label this is.
template <std::size_t Count>
std::optional<std::size_t> label_index(const std::array<KeyLabel, Count>& labels, std::string_view text) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (text == labels[i].key || text == labels[i].zh || text == normalised(labels[i].en)) return i;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string_view> target_headings() {
  return {"name", "stage", "region", "employees", "investment", "leader"};
}

std::optional<Heading> heading_from_words(std::string_view words) {
  return look_up(heading_words, normalised(words));
}

std::optional<Stage> stage_from_words(std::string_view words) {
  const std::string text = normalised(words);
  if (const auto index = label_index(stage_labels, text)) return static_cast<Stage>(*index);
  return look_up(stage_words, text);
}

std::optional<Region> region_from_words(std::string_view words) {
  const std::string text = normalised(words);
  if (const auto index = label_index(region_labels, text)) return static_cast<Region>(*index);
  return look_up(region_words, text);
}

std::optional<bool> truth_from_words(std::string_view words) {
  return look_up(truth_words, normalised(words));
}

}  // namespace park
