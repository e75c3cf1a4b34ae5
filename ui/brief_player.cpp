// SPDX-License-Identifier: MIT
#include "brief_player.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <chrono>
#include <cmath>
#include <thread>

#include "frame_pace.hpp"
#include "player_state.hpp"
#include "present/film_export.hpp"
#include "present/player_bar.hpp"

namespace park::ui {
namespace {

using Clock = std::chrono::steady_clock;
/// So long the bar stays after the mouse has moved.
constexpr double bar_seconds = 2.5;
/// Pixels above the lower edge, at 1080 lines, in which the mouse takes hold of the bar.
constexpr float grip = 56;

class BriefPlayer {
 public:
  BriefPlayer(std::shared_ptr<const FilmScene> scene, const study::Storyboard& storyboard,
              const PlayerWishes& wishes)
      : style_(wishes.style),
        clock_(storyboard, 30),
        state_(clock_),
        window_(mode_of(wishes, style_), "parksim",
                wishes.is_full_screen ? sf::Style::Fullscreen : sf::Style::Titlebar | sf::Style::Close),
        gui_(Gui::Drawing::ByOpenGl),
        film_(std::move(scene), storyboard, clock_, style_, gui_),
        studio_(film_),
        levers_(film_, gui_, wishes.retell) {
    // Without a window manager SFML puts it off the screen.
    window_.setPosition({0, 0});
  }

  void run() {
    Clock::time_point last = Clock::now();
    while (!state_.is_over()) {
      for (sf::Event event{}; window_.pollEvent(event);) {
        take(event);
        frames_left_ = frames_after_event;
      }
      const Clock::time_point now = Clock::now();
      const double seconds = std::chrono::duration<double>(now - last).count();
      last = now;
      if (!is_anything_moving()) {
        std::this_thread::sleep_for(nap);
        continue;
      }
      go_on(seconds);
      std::this_thread::sleep_until(now + std::chrono::duration_cast<Clock::duration>(frame_time));
    }
    window_.close();
  }

 private:
  static sf::VideoMode mode_of(const PlayerWishes& wishes, FilmStyle& style) {
    if (!wishes.is_full_screen) return {style.width, style.height};
    const sf::VideoMode screen = sf::VideoMode::getDesktopMode();
    style.width = screen.width;
    style.height = screen.height;
    return screen;
  }

  [[nodiscard]] bool is_anything_moving() const {
    return state_.is_playing() || bar_left_ > 0 || frames_left_ > 0 ||
           levers_.phase() == PolicyPause::Phase::Living;
  }

  void go_on(double seconds) {
    frames_left_ = std::max(0, frames_left_ - 1);
    if (levers_.is_open()) {
      window_.setMouseCursorVisible(true);
      if (levers_.draw(window_, seconds)) state_.play();
    } else {
      state_.advance(seconds);
      bar_left_ = is_scrubbing_ ? bar_seconds : std::max(0.0, bar_left_ - seconds);
      window_.setMouseCursorVisible(bar_left_ > 0);
      draw_film();
    }
    window_.display();
    tell_title();
  }

  void draw_film() {
    if (state_.is_black()) {
      window_.clear(sf::Color::Black);
      return;
    }
    const double opacity = std::min(1.0, bar_left_ / 0.4);
    Film::Over over;
    if (opacity > 0 || !state_.is_playing()) {
      over = [&](Canvas& canvas, const FilmView& view) {
        if (opacity > 0) draw_player_bar(canvas, view, state_.is_playing(), opacity);
        if (!state_.is_playing()) draw_lever_button(canvas, view);
      };
    }
    studio_.show(window_, state_.moment(), state_.is_playing() ? Film::As::Moving : Film::As::Still, over);
  }

  /// Where the film stands and what it does, for task bars and whoever cannot see the picture.
  void tell_title() {
    const Texts& texts = film_.texts();
    const FilmMoment moment = state_.moment();
    const Scenario& scenario = film_.scene().scenario(0);
    const char* doing = levers_.phase() == PolicyPause::Phase::Living     ? "ui.brief.window.living"
                        : levers_.phase() == PolicyPause::Phase::Choosing ? "ui.brief.window.levers"
                        : state_.is_playing()                             ? "ui.brief.window.playing"
                                                                          : "ui.brief.window.paused";
    const std::string title = texts(
        "ui.brief.window", {std::to_string(moment.chapter + 1), std::to_string(clock_.chapters()),
                            to_string(plus_months(scenario.start, months_passed(moment) - 1)), texts(doing)});
    if (title == title_) return;
    title_ = title;
    window_.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
  }

  /// The film pauses, and its last frame lies below the levers.
  void open_levers() {
    state_.pause();
    state_.show_picture();
    is_scrubbing_ = false;
    bar_left_ = 0;
    studio_.show(window_, state_.moment(), Film::As::Still);
    levers_.open(studio_.picture(), whole_months(state_.moment()));
  }

  // NOLINTBEGIN(cppcoreguidelines-pro-type-union-access): so SFML hands over its events
  void take(const sf::Event& event) {
    if (event.type == sf::Event::Closed) return state_.end();
    if (levers_.is_open()) return levers_.take(event);
    switch (event.type) {
      case sf::Event::KeyPressed:
        take_key(event.key.code);
        break;
      case sf::Event::MouseMoved:
        bar_left_ = bar_seconds;
        if (is_scrubbing_) scrub(event.mouseMove.x);
        break;
      case sf::Event::MouseButtonPressed:
        if (is_on_lever_button(event.mouseButton)) return open_levers();
        bar_left_ = bar_seconds;
        is_scrubbing_ = static_cast<float>(event.mouseButton.y) > lowest_line();
        if (is_scrubbing_) {
          scrub(event.mouseButton.x);
        } else {
          state_.toggle();
        }
        break;
      case sf::Event::MouseButtonReleased:
        is_scrubbing_ = false;
        break;
      default:
        break;
    }
  }
  // NOLINTEND(cppcoreguidelines-pro-type-union-access)

  void take_key(sf::Keyboard::Key key) {
    using Key = sf::Keyboard;
    switch (key) {
      case Key::Escape:
        return state_.end();
      case Key::Space:
      case Key::Enter:
        return state_.toggle();
      case Key::Left:
      case Key::Up:
        return state_.step(-1);
      case Key::Right:
      case Key::Down:
        return state_.step(1);
      case Key::PageDown:
        return state_.next_chapter();
      case Key::PageUp:
        return state_.previous_chapter();
      case Key::Home:
        return state_.scrub(0);
      case Key::End:
        return state_.to_end();
      case Key::B:
      case Key::Period:
        return state_.toggle_black();
      case Key::L:
        return open_levers();
      default:
        return;
    }
  }

  [[nodiscard]] bool is_on_lever_button(const sf::Event::MouseButtonEvent& mouse) const {
    if (state_.is_playing() || state_.is_black()) return false;
    return lever_button(film_.type(), film_.look(), static_cast<float>(style_.height))
        .holds(static_cast<float>(mouse.x), static_cast<float>(mouse.y));
  }
  [[nodiscard]] float lowest_line() const {
    const auto height = static_cast<float>(style_.height);
    return height - grip * height / 1080;
  }
  void scrub(int x) { state_.scrub(static_cast<double>(x) / std::max(1U, style_.width)); }

  FilmStyle style_;
  FilmClock clock_;
  PlayerState state_;
  sf::RenderWindow window_;
  Gui gui_;
  Film film_;
  FilmStudio studio_;
  PolicyPause levers_;
  std::string title_;              ///< of the window
  int frames_left_ = 0;            ///< to be drawn after an event, though nothing moves
  double bar_left_ = bar_seconds;  ///< seconds for which the bar is still shown
  bool is_scrubbing_ = false;
};

}  // namespace

void play_briefing(std::shared_ptr<const FilmScene> scene, const study::Storyboard& storyboard,
                   const PlayerWishes& wishes) {
  BriefPlayer(std::move(scene), storyboard, wishes).run();
}

}  // namespace park::ui
