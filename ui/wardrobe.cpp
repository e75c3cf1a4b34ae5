// SPDX-License-Identifier: MIT
#include "wardrobe.hpp"

#include "indicators/indicators.hpp"
#include "scenario/scenario.hpp"

namespace park::ui {
namespace {

void add_rows(std::string& text, std::span<const ParameterRow> rows) {
  for (const ParameterRow& row : rows) {
    for (const std::string_view part : {row.zh, row.en, row.effect_zh, row.effect_en, row.source})
      text += part;
    for (const Choice& choice : row.choices) {
      text += choice.zh;
      text += choice.en;
    }
  }
}

std::string labels_of(const Session& session) {
  std::string text;
  for (std::size_t place = 0; place < session.tab_count(); ++place) {
    const Scenario& scenario = *session.tab(place).now();
    for (const std::string& part : {scenario.name, scenario.label_zh, scenario.label_en, scenario.about_zh,
                                    scenario.about_en, session.tab(place).file().string()})
      text += part;
    for (const TargetFirm& firm : *scenario.targets) text += firm.name;
    for (const PolicyClause& clause : scenario.facts->clauses.clauses) text += clause.zh + clause.en;
    for (const DestinationTraits& place_of : scenario.facts->places.destinations)
      text += place_of.zh + place_of.en;
    for (const IndicatorColumn& column : indicator_columns(scenario)) text += column.zh + column.en;
  }
  return text;
}

/// Changes where labels_of does, and costs little enough for every frame.
std::string signature_of(const Session& session) {
  std::string text;
  for (std::size_t place = 0; place < session.tab_count(); ++place) {
    const Scenario& scenario = *session.tab(place).now();
    text += scenario.name + scenario.label_zh + scenario.label_en + session.tab(place).file().string() + "\n";
  }
  return text;
}

}  // namespace

Wardrobe::Wardrobe() {
  for (const Texts* texts : {&chinese_, &english_}) {
    for (const auto& [key, words] : texts->beginning_with("")) catalogue_text_ += words;
  }
  add_rows(catalogue_text_, lever_rows());
  add_rows(catalogue_text_, uncertainty_rows());
  add_rows(catalogue_text_, structural_rows());
}

void Wardrobe::dress(Gui& gui, const ViewSettings& view, const Session& session) {
  language_ = view.language;
  if (theme_ != view.theme || scale_ != view.scale) gui.set_style(theme_of(view.theme), view.scale);
  theme_ = view.theme;
  std::string signature = signature_of(session);
  if (scale_ == view.scale && signature_ == signature) return;
  scale_ = view.scale;
  signature_ = std::move(signature);
  gui.set_type(view.scale, catalogue_text_ + labels_of(session));
}

Look Wardrobe::look(const Gui& gui) const { return {texts(), theme_of(*theme_), gui.fonts(), scale_}; }

}  // namespace park::ui
