// SPDX-License-Identifier: MIT
#include "panels/funnel_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "charts/number_text.hpp"
#include "core/no_value.hpp"

namespace park::ui {
namespace {

constexpr std::size_t least_firms = 5;

struct StepRow {
  const char* indicator;
  const char* label;
  Milestone milestone;
};
constexpr std::array<StepRow, milestone_count> step_rows = {
    {{"firms_signed", "ui.milestone.signed", Milestone::Signed},
     {"firms_started", "ui.milestone.started", Milestone::Started},
     {"firms_producing", "ui.milestone.producing", Milestone::Producing},
     {"firms_at_capacity", "ui.milestone.at_capacity", Milestone::AtCapacity}}};

int month_of(const PlantRecord& plant, Milestone milestone) {
  switch (milestone) {
    case Milestone::Signed:
      return plant.signed_month;
    case Milestone::Started:
      return plant.started_month;
    case Milestone::Producing:
      return plant.producing_month;
    case Milestone::AtCapacity:
    case Milestone::Count:
      break;
  }
  return plant.at_capacity_month;
}

std::string note_of(const ShownFutures& shown, std::size_t step, const ParkChronicle* chronicle) {
  if (step == 0) return {};
  const Texts& texts = shown.look().texts;
  const std::size_t scenario = shown.scenario();
  const double before = shown.mean(scenario, step_rows[step - 1].indicator);
  // Those who started count for ever, those in production as long as they are: no share of each other.
  const bool is_share = step_rows[step].milestone != Milestone::Producing && before > 0;
  const double share = is_share ? shown.mean(scenario, step_rows[step].indicator) / before : no_value;
  std::string note = std::isfinite(share) ? value_text(texts, share, "share") : std::string();
  if (chronicle == nullptr) return note;
  const double months = months_between_milestones(*chronicle, step_rows[step].milestone, shown.month());
  if (!std::isfinite(months)) return note;
  if (!note.empty()) note += " · ";
  note += value_text(texts, months, "months");
  return note;
}

}  // namespace

double months_between_milestones(const ParkChronicle& chronicle, Milestone to, int month) {
  PARK_ASSERT(to != Milestone::Signed);
  const auto from = static_cast<Milestone>(static_cast<std::size_t>(to) - 1);
  std::vector<double> months;
  for (const PlantRecord& plant : chronicle.plants()) {
    const int begin = month_of(plant, from);
    const int end = month_of(plant, to);
    // What came with the opening has no beginning of its own.
    if (begin == PlantRecord::never || end == PlantRecord::never || begin <= 0 || end > month) continue;
    if (plant.counts_as_firm) months.push_back(end - begin);
  }
  if (months.size() < least_firms) return no_value;
  const auto middle = months.begin() + static_cast<std::ptrdiff_t>(months.size() / 2);
  std::nth_element(months.begin(), middle, months.end());
  return *middle;
}

FunnelChart funnel_picture(const ShownFutures& shown, const ParkChronicle* chronicle) {
  const Look& look = shown.look();
  FunnelChart chart;
  chart.head = {look.texts("ui.picture.funnel"), "", "", "", 0};
  chart.unit = std::string(shown.unit("firms_signed"));
  chart.reference_label = shown.label(0);
  for (std::size_t i = 0; i < step_rows.size(); ++i) {
    const std::size_t scenario = shown.scenario();
    const auto end = static_cast<int>(shown.futures().months());
    chart.steps.push_back({look.texts(step_rows[i].label), look.theme.milestones[i],
                           shown.mean(scenario, step_rows[i].indicator),
                           shown.is_of_baseline() ? no_value : shown.mean(0, step_rows[i].indicator),
                           note_of(shown, i, chronicle)});
    // Bars grow with the months instead of always filling the width.
    chart.full = std::max(chart.full, shown.mean_at(scenario, step_rows[i].indicator, end));
  }
  if (chronicle != nullptr) chart.head.note = look.texts("ui.picture.funnel_note");
  return chart;
}

}  // namespace park::ui
