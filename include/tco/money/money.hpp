// SPDX-License-Identifier: Apache-2.0
#pragma once

// Money: whole cents, US dollars. Amounts become Money when a rule posts them, by round() below; every
// total is a sum of Money, so totals always add up to what is shown.

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>

#include "tco/money/decimal.hpp"

namespace tco {

/// value ÷ 100, exactly: multiplying by 0.01 is exact where Decimal's division is not.
Decimal hundredth(const Decimal& value);

class Money {
  public:
    constexpr Money() = default; ///< $0.00
    template <std::floating_point F> Money(F) = delete;

    static constexpr Money fromCents(std::int64_t cents) { return Money(cents); }
    static constexpr Money fromDollars(std::int64_t dollars) { return Money(dollars * 100); }
    /// Rounds dollars half away from zero to cents; nothing when the amount is beyond ±$10^15.
    static std::optional<Money> rounded(const Decimal& dollars);
    /// This amount × factor, rounded in the same way.
    std::optional<Money> scaled(const Decimal& factor) const;

    constexpr std::int64_t cents() const { return m_cents; }
    Decimal dollars() const { return hundredth(Decimal(m_cents)); }
    constexpr bool isZero() const { return m_cents == 0; }
    constexpr bool isNegative() const { return m_cents < 0; }

    constexpr Money operator-() const { return Money(-m_cents); }
    constexpr Money& operator+=(Money o) {
        m_cents += o.m_cents;
        return *this;
    }
    constexpr Money& operator-=(Money o) {
        m_cents -= o.m_cents;
        return *this;
    }
    friend constexpr Money operator+(Money a, Money b) { return a += b; }
    friend constexpr Money operator-(Money a, Money b) { return a -= b; }
    friend constexpr Money operator*(Money a, std::int64_t n) { return Money(a.m_cents * n); }
    friend constexpr auto operator<=>(const Money&, const Money&) = default;

  private:
    constexpr explicit Money(std::int64_t cents) : m_cents(cents) {}

    std::int64_t m_cents = 0;
};

/// The amount without its sign.
constexpr Money magnitude(Money amount) { return amount.isNegative() ? -amount : amount; }

/// A fraction, usually per year: 1.56 % is 0.0156. Any sign; what is sensible is the field's business.
class Rate {
  public:
    Rate() = default; ///< zero
    explicit Rate(Decimal fraction) : m_fraction(std::move(fraction)) {}
    static Rate percent(const Decimal& percent) { return Rate(hundredth(percent)); }

    const Decimal& fraction() const { return m_fraction; }
    bool isZero() const { return m_fraction.isZero(); }
    friend auto operator<=>(const Rate&, const Rate&) = default;

  private:
    Decimal m_fraction;
};

} // namespace tco
