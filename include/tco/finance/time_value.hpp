// SPDX-License-Identifier: Apache-2.0
#pragma once

// Time value of money as pure functions. Rates are fractions per period unless a name says otherwise; any
// rate above −100 % works, zero and negative ones included. Nothing here rounds.
// Formulas with sources: docs/formulas.md.

#include <cassert>

#include "tco/finance/number.hpp"

namespace tco::finance {

/// When a payment of a period is due.
enum class Due { InAdvance, InArrears };

/// Present value of 1 due after `time` periods: (1 + rate)^−time.
template <Number N> N discountFactor(const N& rate, int time) { return power(N(1) + rate, -time); }
template <Number N> N discountFactor(const N& rate, const N& time) { return N(1) / power(N(1) + rate, time); }

/// (1 + rate)^years: the price of a later year in terms of the first one.
template <Number N> N growth(const N& rate, int years) { return power(N(1) + rate, years); }

/// Present value of `payments` payments of 1: (1 − (1+r)^−n) / r, times (1+r) in advance; n at r = 0.
template <Number N> N annuityFactor(const N& rate, int payments, Due due) {
    assert(payments > 0);
    if (isZero(rate)) return N(payments);
    const N inArrears = (N(1) - discountFactor(rate, payments)) / rate;
    return due == Due::InAdvance ? inArrears * (N(1) + rate) : inArrears;
}

/// Level payment that repays `principal` down to `residual` at the end of the last period.
template <Number N> N levelPayment(const N& principal, const N& residual, const N& rate, int payments, Due due) {
    return (principal - residual * discountFactor(rate, payments)) / annuityFactor(rate, payments, due);
}

/// What is still owed right after `paid` level payments; the principal itself when none is paid.
/// The interest in the next payment is this × rate.
template <Number N> N balanceAfter(const N& principal, const N& payment, const N& rate, int paid, Due due) {
    if (paid == 0) return principal;
    const int periods = due == Due::InAdvance ? paid - 1 : paid;
    return growth(rate, periods) * (principal - payment * annuityFactor(rate, paid, due));
}

/// The yearly rate that a nominal rate per year comes to when it is compounded `perYear` times: (1 + r/m)^m − 1.
template <Number N> N effectiveRate(const N& nominal, int perYear) { return growth(N(nominal / N(perYear)), perYear) - N(1); }
/// The nominal rate per year with this effective one: m × ((1 + r)^(1/m) − 1).
template <Number N> N nominalRate(const N& effective, int perYear) { return N(perYear) * (power(N(1) + effective, N(N(1) / N(perYear))) - N(1)); }

/// Level amount at the end of each of `years` years with this present value; present value ÷ years at rate 0.
template <Number N> N equivalentAnnual(const N& presentValue, const N& rate, int years) { return presentValue / annuityFactor(rate, years, Due::InArrears); }

} // namespace tco::finance
