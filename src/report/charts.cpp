// SPDX-License-Identifier: Apache-2.0

// Which charts a comparison has, and what their titles find.

#include "tco/report/report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "words.hpp"

namespace tco {
namespace {

std::string compact(Money money) { return display(money, MoneyStyle::Compact); }

/// "costs $214 k more", "costs the same".
std::string comparedCost(Money difference) {
    if (difference.isZero()) return "costs the same";
    return fmt::format("costs {} {}", compact(magnitude(difference)), difference.isNegative() ? "less" : "more");
}

std::string yearlyFinding(const Comparison& comparison) {
    const auto& scenarios = comparison.scenarios;
    const auto& first = scenarios.front().figures.budget;
    if (scenarios.size() == 1 && words::isLevel(scenarios[0].figures))
        return fmt::format("{} costs {} in every year", words::nameOf(scenarios[0]), compact(first.peak));
    if (scenarios.size() == 1)
        return fmt::format("{} costs {} a year on average; the highest year is {} with {}", words::nameOf(scenarios[0]), compact(first.averagePerYear),
                           first.peakYear.shortLabel(), compact(first.peak));
    if (scenarios.size() > 2) {
        const auto [low, high] = std::ranges::minmax_element(scenarios, {}, [](const auto& s) { return s.figures.budget.peak; });
        return fmt::format("The highest year ranges from {} ({}) to {} ({})", compact(low->figures.budget.peak), words::nameOf(*low),
                           compact(high->figures.budget.peak), words::nameOf(*high));
    }
    const auto& other = scenarios[1].figures.budget;
    const auto difference = other.nominal - first.nominal;
    const auto cost = words::nameOf(scenarios[1]) + " " + comparedCost(difference);
    const auto a = compact(first.peak), b = compact(other.peak);
    if (a == b) return fmt::format("{}; the highest year of both is {}", cost, a);
    const bool against = (other.peak > first.peak) == difference.isNegative();
    return fmt::format("{}{} its highest year is {} instead of {}", cost, against ? ", but" : " and", b, a);
}

std::string categoryFinding(const ComparedScenario& shown) {
    const auto& figures = shown.figures;
    const auto largest = std::ranges::max_element(figures.directByCategory);
    const auto name = words::nameOf(shown);
    if (figures.direct <= Money() || *largest <= Money()) return name + " by category";
    const auto category = label(CostCategory(largest - figures.directByCategory.begin()));
    if (*largest == figures.direct) return fmt::format("{}: all of the cost is in one category, {}", name, category);
    return fmt::format("{}: the largest category is {} with {} of the cost", name, category, words::share(*largest, figures.direct));
}

} // namespace

ChartSpec yearlyChart(const Comparison& comparison) {
    ChartSpec chart;
    chart.kind = ChartKind::GroupedBars;
    if (comparison.scenarios.empty()) return chart;
    chart.title = yearlyFinding(comparison);
    for (const auto& year : comparison.scenarios.front().figures.years) chart.xLabels.push_back(year.year.shortLabel());
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i) {
        const auto& scenario = comparison.scenarios[i];
        ChartSeries series{scenario.calculation->name, fmt::format("scenario.{}", i), {}};
        for (const auto& year : scenario.figures.years) series.values.push_back(year.direct);
        chart.series.push_back(std::move(series));
    }
    return chart;
}

ChartSpec categoryChart(const ComparedScenario& shown, const ComparedScenario* outline) {
    ChartSpec chart;
    chart.kind = ChartKind::StackedBars;
    chart.title = categoryFinding(shown);
    for (const auto& year : shown.figures.years) chart.xLabels.push_back(year.year.shortLabel());
    for (std::size_t c = 0; c < costCategoryCount; ++c) {
        const auto category = CostCategory(c);
        ChartSeries series{std::string(label(category)), fmt::format("category.{}", key(category)), {}};
        for (const auto& year : shown.figures.years) series.values.push_back(year.directByCategory[c]);
        if (!std::ranges::all_of(series.values, &Money::isZero)) chart.series.push_back(std::move(series));
    }
    if (outline) {
        ChartSeries total{outline->calculation->name, "outline", {}};
        for (const auto& year : outline->figures.years) total.values.push_back(year.direct);
        chart.outline = std::move(total);
    }
    return chart;
}

} // namespace tco
