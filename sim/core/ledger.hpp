// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "core/assert.hpp"

namespace park {

/// Money in whole fen (0.01 yuan), so that every identity holds exactly.
using Fen = std::int64_t;

[[nodiscard]] inline Fen to_fen(double yuan) {
  PARK_ASSERT(std::isfinite(yuan) && std::abs(yuan) < 9.0e16);
  return std::llround(yuan * 100.0);
}

[[nodiscard]] inline double to_yuan(Fen fen) { return static_cast<double>(fen) / 100.0; }

/// Double entry: every posting takes from one account what it gives to another, so balances always sum to
/// zero. `Account` is an enum class whose last member is `Count`.
template <class Account>
class Ledger {
 public:
  static constexpr auto size = static_cast<std::size_t>(Account::Count);

  /// Moves `yuan` (rounded to fen; negative moves the other way).
  void pay(Account from, Account to, double yuan) {
    const Fen amount = to_fen(yuan);
    balances_[index(from)] -= amount;
    balances_[index(to)] += amount;
  }

  [[nodiscard]] Fen balance_fen(Account account) const { return balances_[index(account)]; }
  [[nodiscard]] double balance_yuan(Account account) const { return to_yuan(balances_[index(account)]); }

  /// Zero, or the double entry is broken.
  [[nodiscard]] Fen sum_fen() const {
    Fen sum = 0;
    for (const Fen balance : balances_) sum += balance;
    return sum;
  }

  [[nodiscard]] const std::array<Fen, size>& balances() const { return balances_; }

 private:
  static constexpr std::size_t index(Account account) { return static_cast<std::size_t>(account); }

  std::array<Fen, size> balances_{};
};

}  // namespace park
