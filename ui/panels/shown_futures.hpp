// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "backend/look.hpp"
#include "charts/fan_chart.hpp"
#include "session/session.hpp"

namespace park::ui {

/// The label of a scenario in the language, its name where it has none.
[[nodiscard]] std::string label_of(const Scenario& scenario, const Texts& texts);

/// The place in the futures of the active tab; while only futures of what was open before are there, that of
/// the last one edited.
[[nodiscard]] std::size_t place_of_active(const Futures& futures, const Session& session);

/// Futures as the pictures show them: which of them are drawn, what they are called and in which colour.
/// Looks into a snapshot, which must stay alive.
class ShownFutures {
 public:
  ShownFutures(const Futures& futures, const Session& session, const Look& look, int month);
  /// The one in that place is what the pictures are of.
  ShownFutures(const Futures& futures, std::size_t scenario, const Look& look, int month);

  [[nodiscard]] const Futures& futures() const { return futures_; }
  [[nodiscard]] const Look& look() const { return look_; }
  /// Within the horizon of these futures.
  [[nodiscard]] int month() const { return month_; }
  [[nodiscard]] TimeAxis axis() const;

  /// The place of what the planner works on; the baseline's where that is open.
  [[nodiscard]] std::size_t scenario() const { return scenario_; }
  [[nodiscard]] bool is_of_baseline() const { return scenario_ == 0; }
  [[nodiscard]] std::size_t count() const { return futures_.scenario_count(); }
  [[nodiscard]] const std::string& label(std::size_t place) const { return labels_[place]; }
  [[nodiscard]] Color color(std::size_t place) const;

  /// Which column has that key; a key that is not there is our bug.
  [[nodiscard]] std::size_t column(std::string_view key) const;
  [[nodiscard]] std::string_view unit(std::string_view key) const {
    return futures_.columns()[column(key)].unit;
  }
  /// Name of the indicator in the language.
  [[nodiscard]] std::string name(std::string_view key) const;
  [[nodiscard]] double mean(std::size_t place, std::string_view key) const {
    return mean_at(place, key, month_);
  }
  [[nodiscard]] double mean_at(std::size_t place, std::string_view key, int month) const;

  [[nodiscard]] FanSeries fan(std::size_t place, std::string_view key) const;
  /// All scenarios, the baseline first, with bands behind the one that is worked on.
  [[nodiscard]] std::vector<FanSeries> fans(std::string_view key) const;
  [[nodiscard]] std::vector<float> means(std::size_t place, std::string_view key) const;

  /// `64次 · 种子2026 · 带为50/75/95%`
  [[nodiscard]] std::string note() const;
  /// Of pictures that show means alone.
  [[nodiscard]] std::string note_of_means() const;

 private:
  const Futures& futures_;
  const Look& look_;
  int month_;
  std::size_t scenario_;
  std::vector<std::string> labels_;
};

}  // namespace park::ui
