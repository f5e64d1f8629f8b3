// SPDX-License-Identifier: Apache-2.0

// Field values as text: canonical for files, display and input for people. Numbers go through
// tco/money/text.hpp, dates through tco/base/date.hpp.

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "tco/model/plan.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

std::string lowered(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

template <class T> Expected<Value> asValue(Expected<T> parsed) {
    if (!parsed) return failFrom(parsed);
    return Value(std::move(*parsed));
}

tl::unexpected<Error> inField(const Field& field, const std::string& sentence) {
    return fail(ErrorCode::InvalidInput, fmt::format("{}: {}", field.label, sentence));
}

Expected<Value> choiceFrom(const Field& field, std::string_view text, bool byLabel) {
    for (const auto& choice : field.choices)
        if (text == choice.key || (byLabel && lowered(text) == lowered(choice.label))) return Value(std::string(choice.key));
    std::string allowed;
    for (const auto& choice : field.choices) allowed += (allowed.empty() ? "" : ", ") + std::string(byLabel ? choice.label : choice.key);
    return fail(ErrorCode::InvalidInput, fmt::format("“{}” is not one of: {}.", text, allowed));
}

Expected<Value> targetByName(const Plan& plan, const Field& field, std::string_view text) {
    for (const auto item : itemsOf(plan, field.target))
        if (lowered(nameOf(plan, item)) == lowered(text)) return Value(Link{item.id});
    return fail(ErrorCode::NotFound, fmt::format("there is no {} named “{}”.", infoOf(field.target).singular, text));
}

/// The number whose limits are checked; nothing for text, dates and references.
std::optional<Decimal> magnitudeOf(const Value& value) {
    if (const auto* count = std::get_if<std::int64_t>(&value)) return Decimal(*count);
    if (const auto* money = std::get_if<Money>(&value)) return money->dollars();
    if (const auto* number = std::get_if<Decimal>(&value)) return *number;
    if (const auto* rate = std::get_if<Rate>(&value)) return rate->fraction();
    return {};
}

std::string displayLimit(const Field& field, const Decimal& limit) {
    switch (field.type) {
    case FieldType::Rate: return display(Rate(limit));
    case FieldType::Money:
    case FieldType::UnitPrice: return "$" + display(limit);
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
    case FieldType::Money: {
        const auto number = Decimal::parse(text);
        if (!number) return failFrom(number);
        if (*number != number->rounded(2)) return fail(ErrorCode::InvalidInput, fmt::format("“{}” has a fraction of a cent.", text));
        const auto money = Money::rounded(*number);
        if (!money) return fail(ErrorCode::InvalidInput, fmt::format("“{}” is too large for an amount of money.", text));
        return Value(*money);
    }
    case FieldType::UnitPrice:
    case FieldType::Number: return asValue(Decimal::parse(text));
    case FieldType::Rate: {
        const auto number = Decimal::parse(text);
        if (!number) return failFrom(number);
        return Value(Rate(*number));
    }
    case FieldType::Day: return asValue(Date::parse(text));
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
        case FieldType::UnitPrice: value = asValue(parseNumber(input.starts_with('$') ? input.substr(1) : input)); break;
        case FieldType::Number: value = asValue(parseNumber(input)); break;
        case FieldType::Rate: value = asValue(parseRate(input)); break;
        case FieldType::Day: value = asValue(Date::parse(input)); break;
        case FieldType::Reference: value = targetByName(plan, field, input); break;
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
    const auto number = magnitudeOf(value);
    if (!number || !field.limits) return {};
    if (*number < field.limits->low && field.limits->low.isZero()) return inField(field, "a negative value is not possible here.");
    if (*number < field.limits->low || *number > field.limits->high)
        return inField(field, fmt::format("{} is outside {} to {}.", displayLimit(field, *number), displayLimit(field, field.limits->low),
                                          displayLimit(field, field.limits->high)));
    return {};
}

} // namespace tco
