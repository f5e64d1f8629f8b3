// SPDX-License-Identifier: Apache-2.0
#pragma once

// A repayment schedule in whole cents: payment and interest are rounded, and the last payment takes the
// remaining cents, so that principal sums to the opening balance and the last balance is the residual.

#include <vector>

#include "tco/finance/time_value.hpp"

namespace tco::finance {

struct ScheduleRow {
    int number = 0;                              ///< 1 … n
    Money payment, interest, principal, balance; ///< balance after the payment
};

struct Schedule {
    Money payment; ///< the level payment, rounded; the last row can differ by cents
    std::vector<ScheduleRow> rows;
    Money totalPaid, totalInterest;
};

/// `rate` is per period. In advance, the first payment is due at once and carries no interest.
/// `residual` is left at the end of the last period; in advance the last row's balance is its present
/// value one period earlier, so that it grows to the residual.
Schedule amortize(Money principal, Money residual, const Decimal& rate, int payments, Due due);

} // namespace tco::finance
