// SPDX-License-Identifier: MIT
#include "policy_pause.hpp"

#include <imgui.h>

#include <SFML/Graphics/RectangleShape.hpp>

namespace park::ui {

PolicyPause::PolicyPause(Film& film, Gui& gui, Retell retell)
    : film_(film),
      gui_(gui),
      retell_(std::move(retell)),
      reference_(film.scene().futures().shared_scenario(0)) {}

PolicyPause::Phase PolicyPause::phase() const {
  if (!choice_) return Phase::Closed;
  return renewal_.is_under_way() ? Phase::Living : Phase::Choosing;
}

void PolicyPause::open(const sf::Texture& shown, int month) {
  shown_ = shown;
  const Futures& futures = film_.scene().futures();
  choice_.emplace(futures.shared_scenario(futures.scenario_count() - 1), reference_, month);
  board_ = {};
}

void PolicyPause::close() {
  renewal_.give_up();
  choice_.reset();
  // The film itself has no use for the mouse: a chart under it would show its values.
  for (const sf::Event::EventType type :
       {sf::Event::MouseLeft, sf::Event::LostFocus, sf::Event::GainedFocus}) {
    sf::Event event{};
    event.type = type;
    gui_.take(event);
  }
}

void PolicyPause::take(const sf::Event& event) {
  const bool is_typing = ImGui::GetIO().WantTextInput;
  gui_.take(event);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-union-access): so SFML hands over its events
  if (event.type == sf::Event::KeyPressed && !is_typing) take_key(event.key);
}

void PolicyPause::take_key(const sf::Event::KeyEvent& key) {
  using Key = sf::Keyboard::Key;
  if (key.code == Key::Escape) return close();
  if (phase() != Phase::Choosing) return;
  constexpr int many = 10;
  switch (key.code) {
    case Key::Up:
    case Key::Down:
      choice_->select_next(key.code == Key::Down ? 1 : -1);
      board_.scrolls_to_selected = true;
      return;
    case Key::Left:
    case Key::Right:
      choice_->nudge((key.code == Key::Right ? 1 : -1) * (key.shift ? many : 1));
      board_.problem.clear();
      return;
    case Key::BackSpace:
    case Key::Delete:
      return choice_->reset_selected();
    case Key::Slash:
    case Key::F:
      board_.wants_search = key.code == Key::Slash || key.control;
      return;
    case Key::Enter:
      return live_anew();
    default:
      return;
  }
}

void PolicyPause::live_anew() {
  const std::vector<PolicyChange> changes = choice_->changes();
  if (changes.empty()) return;
  Checked<Scenario> changed = with_changes(choice_->scenario(), changes);
  if (!changed.ok()) {
    board_.problem = to_string(changed.problems().front());
    return;
  }
  asked_ = changes;
  renewal_.ask(film_.shared_scene(), std::make_shared<const Scenario>(std::move(changed).value()));
}

void PolicyPause::take_over_scene(const std::shared_ptr<const FilmScene>& scene) {
  std::vector<PolicyChange> told = film_.changes();
  take_over(told, asked_);
  study::Storyboard storyboard = film_.storyboard();
  if (retell_) {
    std::vector<std::shared_ptr<const Scenario>> scenarios;
    for (std::size_t place = 0; place < scene->count(); ++place)
      scenarios.push_back(scene->futures().shared_scenario(place));
    storyboard = retell_(scenarios);
  }
  film_.retell(scene, std::move(storyboard), std::move(told));
}

void PolicyPause::build(const sf::RenderWindow& window) {
  const sf::Vector2u size = window.getSize();
  const Box frame{0, 0, static_cast<float>(size.x), static_cast<float>(size.y)};
  const Look look = film_.look();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({frame.w, frame.h});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin("policy pause", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar();
  if (phase() == Phase::Living) {
    Canvas canvas(look);
    draw_renewal(canvas, film_.type(), frame, renewal_.progress(), renewal_.failure());
  } else {
    const BoardWish wish = draw_lever_board(*choice_, board_, film_.type(), look, frame);
    if (wish == BoardWish::LiveAnew) live_anew();
    if (wish == BoardWish::GiveUp) close();
  }
  ImGui::End();
}

bool PolicyPause::draw(sf::RenderWindow& window, double seconds) {
  if (const auto scene = renewal_.take()) {
    take_over_scene(scene);
    close();
    return true;
  }
  do {
    gui_.begin_frame(window.getSize(), static_cast<float>(seconds));
    ImGui::PushFont(film_.type().fonts.body);
    build(window);
    ImGui::PopFont();
  } while (!gui_.end_frame() && is_open());
  sf::RectangleShape picture(sf::Vector2f(window.getSize()));
  picture.setTexture(&shown_);
  sf::RenderStates opaque_states;
  opaque_states.blendMode = sf::BlendNone;
  window.draw(picture, opaque_states);
  gui_.paint(window);
  return false;
}

}  // namespace park::ui
