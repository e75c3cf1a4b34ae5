// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

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

/// The four numbers from this one on.
[[nodiscard]] inline DoubleVector four_at(const double* first) {
  using InMemory [[gnu::may_alias, gnu::aligned(alignof(double))]] = DoubleVector;
  return *reinterpret_cast<const InMemory*>(first);  // NOLINT: that is its purpose
}

inline void put_four_at(double* first, DoubleVector vector) {
  using InMemory [[gnu::may_alias, gnu::aligned(alignof(double))]] = DoubleVector;
  *reinterpret_cast<InMemory*>(first) = vector;  // NOLINT: that is its purpose
}

/// Four numbers of an array, from place `first` on.
template <std::size_t size>
[[nodiscard]] DoubleVector four_from(const std::array<double, size>& numbers, std::size_t first) {
  return four_at(numbers.data() + first);
}

template <std::size_t size>
void put_four(std::array<double, size>& numbers, std::size_t first, DoubleVector vector) {
  put_four_at(numbers.data() + first, vector);
}

/// All bits of a lane set or none.
using LaneMask [[gnu::vector_size(sizeof(DoubleLane))]] = std::int64_t;

/// Lane k: bit first + k of the set.
[[nodiscard]] inline LaneMask lanes_of(std::uint64_t set, std::size_t first) {
  constexpr LaneMask bit = {1, 2, 4, 8};
  const auto bits = static_cast<std::int64_t>((set >> first) & 15U);
  return (bit & bits) != 0;
}

[[nodiscard]] inline double total(DoubleVector vector) {
  return (vector[0] + vector[1]) + (vector[2] + vector[3]);
}

}  // namespace park
