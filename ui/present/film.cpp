// SPDX-License-Identifier: MIT
#include "present/film.hpp"

#include <imgui.h>

#include <cstdint>

#include "core/assert.hpp"
#include "panels/frames.hpp"
#include "panels/shown_futures.hpp"
#include "present/caption_words.hpp"
#include "present/film_cards.hpp"
#include "present/film_charts.hpp"
#include "present/film_margin.hpp"
#include "present/film_marks.hpp"

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
      maps_(std::make_unique<FilmMaps>(*scene_)) {
  const float unit = static_cast<float>(style.height) / 1080;
  gui_.set_style(theme_of(style.theme), 1);
  type_ = build_film_type(gui_.type_case(), unit);
  find_callouts();
}

void Film::find_callouts() {
  callouts_.clear();
  for (const study::Chapter& chapter : storyboard_.chapters)
    callouts_.push_back(timed(callouts(scene_->futures(), chapter.cards), chapter));
}

void Film::retell(std::shared_ptr<const FilmScene> scene, study::Storyboard storyboard,
                  std::vector<PolicyChange> changes) {
  const FilmClock clock(storyboard, clock_.frames_a_second());
  PARK_ASSERT(scene->count() == scene_->count() && clock.frames() == clock_.frames() &&
              clock.chapters() == clock_.chapters());
  auto maps = std::make_unique<FilmMaps>(*scene);
  maps_ = std::move(maps);
  scene_ = std::move(scene);
  storyboard_ = std::move(storyboard);
  changes_ = std::move(changes);
  ++telling_;
  find_callouts();
}

Look Film::look() const {
  return {texts_, theme_of(style_.theme), type_.fonts, static_cast<float>(style_.height) / 1080};
}

bool Film::is_fading(const FilmMoment& moment) {
  return moment.chapter > 0 && moment.chapter_seconds < fade_seconds;
}

std::string Film::caption_of(const FilmMoment& moment) const {
  return caption_words(storyboard_.chapters[moment.chapter].caption, scene_->futures(), whole_months(moment),
                       texts_, storyboard_.chapters[moment.chapter].last_month);
}

void Film::draw_page(const FilmView& view) {
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
  const float told = draw_film_callout(canvas, view, callouts_[view.moment.chapter]);
  draw_film_head(canvas, view, told);
  draw_map_words(canvas, view);
  draw_film_cards(canvas, view);
  draw_film_charts(canvas, view);
  draw_film_caption(canvas, view, caption_of(view.moment));
  draw_film_corner(canvas, view);
  ImGui::End();
}

/// What lies over maps, and what changes with every frame. It covers its ground wholly or stays within the
/// maps, which are drawn anew each time: a frame that is drawn over another must not shine through.
void Film::draw_front(const FilmView& view, const Way& way) {
  Canvas canvas(view.look, *ImGui::GetForegroundDrawList());
  const std::vector<std::size_t> parks = view.parks();
  for (std::size_t k = 0; k < view.layout.maps.size(); ++k) {
    const Box& map = view.layout.maps[k];
    canvas.list().PushClipRect({map.x, map.y}, {map.right(), map.bottom()});
    draw_firm_dots(canvas, view, map, maps_->park(parks[k]));
    draw_money(canvas, view, map, parks[k]);
    round_corners(canvas, map, view.px(12), view.look.theme.ground);
    const float half = view.px(0.75F);
    canvas.outline(map.inset(half), view.look.theme.edge, view.px(12), view.px(1.5F));
    canvas.list().PopClipRect();
  }
  if (way.before != nullptr) {
    // Pictures of SFML stand upside down.
    const float lower = 1 - view.layout.corner.y / static_cast<float>(style_.height);
    const Color ink = faded(rgb(0xffffff), 1 - view.moment.chapter_seconds / fade_seconds);
    canvas.list().AddImage(
        reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(way.before->getNativeHandle())),  // NOLINT
        {0, 0}, {static_cast<float>(style_.width), view.layout.corner.y}, {0, 1}, {1, lower}, packed(ink));
  }
  draw_film_progress(canvas, view);
  if (way.over) way.over(canvas, view);
}

void Film::draw(sf::RenderTarget& target, const FilmMoment& moment, const Way& way) {
  const study::Chapter& chapter = storyboard_.chapters[moment.chapter];
  const FilmLayout layout = lay_out_film(static_cast<float>(style_.width), static_cast<float>(style_.height),
                                         content_of(chapter, scene_->count()));
  const Look look{texts_, theme_of(style_.theme), type_.fonts, film_scale * layout.unit};
  const FilmView view{*scene_, storyboard_, clock_, moment, layout, type_, look, changes_};
  do {
    gui_.begin_frame(target.getSize(), 1.0F / static_cast<float>(clock_.frames_a_second()));
    ImGui::PushFont(type_.fonts.body);
    maps_->arrange(view);
    draw_page(view);
    draw_front(view, way);
    ImGui::PopFont();
  } while (!gui_.end_frame());
  const std::uint64_t page = gui_.digest_behind();
  const Kept now{page, moment.chapter, telling_, true};
  const bool is_there = way.kept != nullptr && *way.kept == now;
  if (!is_there) {
    const Color clear = look.theme.ground;
    target.clear({clear.r, clear.g, clear.b});
  }
  maps_->draw(target, view);
  gui_.paint(target, is_there ? Gui::Part::Foreground : Gui::Part::All);
  if (way.kept != nullptr) *way.kept = way.over || way.before != nullptr ? Kept() : now;
}

}  // namespace park::ui
