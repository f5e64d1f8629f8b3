// SPDX-License-Identifier: Apache-2.0
#include "words.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "tco/report/report.hpp"

namespace tco {

std::string fieldName(const Plan& plan, const FieldRef& ref) {
    const auto* field = findField(ref.item.kind, ref.field);
    const auto label = std::string(field ? field->label : std::string_view(ref.field));
    return infoOf(ref.item.kind).single ? label : fmt::format("{}: {}", nameOf(plan, ref.item), label);
}

} // namespace tco

namespace tco::words {

std::string quoted(const std::string& name) { return "“" + name + "”"; }

std::string nameOf(const ComparedScenario& scenario) { return quoted(scenario.calculation->name); }

std::string number(std::size_t count) {
    static constexpr const char* names[] = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    return count < std::size(names) ? names[count] : fmt::format("{}", count);
}

std::string years(std::size_t count) { return number(count) + (count == 1 ? " year" : " years"); }

std::string amount(Money money) {
    const auto dollars = display(money);
    return dollars == "$0" && !money.isZero() ? display(money, MoneyStyle::Cents) : dollars;
}

std::string moreOrLess(Money difference) { return difference.isNegative() ? "less" : "more"; }

bool isDiscounted(const Figures& figures) { return figures.budget.presentValue != figures.budget.nominal; }

bool hasIndirect(const Comparison& comparison) {
    return std::ranges::any_of(comparison.scenarios, [](const auto& scenario) { return !scenario.figures.indirect.isZero(); });
}

std::string share(Money part, Money whole) {
    if (whole.isZero()) return "0%";
    const auto percent = (Decimal(part.cents()) * Decimal(100) / Decimal(whole.cents())).rounded(0);
    return percent.isZero() && !part.isZero() ? "<1%" : display(percent) + "%";
}

std::string valueText(const Plan& plan, const Field& field, const Value& value) {
    static const std::map<std::string_view, std::string_view> suffixes{
        {"%/yr", " per year"},           {"$/yr", " per year"}, {"$ once", " once"},   {"$/device", " per device"}, {"$/kWh", " per kWh"},
        {"% of price", " of the price"}, {"years", " years"},   {"months", " months"}, {"kWh/yr", " kWh per year"}, {"h/yr", " hours per year"}};
    const auto text = displayText(plan, field, value);
    const auto* number = std::get_if<std::int64_t>(&value);
    const bool wasNeverEntered = number && *number == 0 && field.limits && field.limits->low > Decimal(0); // a year, above all
    if (text.empty() || wasNeverEntered) return "blank";
    const auto suffix = suffixes.find(field.unit);
    if (suffix != suffixes.end()) return text == "1" && field.unit == "years" ? "1 year" : text + std::string(suffix->second);
    constexpr std::string_view shareOf = "% of ";
    return field.unit.starts_with(shareOf) ? fmt::format("{} of {}", text, field.unit.substr(shareOf.size())) : text;
}

std::string yearSpan(const Figures& figures) {
    if (figures.years.empty()) return {};
    const auto first = figures.years.front().year.shortLabel();
    return figures.years.size() == 1 ? first : first + " to " + figures.years.back().year.shortLabel();
}

bool isLevel(const Figures& figures) {
    return std::ranges::all_of(figures.years, [&](const auto& year) { return year.direct == figures.budget.peak; });
}

std::string listed(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i) text += i + 1 == parts.size() ? " and " : ", ";
        text += parts[i];
    }
    return text;
}

} // namespace tco::words
