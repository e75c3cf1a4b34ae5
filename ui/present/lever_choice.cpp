// SPDX-License-Identifier: MIT
#include "present/lever_choice.hpp"

#include <algorithm>
#include <array>

#include "panels/parameter_list.hpp"
#include "session/differing_keys.hpp"

namespace park::ui {

LeverChoice::LeverChoice(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const Scenario> reference,
                         int month)
    : scenario_(std::move(scenario)),
      reference_(std::move(reference)),
      month_(month),
      holds_from_now_(can_hold_from_now()) {
  const std::array<const Scenario*, 2> both = {reference_.get(), scenario_.get()};
  const std::vector<KeyDifference> differences = differing_keys(both);
  const auto differs = [&](const ParameterRow& lever) {
    return std::ranges::any_of(differences,
                               [&](const KeyDifference& one) { return one.parameter.row == &lever; });
  };
  for (const ParameterRow& lever : lever_rows()) order_.push_back(&lever);
  const auto others = std::stable_partition(order_.begin(), order_.end(),
                                            [&](const ParameterRow* lever) { return differs(*lever); });
  differing_ = static_cast<std::size_t>(others - order_.begin());
}

LeverChoice::Row LeverChoice::row_of(const ParameterRow& lever) const {
  Row row;
  row.lever = &lever;
  row.scale = scale_of({&lever, 0});
  row.reference = get(reference_->parameters, lever);
  row.before = holds_from_now_ ? lever_after(*scenario_, lever, month_) : get(scenario_->parameters, lever);
  const auto moved = moved_.find(&lever);
  row.value = moved == moved_.end() ? row.before : moved->second;
  return row;
}

std::vector<LeverChoice::Row> LeverChoice::rows() const {
  std::vector<Row> rows;
  for (const ParameterRow* lever : order_) {
    if (matches(*lever, search)) rows.push_back(row_of(*lever));
  }
  return rows;
}

void LeverChoice::select_next(int direction) {
  const std::vector<Row> shown = rows();
  if (shown.empty()) return;
  const auto now = std::ranges::find(shown, selected_, &Row::lever);
  const auto last = static_cast<std::ptrdiff_t>(shown.size()) - 1;
  const auto from = now != shown.end() ? now - shown.begin() : direction > 0 ? -1 : last + 1;
  selected_ = shown[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + direction, 0, last))].lever;
}

void LeverChoice::nudge(int steps) {
  if (selected_ == nullptr) return;
  const Row row = row_of(*selected_);
  const double step =
      row.scale.kind == ValueKind::Real || row.scale.kind == ValueKind::Integer ? row.scale.step : 1.0;
  set(*selected_, snapped(row.scale, row.value + steps * step));
}

void LeverChoice::set(const ParameterRow& lever, double value) {
  moved_[&lever] = bounded(scale_of({&lever, 0}), value);
}

void LeverChoice::reset_selected() { moved_.erase(selected_); }

std::vector<PolicyChange> LeverChoice::changes() const {
  std::vector<PolicyChange> changes;
  for (const ParameterRow& lever : lever_rows()) {
    const Row row = row_of(lever);
    if (!row.is_moved()) continue;
    changes.push_back(
        {&lever, row.before, row.value, holds_from_now_ ? std::optional<int>(month_) : std::nullopt});
  }
  return changes;
}

}  // namespace park::ui
