// SPDX-License-Identifier: Apache-2.0
#pragma once

// The value of one input at which two scenarios have the same present value.

#include <optional>
#include <vector>

#include "tco/engine/comparison.hpp"

namespace tco {

enum class BreakEvenKind { DiscountRate, LeasePayment, LeaseRate, Price, Residual, DamageRate, Years };

struct BreakEven {
    BreakEvenKind kind{};
    FieldRef field;                    ///< moved in both scenarios
    Value entered;                     ///< as the second scenario has it
    Value value;                       ///< at which they are equal; for Years the first whole number at which the other one is cheaper
    bool secondIsCheaperBelow = false; ///< the second scenario costs less below that value (else above it)
};

/// Every break-even that there is between two scenarios, in the order of BreakEvenKind: the discount rate, and for the lease
/// and the largest model in which they differ, its payment or rate, unit price, resale share, repair rate and useful life. Solved
/// by finance::findRoot over the unrounded totals; the values are rounded as a person would enter them (cents, hundredths of
/// a percent, five decimals of a rate factor), so that the next value on one side makes the other scenario cheaper. Of several
/// solutions it is the one nearest to the value entered. A kind without a solution within the limits of its field, or only at
/// their very end, is left out.
/// - The lease is the one of the second scenario, else of the first. Where it states no rate of its own, the borrowing rate is
///   solved for; a list of payments has no single payment to solve for.
/// - Resale and repairs are one rate for every year of age, whatever list is entered.
/// Both must be scenarios of one plan.
std::vector<BreakEven> breakEvens(const ComparedScenario& first, const ComparedScenario& second);

} // namespace tco
