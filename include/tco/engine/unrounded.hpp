// SPDX-License-Identifier: Apache-2.0
#pragma once

// The same rules without rounding to cents, on either number type: the base of solvers and simulation, and the
// proof that double and Decimal agree.

#include "tco/finance/number.hpp"
#include "tco/model/plan.hpp"

namespace tco {

template <Number N> struct UnroundedTotals {
    N nominal{}, presentValue{}; ///< dollars over the plan, direct and indirect
};

/// `plan` as a scenario sees it (applyScenario).
template <Number N> UnroundedTotals<N> unroundedTotals(const Plan& plan);

} // namespace tco
