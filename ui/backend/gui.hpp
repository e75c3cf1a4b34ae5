// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>
#include <cstdint>
#include <memory>
#include <string_view>

#include "backend/event_glue.hpp"
#include "backend/fonts.hpp"
#include "backend/theme.hpp"

struct ImGuiContext;

namespace park::ui {

/// The Dear ImGui context of a program: fonts, style, events. There is one at a time. With `Drawing::Nowhere`
/// it builds frames without any display, for tests.
class Gui {
 public:
  enum class Drawing : std::uint8_t { ByOpenGl, Nowhere };

  /// ByOpenGl needs an active OpenGL context, that of the window or of a picture being made.
  explicit Gui(Drawing drawing);
  ~Gui();
  Gui(const Gui&) = delete;
  Gui& operator=(const Gui&) = delete;

  /// Type in a scale of 1 to 2 with glyphs for `text`. Between frames only.
  void set_type(float scale, std::string_view text);
  /// Type that was built into Dear ImGui's atlas in other sizes. Between frames only.
  void show_type(const Fonts& fonts);
  /// Colours and sizes of controls. Between frames only.
  void set_style(const Theme& theme, float scale);
  [[nodiscard]] const Fonts& fonts() const { return fonts_; }

  void take(const sf::Event& event) { glue_->take(event); }
  void begin_frame(sf::Vector2u size, float seconds);
  /// Ends the frame and draws it over what the target shows.
  void end_frame(sf::RenderTarget& target);
  /// The same in two steps. The digest is that of all but the foreground draw list: equal digests, equal
  /// pictures.
  [[nodiscard]] std::uint64_t finish_frame();
  enum class Part : std::uint8_t { All, Foreground };
  void draw_finished(sf::RenderTarget& target, Part part);
  /// Ends the frame without drawing it.
  void drop_frame();

 private:
  ImGuiContext* context_;
  Drawing drawing_;
  std::unique_ptr<EventGlue> glue_;
  Fonts fonts_;
};

}  // namespace park::ui
