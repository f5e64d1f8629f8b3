// SPDX-License-Identifier: Apache-2.0
#include "tco/money/decimal.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

namespace tco {

Decimal Decimal::of(std::string_view text) {
    auto value = parse(text);
    assert(value);
    return *value;
}

Expected<Decimal> Decimal::parse(std::string_view text) {
    // Boost's own string constructor reads "1,000" as 1 and accepts "nan", so check every character first.
    constexpr std::size_t maxDigits = 30;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    std::string_view rest = text;
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) rest.remove_prefix(1);
    const auto point = rest.find('.');
    const auto whole = rest.substr(0, point);
    const auto fraction = point == rest.npos ? std::string_view() : rest.substr(point + 1);
    const bool wellFormed =
        !whole.empty() && std::ranges::all_of(whole, isDigit) && std::ranges::all_of(fraction, isDigit) && (point == rest.npos || !fraction.empty());
    if (!wellFormed) return fail(ErrorCode::InvalidInput, fmt::format("“{}” is not a number.", text));
    if (whole.size() + fraction.size() > maxDigits) return fail(ErrorCode::InvalidInput, fmt::format("“{}” has more than {} digits.", text, maxDigits));
    Value value(std::string(rest).c_str());
    if (text.front() == '-') value = -value;
    return Decimal(std::move(value));
}

std::string Decimal::text() const {
    constexpr int maxDecimals = 12;
    auto result = rounded(maxDecimals).m_value.str(maxDecimals, std::ios::fixed);
    while (result.back() == '0') result.pop_back();
    if (result.back() == '.') result.pop_back();
    return result == "-0" ? "0" : result;
}

/// Half away from zero. Division leaves noise in its last digits, another one in each version of Boost; so a value that
/// close to a half counts as the half, and every machine posts the same cents.
Decimal::Value Decimal::nearestWhole(const Value& value) {
    static const Value half("0.5000000000001");
    return value < 0 ? Value(-floor(half - value)) : Value(floor(value + half));
}

Decimal Decimal::rounded(int decimals) const {
    assert(decimals >= 0 && decimals <= 12);
    static const std::array<std::pair<Value, Value>, 13> scales = [] { // 10^n and, exact as well, 10^−n
        std::array<std::pair<Value, Value>, 13> all;
        all[0] = {1, 1};
        for (std::size_t i = 1; i < all.size(); ++i) all[i] = {all[i - 1].first * 10, all[i - 1].second * Value("0.1")};
        return all;
    }();
    const auto& [scale, unit] = scales[std::size_t(decimals)];
    return Decimal(Value(nearestWhole(m_value * scale) * unit));
}

Decimal& Decimal::operator/=(const Decimal& o) {
    assert(!o.isZero());
    m_value /= o.m_value;
    return *this;
}

double Decimal::toDouble() const {
    if (!isFinite()) return m_value.convert_to<double>();
    // Boost's own conversion goes through text and a stream, which is a hundred times slower.
    double mantissa = 0;
    int exponent = 0;
    m_value.backend().extract_parts(mantissa, exponent);
    return exponent < 0 ? mantissa / std::pow(10.0, -exponent) : mantissa * std::pow(10.0, exponent);
}

std::int64_t Decimal::toInteger() const {
    const Value whole = nearestWhole(m_value);
    assert(abs(whole) < Value("9223372036854775807"));
    return whole.convert_to<long long>();
}

Decimal power(const Decimal& base, int exponent) {
    if (exponent < 0) return Decimal(1) / power(base, -exponent);
    Decimal result = 1, square = base;
    for (; exponent > 0; exponent /= 2) {
        if (exponent % 2) result *= square;
        square *= square;
    }
    return result;
}

Decimal power(const Decimal& base, const Decimal& exponent) {
    assert(base > Decimal(0));
    return Decimal(Decimal::Value(boost::multiprecision::pow(base.m_value, exponent.m_value)));
}

} // namespace tco
