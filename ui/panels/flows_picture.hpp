// SPDX-License-Identifier: MIT
#pragma once

#include "charts/sankey.hpp"
#include "panels/shown_futures.hpp"
#include "session/park_chronicle.hpp"

namespace park::ui {

/// What the park's plants buy of whom in a month of one life of the park: on the left the district's stages,
/// the park's among them, and all that comes from elsewhere; on the right the stages that buy.
[[nodiscard]] SankeyChart flows_picture(const ShownFutures& shown, const ParkChronicle& chronicle);

}  // namespace park::ui
