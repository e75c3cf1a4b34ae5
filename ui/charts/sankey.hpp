// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "charts/chart_parts.hpp"

namespace park::ui {

struct SankeyNode {
  std::string label;
  Color color;
  int column = 0;  ///< from 0, left to right
};

/// A flow between nodes of different columns.
struct SankeyLink {
  std::size_t from = 0;
  std::size_t to = 0;
  double value = 0;
};

struct SankeyChart {
  ChartHead head;
  std::string unit;  ///< of the catalogue
  std::vector<SankeyNode> nodes;
  std::vector<SankeyLink> links;
};

/// Where nodes and ribbons lie. A ribbon is as thick at both ends: its upper edge goes from y0 to y1.
struct SankeyLayout {
  struct Ribbon {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    float thickness = 0;
  };
  std::vector<Box> nodes;       ///< empty for a node without flow
  std::vector<double> values;   ///< of the nodes: the larger of what comes and what goes
  std::vector<Ribbon> ribbons;  ///< by link
};
/// One scale for the whole picture, so that the fullest column fills the box; columns are centred, and
/// ribbons leave and arrive in the order of their other ends.
[[nodiscard]] SankeyLayout sankey_layout(const SankeyChart& chart, const Box& box, float node_width,
                                         float gap);

void draw_sankey(const SankeyChart& chart, const Box& box, const Look& look);

/// `from,to,unit,value`.
[[nodiscard]] std::string csv_of(const SankeyChart& chart);

}  // namespace park::ui
