// SPDX-License-Identifier: MIT
#pragma once

#include "charts/funnel.hpp"
#include "panels/shown_futures.hpp"
#include "session/park_chronicle.hpp"

namespace park::ui {

/// Median months between two milestones over the firms of one life of the park that passed both by a month;
/// NaN where fewer than five did. `to` is the later one.
[[nodiscard]] double months_between_milestones(const ParkChronicle& chronicle, Milestone to, int month);

/// Firms by the four milestones with the share that came from the one before and how long that took. The
/// durations are those of one life of the park, where that is known.
[[nodiscard]] FunnelChart funnel_picture(const ShownFutures& shown, const ParkChronicle* chronicle);

}  // namespace park::ui
