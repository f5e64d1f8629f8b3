// SPDX-License-Identifier: Apache-2.0
#include "tco/report/report.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "words.hpp"

namespace tco {
namespace {

using Scenarios = std::vector<ComparedScenario>;

Table::Row rowOf(std::string header, bool total = false) {
    Table::Row row;
    row.cells.push_back({std::move(header)});
    row.total = total;
    return row;
}

/// More columns than this are no longer readable on a Letter page.
constexpr std::size_t mostColumnsWithDifferences = 8;

std::vector<Table::Column> scenarioColumns(const Scenarios& scenarios, std::string header, double headerWidth) {
    std::vector<Table::Column> columns{{std::move(header), TextAlign::Left, headerWidth}};
    for (const auto& scenario : scenarios) columns.push_back({scenario.calculation->name, TextAlign::Right, 1.0});
    return columns;
}

/// One row of money that can be missing; the lowest values are marked unless all are equal.
Table::Row moneyRow(std::string header, const Scenarios& scenarios, const std::function<std::optional<Money>(const ComparedScenario&)>& valueOf,
                    const std::function<std::string(const ComparedScenario&, Money)>& textOf = {}) {
    auto row = rowOf(std::move(header));
    std::optional<Money> low, high;
    for (const auto& scenario : scenarios)
        if (const auto value = valueOf(scenario)) {
            low = low ? std::min(*low, *value) : *value;
            high = high ? std::max(*high, *value) : *value;
        }
    for (const auto& scenario : scenarios) {
        const auto value = valueOf(scenario);
        if (!value) {
            row.cells.push_back({"not known"});
            continue;
        }
        row.cells.push_back({textOf ? textOf(scenario, *value) : displayCell(*value), *value == *low && *low != *high});
    }
    return row;
}

Table::Row differenceRow(std::string header, const Scenarios& scenarios, Money ComparedScenario::*difference) {
    auto row = rowOf(std::move(header));
    for (const auto& scenario : scenarios) row.cells.push_back({displayCell(scenario.*difference)});
    return row;
}

/// Who has the devices when the plan, or the lease, is over.
std::string devicesAtTheEnd(const Plan& plan) {
    std::size_t leased = 0, owned = 0;
    for (const auto& cohort : plan.cohorts) {
        const auto* lease = leaseTermsOf(plan, cohort);
        ++(lease && lease->endOfTerm == LeaseEnd::Return ? leased : owned);
    }
    if (!leased && !owned) return "–";
    if (!leased) return "we own them";
    return owned ? "leased ones go back, we own the rest" : "go back to the lessor";
}

bool withDifferences(const Scenarios& scenarios) { return scenarios.size() > 1 && 2 * scenarios.size() <= mostColumnsWithDifferences; }

void addDifferenceColumns(Table& table, const Scenarios& scenarios) {
    if (!withDifferences(scenarios)) return;
    for (std::size_t i = 1; i < scenarios.size(); ++i)
        table.columns.push_back({scenarios.size() == 2 ? std::string("Difference") : "Difference, " + scenarios[i].calculation->name});
    table.note = fmt::format("Differences: the option less {}; a minus sign means that the option costs less.", words::nameOf(scenarios.front()));
}

} // namespace

Table sideBySideTable(const Comparison& comparison) {
    const auto& scenarios = comparison.scenarios;
    Table table;
    if (scenarios.empty()) return table;
    const auto& figures = scenarios.front().figures;
    table.caption = scenarios.size() == 1 ? "The option in figures" : "Options side by side";
    table.columns = scenarioColumns(scenarios, "Measure", 1.5);
    auto& rows = table.rows;
    rows.push_back(moneyRow(fmt::format("Total, {}", words::yearSpan(figures)), scenarios, [](const auto& s) { return s.figures.nominal; }));
    if (scenarios.size() > 1)
        rows.push_back(differenceRow(fmt::format("Total less that of {}", words::nameOf(scenarios.front())), scenarios, &ComparedScenario::nominalDifference));
    rows.push_back(moneyRow("Present value (today’s money)", scenarios, [](const auto& s) { return s.figures.presentValue; }));
    if (scenarios.size() > 1)
        rows.push_back(differenceRow(fmt::format("Present value less that of {}", words::nameOf(scenarios.front())), scenarios,
                                     &ComparedScenario::presentValueDifference));
    rows.push_back(moneyRow("Equivalent yearly cost", scenarios, [](const auto& s) { return s.figures.equivalentAnnual; }));
    rows.push_back(moneyRow("Average per year", scenarios, [](const auto& s) { return s.figures.averagePerYear; }));
    rows.push_back(moneyRow(
        "Highest year", scenarios, [](const auto& s) { return s.figures.peak; },
        [](const auto& s, Money peak) { return fmt::format("{}: {}", s.figures.peakYear.shortLabel(), display(peak)); }));
    const auto cents = [](const auto&, Money value) { return displayCell(value, MoneyStyle::Cents); };
    rows.push_back(moneyRow(
        "Per device and year", scenarios, [](const auto& s) { return s.figures.perDeviceYear; }, cents));
    rows.push_back(moneyRow(
        "Per student and year", scenarios, [](const auto& s) { return s.figures.perStudentYear; }, cents));
    auto end = rowOf("Devices at the end");
    for (const auto& scenario : scenarios) end.cells.push_back({devicesAtTheEnd(*scenario.calculation->plan)});
    rows.push_back(std::move(end));
    if (scenarios.size() > 1) table.note = "✓ and bold: the better value of the row. A minus sign means that the option costs less.";
    return table;
}

namespace {

/// A row of amounts: what each scenario costs and, where there is room, how much more than the first.
template <class AmountOf, class DifferenceOf>
Table::Row amountRow(std::string header, bool isTotal, const Scenarios& scenarios, AmountOf amountOf, DifferenceOf differenceOf) {
    auto row = rowOf(std::move(header), isTotal);
    for (const auto& scenario : scenarios) row.cells.push_back({displayCell(amountOf(scenario))});
    if (withDifferences(scenarios))
        for (std::size_t i = 1; i < scenarios.size(); ++i) row.cells.push_back({displayCell(differenceOf(scenarios[i]))});
    return row;
}

Table::Row totalRow(const Scenarios& scenarios) {
    return amountRow(
        "Total", true, scenarios, [](const auto& scenario) { return scenario.figures.nominal; },
        [](const auto& scenario) { return scenario.nominalDifference; });
}

} // namespace

Table yearlyTable(const Comparison& comparison) {
    const auto& scenarios = comparison.scenarios;
    Table table;
    if (scenarios.empty()) return table;
    table.caption = "Cost by fiscal year, in dollars paid in the year";
    table.columns = scenarioColumns(scenarios, "Fiscal year", 0.8);
    addDifferenceColumns(table, scenarios);
    const auto& years = scenarios.front().figures.years;
    for (std::size_t y = 0; y < years.size(); ++y)
        table.rows.push_back(amountRow(
            years[y].year.shortLabel(), false, scenarios, [&](const auto& scenario) { return scenario.figures.years[y].nominal; },
            [&](const auto& scenario) { return scenario.yearlyDifference[y]; }));
    table.rows.push_back(totalRow(scenarios));
    if (!years.empty()) {
        const auto full = scenarios.front().calculation->plan->calendar().fullLabel(years.front().year);
        table.note = fmt::format("{} is fiscal year {}.", years.front().year.shortLabel(), full) + (table.note.empty() ? "" : " ") + table.note;
    }
    return table;
}

Table categoryTable(const Comparison& comparison) {
    const auto& scenarios = comparison.scenarios;
    Table table;
    if (scenarios.empty()) return table;
    table.caption = fmt::format("Cost by category, {}, in dollars paid", words::yearSpan(scenarios.front().figures));
    table.columns = scenarioColumns(scenarios, "Category", 1.2);
    addDifferenceColumns(table, scenarios);
    for (std::size_t c = 0; c < costCategoryCount; ++c)
        if (std::ranges::any_of(scenarios, [&](const auto& scenario) { return !scenario.figures.byCategory[c].isZero(); }))
            table.rows.push_back(amountRow(
                std::string(label(CostCategory(c))), false, scenarios, [&](const auto& scenario) { return scenario.figures.byCategory[c]; },
                [&](const auto& scenario) { return scenario.categoryDifference[c]; }));
    table.rows.push_back(totalRow(scenarios));
    return table;
}

} // namespace tco
