// SPDX-License-Identifier: Apache-2.0
#include "scenario_columns.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "words.hpp"

namespace tco {
namespace {

/// More columns than this are no longer readable on a Letter page.
constexpr std::size_t mostColumnsWithDifferences = 8;

} // namespace

Table::Row rowOf(std::string header, bool total) {
    Table::Row row;
    row.cells.push_back({std::move(header)});
    row.total = total;
    return row;
}

Table::Cell moneyCell(Money money, std::size_t scenario, PostingFilter filter, View view) {
    return {displayCell(money), false, FigureOrigin{scenario, filter, view}};
}

std::vector<Table::Column> scenarioColumns(const Comparison& comparison, std::string header, double headerWidth) {
    std::vector<Table::Column> columns{{std::move(header), TextAlign::Left, headerWidth}};
    for (const auto& scenario : comparison.scenarios) columns.push_back({scenario.calculation->name, TextAlign::Right, 1.0});
    return columns;
}

bool withDifferences(const Comparison& comparison) {
    const auto count = comparison.scenarios.size();
    return count > 1 && 2 * count <= mostColumnsWithDifferences;
}

void addDifferenceColumns(Table& table, const Comparison& comparison) {
    if (!withDifferences(comparison)) return;
    const auto& scenarios = comparison.scenarios;
    for (std::size_t i = 1; i < scenarios.size(); ++i)
        table.columns.push_back({scenarios.size() == 2 ? std::string("Difference") : "Difference, " + scenarios[i].calculation->name});
    table.note = fmt::format("Differences: the option less {}; a minus sign means that the option costs less.", words::nameOf(scenarios.front()));
}

void addDifferences(Table::Row& row, const Comparison& comparison, const std::function<Money(const ComparedScenario&)>& amountOf) {
    if (!withDifferences(comparison)) return;
    const auto& scenarios = comparison.scenarios;
    for (std::size_t i = 1; i < scenarios.size(); ++i) row.cells.push_back({displayCell(amountOf(scenarios[i]) - amountOf(scenarios.front()))});
}

Table::Row measureRow(const Comparison& comparison, const Measure& measure) {
    auto row = rowOf(measure.header);
    std::optional<Money> low, high;
    for (const auto& scenario : comparison.scenarios)
        if (const auto value = measure.valueOf(scenario)) {
            low = low ? std::min(*low, *value) : *value;
            high = high ? std::max(*high, *value) : *value;
        }
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i) {
        const auto& scenario = comparison.scenarios[i];
        const auto value = measure.valueOf(scenario);
        if (!value) {
            row.cells.push_back({"not known"});
            continue;
        }
        Table::Cell cell{(measure.before ? measure.before(scenario) : "") + displayCell(*value, measure.style),
                         measure.compared && *value == *low && *low != *high};
        if (measure.opens) cell.origin = FigureOrigin{i, measure.filter, measure.view};
        row.cells.push_back(std::move(cell));
    }
    return row;
}

Table::Row differenceRow(const Comparison& comparison, std::string header, const std::function<Money(const ComparedScenario&)>& amountOf) {
    auto row = rowOf(std::move(header));
    for (const auto& scenario : comparison.scenarios) row.cells.push_back({displayCell(amountOf(scenario) - amountOf(comparison.scenarios.front()))});
    return row;
}

} // namespace tco
