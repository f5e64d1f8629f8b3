// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two to six scenarios side by side. The first is the one the others are compared with.

#include <memory>
#include <vector>

#include "tco/engine/calculation.hpp"

namespace tco {

struct ComparedScenario {
    std::shared_ptr<const Calculation> calculation;
    Figures figures;
    // Less the first scenario: positive means this one costs more.
    Money nominalDifference, presentValueDifference;
    std::vector<Money> yearlyDifference; ///< one per plan year
    std::array<Money, costCategoryCount> categoryDifference{};
};

struct Comparison {
    std::vector<ComparedScenario> scenarios;

    /// Index of the lowest present value (the first of several equal ones).
    std::size_t cheapest() const;
};

/// Compares these scenarios, in this order. None of the ids = the plan as entered.
Comparison compare(const Plan& plan, const std::vector<ScenarioId>& scenarios);
/// The same from calculations that are already there (they share the plan's years).
Comparison compare(std::vector<std::shared_ptr<const Calculation>> calculations);

/// The scenarios a comparison shows when none are named: all of them in plan order, at most six; the
/// plan as entered when there are none.
std::vector<ScenarioId> defaultScenarios(const Plan& plan);

/// The lease payment at which two scenarios have the same present value.
struct BreakEvenPayment {
    Money quoted;                            ///< the first lease payment posted in the leasing scenario, all units together
    Money breakEven;                         ///< the payment at which neither is cheaper; may be negative: leasing never pays
    std::int64_t units = 0;                  ///< units behind that payment
    Decimal quotedPerUnit, breakEvenPerUnit; ///< dollars per unit and payment
    int paymentsPerYear = 1;
    Decimal factor; ///< breakEven ÷ quoted: all lease payments scaled by it
};

/// Solves it for `lease` (the scenario with lease payments) against `buy`. Nothing when `lease` has no
/// lease payments with a present value.
std::optional<BreakEvenPayment> breakEvenPayment(const ComparedScenario& buy, const ComparedScenario& lease);

} // namespace tco
