// SPDX-License-Identifier: MIT
#include "indicators/durations.hpp"

#include <algorithm>
#include <array>

#include "core/no_value.hpp"

namespace park {
namespace {

constexpr int window = 60;

/// Ends and censorings by duration in months, 0 to 60.
struct Survival {
  std::array<int, window + 1> ended{};
  std::array<int, window + 1> censored{};
  int at_risk = 0;

  void add(int months, bool is_end) {
    const auto place = static_cast<std::size_t>(std::clamp(months, 0, window));
    ++(is_end && months <= window ? ended : censored)[place];
    ++at_risk;
  }

  /// First duration at which no more than half are still waiting.
  [[nodiscard]] double median() const {
    if (at_risk == 0) return no_value;
    double surviving = 1;
    int waiting = at_risk;
    for (std::size_t month = 0; month <= window; ++month) {
      if (waiting > 0 && ended[month] > 0) surviving *= 1 - static_cast<double>(ended[month]) / waiting;
      if (surviving <= 0.5) return static_cast<double>(month);
      waiting -= ended[month] + censored[month];
    }
    return window;
  }
};

}  // namespace

double signed_to_production_months(const World& world) {
  Survival survival;
  const std::vector<PipelineSpell>& spells = world.tallies.pipeline;
  for (auto spell = spells.rbegin(); spell != spells.rend() && spell->signed_month > world.month - window;
       ++spell) {
    const int end = spell->ended_month < 0 ? world.month : spell->ended_month;
    survival.add(end - spell->signed_month, spell->ended_month >= 0 && spell->produced);
  }
  return survival.median();
}

double approval_to_supply_months(const World& world) {
  Survival survival;
  for (const ApprovalSpell& spell : world.land.spells) {
    if (spell.approved_month <= world.month - window) continue;
    const bool is_supplied = spell.supplied_month != ApprovalSpell::waiting;
    survival.add((is_supplied ? spell.supplied_month : world.month) - spell.approved_month, is_supplied);
  }
  return survival.median();
}

}  // namespace park
