// SPDX-License-Identifier: MIT
#pragma once

#include "charts/chain_graph.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {

/// The thirteen stages with how much of what the district's chain asks of each is made here, the goods that
/// flow between them, and on hover the gap, the firms and the names on the target list.
[[nodiscard]] ChainGraph chain_picture(const ShownFutures& shown);

}  // namespace park::ui
