// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "charts/canvas.hpp"
#include "panels/inspector.hpp"

namespace park::ui {

/// The parts of a card, from above to below, inside the card's own Dear ImGui window.
class Card {
 public:
  Card(const InspectorWishes& wishes, InspectorAnswer& answer, float width)
      : wishes_(wishes), answer_(answer), width_(width) {}

  [[nodiscard]] const InspectorWishes& wishes() const { return wishes_; }
  [[nodiscard]] const ParkChronicle& chronicle() const { return *wishes_.chronicle; }
  [[nodiscard]] const ParkPicture& picture() const;
  [[nodiscard]] const Texts& texts() const;
  [[nodiscard]] const Look& look() const { return wishes_.look; }
  [[nodiscard]] const Theme& theme() const;

  void title(const std::string& words) const;
  void faint(const std::string& words) const;
  void body(const std::string& words, Color color) const;
  void heading(const std::string& words) const;
  /// A fact: what it is on the left, its value on the right.
  void row(const std::string& name, const std::string& value) const;
  /// A word in a box of that colour.
  void chip(const std::string& words, Color color, bool stays_on_line = false) const;
  /// Parts of a whole side by side, each with its colour.
  struct Part {
    double amount = 0;
    Color color;
    std::string words;
  };
  void shares(const std::vector<Part>& parts) const;
  /// Words that lead to something else on the map.
  void link(const std::string& words, const MapTarget& target, Color dot);
  /// A bar from nothing to all, with words before and after.
  void bar(const std::string& words, double share, const std::string& amount, Color color) const;
  void space(float pixels) const;
  void wait_for_story() { answer_.is_waiting = true; }

 private:
  const InspectorWishes& wishes_;
  InspectorAnswer& answer_;
  float width_;
  int links_ = 0;
};

void fill_firm_card(Card& card, std::uint32_t plant);
void fill_block_card(Card& card, std::uint32_t block);
void fill_parcel_card(Card& card, std::uint32_t parcel);
void fill_feature_card(Card& card, std::uint32_t feature);
void fill_team_card(Card& card, Region region);

}  // namespace park::ui
