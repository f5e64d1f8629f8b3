// SPDX-License-Identifier: Apache-2.0
#pragma once

// How sure the money is: each cost counts with the least sure of the inputs that make it.

#include <array>

#include "tco/engine/calculation.hpp"

namespace tco {

inline constexpr std::size_t confidenceCount = 5;

struct Coverage {
    std::array<Money, confidenceCount> byConfidence{}; ///< magnitude of the costs, by Confidence
    Money noSource;                                    ///< rests on an input without a source
    Money total;                                       ///< sum of the above
};

/// Over all postings of the cash view, costs and credits by their size. What a posting rests on are the inputs that its
/// explanation names:
/// - Prices, amounts, rates and hours need a source; one without makes the cost rest on an input without a source.
/// - Numbers of units and positions, dates and choices are what the district knows of itself: they need none, but where one is
///   noted they are as sure as it says.
/// - Blank and zero without a source claim nothing and count for nothing.
/// - What a scenario says instead of the plan has no source; the one noted in the plan is that of another value.
Coverage coverageOf(const Calculation& calculation);

} // namespace tco
