// SPDX-License-Identifier: Apache-2.0
#include "argument_reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "tco/money/text.hpp"

namespace tco::cli {
namespace {

constexpr std::size_t longestList = 600;
const Money mostMoney = Money::fromDollars(10'000'000'000);

std::vector<std::string> split(const std::string& list) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= list.size();) {
        const auto comma = std::min(list.find(',', begin), list.size());
        parts.push_back(list.substr(begin, comma - begin));
        begin = comma + 1;
    }
    return parts;
}

/// "000" in "1,000": the comma was meant to group digits.
bool looksGrouped(std::string_view part) { return part.size() > 1 && part[0] == '0' && part[1] != '.'; }

} // namespace

void ArgumentReader::refuse(std::string sentence) {
    if (!m_fault) m_fault = std::move(sentence);
}

template <class T> std::optional<T> ArgumentReader::accept(std::string_view option, const Expected<T>& value) {
    if (value) return *value;
    refuse(fmt::format("{}: {}", option, value.error().message));
    return {};
}

Money ArgumentReader::money(std::string_view option, const std::string& text, Money lowest) {
    const auto value = accept(option, parseMoney(text));
    if (!value) return {};
    if (*value < lowest || *value > mostMoney) {
        refuse(fmt::format("{}: the amount must be from {} to {}.", option, display(lowest, MoneyStyle::Cents), display(mostMoney)));
        return {};
    }
    return *value;
}

Decimal ArgumentReader::amount(std::string_view option, const std::string& text) {
    const auto whole = parseMoney(text);
    auto value = whole ? Expected<Decimal>(whole->dollars()) : parseNumber(text);
    if (!value) value = failFrom(whole);
    const auto dollars = accept(option, value);
    if (!dollars) return {};
    if (*dollars > mostMoney.dollars() || *dollars < -mostMoney.dollars()) {
        refuse(fmt::format("{}: amounts may not be above {}.", option, display(mostMoney)));
        return {};
    }
    return *dollars;
}

Decimal ArgumentReader::rate(std::string_view option, const std::string& text) {
    const auto value = accept(option, parseRate(text));
    if (!value) return {};
    if (value->fraction() < Decimal::of("-0.99") || value->fraction() > Decimal(10)) {
        refuse(fmt::format("{}: a rate must be from −99% to 1,000% a year; {} is not.", option, display(*value)));
        return {};
    }
    return value->fraction();
}

int ArgumentReader::count(std::string_view option, const std::string& text, int highest) {
    const auto value = accept(option, parseCount(text));
    if (!value) return 1;
    if (*value < 1 || *value > highest) {
        refuse(fmt::format("{}: the number must be from 1 to {}; {} is not.", option, displayCount(highest), displayCount(*value)));
        return 1;
    }
    return int(*value);
}

std::vector<std::int64_t> ArgumentReader::counts(std::string_view option, const std::string& text, int highest) {
    std::vector<std::int64_t> values;
    for (const auto& part : listOf(option, text, "numbers")) values.push_back(count(option, part, highest));
    return values;
}

Decimal ArgumentReader::share(std::string_view option, const std::string& text) {
    const auto value = accept(option, parseRate(text));
    if (!value) return {};
    if (value->fraction().isNegative() || value->fraction() > Decimal(1)) {
        refuse(fmt::format("{}: a share must be from 0% to 100%; {} is not.", option, display(*value)));
        return {};
    }
    return value->fraction();
}

Decimal ArgumentReader::quantity(std::string_view option, const std::string& text) {
    const auto value = accept(option, parseNumber(text));
    if (!value) return {};
    if (value->isNegative() || *value > Decimal(1'000'000'000)) {
        refuse(fmt::format("{}: the number must be from 0 to 1,000,000,000; {} is not.", option, display(*value)));
        return {};
    }
    return *value;
}

std::vector<std::string> ArgumentReader::listOf(std::string_view option, const std::string& text, std::string_view things) {
    auto parts = split(text);
    if (parts.size() > longestList) {
        refuse(fmt::format("{}: at most {} {} can be worked with; there are {}.", option, longestList, things, displayCount(std::int64_t(parts.size()))));
        return {};
    }
    for (const auto& part : parts)
        if (looksGrouped(part))
            refuse(fmt::format("{}: “{}” looks like part of a larger number; write {} in a list without thousands separators.", option, part, things));
    return parts;
}

std::vector<Decimal> ArgumentReader::amounts(std::string_view option, const std::string& text) {
    std::vector<Decimal> values;
    for (const auto& part : listOf(option, text, "amounts")) values.push_back(amount(option, part));
    return values;
}

Date ArgumentReader::date(std::string_view option, const std::string& text) { return accept(option, Date::parse(text)).value_or(Date()); }

std::vector<Date> ArgumentReader::dates(std::string_view option, const std::string& text) {
    std::vector<Date> values;
    for (const auto& part : split(text)) values.push_back(date(option, part));
    return values;
}

finance::Due dueFrom(const std::string& timing) { return timing == "advance" ? finance::Due::InAdvance : finance::Due::InArrears; }

Json solvedJson(const Decimal& value) { return value.rounded(solvedDecimals).text(); }
Json solvedJson(const std::optional<Decimal>& value) { return value ? solvedJson(*value) : Json(nullptr); }

std::string cents(const std::optional<Decimal>& dollars) {
    if (!dollars) return "none";
    const auto money = Money::rounded(*dollars);
    return money ? display(*money, MoneyStyle::Cents) : "too large to show";
}

Json centsJson(const std::optional<Decimal>& dollars) { return dollars ? toJson(Money::rounded(*dollars)) : Json(nullptr); }

} // namespace tco::cli
