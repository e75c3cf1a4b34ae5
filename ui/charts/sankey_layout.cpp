// SPDX-License-Identifier: MIT
#include <algorithm>
#include <numeric>

#include "charts/sankey.hpp"

namespace park::ui {
namespace {

std::vector<double> values_of(const SankeyChart& chart) {
  std::vector<double> in(chart.nodes.size());
  std::vector<double> out(chart.nodes.size());
  for (const SankeyLink& link : chart.links) {
    out[link.from] += link.value;
    in[link.to] += link.value;
  }
  std::vector<double> values(chart.nodes.size());
  std::transform(in.begin(), in.end(), out.begin(), values.begin(),
                 [](double one, double other) { return std::max(one, other); });
  return values;
}

/// Nodes with flow, by column, in their order.
std::vector<std::vector<std::size_t>> columns_of(const SankeyChart& chart,
                                                 const std::vector<double>& values) {
  std::vector<std::vector<std::size_t>> columns;
  for (std::size_t n = 0; n < chart.nodes.size(); ++n) {
    if (values[n] <= 0) continue;
    const auto column = static_cast<std::size_t>(chart.nodes[n].column);
    columns.resize(std::max(columns.size(), column + 1));
    columns[column].push_back(n);
  }
  return columns;
}

/// Gaps take two fifths of the height at most: in a low box of many nodes they are narrower.
float gap_of(const std::vector<std::vector<std::size_t>>& columns, const Box& box, float gap) {
  constexpr float most = 0.4F;
  for (const auto& column : columns) {
    if (column.size() > 1) gap = std::min(gap, most * box.h / static_cast<float>(column.size() - 1));
  }
  return gap;
}

/// Pixels a unit of value, so that every column fits.
double scale_of(const std::vector<std::vector<std::size_t>>& columns, const std::vector<double>& values,
                const Box& box, float gap) {
  double scale = 0;
  for (const auto& column : columns) {
    double total = 0;
    for (const std::size_t n : column) total += values[n];
    if (total <= 0) continue;
    const double room =
        std::max(1.0, static_cast<double>(box.h) - gap * static_cast<double>(column.size() - 1));
    scale = scale == 0 ? room / total : std::min(scale, room / total);
  }
  return scale;
}

}  // namespace

SankeyLayout sankey_layout(const SankeyChart& chart, const Box& box, float node_width, float gap) {
  SankeyLayout layout;
  layout.values = values_of(chart);
  layout.nodes.resize(chart.nodes.size());
  layout.ribbons.resize(chart.links.size());
  const auto columns = columns_of(chart, layout.values);
  if (columns.empty() || box.is_empty()) return layout;
  gap = gap_of(columns, box, gap);
  const double scale = scale_of(columns, layout.values, box, gap);
  const float step = columns.size() > 1 ? (box.w - node_width) / static_cast<float>(columns.size() - 1) : 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    float height = columns[c].empty() ? 0 : gap * static_cast<float>(columns[c].size() - 1);
    for (const std::size_t n : columns[c]) height += static_cast<float>(layout.values[n] * scale);
    float y = box.y + (box.h - height) / 2;
    for (const std::size_t n : columns[c]) {
      layout.nodes[n] = {box.x + step * static_cast<float>(c), y, node_width,
                         static_cast<float>(layout.values[n] * scale)};
      y += layout.nodes[n].h + gap;
    }
  }
  std::vector<std::size_t> order(chart.links.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto place = [&](auto end, auto other, auto put) {
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return layout.nodes[other(chart.links[a])].y < layout.nodes[other(chart.links[b])].y;
    });
    std::vector<float> filled(chart.nodes.size());
    for (const std::size_t l : order) {
      const std::size_t n = end(chart.links[l]);
      put(layout.ribbons[l], layout.nodes[n], layout.nodes[n].y + filled[n]);
      filled[n] += static_cast<float>(chart.links[l].value * scale);
      layout.ribbons[l].thickness = static_cast<float>(chart.links[l].value * scale);
    }
  };
  const auto from = [](const SankeyLink& link) { return link.from; };
  const auto to = [](const SankeyLink& link) { return link.to; };
  place(from, to, [](SankeyLayout::Ribbon& ribbon, const Box& node, float y) {
    ribbon.x0 = node.right();
    ribbon.y0 = y;
  });
  place(to, from, [](SankeyLayout::Ribbon& ribbon, const Box& node, float y) {
    ribbon.x1 = node.x;
    ribbon.y1 = y;
  });
  return layout;
}

}  // namespace park::ui
