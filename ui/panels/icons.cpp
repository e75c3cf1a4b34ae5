// SPDX-License-Identifier: MIT
#include "panels/icons.hpp"

#include <imgui.h>

#include <string>

namespace park::ui {
namespace {

/// A pen in the square of the icon: -1 to 1 in both directions.
class Pen {
 public:
  Pen(Canvas& canvas, const Box& box, Color color)
      : list_(canvas.list()),
        x_(box.middle_x()),
        y_(box.middle_y()),
        half_(std::min({box.w, box.h, canvas.px(26)}) * 0.23F),
        thickness_(canvas.px(1.5F)),
        color_(packed(color)) {}

  void line(float x0, float y0, float x1, float y1) {
    list_.AddLine(at(x0, y0), at(x1, y1), color_, thickness_);
  }
  void triangle(float x0, float y0, float x1, float y1, float x2, float y2) {
    list_.AddTriangleFilled(at(x0, y0), at(x1, y1), at(x2, y2), color_);
  }
  void bar(float x0, float y0, float x1, float y1) { list_.AddRectFilled(at(x0, y0), at(x1, y1), color_); }
  void arc(float from, float to) {
    list_.PathArcTo({x_, y_}, 0.95F * half_, from, to, 20);
    list_.PathStroke(color_, 0, thickness_ * 0.85F);
  }
  void dot(float x, float y) { list_.AddCircleFilled(at(x, y), thickness_, color_, 8); }

 private:
  [[nodiscard]] ImVec2 at(float x, float y) const { return {x_ + x * half_, y_ + y * half_}; }

  ImDrawList& list_;
  float x_, y_, half_, thickness_;
  std::uint32_t color_;
};

void draw_transport(Pen& pen, Icon icon) {
  if (icon == Icon::Play) pen.triangle(-0.7F, -1, 1, 0, -0.7F, 1);
  if (icon == Icon::Pause) {
    pen.bar(-0.8F, -1, -0.2F, 1);
    pen.bar(0.2F, -1, 0.8F, 1);
  }
  const float side = icon == Icon::ToStart ? -1.0F : 1.0F;
  if (icon != Icon::ToStart && icon != Icon::ToEnd) return;
  pen.bar(std::min(side, side * 0.7F), -1, std::max(side, side * 0.7F), 1);
  if (icon == Icon::ToStart) pen.triangle(0.9F, -1, 0.9F, 1, -0.6F, 0);
  if (icon == Icon::ToEnd) pen.triangle(-0.9F, -1, 0.6F, 0, -0.9F, 1);
}

void draw_frame_corners(Pen& pen, float out, float in) {
  pen.line(out, -out, in, -out);
  pen.line(out, -out, out, -in);
  pen.line(-out, out, -in, out);
  pen.line(-out, out, -out, in);
  pen.line(out, -out, 0.2F * out, -0.2F * out);
  pen.line(-out, out, -0.2F * out, 0.2F * out);
}

}  // namespace

void draw_icon(Canvas& canvas, Icon icon, const Box& box, Color color) {
  Pen pen(canvas, box, color);
  switch (icon) {
    case Icon::Play:
    case Icon::Pause:
    case Icon::ToStart:
    case Icon::ToEnd:
      draw_transport(pen, icon);
      break;
    case Icon::Enlarge:
      draw_frame_corners(pen, 0.95F, 0.1F);
      break;
    case Icon::Shrink:
      pen.line(-0.9F, 0, 0.9F, 0);
      break;
    case Icon::Export:
      pen.line(0, -1, 0, 0.4F);
      pen.line(-0.5F, -0.1F, 0, 0.4F);
      pen.line(0.5F, -0.1F, 0, 0.4F);
      pen.line(-0.9F, 0.95F, 0.9F, 0.95F);
      break;
    case Icon::Choose:
      pen.triangle(-0.8F, -0.4F, 0.8F, -0.4F, 0, 0.6F);
      break;
    case Icon::Close:
      pen.line(-0.65F, -0.65F, 0.65F, 0.65F);
      pen.line(-0.65F, 0.65F, 0.65F, -0.65F);
      break;
    case Icon::Add:
      pen.line(-0.8F, 0, 0.8F, 0);
      pen.line(0, -0.8F, 0, 0.8F);
      break;
    case Icon::More:
      for (const float y : {-0.6F, 0.0F, 0.6F}) pen.line(-0.9F, y, 0.9F, y);
      break;
    case Icon::Clock:
      pen.arc(0, 6.2832F);
      pen.line(0, 0, 0, -0.6F);
      pen.line(0, 0, 0.45F, 0.25F);
      break;
    case Icon::Back:
      pen.arc(-2.3F, 2.4F);
      pen.triangle(-1.15F, -0.95F, -0.1F, -0.85F, -0.75F, -0.05F);
      break;
  }
}

bool icon_button(const Look& look, const char* id, Icon icon, float size, const std::string& tooltip,
                 bool is_faint) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool is_clicked = ImGui::InvisibleButton(id, {size, size});
  const bool is_hovered = ImGui::IsItemHovered();
  Canvas canvas(look);
  const Box box{at.x, at.y, size, size};
  if (is_hovered) canvas.fill(box, look.theme.field_hover, look.px(4));
  draw_icon(canvas, icon, box,
            is_hovered ? look.theme.text
            : is_faint ? look.theme.text_faint
                       : look.theme.text_muted);
  if (is_hovered) ImGui::SetTooltip("%s", tooltip.c_str());
  return is_clicked;
}

}  // namespace park::ui
