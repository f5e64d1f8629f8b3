// SPDX-License-Identifier: Apache-2.0
#include "tco/money/allocate.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <numeric>

namespace tco {

std::vector<Money> allocate(Money amount, std::span<const Decimal> weights) {
    assert(std::ranges::none_of(weights, &Decimal::isNegative));
    const auto total = std::accumulate(weights.begin(), weights.end(), Decimal(0));
    assert(!total.isZero());
    // Remainders stay multiplied by the total: products are exact where quotients are not.
    const Decimal cents = amount.cents();
    std::vector<Money> parts;
    std::vector<Decimal> remainders;
    Money left = amount;
    for (const auto& weight : weights) {
        auto whole = (cents * weight / total).toInteger();
        auto remainder = cents * weight - Decimal(whole) * total;
        if (remainder.isNegative()) {
            --whole;
            remainder += total;
        }
        parts.push_back(Money::fromCents(whole));
        remainders.push_back(remainder);
        left -= parts.back();
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return remainders[i]; });
    for (std::size_t i = 0; i < std::size_t(left.cents()); ++i) parts[order[i]] += Money::fromCents(1);
    return parts;
}

} // namespace tco
