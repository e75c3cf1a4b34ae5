// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "scenario/scenario.hpp"

namespace park::ui {

/// The baseline as it would go in the park of `scenario`: its policy and assumptions with that scenario's
/// start, months, district, map, target list, places and pool, so that both live under the same shocks. With
/// `shares_assumptions` its uncertainties, structural parameters and shocks too. The baseline itself where
/// nothing differs.
[[nodiscard]] std::shared_ptr<const Scenario> reference_for(const std::shared_ptr<const Scenario>& baseline,
                                                            const Scenario& scenario,
                                                            bool shares_assumptions);

/// Whether results of both can be laid side by side: over the same months, among the same places.
[[nodiscard]] bool are_side_by_side(const Scenario& one, const Scenario& other);

/// The scenario over the start and months of another and among its places, as results are laid side by side;
/// itself where they are equal.
[[nodiscard]] std::shared_ptr<const Scenario> side_by_side(const std::shared_ptr<const Scenario>& scenario,
                                                           const Scenario& other);

}  // namespace park::ui
