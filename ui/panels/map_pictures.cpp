// SPDX-License-Identifier: MIT
#include <SFML/Graphics/Sprite.hpp>
#include <algorithm>

#include "panels/map_panel.hpp"

namespace park::ui {
namespace {

/// Whether there is a picture to draw on that is as large as the area.
bool fit_to(std::unique_ptr<sf::RenderTexture>& picture, const sf::FloatRect& area) {
  const sf::Vector2u size(static_cast<unsigned>(area.width), static_cast<unsigned>(area.height));
  if (picture && picture->getSize() == size) return true;
  picture = std::make_unique<sf::RenderTexture>();
  if (!picture->create(size.x, size.y)) picture = nullptr;
  return picture != nullptr;
}

Patch patch_of(const sf::FloatRect& area) {
  return touched(area.left, area.top, area.left + area.width, area.top + area.height);
}

/// All of a picture that is as large as the area.
sf::FloatRect whole(const sf::FloatRect& area) { return {0, 0, area.width, area.height}; }

/// Pixels take the place of those below.
sf::RenderStates opaque() { return {sf::BlendNone}; }

}  // namespace

MapPanel::Drawn MapPanel::drawn_as(const Screen& screen, const Texts& texts) {
  return {screen.view.get(), screen.view->version(), screen.area, texts.language()};
}

void MapPanel::keep(Screen& screen, const Texts& texts) {
  const Drawn now = drawn_as(screen, texts);
  if (screen.kept_as == now) return;
  screen.kept_as.reset();
  if (!fit_to(screen.kept, screen.area)) return;
  screen.view->show(*screen.kept, texts, whole(screen.area));
  screen.kept->display();
  screen.kept_as = now;
}

/// Country and land of the picture that comes next. The country stays from month to month.
void MapPanel::begin_coming(Screen& screen, const Texts& texts) {
  const sf::FloatRect place = whole(screen.area);
  const Drawn country{screen.view.get(), screen.view->country_version(), screen.area, texts.language()};
  if (screen.country_as != country) {
    screen.country_as.reset();
    if (fit_to(screen.country, screen.area)) {
      screen.view->show_country(*screen.country, place);
      screen.country->display();
      screen.country_as = country;
    }
  }
  if (screen.country_as) {
    screen.coming->draw(sf::Sprite(screen.country->getTexture()), opaque());
  } else {
    screen.view->show_country(*screen.coming, place);
  }
  screen.view->show_land(*screen.coming, place);
  screen.coming->display();
}

/// What of a map is to be seen in this frame. While months go by over a resting map, a picture is drawn in
/// two frames, each of which has as much time as half of it takes; until it is ready, the one before stays.
MapPanel::Drawn MapPanel::next_picture(Screen& screen, const Texts& texts) {
  const Drawn wanted = drawn_as(screen, texts);
  const bool is_seen = screen.kept_as && std::ranges::find(drawn_, *screen.kept_as) != drawn_.end();
  if (!is_seen || screen.kept_as == wanted || !is_camera_at_rest_ || !screen.kept_as->has_place_of(wanted) ||
      !fit_to(screen.coming, screen.area)) {
    screen.coming_as.reset();
    return wanted;
  }
  if (screen.coming_as != wanted) {
    // Where every frame wants another one, none would ever be ready.
    const bool is_overtaken = screen.coming_as.has_value();
    begin_coming(screen, texts);
    screen.coming_as = wanted;
    if (!is_overtaken) {
      is_half_drawn_ = true;
      return *screen.kept_as;
    }
  }
  screen.view->show_standing(*screen.coming, texts, whole(screen.area));
  screen.coming->display();
  std::swap(screen.kept, screen.coming);
  screen.kept_as = wanted;
  screen.coming_as.reset();
  return wanted;
}

void MapPanel::prepare(std::vector<Patch>& others, const Texts& texts) {
  std::vector<Drawn> now;
  is_half_drawn_ = false;
  for (std::size_t k = 0; k < screens_shown_; ++k) now.push_back(next_picture(screens_[k], texts));
  const auto add = [&](const std::vector<Drawn>& maps, const std::vector<Drawn>& but) {
    for (const Drawn& map : maps) {
      if (std::ranges::find(but, map) == but.end()) others.push_back(patch_of(map.area));
    }
  };
  for (std::size_t k = 0; k < screens_shown_; ++k) {
    const bool stands_still = std::ranges::find(drawn_, now[k]) != drawn_.end();
    const bool is_touched = std::ranges::any_of(
        others, [&](const Patch& patch) { return !common(patch, patch_of(now[k].area)).is_empty(); });
    if (!stands_still || !is_touched || screens_[k].kept_as == now[k]) continue;
    keep(screens_[k], texts);
    // Without room for a picture the map cannot be drawn in part.
    if (!screens_[k].kept) others.push_back(patch_of(now[k].area));
  }
  add(now, drawn_);
  add(drawn_, now);
  drawn_ = std::move(now);
}

void MapPanel::draw(sf::RenderTarget& target, const Patch& patch, const Texts& texts) {
  for (std::size_t k = 0; k < screens_shown_; ++k) {
    const Screen& screen = screens_[k];
    const Patch seen = common(patch, patch_of(screen.area));
    if (seen.is_empty()) continue;
    if (!screen.kept || screen.kept_as != drawn_[k]) {
      screen.view->show(target, texts);
      continue;
    }
    const sf::IntRect part(seen.left - static_cast<int>(screen.area.left),
                           seen.top - static_cast<int>(screen.area.top), seen.right - seen.left,
                           seen.bottom - seen.top);
    sf::Sprite picture(screen.kept->getTexture(), part);
    picture.setPosition(static_cast<float>(seen.left), static_cast<float>(seen.top));
    target.draw(picture, opaque());
  }
}

}  // namespace park::ui
