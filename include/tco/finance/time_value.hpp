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

/// Level amount at the end of each of `years` years with this present value; present value ÷ years at rate 0.
template <Number N> N equivalentAnnual(const N& presentValue, const N& rate, int years) { return presentValue / annuityFactor(rate, years, Due::InArrears); }

/// (1 + rate)^years: the price of a later year in terms of the first one.
template <Number N> N growth(const N& rate, int years) { return power(N(1) + rate, years); }

} // namespace tco::finance
