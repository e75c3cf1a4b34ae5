// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>
#include <cstdint>
#include <memory>
#include <vector>

#include "backend/event_glue.hpp"
#include "backend/fonts.hpp"
#include "backend/frame_changes.hpp"
#include "backend/panel_painter.hpp"
#include "backend/theme.hpp"
#include "backend/type_case.hpp"

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

  /// Type in a scale of 1 to 2. Between frames only.
  void set_type(float scale);
  /// For type in other sizes, between frames.
  [[nodiscard]] TypeCase& type_case() { return type_case_; }
  /// Colours and sizes of controls. Between frames only.
  void set_style(const Theme& theme, float scale);
  [[nodiscard]] const Fonts& fonts() const { return fonts_; }

  void take(const sf::Event& event) { glue_->take(event); }
  void begin_frame(sf::Vector2u size, float seconds);
  /// Ends the frame. False if it shows glyphs for the first time: then it has holes, and is to be begun and
  /// built again.
  [[nodiscard]] bool end_frame();
  /// Of all but the foreground draw list: equal digests, equal pictures.
  [[nodiscard]] std::uint64_t digest_behind() const;
  /// Where the frame looks different from the one for which this was asked last.
  [[nodiscard]] std::vector<Patch> changes();
  /// Draws the frame, or what of it lies within a patch, over what the target shows.
  enum class Part : std::uint8_t { All, Foreground };
  void paint(sf::RenderTarget& target, Part part = Part::All);
  void paint(sf::RenderTarget& target, const Patch& patch);

 private:
  void paint(sf::RenderTarget& target, const ImDrawData& data, const Patch& patch);

  ImGuiContext* context_;
  Drawing drawing_;
  std::unique_ptr<EventGlue> glue_;
  TypeCase type_case_;
  Fonts fonts_;
  PanelPainter painter_;
  FrameChanges changes_;
};

}  // namespace park::ui
