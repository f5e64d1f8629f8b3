// SPDX-License-Identifier: Apache-2.0
#include "tco/money/money.hpp"

namespace tco {

Decimal hundredth(const Decimal& value) {
    static const Decimal unit = Decimal::of("0.01");
    return value * unit;
}

std::optional<Money> Money::rounded(const Decimal& dollars) {
    static const Decimal limit = Decimal::of("1000000000000000");
    if (!dollars.isFinite() || dollars > limit || dollars < -limit) return {};
    return Money((dollars * Decimal(100)).toInteger());
}

} // namespace tco
