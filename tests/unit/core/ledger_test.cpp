// SPDX-License-Identifier: MIT
#include "core/ledger.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

#include "core/assert.hpp"
#include "core/random.hpp"

namespace park {
namespace {

enum class Purse : std::uint8_t { District, Developer, Firms, Count };

TEST(ToFen, RoundsToTheNearestFenAwayFromZero) {
  EXPECT_EQ(to_fen(0), 0);
  EXPECT_EQ(to_fen(1), 100);
  EXPECT_EQ(to_fen(0.1), 10);
  EXPECT_EQ(to_fen(19.99), 1999);
  EXPECT_EQ(to_fen(0.125), 13);
  EXPECT_EQ(to_fen(-0.125), -13);
  EXPECT_EQ(to_fen(0.004), 0);
  EXPECT_EQ(to_yuan(1999), 19.99);
}

TEST(ToFen, RefusesWhatIsNoAmountOfMoney) {
  EXPECT_THROW((void)to_fen(9.0e16), Bug);
  EXPECT_THROW((void)to_fen(-9.0e16), Bug);
  EXPECT_THROW((void)to_fen(std::numeric_limits<double>::quiet_NaN()), Bug);
  EXPECT_THROW((void)to_fen(std::numeric_limits<double>::infinity()), Bug);
  EXPECT_EQ(to_fen(8.0e16), 8'000'000'000'000'000'000);
}

TEST(Ledger, GivesToOneWhatItTakesFromAnother) {
  Ledger<Purse> ledger;
  ledger.pay(Purse::District, Purse::Developer, 1500.25);
  ledger.pay(Purse::Developer, Purse::Firms, 0.25);
  EXPECT_EQ(ledger.balance_fen(Purse::District), -150025);
  EXPECT_EQ(ledger.balance_fen(Purse::Developer), 150000);
  EXPECT_EQ(ledger.balance_yuan(Purse::Firms), 0.25);
  EXPECT_EQ(ledger.sum_fen(), 0);
}

TEST(Ledger, MovesNegativeAmountsTheOtherWay) {
  Ledger<Purse> there;
  Ledger<Purse> back;
  there.pay(Purse::District, Purse::Firms, -7.5);
  back.pay(Purse::Firms, Purse::District, 7.5);
  EXPECT_EQ(there.balances(), back.balances());
}

TEST(Ledger, PaysItselfNothing) {
  Ledger<Purse> ledger;
  ledger.pay(Purse::Firms, Purse::Firms, 1e9);
  EXPECT_EQ(ledger.balance_fen(Purse::Firms), 0);
}

TEST(Ledger, SumsToZeroAfterAnyPostings) {
  Ledger<Purse> ledger;
  RandomStream stream(1, Draw::Orders, 0);
  const auto purse = [&] { return static_cast<Purse>(stream() % Ledger<Purse>::size); };
  for (int i = 0; i < 100'000; ++i) {
    const Purse from = purse();
    const Purse to = purse();
    ledger.pay(from, to, (stream.uniform() - 0.5) * 1e9);
  }
  EXPECT_EQ(ledger.sum_fen(), 0);
}

TEST(Ledger, IsUnchangedByAPostingItRefuses) {
  Ledger<Purse> ledger;
  ledger.pay(Purse::District, Purse::Firms, 1);
  const auto before = ledger.balances();
  EXPECT_THROW(ledger.pay(Purse::District, Purse::Firms, std::numeric_limits<double>::quiet_NaN()), Bug);
  EXPECT_EQ(ledger.balances(), before);
}

}  // namespace
}  // namespace park
