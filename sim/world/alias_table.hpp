// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace park {

/// One of several outcomes by a uniform draw, and what is left of the draw: uniform again, independent of the
/// outcome, so that one draw serves twice.
struct Picked {
  std::size_t outcome = 0;
  double rest = 0;
};

/// Outcomes by their shares, by Walker's alias method: every slot holds at most two outcomes, so that a draw
/// is one look-up without a branch that nobody can predict.
/// Source: Vose, "A linear algorithm for generating random numbers with a given distribution", 1991.
class AliasTable {
 public:
  struct Half {
    std::size_t outcome = 0;
    double start = 0;
    double scale = 1;  ///< 1 / its width

    /// What is left of a draw that fell into it at `part` of its slot.
    [[nodiscard]] double rest(double part) const { return std::min(1 - 0x1p-33, (part - start) * scale); }
  };
  struct Slot {
    std::array<Half, 2> halves;
  };

  AliasTable() = default;

  explicit AliasTable(std::span<const double> shares) : slots_(shares.size()) {
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<double> left;  // of each outcome, in slots
    for (const double share : shares) left.push_back(share / sum * static_cast<double>(shares.size()));
    std::vector<std::size_t> small;
    std::vector<std::size_t> large;
    for (std::size_t i = 0; i < left.size(); ++i) (left[i] < 1 ? small : large).push_back(i);
    while (!small.empty() && !large.empty()) {
      const std::size_t own = small.back();
      const std::size_t other = large.back();
      small.pop_back();
      slots_[own] = slot_of(own, left[own], other);
      left[other] -= 1 - left[own];
      if (left[other] >= 1) continue;
      large.pop_back();
      small.push_back(other);
    }
    for (const std::size_t own : small) slots_[own] = slot_of(own, 1, own);
    for (const std::size_t own : large) slots_[own] = slot_of(own, 1, own);
  }

  [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }

  [[nodiscard]] Picked pick(std::uint32_t word) const {
    const std::uint64_t scaled = std::uint64_t{word} * slots_.size();
    const Slot& slot = slots_[scaled >> 32U];
    const double part = part_of(scaled);
    const Half& half = slot.halves[part >= slot.halves[1].start ? 1 : 0];
    return {half.outcome, half.rest(part)};
  }

  /// Place in its slot of a word times the number of slots, in (0, 1).
  [[nodiscard]] static double part_of(std::uint64_t scaled) {
    return (static_cast<std::uint32_t>(scaled) + 0.5) * 0x1p-32;
  }

 private:
  static Slot slot_of(std::size_t own, double width, std::size_t other) {
    Slot slot;
    slot.halves[0] = {own, 0, width > 0 ? 1 / width : 1};
    slot.halves[1] = {other, width, width < 1 ? 1 / (1 - width) : 1};
    return slot;
  }

  std::vector<Slot> slots_;
};

}  // namespace park
