// SPDX-License-Identifier: MIT
#include "world/accounts.hpp"

#include <gtest/gtest.h>

namespace park {
namespace {

TEST(Accounts, SpendingIsBookedTwiceAndCountedOnce) {
  Accounts accounts;
  accounts.spend(3, Account::ParkFirms, 1234.56);
  accounts.spend(CostKind::Teams, Account::Outside, 1000);
  accounts.spend(CostKind::ClawBack, Account::ParkFirms, -200);
  EXPECT_EQ(accounts.ledger.sum_fen(), 0);
  EXPECT_EQ(accounts.ledger.balance_fen(Account::Treasury), -203456);
  EXPECT_EQ(accounts.ledger.balance_fen(Account::ParkFirms), 103456);
  EXPECT_DOUBLE_EQ(accounts.cost_this_month[3], 1234.56);
  EXPECT_DOUBLE_EQ(accounts.cost_this_month[clause_category_count], 1000);
  EXPECT_DOUBLE_EQ(accounts.cost_this_month.back(), -200);
}

TEST(Accounts, ManySmallPaymentsSumToZeroInFen) {
  Accounts accounts;
  for (int i = 1; i <= 100000; ++i) {
    const auto from = static_cast<Account>(i % static_cast<int>(Account::Count));
    const auto to = static_cast<Account>((i * 7 + 1) % static_cast<int>(Account::Count));
    accounts.ledger.pay(from, to, 0.1 * i / 3);
  }
  EXPECT_EQ(accounts.ledger.sum_fen(), 0);
}

}  // namespace
}  // namespace park
