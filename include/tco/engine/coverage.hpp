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

/// Over all postings of the cash view, costs and credits by their size.
Coverage coverageOf(const Calculation& calculation);

} // namespace tco
