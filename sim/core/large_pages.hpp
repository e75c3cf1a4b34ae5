// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <new>

namespace park {

/// Has what the main thread allocates from now on lie in pages of two megabytes, up to 64 MB of it. A program
/// that starts asks for some thousand pages of four kilobytes one after the other, which takes a virtual
/// machine as long as a dozen runs. Memory never touched is not taken from the machine.
void use_large_pages_for_heap();

/// Memory for results that come by the thousand and stay: cut from blocks that ask for pages of two
/// megabytes, so that a run need not wait for forty new pages of four kilobytes. Safe from any thread; throws
/// bad_alloc.
[[nodiscard]] void* take_large_pages(std::size_t bytes);
void give_back_large_pages(void* memory) noexcept;

/// Allocator of a vector in such memory.
template <class Number>
struct LargePages {
  using value_type = Number;

  LargePages() = default;
  template <class Other>
  LargePages(const LargePages<Other>& /*other*/) noexcept {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] Number* allocate(std::size_t count) {
    if (count > static_cast<std::size_t>(-1) / sizeof(Number)) throw std::bad_alloc();
    return static_cast<Number*>(take_large_pages(count * sizeof(Number)));
  }
  void deallocate(Number* memory, std::size_t /*count*/) noexcept { give_back_large_pages(memory); }

  friend bool operator==(const LargePages& /*a*/, const LargePages& /*b*/) { return true; }
};

}  // namespace park
