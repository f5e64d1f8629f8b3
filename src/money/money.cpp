// SPDX-License-Identifier: Apache-2.0
#include "tco/money/money.hpp"

namespace tco {

Decimal hundredth(const Decimal& value) {
    static const Decimal unit = Decimal::of("0.01");
    return value * unit;
}

namespace {

std::optional<std::int64_t> wholeCents(const Decimal& cents) {
    static const Decimal limit = Decimal::of("100000000000000000"); // $10^15
    if (!cents.isFinite() || cents > limit || cents < -limit) return {};
    return cents.toInteger();
}

} // namespace

std::optional<Money> Money::rounded(const Decimal& dollars) {
    static const Decimal hundred = 100;
    const auto cents = wholeCents(dollars * hundred);
    return cents ? std::optional(Money(*cents)) : std::nullopt;
}

std::optional<Money> Money::scaled(const Decimal& factor) const {
    const auto cents = wholeCents(Decimal(m_cents) * factor);
    return cents ? std::optional(Money(*cents)) : std::nullopt;
}

} // namespace tco
