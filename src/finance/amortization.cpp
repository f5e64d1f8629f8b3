// SPDX-License-Identifier: Apache-2.0
#include "tco/finance/amortization.hpp"

namespace tco::finance {
namespace {

Money toCents(const Decimal& dollars) {
    const auto money = Money::rounded(dollars);
    assert(money); // amounts of a schedule are bounded by its principal and rate
    return *money;
}

} // namespace

Schedule amortize(Money principal, Money residual, const Decimal& rate, int payments, Due due) {
    Schedule schedule;
    schedule.payment = toCents(levelPayment(principal.dollars(), residual.dollars(), rate, payments, due));
    const Money last = due == Due::InAdvance ? toCents(residual.dollars() / (Decimal(1) + rate)) : residual;
    Money balance = principal;
    for (int n = 1; n <= payments; ++n) {
        const bool atOnce = due == Due::InAdvance && n == 1;
        const Money interest = atOnce ? Money() : toCents(balance.dollars() * rate);
        const Money payment = n == payments ? balance + interest - last : schedule.payment;
        balance += interest - payment;
        schedule.rows.push_back({n, payment, interest, payment - interest, balance});
        schedule.totalPaid += payment;
        schedule.totalInterest += interest;
    }
    return schedule;
}

} // namespace tco::finance
