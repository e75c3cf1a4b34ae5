// SPDX-License-Identifier: MIT
#include "present/film.hpp"

#include <imgui.h>

#include "panels/frames.hpp"
#include "panels/shown_futures.hpp"
#include "present/caption_words.hpp"
#include "present/film_cards.hpp"
#include "present/film_charts.hpp"
#include "present/film_margin.hpp"

namespace park::ui {
namespace {

constexpr double fade_seconds = 0.4;

FilmContent content_of(const study::Chapter& chapter, std::size_t scenarios) {
  FilmContent content;
  if (chapter.has_park) content.maps = chapter.parks.empty() ? scenarios : chapter.parks.size();
  for (const study::StoryChart& chart : chapter.charts) {
    content.charts.push_back(
        {panels_of(chart, chapter, scenarios), chart.kind == study::StoryChart::Kind::Results});
  }
  content.cards = chapter.cards.size();
  return content;
}

}  // namespace

Film::Film(std::shared_ptr<const FilmScene> scene, study::Storyboard storyboard, FilmClock clock,
           const FilmStyle& style, Gui& gui)
    : scene_(std::move(scene)),
      storyboard_(std::move(storyboard)),
      clock_(std::move(clock)),
      style_(style),
      texts_(Texts::load(style.language)),
      gui_(gui),
      maps_(*scene_) {
  const float unit = static_cast<float>(style.height) / 1080;
  gui_.set_style(theme_of(style.theme), 1);
  type_ = build_film_type(gui_.type_case(), unit);
  for (const study::Chapter& chapter : storyboard_.chapters)
    callouts_.push_back(timed(callouts(scene_->futures(), chapter.cards), chapter));
}

std::string Film::caption_of(const FilmMoment& moment) const {
  return caption_words(storyboard_.chapters[moment.chapter].caption, scene_->futures(),
                       static_cast<int>(moment.month + 1e-9), texts_);
}

void Film::draw_page(const FilmView& view, As as, const Over& over) {
  const auto width = static_cast<float>(style_.width);
  const auto height = static_cast<float>(style_.height);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({width, height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin("film", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar();
  Canvas canvas(view.look);
  for (const Box& map : view.layout.maps) {
    round_corners(canvas, map, view.px(12), view.look.theme.ground);
    canvas.outline(map, view.look.theme.edge, view.px(12), view.px(1.5F));
  }
  draw_film_head(canvas, view);
  draw_map_words(canvas, view);
  draw_film_callout(canvas, view, callouts_[view.moment.chapter]);
  draw_film_cards(canvas, view);
  draw_film_charts(canvas, view);
  draw_film_caption(canvas, view, caption_of(view.moment));
  const double clear = view.moment.chapter_seconds / fade_seconds;
  if (as == As::Moving && view.moment.chapter > 0 && clear < 1) {
    const Box page{0, 0, width, view.layout.corner.y};
    canvas.fill(page, faded(view.look.theme.ground, 1 - clear));
  }
  draw_film_foot(canvas, view);
  if (over) over(canvas, view);
  ImGui::End();
}

void Film::draw(sf::RenderTarget& target, const FilmMoment& moment, As as, const Over& over) {
  const study::Chapter& chapter = storyboard_.chapters[moment.chapter];
  const FilmLayout layout = lay_out_film(static_cast<float>(style_.width), static_cast<float>(style_.height),
                                         content_of(chapter, scene_->count()));
  const Look look{texts_, theme_of(style_.theme), type_.fonts, film_scale * layout.unit};
  const FilmView view{*scene_, storyboard_, clock_, moment, layout, type_, look};
  do {
    gui_.begin_frame(target.getSize(), 1.0F / static_cast<float>(clock_.frames_a_second()));
    ImGui::PushFont(type_.fonts.body);
    draw_page(view, as, over);
    ImGui::PopFont();
  } while (!gui_.end_frame());
  const Color clear = look.theme.ground;
  target.clear({clear.r, clear.g, clear.b});
  maps_.draw(target, view);
  gui_.paint(target);
}

}  // namespace park::ui
