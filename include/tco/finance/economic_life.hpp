// SPDX-License-Identifier: Apache-2.0
#pragma once

// How long to keep a thing: the equivalent annual cost of buying one, keeping it for so many years, selling it and
// buying the next. Resale value falls, expenses rise; the lowest point between them is the economic life.

#include <span>
#include <vector>

#include "tco/finance/time_value.hpp"

namespace tco::finance {

template <Number N> struct YearsKept {
    int years = 0;          ///< 1 …
    N equivalentAnnualCost; ///< per year, at year’s end, when each one is kept for `years`
    N marginalCost;         ///< at the end of this year, for keeping it this one more year
};

template <Number N> struct EconomicLife {
    std::vector<YearsKept<N>> rows;
    int bestYears = 0; ///< the fewest years with the lowest equivalent annual cost
};

/// `resaleValues` and `expenses` by year of age, at the end of each year, equally many and at least one; rate per year.
/// marginal cost = value a year ago × (1 + rate) − value now + expense; equivalent annual cost = what the
/// marginal costs so far are worth, spread evenly.
template <Number N> EconomicLife<N> economicLife(const N& price, std::span<const N> resaleValues, std::span<const N> expenses, const N& rate) {
    assert(!resaleValues.empty() && resaleValues.size() == expenses.size());
    EconomicLife<N> life;
    N valueBefore = price, worth(0), lowest(0);
    for (int years = 1; years <= int(expenses.size()); ++years) {
        const N& value = resaleValues[std::size_t(years - 1)];
        const N marginal = valueBefore * (N(1) + rate) - value + expenses[std::size_t(years - 1)];
        worth += marginal * discountFactor(rate, years);
        const N annual = equivalentAnnual(worth, rate, years);
        // Costs that differ less than a division’s noise are the same.
        const N margin = (annual < N(0) ? -annual : annual) / N(1'000'000'000'000);
        if (years == 1 || annual + margin < lowest) {
            lowest = annual;
            life.bestYears = years;
        }
        life.rows.push_back({years, annual, marginal});
        valueBefore = value;
    }
    return life;
}

} // namespace tco::finance
