// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finance and rules are templates on the number: Decimal for every figure a person sees, double for
// simulation and sensitivity. A property test holds the two together.

#include <cmath>
#include <concepts>
#include <type_traits>

#include "tco/money/money.hpp"

namespace tco {

template <class N>
concept Number = std::same_as<N, Decimal> || std::same_as<N, double>;

inline double power(double base, int exponent) { return std::pow(base, exponent); }
inline double power(double base, double exponent) { return std::pow(base, exponent); }

template <Number N> N numberFrom(const Decimal& value) {
    if constexpr (std::same_as<N, Decimal>)
        return value;
    else
        return value.toDouble();
}
template <Number N> N numberFrom(const Rate& rate) { return numberFrom<N>(rate.fraction()); }
template <Number N> N numberFrom(std::integral auto count) { return N(count); }
template <Number N> N numberFrom(Money amount) {
    if constexpr (std::same_as<N, Decimal>)
        return amount.dollars();
    else
        return static_cast<double>(amount.cents()) / 100;
}

inline bool isZero(double value) { return value == 0; }
inline bool isZero(const Decimal& value) { return value.isZero(); }

} // namespace tco
