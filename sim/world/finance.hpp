// SPDX-License-Identifier: MIT
#pragma once

namespace park {

/// Banks, guarantee company and discount budget as the park sees them; a plant's own loan stands in Plant.
struct Finance {
  double guarantee_capital_yuan = 0;  ///< own funds left after losses
  double guarantee_paid_in_yuan = 0;  ///< by the district so far
  double guarantee_outstanding_yuan = 0;
  double guarantee_losses_yuan = 0;
  double discount_budget_left_yuan = 0;
  double loans_granted = 0;
  double loans_amount_yuan = 0;
  double firms_served = 0;
  double defaults = 0;
};

}  // namespace park
