// SPDX-License-Identifier: MIT
#include "core/large_pages.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <mutex>

// An allocator owns its memory by hand.
// NOLINTBEGIN(cppcoreguidelines-owning-memory,cppcoreguidelines-no-malloc)

namespace park {
namespace {

constexpr std::size_t page = std::size_t{1} << 21U;
constexpr std::size_t block_size = 4 * page;
constexpr std::size_t line = 64;
/// What a block cannot serve several of comes from the usual memory.
constexpr std::size_t largest_piece = page / 2;

constexpr std::size_t in_lines(std::size_t bytes) { return (bytes + line - 1) / line * line; }

/// Begins with its own account, so that a piece finds its block by its address. It lives until its last piece
/// is given back.
struct alignas(line) Block {
  std::size_t used = in_lines(sizeof(Block));
  std::size_t pieces = 0;

  [[nodiscard]] bool has_room(std::size_t bytes) const { return block_size - used >= bytes; }
};

/// Stands before each piece.
struct alignas(line) Piece {
  Block* block = nullptr;  ///< none: usual memory
};

Block* new_block() {
  void* memory = std::aligned_alloc(page, block_size);
  if (memory == nullptr) throw std::bad_alloc();
  // A wish: where the system has no large pages, small ones do.
  static_cast<void>(madvise(memory, block_size, MADV_HUGEPAGE));
  return ::new (memory) Block;
}

/// The block that pieces are cut from, and empty ones: an ensemble whose results replace those of another
/// finds memory that the system need not clear again.
struct Cutting {
  static constexpr std::size_t most_spare = 4;

  std::mutex lock;
  Block* block = nullptr;
  std::array<Block*, most_spare> spare{};
  std::size_t spares = 0;

  Block* take() {
    if (spares == 0) return new_block();
    return ::new (static_cast<void*>(spare[--spares])) Block;
  }
  void put_aside(Block* empty) {
    if (spares < most_spare) {
      spare[spares++] = empty;
    } else {
      std::free(empty);
    }
  }
};

/// Never destroyed: a piece may be given back when all else has ended.
Cutting& cutting() {
  static auto* const only = new Cutting;
  return *only;
}

Piece* cut(std::size_t bytes) {
  Cutting& from = cutting();
  const std::lock_guard hold(from.lock);
  if (from.block == nullptr || !from.block->has_room(bytes)) {
    if (from.block != nullptr && from.block->pieces == 0) from.put_aside(from.block);
    from.block = nullptr;
    from.block = from.take();
  }
  auto* place = reinterpret_cast<std::byte*>(from.block) + from.block->used;  // NOLINT: raw memory
  from.block->used += bytes;
  ++from.block->pieces;
  return ::new (place) Piece{from.block};
}

std::uintptr_t heap_end() { return reinterpret_cast<std::uintptr_t>(sbrk(0)); }  // NOLINT: an address

constexpr int heap_growth = 64 << 20;  ///< bytes that the heap grows by at once
/// Larger than this comes from the system and goes back to it at once. Stated, since glibc no longer finds it
/// out by itself where the growth is stated.
constexpr int largest_in_heap = 4 << 20;

}  // namespace

void use_large_pages_for_heap() {
  mallopt(M_MMAP_THRESHOLD, largest_in_heap);
  mallopt(M_TOP_PAD, heap_growth);
  mallopt(M_TRIM_THRESHOLD, 2 * heap_growth);
  const std::uintptr_t before = heap_end();
  void* growth = std::malloc(largest_in_heap / 2);  // more than is left of the first heap
  if (growth == nullptr) return;
  *static_cast<volatile char*>(growth) = 0;  // else the compiler leaves the pair out
  const std::uintptr_t after = heap_end();
  std::free(growth);
  const std::uintptr_t begin = (before + page - 1) / page * page;
  if (after <= begin) return;                     // another allocator, or no more memory
  void* memory = reinterpret_cast<void*>(begin);  // NOLINT: an address
  static_cast<void>(madvise(memory, after - begin, MADV_HUGEPAGE));
}

void* take_large_pages(std::size_t bytes) {
  if (bytes > largest_piece) {
    if (bytes > static_cast<std::size_t>(-1) - 2 * line) throw std::bad_alloc();
    void* memory = std::aligned_alloc(line, in_lines(bytes) + sizeof(Piece));
    if (memory == nullptr) throw std::bad_alloc();
    auto* piece = ::new (memory) Piece;
    return piece + 1;
  }
  return cut(in_lines(bytes) + sizeof(Piece)) + 1;
}

void give_back_large_pages(void* memory) noexcept {
  if (memory == nullptr) return;
  Piece* piece = static_cast<Piece*>(memory) - 1;
  Block* block = piece->block;
  if (block == nullptr) {
    std::free(piece);
    return;
  }
  Cutting& from = cutting();
  const std::lock_guard hold(from.lock);
  if (--block->pieces > 0) return;
  if (block == from.block) {
    block->used = in_lines(sizeof(Block));  // empty: cut anew
  } else {
    from.put_aside(block);
  }
}

}  // namespace park

// NOLINTEND(cppcoreguidelines-owning-memory,cppcoreguidelines-no-malloc)
