// SPDX-License-Identifier: Apache-2.0
#include "words.hpp"

#include <algorithm>

#include <fmt/format.h>

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

Money magnitude(Money money) { return money.isNegative() ? -money : money; }

std::string yearSpan(const Figures& figures) {
    if (figures.years.empty()) return {};
    const auto first = figures.years.front().year.shortLabel();
    return figures.years.size() == 1 ? first : first + " to " + figures.years.back().year.shortLabel();
}

bool isLevel(const Figures& figures) {
    return std::ranges::all_of(figures.years, [&](const auto& year) { return year.nominal == figures.peak; });
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
