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
/// a percent). A kind without a solution within the limits of its field is left out.
std::vector<BreakEven> breakEvens(const ComparedScenario& first, const ComparedScenario& second);

} // namespace tco
