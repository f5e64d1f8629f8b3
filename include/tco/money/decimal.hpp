// SPDX-License-Identifier: Apache-2.0
#pragma once

// Decimal: a number with 34 significant decimal digits, for everything between an input and a posted
// amount. There is no way in from double. Never compare two results of a division with ==: round first.

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include <boost/multiprecision/cpp_dec_float.hpp>

#include "tco/base/expected.hpp"

namespace tco {

class Decimal {
  public:
    Decimal() = default;                                                                    ///< zero
    template <std::integral I> Decimal(I value) : m_value(static_cast<long long>(value)) {} // NOLINT: integers are exact
    template <std::floating_point F> Decimal(F) = delete;                                   ///< 0.1 is not 0.1

    /// A literal known to be well formed, for example Decimal::of("0.0156"). Asserts otherwise.
    static Decimal of(std::string_view text);
    /// Strict: optional sign, digits, optional point and digits; at most 30 digits. No separators,
    /// no exponent, no percent sign, no white space.
    [[nodiscard]] static Expected<Decimal> parse(std::string_view text);

    /// Canonical text: no exponent, no trailing zeros, "0" and never "-0"; at most 12 decimals.
    std::string text() const;
    /// Rounded half away from zero to `decimals` places (0–12), the only rounding there is.
    Decimal rounded(int decimals) const;
    /// Good to a few units in the 15th digit.
    double toDouble() const;

    Decimal operator-() const { return Decimal(Value(-m_value)); }
    Decimal& operator+=(const Decimal& o) {
        m_value += o.m_value;
        return *this;
    }
    Decimal& operator-=(const Decimal& o) {
        m_value -= o.m_value;
        return *this;
    }
    Decimal& operator*=(const Decimal& o) {
        m_value *= o.m_value;
        return *this;
    }
    /// The divisor must not be zero (asserted).
    Decimal& operator/=(const Decimal& o);
    friend Decimal operator+(Decimal a, const Decimal& b) { return a += b; }
    friend Decimal operator-(Decimal a, const Decimal& b) { return a -= b; }
    friend Decimal operator*(Decimal a, const Decimal& b) { return a *= b; }
    friend Decimal operator/(Decimal a, const Decimal& b) { return a /= b; }
    friend bool operator==(const Decimal& a, const Decimal& b) { return a.m_value == b.m_value; }
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
        const int c = a.m_value.compare(b.m_value);
        return c < 0 ? std::strong_ordering::less : c > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
    }

    bool isZero() const { return m_value.is_zero(); }
    bool isNegative() const { return m_value < 0; }
    /// Nearest whole number, half away from zero; the caller knows that it fits in 63 bits (asserted).
    std::int64_t toInteger() const;
    /// False for the results of an overflow.
    bool isFinite() const { return (boost::multiprecision::isfinite)(m_value); }

    friend Decimal power(const Decimal& base, int exponent);            ///< exact repeated multiplication
    friend Decimal power(const Decimal& base, const Decimal& exponent); ///< base must be positive (asserted)

  private:
    using Value = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<34>, boost::multiprecision::et_off>;
    static Value nearestWhole(const Value& value);
    explicit Decimal(Value value) : m_value(std::move(value)) {}

    Value m_value = 0;
};

Decimal power(const Decimal& base, int exponent);
Decimal power(const Decimal& base, const Decimal& exponent);

} // namespace tco
