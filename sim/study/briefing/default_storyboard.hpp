// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "scenario/scenario.hpp"
#include "study/briefing/storyboard.hpp"

namespace park::study {

/// The briefing of one to three scenarios with one calendar, the first the reference, for whoever writes no
/// storyboard: opening, diagnosis of the chain, recruitment, factories, the festival swing, bottlenecks,
/// milestones, results, costs; two minutes for ten years, less for a short run. A run too short for a spring
/// festival has no chapter of it. Its words are `brief.*` of both catalogues; throws WorldError if they
/// cannot be read.
[[nodiscard]] Storyboard default_storyboard(const std::vector<std::shared_ptr<const Scenario>>& scenarios);

}  // namespace park::study
