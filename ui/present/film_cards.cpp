// SPDX-License-Identifier: MIT
#include "present/film_cards.hpp"

#include <cmath>

#include "charts/number_text.hpp"
#include "charts/text_lines.hpp"
#include "core/assert.hpp"
#include "present/indicator_name.hpp"

namespace park::ui {
namespace {

struct Piece {
  const ImFont* font = nullptr;
  Color color;
  std::string words;
  float gap = 0;  ///< before it
};

float width_of(const std::vector<Piece>& pieces) {
  float width = 0;
  for (const Piece& piece : pieces) width += piece.gap + text_width(piece.font, piece.words);
  return width;
}

/// Pieces of type on one base line.
void draw_pieces(Canvas& canvas, float x, float base, const std::vector<Piece>& pieces) {
  for (const Piece& piece : pieces) {
    x += piece.gap;
    x += canvas.text(piece.font, x, base - piece.font->Ascent, piece.color, piece.words);
  }
}

class Card {
 public:
  Card(Canvas& canvas, const FilmView& view, const Box& box, std::size_t column)
      : canvas_(canvas),
        view_(view),
        box_(box),
        column_(column),
        indicator_(view.scene.futures().columns()[column]) {}

  void draw() {
    const Theme& theme = view_.look.theme;
    const Texts& texts = view_.look.texts;
    canvas_.fill(box_, theme.panel, view_.px(12));
    canvas_.outline(box_, theme.edge, view_.px(12));
    const Box inside = box_.inset(view_.px(22), view_.px(13), view_.px(16), view_.px(12));
    const ImFont* body = view_.type.fonts.body;
    const std::string name = indicator_name(indicator_, texts);
    const ImFont* label = text_width(body, name) <= inside.w ? body : view_.type.fonts.small;
    Box line = inside;
    if (text_width(label, name) <= inside.w) {
      canvas_.text_in(label, line.take_top(body->FontSize + view_.px(2)), theme.text_muted, name);
    } else {
      float y = inside.y - view_.px(7);
      for (const std::string& part : lines_of(label, name, inside.w, 2)) {
        canvas_.text(label, inside.x, y, theme.text_muted, part);
        y += view_.px(23);
      }
    }
    if (!has_value()) {
      draw_pieces(canvas_, inside.x, inside.y + view_.px(83),
                  {{view_.type.fonts.title, theme.text_faint, texts("ui.brief.no_value")}});
      return;
    }
    draw_pieces(canvas_, inside.x, inside.y + view_.px(83), values(inside.w));
    draw_pieces(canvas_, inside.x, inside.y + view_.px(121), below(inside.w));
  }

 private:
  /// As at the opening: no scenario differs from the reference in any run.
  [[nodiscard]] bool is_same_in_all() const {
    for (std::size_t place = 1; place < view_.scene.count(); ++place) {
      const PairedChange change = change_of(place);
      if (change.n == 0 || change.mean != 0 || change.lo != 0 || change.hi != 0) return false;
    }
    return true;
  }

  /// Of any scenario: a rate has none before there is something to divide by.
  [[nodiscard]] bool has_value() const {
    for (std::size_t place = 0; place < view_.scene.count(); ++place) {
      if (view_.scene.futures().band(place, static_cast<std::size_t>(view_.month()), column_).n > 0)
        return true;
    }
    return false;
  }

  [[nodiscard]] PairedChange change_of(std::size_t place) const {
    return view_.scene.futures().difference(place, static_cast<std::size_t>(view_.month()), column_);
  }

  [[nodiscard]] ValueParts value_of(std::size_t place) const {
    const auto mean = static_cast<double>(
        view_.scene.futures().band(place, static_cast<std::size_t>(view_.month()), column_).mean);
    return value_parts(view_.look.texts, mean, indicator_.unit);
  }

  /// `31 → 47家`, smaller where there is no room; the value alone where all have the same.
  [[nodiscard]] std::vector<Piece> values(float room) const {
    const Theme& theme = view_.look.theme;
    const Fonts& fonts = view_.type.fonts;
    const std::size_t count = is_same_in_all() ? 1 : view_.scene.count();
    std::vector<Piece> pieces;
    for (const ImFont* large : {fonts.figure, fonts.title, fonts.strong}) {
      pieces.clear();
      if (count > 1) {
        pieces.push_back({fonts.body, theme.baseline, value_of(0).number});
        pieces.push_back({fonts.body, theme.text_faint, "→", view_.px(10)});
      }
      for (std::size_t place = count > 1 ? 1 : 0; place < count; ++place) {
        const ValueParts parts = value_of(place);
        const Color color = count > 2 ? view_.color_of(place) : theme.text;
        pieces.push_back({large, color, parts.number, count > 1 ? view_.px(12) : 0});
        // The unit stands once, behind the last.
        if (place + 1 == count) pieces.push_back({fonts.body, theme.text_muted, parts.unit, view_.px(6)});
      }
      if (width_of(pieces) <= room) break;
    }
    return pieces;
  }

  /// The difference with its interval; the interval gives way where there is no room.
  [[nodiscard]] std::vector<Piece> below(float room) const {
    std::vector<Piece> pieces = view_.is_alone() ? range() : differences();
    if (width_of(pieces) > room) {
      for (Piece& piece : pieces) piece.font = view_.type.fonts.small;
    }
    if (width_of(pieces) > room && pieces.size() > 1) pieces.pop_back();
    return pieces;
  }

  [[nodiscard]] std::vector<Piece> range() const {
    const Texts& texts = view_.look.texts;
    const Band& band = view_.scene.futures().band(0, static_cast<std::size_t>(view_.month()), column_);
    if (band.n < 2) return {};
    return {{view_.type.fonts.small, view_.look.theme.text_muted,
             texts("ui.brief.range", {value_text(texts, band.p025, indicator_.unit),
                                      value_text(texts, band.p975, indicator_.unit)})}};
  }

  [[nodiscard]] std::vector<Piece> differences() const {
    const Theme& theme = view_.look.theme;
    const Texts& texts = view_.look.texts;
    const Fonts& fonts = view_.type.fonts;
    if (is_same_in_all()) return {{fonts.small, theme.text_faint, texts("ui.brief.same")}};
    std::vector<Piece> pieces;
    for (std::size_t place = 1; place < view_.scene.count(); ++place) {
      const PairedChange change = change_of(place);
      if (change.n == 0 || !std::isfinite(change.mean)) continue;
      const Color otherwise = view_.scene.count() > 2 ? view_.color_of(place) : theme.scenario_text;
      const Color color = color_of_change(change, indicator_.better, theme, otherwise);
      pieces.push_back({fonts.body, color, difference_text(texts, change.mean, indicator_.unit),
                        pieces.empty() ? 0 : view_.px(20)});
      if (change.n > 1 && std::isfinite(change.lo) && view_.scene.count() == 2)
        pieces.push_back({fonts.small, theme.text_muted,
                          interval_text(texts, change.lo, change.hi, indicator_.unit), view_.px(10)});
    }
    return pieces;
  }

  Canvas& canvas_;
  const FilmView& view_;
  Box box_;
  std::size_t column_;
  const IndicatorColumn& indicator_;
};

}  // namespace

Color color_of_change(const PairedChange& change, Better better, const Theme& theme, Color otherwise) {
  if (!change.is_certain()) return theme.text_muted;
  return change.is_worse(better) ? theme.trouble : otherwise;
}

void draw_film_cards(Canvas& canvas, const FilmView& view) {
  const std::vector<std::string>& cards = view.chapter().cards;
  for (std::size_t i = 0; i < cards.size() && i < view.layout.cards.size(); ++i) {
    const auto column = view.scene.futures().column(cards[i]);
    PARK_ASSERT(column.has_value());
    Card(canvas, view, view.layout.cards[i], *column).draw();
  }
}

}  // namespace park::ui
