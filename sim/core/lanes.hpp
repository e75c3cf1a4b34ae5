// SPDX-License-Identifier: MIT
#pragma once

#include <array>

namespace park {

/// Numbers side by side, as many as a vector register of the processors we build for holds.
template <class Number>
using Lanes = std::array<Number, 32 / sizeof(Number)>;
using DoubleLane = Lanes<double>;

/// Four numbers to calculate with: +, -, * and comparisons lane by lane, a choice by `condition ? a : b`.
using DoubleVector [[gnu::vector_size(sizeof(DoubleLane))]] = double;

/// Lanes in memory as a vector, which tells the compiler to move them whole. (g++ 12 moves what std::bit_cast
/// makes of a vector through the stack in pieces, and who then reads the whole waits for them.)
template <class Vector, class Number>
[[nodiscard]] Vector load(const Lanes<Number>& lanes) {
  static_assert(sizeof(Vector) == sizeof(lanes));
  using InMemory [[gnu::may_alias, gnu::aligned(alignof(Number))]] = Vector;
  return *reinterpret_cast<const InMemory*>(lanes.data());  // NOLINT: that is its purpose
}

template <class Number, class Vector>
[[nodiscard]] Lanes<Number> store(Vector vector) {
  Lanes<Number> lanes;
  static_assert(sizeof(Vector) == sizeof(lanes));
  using InMemory [[gnu::may_alias, gnu::aligned(alignof(Number))]] = Vector;
  *reinterpret_cast<InMemory*>(lanes.data()) = vector;  // NOLINT: that is its purpose
  return lanes;
}

[[nodiscard]] inline double total(DoubleVector vector) {
  return (vector[0] + vector[1]) + (vector[2] + vector[3]);
}

}  // namespace park
