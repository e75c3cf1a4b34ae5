// SPDX-License-Identifier: MIT
#include "map/lots.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace park::ui {
namespace {

struct Cut {
  RingM near, far;
};

/// Cuts across the ring's longest direction so that the part next to `towards` has `share` of the area.
Cut cut_off(const RingM& ring, double share, PointM towards) {
  const TiltedBox box = tightest_box(ring);
  Frame frame = box.frame;
  const PointM middle = frame.at(box.length / 2, box.width / 2);
  if (dot(towards - middle, frame.along) > 0) {
    frame = {frame.at(box.length, box.width), -1 * frame.along};
  }
  const PointM across = left_of(frame.along);
  const double wanted = share * std::abs(signed_area(ring));
  double low = 0;
  double high = box.length;
  RingM near;
  for (int step = 0; step < 30; ++step) {
    const double u = (low + high) / 2;
    near = left_part(ring, frame.at(u, 0), across);
    (std::abs(signed_area(near)) < wanted ? low : high) = u;
  }
  return {std::move(near), left_part(ring, frame.at((low + high) / 2, 0), -1 * across)};
}

void divide(const RingM& ring, std::span<const double> weights, PointM towards, std::vector<RingM>& parts) {
  if (weights.size() == 1) {
    parts.push_back(ring);
    return;
  }
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::size_t first = 1;
  double head = weights[0];
  while (first + 1 < weights.size() && std::abs(head + weights[first] - sum / 2) < std::abs(head - sum / 2)) {
    head += weights[first++];
  }
  const Cut cut = cut_off(ring, sum > 0 ? head / sum : 0, towards);
  divide(cut.near, weights.first(first), towards, parts);
  divide(cut.far, weights.subspan(first), towards, parts);
}

/// The widest stretch of the line v = `v` (in the ring's own axes) that lies inside.
std::optional<std::pair<double, double>> widest_chord(const RingM& ring, double v) {
  std::vector<double> hits;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PointM a = ring[i];
    const PointM b = ring[(i + 1) % ring.size()];
    if ((a.north > v) == (b.north > v)) continue;
    hits.push_back(a.east + (v - a.north) / (b.north - a.north) * (b.east - a.east));
  }
  std::ranges::sort(hits);
  std::optional<std::pair<double, double>> widest;
  for (std::size_t i = 0; i + 1 < hits.size(); i += 2) {
    if (!widest || hits[i + 1] - hits[i] > widest->second - widest->first) widest = {hits[i], hits[i + 1]};
  }
  return widest;
}

/// The row between v0 and v1 as far as it lies inside the ring.
std::optional<Span2> row_in(const RingM& ring, double v0, double v1, double margin) {
  double u0 = -1e12;
  double u1 = 1e12;
  for (const double v : {v0, (v0 + v1) / 2, v1}) {
    const auto chord = widest_chord(ring, v);
    if (!chord) return std::nullopt;
    u0 = std::max(u0, chord->first + margin);
    u1 = std::min(u1, chord->second - margin);
  }
  if (u1 - u0 < 1) return std::nullopt;
  return Span2{u0, u1, v0, v1};
}

/// Rows side by side across the lot, as many as `style` gives room for.
std::vector<Span2> rows_in(const RingM& ring, double width, const HallStyle& style) {
  const double margin = std::min(style.margin_m, 0.14 * width);
  const double room = width - 2 * margin;
  const int count = std::max(1, static_cast<int>((room + style.gap_m) / (style.depth_m + style.gap_m)));
  const double gap = count > 1 ? style.gap_m : 0;
  const double depth = std::min((room - (count - 1) * gap) / count, 1.35 * style.depth_m);
  const double pitch = count > 1 ? (room - depth) / (count - 1) : 0;
  const double first = count > 1 ? margin : margin + (room - depth) / 2;
  std::vector<Span2> rows;
  for (int k = 0; k < count; ++k) {
    const double v0 = first + k * pitch;
    if (const auto row = row_in(ring, v0, v0 + depth, margin)) rows.push_back(*row);
  }
  return rows;
}

/// Leaves out whole rows, then shortens what is left, until about `wanted_m2` stands.
void fit(std::vector<Span2>& rows, double wanted_m2) {
  double area = 0;
  for (const Span2& row : rows) area += row.area();
  while (rows.size() > 1 && area - rows.back().area() >= wanted_m2) {
    area -= rows.back().area();
    rows.pop_back();
  }
  if (area <= wanted_m2) return;
  const double share = wanted_m2 / area;
  for (Span2& row : rows) {
    // Short rows become less deep as well: no hall is a sliver.
    const double shorter = std::max(share, std::min(1.0, 1.6 * row.depth() / row.length()));
    row.u1 = row.u0 + shorter * row.length();
    row.v1 = row.v0 + share / shorter * row.depth();
  }
}

}  // namespace

std::vector<RingM> divided(const RingM& ring, std::span<const double> weights, PointM towards) {
  std::vector<RingM> parts;
  if (!weights.empty()) divide(ring, weights, towards, parts);
  return parts;
}

std::vector<RingM> halls_in(const RingM& lot, double wanted_m2, const HallStyle& style) {
  std::vector<RingM> halls;
  if (lot.size() < 3) return halls;
  const TiltedBox box = tightest_box(lot);
  RingM local;
  for (const PointM& point : lot) local.push_back(box.frame.local(point));
  std::vector<Span2> rows = rows_in(local, box.width, style);
  fit(rows, wanted_m2);
  for (const Span2& row : rows) {
    const int parts = std::max(1, static_cast<int>(std::ceil(row.length() / style.longest_m)));
    const double part = (row.length() - (parts - 1) * style.gap_m) / parts;
    for (int k = 0; k < parts; ++k) {
      const double u = row.u0 + k * (part + style.gap_m);
      halls.push_back({box.frame.at(u, row.v0), box.frame.at(u + part, row.v0),
                       box.frame.at(u + part, row.v1), box.frame.at(u, row.v1)});
    }
  }
  return halls;
}

}  // namespace park::ui
