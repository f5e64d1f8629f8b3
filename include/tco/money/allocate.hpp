// SPDX-License-Identifier: Apache-2.0
#pragma once

// Splitting an amount into whole cents without losing one.

#include <span>
#include <vector>

#include "tco/money/money.hpp"

namespace tco {

/// `amount` in proportion to `weights`, one part for each; the parts sum to the amount exactly. Each part is rounded down
/// (−$1.005 to −$1.01), then the cents left go to the largest remainders, the first of equal ones first. A weight
/// of zero gets nothing. Weights must not be negative, and one must be positive (asserted).
std::vector<Money> allocate(Money amount, std::span<const Decimal> weights);

} // namespace tco
