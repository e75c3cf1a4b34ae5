// SPDX-License-Identifier: MIT
#include "backend/frame_changes.hpp"

#include <cstring>
#include <span>
#include <utility>

namespace park::ui {
namespace {

template <class T>
bool is_same(const std::vector<T>& before, const ImVector<T>& now) {
  return before.size() == static_cast<std::size_t>(now.Size) &&
         (now.Size == 0 || std::memcmp(before.data(), now.Data, before.size() * sizeof(T)) == 0);
}

bool is_same(const ImDrawVert& a, const ImDrawVert& b) {
  return a.pos.x == b.pos.x && a.pos.y == b.pos.y && a.uv.x == b.uv.x && a.uv.y == b.uv.y && a.col == b.col;
}

Patch clip_of(const ImDrawCmd& command) {
  return touched(command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w);
}

Patch round_triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
  return touched(std::min({a.pos.x, b.pos.x, c.pos.x}), std::min({a.pos.y, b.pos.y, c.pos.y}),
                 std::max({a.pos.x, b.pos.x, c.pos.x}), std::max({a.pos.y, b.pos.y, c.pos.y}));
}

/// All pixels that may be drawn on.
Patch extent(std::span<const ImDrawVert> corners, std::span<const ImDrawIdx> order,
             std::span<const ImDrawCmd> commands) {
  Patch all;
  for (const ImDrawCmd& command : commands) {
    Patch of_command;
    for (unsigned i = 0; i < command.ElemCount; i += 3) {
      const auto at = [&](unsigned k) -> const ImDrawVert& {
        return corners[command.VtxOffset + order[command.IdxOffset + i + k]];
      };
      of_command = together(of_command, round_triangle(at(0), at(1), at(2)));
    }
    const Patch seen = common(of_command, clip_of(command));
    if (!seen.is_empty()) all = together(all, seen);
  }
  return all;
}

template <class T>
std::span<const T> all_of(const ImVector<T>& items) {
  return {items.Data, static_cast<std::size_t>(items.Size)};
}

}  // namespace

Patch FrameChanges::difference(const Kept& before, const ImDrawList& now) {
  const bool has_same_order = is_same(before.commands, now.CmdBuffer) && is_same(before.order, now.IdxBuffer);
  const std::span<const ImDrawVert> corners = all_of(now.VtxBuffer);
  if (!has_same_order || before.corners.size() != corners.size()) {
    return together(extent(before.corners, before.order, before.commands),
                    extent(corners, all_of(now.IdxBuffer), all_of(now.CmdBuffer)));
  }
  Patch all;
  for (const ImDrawCmd& command : now.CmdBuffer) {
    Patch of_command;
    for (unsigned i = 0; i < command.ElemCount; i += 3) {
      const auto at = [&](unsigned k) { return command.VtxOffset + before.order[command.IdxOffset + i + k]; };
      const unsigned a = at(0);
      const unsigned b = at(1);
      const unsigned c = at(2);
      if (is_same(before.corners[a], corners[a]) && is_same(before.corners[b], corners[b]) &&
          is_same(before.corners[c], corners[c])) {
        continue;
      }
      of_command =
          together(of_command, round_triangle(before.corners[a], before.corners[b], before.corners[c]));
      of_command = together(of_command, round_triangle(corners[a], corners[b], corners[c]));
    }
    const Patch seen = common(of_command, clip_of(command));
    if (!seen.is_empty()) all = together(all, seen);
  }
  return all;
}

void FrameChanges::keep(Kept& kept, const ImDrawList& now) {
  kept.corners.assign(now.VtxBuffer.begin(), now.VtxBuffer.end());
  kept.order.assign(now.IdxBuffer.begin(), now.IdxBuffer.end());
  kept.commands.assign(now.CmdBuffer.begin(), now.CmdBuffer.end());
}

std::vector<Patch> FrameChanges::take(const ImDrawData& frame) {
  const Patch screen = touched(0, 0, frame.DisplaySize.x, frame.DisplaySize.y);
  std::vector<Patch> patches;
  if (screen != screen_) patches.push_back(screen);
  screen_ = screen;
  std::vector<Kept> now;
  std::vector<bool> is_found(kept_.size(), false);
  std::size_t last = 0;
  for (int i = 0; i < frame.CmdListsCount; ++i) {
    const ImDrawList& list = *frame.CmdLists[i];
    const std::string_view name = list._OwnerName == nullptr ? "" : list._OwnerName;
    std::size_t place = 0;
    while (place < kept_.size() && (is_found[place] || kept_[place].name != name)) ++place;
    if (place == kept_.size()) {
      keep(now.emplace_back(Kept{std::string(name), {}, {}, {}}), list);
      patches.push_back(extent(now.back().corners, now.back().order, now.back().commands));
      continue;
    }
    if (place < last) patches.push_back(screen);  // it lies over others than before
    last = std::max(last, place);
    is_found[place] = true;
    now.push_back(std::move(kept_[place]));
    if (is_same(now.back().commands, list.CmdBuffer) && is_same(now.back().order, list.IdxBuffer) &&
        is_same(now.back().corners, list.VtxBuffer)) {
      continue;
    }
    patches.push_back(difference(now.back(), list));
    keep(now.back(), list);
  }
  for (std::size_t place = 0; place < kept_.size(); ++place) {
    if (!is_found[place])
      patches.push_back(extent(kept_[place].corners, kept_[place].order, kept_[place].commands));
  }
  kept_ = std::move(now);
  std::erase_if(patches, [](const Patch& patch) { return patch.is_empty(); });
  return patches;
}

}  // namespace park::ui
