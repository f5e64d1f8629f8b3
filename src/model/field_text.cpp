// SPDX-License-Identifier: Apache-2.0

// Field values as text: canonical for files, display and input for people. Numbers go through
// tco/money/text.hpp, dates through tco/base/date.hpp.

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "tco/base/ascii.hpp"
#include "tco/model/plan.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

template <class T> Expected<Value> asValue(Expected<T> parsed) {
    if (!parsed) return failFrom(parsed);
    return Value(std::move(*parsed));
}

tl::unexpected<Error> inField(const Field& field, const std::string& sentence) {
    return fail(ErrorCode::InvalidInput, fmt::format("{}: {}", field.label, sentence));
}

Expected<Value> choiceFrom(const Field& field, std::string_view text, bool byLabel) {
    for (const auto& choice : field.choices)
        if (text == choice.key || (byLabel && lowerCase(text) == lowerCase(choice.label))) return Value(std::string(choice.key));
    std::string allowed;
    for (const auto& choice : field.choices) allowed += (allowed.empty() ? "" : ", ") + std::string(byLabel ? choice.label : choice.key);
    return fail(ErrorCode::InvalidInput, fmt::format("“{}” is not one of: {}.", text, allowed));
}

Expected<Value> targetByName(const Plan& plan, const Field& field, std::string_view text) {
    for (const auto item : itemsOf(plan, field.target))
        if (lowerCase(nameOf(plan, item)) == lowerCase(text)) return Value(Link{item.id});
    return fail(ErrorCode::NotFound, fmt::format("there is no {} named “{}”.", infoOf(field.target).singular, text));
}

const Decimal& magnitudeOf(const Decimal& number) { return number; }
const Decimal& magnitudeOf(const Rate& rate) { return rate.fraction(); }
Decimal magnitudeOf(Money money) { return money.dollars(); }

/// The numbers whose limits are checked; none for text, dates and references.
std::vector<Decimal> magnitudesOf(const Value& value) {
    std::vector<Decimal> numbers;
    const auto addAll = [&](const auto& series) {
        for (const auto& each : series.values()) numbers.push_back(magnitudeOf(each));
    };
    if (const auto* count = std::get_if<std::int64_t>(&value)) numbers.emplace_back(*count);
    if (const auto* money = std::get_if<Money>(&value)) numbers.push_back(magnitudeOf(*money));
    if (const auto* number = std::get_if<Decimal>(&value)) numbers.push_back(magnitudeOf(*number));
    if (const auto* rate = std::get_if<Rate>(&value)) numbers.push_back(magnitudeOf(*rate));
    if (const auto* rates = std::get_if<Series<Rate>>(&value)) addAll(*rates);
    if (const auto* amounts = std::get_if<Series<Money>>(&value)) addAll(*amounts);
    if (const auto* prices = std::get_if<Series<Decimal>>(&value)) addAll(*prices);
    return numbers;
}

constexpr std::size_t mostInSeries = 240;

/// "a; b; c", each written by `write`.
template <class T, class Write> std::string joined(const Series<T>& series, Write write) {
    std::string text;
    for (const auto& each : series.values()) text += (text.empty() ? "" : "; ") + write(each);
    return text;
}

/// The reverse: every part is read by `read`.
template <class T, class Read> Expected<Value> seriesFrom(std::string_view text, Read read) {
    std::vector<T> values;
    for (;;) {
        const auto end = text.find(';');
        const auto part = trimmed(text.substr(0, end));
        if (part.empty()) return fail(ErrorCode::InvalidInput, "a value is missing between the semicolons.");
        auto value = read(part);
        if (!value) return failFrom(value);
        values.push_back(std::move(*value));
        if (values.size() > mostInSeries) return fail(ErrorCode::InvalidInput, fmt::format("a list can have at most {} values.", mostInSeries));
        if (end == text.npos) return Value(Series<T>(std::move(values)));
        text.remove_prefix(end + 1);
    }
}

Expected<Money> canonicalMoney(std::string_view text) {
    const auto number = Decimal::parse(text);
    if (!number) return failFrom(number);
    if (*number != number->rounded(2)) return fail(ErrorCode::InvalidInput, fmt::format("“{}” has a fraction of a cent.", text));
    const auto money = Money::rounded(*number);
    if (!money) return fail(ErrorCode::InvalidInput, fmt::format("“{}” is too large for an amount of money.", text));
    return *money;
}

Expected<Rate> canonicalRate(std::string_view text) {
    const auto number = Decimal::parse(text);
    if (!number) return failFrom(number);
    return Rate(*number);
}

Expected<Decimal> typedUnitPrice(std::string_view text) { return parseNumber(text.starts_with('$') ? text.substr(1) : text); }

std::string displayLimit(const Field& field, const Decimal& limit) {
    switch (field.type) {
    case FieldType::Rate:
    case FieldType::Rates: return display(Rate(limit));
    case FieldType::Money:
    case FieldType::UnitPrice:
    case FieldType::Amounts:
    case FieldType::UnitPrices: return "$" + display(limit);
    default: return display(limit);
    }
}

} // namespace

std::string canonicalText(const Field& field, const Value& value) {
    if (isBlank(value)) return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Choice: return std::get<std::string>(value);
    case FieldType::Count: return fmt::format("{}", std::get<std::int64_t>(value));
    case FieldType::Money: return canonical(std::get<Money>(value));
    case FieldType::UnitPrice:
    case FieldType::Number: return std::get<Decimal>(value).text();
    case FieldType::Rate: return canonical(std::get<Rate>(value));
    case FieldType::Day: return std::get<Date>(value).iso();
    case FieldType::Reference: return fmt::format("{}", std::get<Link>(value).id);
    case FieldType::Rates: return joined(std::get<Series<Rate>>(value), [](const Rate& rate) { return canonical(rate); });
    case FieldType::Amounts: return joined(std::get<Series<Money>>(value), [](Money amount) { return canonical(amount); });
    case FieldType::UnitPrices: return joined(std::get<Series<Decimal>>(value), [](const Decimal& price) { return price.text(); });
    }
    return {};
}

Expected<Value> valueFromCanonical(const Field& field, std::string_view text) {
    if (text.empty()) return Value();
    switch (field.type) {
    case FieldType::Text: return Value(std::string(text));
    case FieldType::Choice: return choiceFrom(field, text, false);
    case FieldType::Count:
    case FieldType::Reference: {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size()) return fail(ErrorCode::InvalidInput, fmt::format("“{}” is not a whole number.", text));
        if (field.type == FieldType::Count) return Value(number);
        if (number < 1 || number > maxRawId) return fail(ErrorCode::InvalidInput, fmt::format("“{}” is not an id.", text));
        return Value(Link{number});
    }
    case FieldType::Money: return asValue(canonicalMoney(text));
    case FieldType::UnitPrice:
    case FieldType::Number: return asValue(Decimal::parse(text));
    case FieldType::Rate: return asValue(canonicalRate(text));
    case FieldType::Day: return asValue(Date::parse(text));
    case FieldType::Rates: return seriesFrom<Rate>(text, canonicalRate);
    case FieldType::Amounts: return seriesFrom<Money>(text, canonicalMoney);
    case FieldType::UnitPrices: return seriesFrom<Decimal>(text, Decimal::parse);
    }
    return Value();
}

std::string displayText(const Plan& plan, const Field& field, const Value& value) {
    if (isBlank(value)) return {};
    switch (field.type) {
    case FieldType::Text: return std::get<std::string>(value);
    case FieldType::Choice:
        for (const auto& choice : field.choices)
            if (choice.key == std::get<std::string>(value)) return std::string(choice.label);
        return std::get<std::string>(value);
    case FieldType::Count: {
        const auto count = std::get<std::int64_t>(value);
        const bool isYear = field.unit == "ending year"; // 2027, not 2,027
        return isYear ? fmt::format("{}", count) : displayCount(count);
    }
    case FieldType::Money: return display(std::get<Money>(value), MoneyStyle::Cents);
    case FieldType::UnitPrice: return displayUnitPrice(std::get<Decimal>(value));
    case FieldType::Number: return display(std::get<Decimal>(value));
    case FieldType::Rate: return display(std::get<Rate>(value));
    case FieldType::Day: return std::get<Date>(value).display();
    case FieldType::Reference: {
        const ItemRef target{field.target, std::get<Link>(value).id};
        return contains(plan, target) ? nameOf(plan, target) : std::string("(missing)");
    }
    case FieldType::Rates: return joined(std::get<Series<Rate>>(value), [](const Rate& rate) { return display(rate); });
    case FieldType::Amounts: return joined(std::get<Series<Money>>(value), [](Money amount) { return display(amount, MoneyStyle::Cents); });
    case FieldType::UnitPrices: return joined(std::get<Series<Decimal>>(value), displayUnitPrice);
    }
    return {};
}

Expected<Value> valueFromInput(const Plan& plan, const Field& field, std::string_view text) {
    const auto input = trimmed(text);
    Expected<Value> value = Value();
    if (!input.empty()) {
        switch (field.type) {
        case FieldType::Text: value = Value(std::string(input)); break;
        case FieldType::Choice: value = choiceFrom(field, input, true); break;
        case FieldType::Count: value = asValue(parseCount(input)); break;
        case FieldType::Money: value = asValue(parseMoney(input)); break;
        case FieldType::UnitPrice: value = asValue(typedUnitPrice(input)); break;
        case FieldType::Number: value = asValue(parseNumber(input)); break;
        case FieldType::Rate: value = asValue(parseRate(input)); break;
        case FieldType::Day: value = asValue(Date::parse(input)); break;
        case FieldType::Reference: value = targetByName(plan, field, input); break;
        case FieldType::Rates: value = seriesFrom<Rate>(input, parseRate); break;
        case FieldType::Amounts: value = seriesFrom<Money>(input, parseMoney); break;
        case FieldType::UnitPrices: value = seriesFrom<Decimal>(input, typedUnitPrice); break;
        }
    }
    if (!value) return inField(field, value.error().message);
    if (auto checked = checkValue(field, *value); !checked) return failFrom(checked);
    return value;
}

Expected<void> checkValue(const Field& field, const Value& value) {
    if (isBlank(value)) {
        if (field.required) return inField(field, "this cannot be left blank.");
        return {};
    }
    if (field.type == FieldType::Choice) {
        if (auto known = choiceFrom(field, std::get<std::string>(value), false); !known) return inField(field, known.error().message);
    }
    if (!field.limits) return {};
    for (const auto& number : magnitudesOf(value)) {
        if (number < field.limits->low && field.limits->low.isZero()) return inField(field, "a negative value is not possible here.");
        if (number < field.limits->low || number > field.limits->high)
            return inField(field, fmt::format("{} is outside {} to {}.", displayLimit(field, number), displayLimit(field, field.limits->low),
                                              displayLimit(field, field.limits->high)));
    }
    return {};
}

} // namespace tco
