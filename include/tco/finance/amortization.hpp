// SPDX-License-Identifier: Apache-2.0
#pragma once

// A repayment schedule in whole cents: payment and interest are rounded. With level payments the last one takes the
// remaining cents, so that principal sums to the opening balance and the last balance is the residual.

#include <span>
#include <vector>

#include "tco/finance/time_value.hpp"

namespace tco::finance {

struct ScheduleRow {
    int number = 0;                              ///< 1 … n
    Money payment, interest, principal, balance; ///< balance after the payment
};

struct Schedule {
    Money payment; ///< the level payment, rounded; the last row can differ by cents. The first one of a list
    std::vector<ScheduleRow> rows;
    Money totalPaid, totalInterest;
    Money unpaid; ///< what a list of payments leaves owing beyond the residual (negative: pays too much); else zero
};

/// Whether the amounts of a schedule stay within what Money holds: `largest` is its principal or largest payment, in dollars. An
/// absurd rate lets a rest of a cent grow beyond all bounds. Callers with rates and payments of their own ask first.
bool isWithinBounds(const Decimal& largest, const Decimal& rate, int payments);

/// `rate` is per period. In advance, the first payment is due at once and carries no interest.
/// `residual` is left at the end of the last period; in advance the last row's balance is its present
/// value one period earlier, so that it grows to the residual.
Schedule amortize(Money principal, Money residual, const Decimal& rate, int payments, Due due);

/// The schedule of a free list of payments, at least one: each as given, nothing put right. A list that fits its rate leaves
/// `unpaid` of at most a cent per payment; anything else means that list, rate or timing is not what was quoted.
Schedule amortizePayments(Money principal, Money residual, const Decimal& rate, std::span<const Money> payments, Due due);

} // namespace tco::finance
