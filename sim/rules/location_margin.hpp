// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Place 0 is the firm's origin, place d + 1 destination d.
[[nodiscard]] inline std::size_t place_of(DestinationId destination) { return destination.index() + 1; }

/// Terms of the margin of the median firm of each activity of a region at a place this month, yuan per yuan
/// of output, without benefits. Equation "margin" in MODEL.md.
[[nodiscard]] std::array<MarginTerms, activity_count> margin_terms(const World& world, Region region,
                                                                   std::size_t place);

/// What distance from its region costs a firm at a destination, share of output. Overseas the fixed cost of
/// going stands for all that distance means within the country.
[[nodiscard]] double cost_of_distance(const World& world, const DestinationTraits& there, Region region);

/// Computes the margins of all classes at all places: in our park every month, elsewhere at the start of each
/// quarter. class_margin reads them.
void price_locations(World& world);

[[nodiscard]] inline ClassMargin class_margin(const World& world, Activity activity, Region region,
                                              std::size_t place) {
  const ClassMargins& margins = world.prices.margins[class_of(activity, region)];
  return {margins.fixed[place], margins.variable[place]};
}

/// Solves `other_s` of every class so that the origin margin of the median firm is the structural parameter
/// origin_margin at month 0.
void solve_other_costs(World& world);

/// Relative output per worker of a plant in the park, `months` after it began: inland_productivity at first,
/// recovering to at least 0.95 over 36 months.
[[nodiscard]] double recovery(const World& world, double months);

/// Its mean over the five years by which a location is judged, from a productivity of `start`; class margins
/// hold it.
[[nodiscard]] double mean_recovery(double start);

}  // namespace park
