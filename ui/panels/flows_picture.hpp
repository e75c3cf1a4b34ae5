// SPDX-License-Identifier: MIT
#pragma once

#include "charts/sankey.hpp"
#include "panels/shown_futures.hpp"
#include "session/park_chronicle.hpp"

namespace park::ui {

/// Who in the park sells to whom in a month of one life of the park: stages on the left, what buys on the
/// right, with all that leaves the park.
[[nodiscard]] SankeyChart flows_picture(const ShownFutures& shown, const ParkChronicle& chronicle);

}  // namespace park::ui
