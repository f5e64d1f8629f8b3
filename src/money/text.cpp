// SPDX-License-Identifier: Apache-2.0
#include "tco/money/text.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace tco {
namespace {

constexpr std::string_view minusSign = "−";

bool isSpace(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return text;
}

/// Takes a leading sign away; U+2212 counts as a minus.
bool takeSign(std::string_view& text) {
    if (text.starts_with('-')) {
        text.remove_prefix(1);
        return true;
    }
    if (text.starts_with(minusSign)) {
        text.remove_prefix(minusSign.size());
        return true;
    }
    return false;
}

std::string grouped(std::string_view digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i && (digits.size() - i) % 3 == 0) out += ',';
        out += digits[i];
    }
    return out;
}

/// Removes thousands separators; nothing when one stands where none belongs ("1,00", ",5", "1,2345").
std::optional<std::string> ungrouped(std::string_view text) {
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    std::string out;
    if (whole.find(',') != whole.npos) {
        std::size_t begin = 0;
        bool first = true;
        while (begin <= whole.size()) {
            const auto comma = std::min(whole.find(',', begin), whole.size());
            const auto group = whole.substr(begin, comma - begin);
            if (first ? group.empty() || group.size() > 3 : group.size() != 3) return {};
            out += group;
            first = false;
            begin = comma + 1;
        }
    } else {
        out = whole;
    }
    if (point != text.npos) {
        if (text.find(',', point) != text.npos) return {};
        if (out.empty()) out = "0"; // ".5"
        out += text.substr(point);
        if (out.back() == '.') out.pop_back(); // "5."
    }
    return out;
}

std::uint64_t magnitude(std::int64_t value) { return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value); }

std::string compact(std::uint64_t cents) {
    const auto scaled = [&](std::int64_t unit, int decimals) { return display((Decimal(static_cast<std::int64_t>(cents)) / Decimal(unit)).rounded(decimals)); };
    const auto dollars = (cents + 50) / 100;
    if (dollars >= 999'500'000) return "$" + scaled(100'000'000'000, 2) + " B";
    if (dollars >= 999'500) return "$" + scaled(100'000'000, 2) + " M";
    if (dollars >= 10'000) return "$" + scaled(100'000, 0) + " k";
    return "$" + grouped(fmt::format("{}", dollars));
}

/// "1234.5" with separators; at least `minDecimals` decimals.
std::string groupedDecimal(const Decimal& number, std::size_t minDecimals, int maxDecimals) {
    auto text = number.rounded(maxDecimals).text();
    const bool negative = text.starts_with('-');
    if (negative) text.erase(0, 1);
    const auto point = std::min(text.find('.'), text.size());
    auto decimals = point < text.size() ? text.substr(point + 1) : std::string();
    decimals.resize(std::max(decimals.size(), minDecimals), '0');
    return fmt::format("{}{}{}{}", negative ? minusSign : "", grouped(text.substr(0, point)), decimals.empty() ? "" : ".", decimals);
}

} // namespace

std::string display(Money amount, MoneyStyle style) {
    const auto cents = magnitude(amount.cents());
    std::string text;
    switch (style) {
    case MoneyStyle::Cents: text = fmt::format("${}.{:02}", grouped(fmt::format("{}", cents / 100)), cents % 100); break;
    case MoneyStyle::Dollars: text = "$" + grouped(fmt::format("{}", (cents + 50) / 100)); break;
    case MoneyStyle::Compact: text = compact(cents); break;
    }
    const bool zero = text == "$0" || text == "$0.00";
    return amount.isNegative() && !zero ? std::string(minusSign) + text : text;
}

std::string displayCell(Money amount, MoneyStyle style) { return amount.isZero() ? "–" : display(amount, style); }

std::string display(Rate rate) { return groupedDecimal(rate.fraction() * Decimal(100), 0, 6) + "%"; }

std::string counted(std::int64_t count, std::string_view noun) { return fmt::format("{} {}{}", displayCount(count), noun, count == 1 ? "" : "s"); }

std::string displayCount(std::int64_t count) { return fmt::format("{}{}", count < 0 ? minusSign : "", grouped(fmt::format("{}", magnitude(count)))); }

std::string display(const Decimal& number) { return groupedDecimal(number, 0, 6); }

std::string displayUnitPrice(const Decimal& dollars) {
    const auto text = groupedDecimal(dollars, 2, 6);
    return text.starts_with(minusSign) ? fmt::format("{}${}", minusSign, text.substr(minusSign.size())) : "$" + text;
}

std::string canonical(Money amount) {
    const auto cents = magnitude(amount.cents());
    return fmt::format("{}{}.{:02}", amount.isNegative() ? "-" : "", cents / 100, cents % 100);
}

std::string canonical(Rate rate) { return rate.fraction().text(); }

Expected<Decimal> parseNumber(std::string_view text) {
    auto rest = trimmed(text);
    const bool negative = takeSign(rest);
    const auto plain = ungrouped(rest);
    if (!plain || plain->empty() || plain->front() == '+' || plain->front() == '-')
        return fail(ErrorCode::InvalidInput, fmt::format("“{}” is not a number.", text));
    auto value = Decimal::parse(*plain);
    if (!value) return fail(ErrorCode::InvalidInput, fmt::format("“{}” is not a number.", text));
    return negative ? -*value : *value;
}

Expected<Money> parseMoney(std::string_view text) {
    const auto refuse = [&](std::string_view why) { return fail(ErrorCode::InvalidInput, fmt::format("“{}” {}", text, why)); };
    auto rest = trimmed(text);
    bool negative = false;
    if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')') {
        negative = true;
        rest = trimmed(rest.substr(1, rest.size() - 2));
    } else {
        negative = takeSign(rest);
    }
    if (rest.starts_with('$')) rest = trimmed(rest.substr(1));
    if (!negative) negative = takeSign(rest); // "$-5"
    if (rest.starts_with('-') || rest.starts_with(minusSign)) return refuse("is not an amount of money; write it like 1,234.50.");
    const auto value = parseNumber(rest);
    if (!value) return refuse("is not an amount of money; write it like 1,234.50.");
    if (*value != value->rounded(2)) return refuse("has a fraction of a cent; money has at most two decimals.");
    if (*value >= Decimal(1'000'000'000'000)) return refuse("is too large for an amount of money.");
    const auto money = Money::rounded(*value);
    return negative ? -*money : *money;
}

Expected<Rate> parseRate(std::string_view text) {
    auto rest = trimmed(text);
    const bool percent = rest.ends_with('%');
    if (percent) rest = trimmed(rest.substr(0, rest.size() - 1));
    const auto value = parseNumber(rest);
    if (!value) return fail(ErrorCode::InvalidInput, fmt::format("“{}” is not a rate; write it like 3.5%.", text));
    if (percent) return Rate::percent(*value);
    if (*value > Decimal(1) || *value < Decimal(-1))
        return fail(ErrorCode::InvalidInput, fmt::format("“{}” needs a percent sign; write it like {}%.", text, rest));
    return Rate(*value);
}

Expected<std::int64_t> parseCount(std::string_view text) {
    const auto value = parseNumber(text);
    if (!value || *value != value->rounded(0)) return fail(ErrorCode::InvalidInput, fmt::format("“{}” is not a whole number.", text));
    if (*value > Decimal(1'000'000'000'000) || *value < Decimal(-1'000'000'000'000))
        return fail(ErrorCode::InvalidInput, fmt::format("“{}” is too large.", text));
    return value->toInteger();
}

} // namespace tco
