// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "charts/chart_parts.hpp"

namespace park::ui {

/// A place in a grid, from 0.
struct Cell {
  int column = 0, row = 0;
};

/// A stage of a chain: a vessel filled as far as its capacity covers what is asked of it.
struct ChainNode {
  std::string label;
  Cell wide;                    ///< where there is room for all columns of the wide picture
  Cell narrow;                  ///< else
  double filled = 0;            ///< 0 to 1; NaN: nothing is asked of it
  double reference = 0;         ///< the baseline's, as a mark; NaN for none
  std::vector<HoverRow> facts;  ///< told on hover
};

/// Goods from one stage to another; `weight` 0 to 1 is the thickness.
struct ChainLink {
  std::size_t from = 0, to = 0;
  double weight = 0;
};

struct ChainGraph {
  ChartHead head;
  std::vector<ChainNode> nodes;
  std::vector<ChainLink> links;
  double weak_below = 0.5;  ///< filled less than this is a gap, in the colour of trouble
};

/// Boxes of the nodes: as many columns and rows as they ask for, evenly spread, of one size, `room` wide
/// where that fits: the width that the longest label takes.
[[nodiscard]] std::vector<Box> chain_layout(const ChainGraph& graph, const Box& box, float room,
                                            float tallest);

/// Returns the node that was clicked.
std::optional<std::size_t> draw_chain_graph(const ChainGraph& graph, const Box& box, const Look& look);

/// `stage,filled,reference`.
[[nodiscard]] std::string csv_of(const ChainGraph& graph);

}  // namespace park::ui
