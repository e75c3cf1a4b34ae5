// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <SFML/Window/Event.hpp>
#include <functional>
#include <optional>

#include "present/film.hpp"
#include "present/lever_board.hpp"
#include "present/scene_renewal.hpp"

namespace park::ui {

/// What lies between a film that was paused and its going on with another policy: levers are moved over the
/// last frame, then the scenarios are lived anew, and the film takes them over. Nothing here waits.
class PolicyPause {
 public:
  /// Tells the storyboard anew for changed scenarios; none: it stays as it is.
  using Retell = std::function<study::Storyboard(const std::vector<std::shared_ptr<const Scenario>>&)>;

  PolicyPause(Film& film, Gui& gui, Retell retell);

  enum class Phase : std::uint8_t { Closed, Choosing, Living };
  [[nodiscard]] Phase phase() const;
  [[nodiscard]] bool is_open() const { return phase() != Phase::Closed; }

  /// Over that picture of the film, in which so many months have passed.
  void open(const sf::Texture& shown, int month);
  void take(const sf::Event& event);
  /// Draws the picture and what lies over it; goes on with what is under way. True once the film has taken
  /// over the new scene.
  [[nodiscard]] bool draw(sf::RenderWindow& window, double seconds);

 private:
  void take_key(const sf::Event::KeyEvent& key);
  void close();
  void live_anew();
  void take_over_scene(const std::shared_ptr<const FilmScene>& scene);
  void build(const sf::RenderWindow& window);

  Film& film_;
  Gui& gui_;
  Retell retell_;
  sf::Texture shown_;
  std::shared_ptr<const Scenario> reference_;  ///< of the marks on the sliders: as the film began
  std::optional<LeverChoice> choice_;          ///< nothing: closed
  LeverBoardState board_;
  SceneRenewal renewal_;
  std::vector<PolicyChange> asked_;  ///< changes that are being lived
};

}  // namespace park::ui
