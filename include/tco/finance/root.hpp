// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one solver of the program: where a function crosses zero between two points. Interest rates,
// internal rates of return and break-evens all go through it.

#include <optional>
#include <utility>

#include "tco/finance/number.hpp"

namespace tco::finance {

/// How far a root may be from the true one: this share of its size, or of 0.0001 near zero.
template <Number N> N rootPrecision() {
    if constexpr (std::same_as<N, Decimal>) {
        static const Decimal precision = Decimal::of("0.00000000000000000001"); // 10^−20
        return precision;
    } else {
        return 1e-15;
    }
}

template <Number N> N magnitude(const N& value) { return value < N(0) ? -value : value; }

/// The x between `low` and `high` with f(x) = 0; the ends may come in either order. Nothing when f has the
/// same sign at both ends (then it may still have an even number of roots between them). f must be
/// continuous; a straight line takes two steps. Brent’s method: inverse interpolation where it makes
/// progress, halving where it does not. A coarser `precision` saves calls where each one is a whole plan. R. P. Brent, Algorithms for Minimization Without
/// Derivatives, ch. 4.
template <Number N, class F> std::optional<N> findRoot(F f, N low, N high, const N& precision = rootPrecision<N>()) {
    const N zero(0), two(2);
    N best = std::move(high), other = std::move(low), previous = other;
    N atBest = f(best), atOther = f(other), atPrevious = atOther;
    if (isZero(atOther)) return other;
    if (isZero(atBest)) return best;
    if ((atBest < zero) == (atOther < zero)) return {};
    N step = best - other, stepBefore = step;
    for (;;) {
        // The root lies between best and other; previous is the value of best before.
        if (magnitude(atOther) < magnitude(atBest)) {
            previous = best, best = other, other = previous;
            atPrevious = atBest, atBest = atOther, atOther = atPrevious;
        }
        const N tolerance = precision * (magnitude(best) + N(1) / N(10'000));
        const N half = (other - best) / two;
        if (isZero(atBest) || magnitude(half) <= tolerance) return best;
        if (magnitude(stepBefore) < tolerance || magnitude(atPrevious) <= magnitude(atBest)) {
            step = stepBefore = half;
        } else {
            const N s = atBest / atPrevious;
            N p, q;
            if (previous == other) {
                p = two * half * s;
                q = N(1) - s;
            } else {
                const N a = atPrevious / atOther, b = atBest / atOther;
                p = s * (two * half * a * (a - b) - (best - previous) * (b - N(1)));
                q = (a - N(1)) * (b - N(1)) * (s - N(1));
            }
            if (p > zero)
                q = -q;
            else
                p = -p;
            const N within = N(3) * half * q - magnitude(N(tolerance * q)), shrinking = magnitude(N(stepBefore * q));
            if (two * p < (within < shrinking ? within : shrinking)) {
                stepBefore = step;
                step = p / q;
            } else {
                step = stepBefore = half;
            }
        }
        previous = best;
        atPrevious = atBest;
        if (magnitude(step) > tolerance)
            best += step;
        else
            best += half > zero ? tolerance : -tolerance;
        atBest = f(best);
        if ((atBest < zero) == (atOther < zero)) {
            other = previous;
            atOther = atPrevious;
            step = stepBefore = best - previous;
        }
    }
}

} // namespace tco::finance
