// SPDX-License-Identifier: Apache-2.0
#pragma once

// The same rules without rounding to cents, on either number type: the base of solvers and simulation, and the
// proof that double and Decimal agree.

#include <memory>

#include "tco/finance/number.hpp"
#include "tco/model/plan.hpp"

namespace tco {

template <Number N> struct UnroundedTotals {
    N nominal{}, presentValue{}; ///< dollars over the plan, direct and indirect
};

/// A plan whose numbers are moved again and again, as solvers and simulation do. What takes long, the lives of the fleet, is
/// worked out once.
template <Number N> class Projection {
  public:
    /// As a scenario sees it (applyScenario).
    explicit Projection(Plan plan);
    ~Projection();

    /// Prices, rates and other amounts may be changed in place. Dates, numbers of units, people and positions, useful lives, payments
    /// and terms of leases, references and what is included must stay as they were.
    Plan& plan();
    UnroundedTotals<N> totals();

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// `plan` as a scenario sees it (applyScenario).
template <Number N> UnroundedTotals<N> unroundedTotals(const Plan& plan);

} // namespace tco
