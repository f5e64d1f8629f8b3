// SPDX-License-Identifier: Apache-2.0
#pragma once

// The columns and rows that all tables of scenarios side by side share.

#include <functional>
#include <optional>
#include <string>

#include "tco/money/text.hpp"
#include "tco/report/report.hpp"

namespace tco {

using MoneyOf = std::function<std::optional<Money>(const ComparedScenario&)>;

Table::Row rowOf(std::string header, bool total = false);
Table::Cell moneyCell(Money money, std::size_t scenario, PostingFilter filter = {}, View view = View::Cash);

/// A column for the row's header and one for each scenario.
std::vector<Table::Column> scenarioColumns(const Comparison& comparison, std::string header, double headerWidth);

/// Whether there is room for columns of differences beside those of the scenarios.
bool withDifferences(const Comparison& comparison);
void addDifferenceColumns(Table& table, const Comparison& comparison);
/// The option less the first one, where there is room.
void addDifferences(Table::Row& row, const Comparison& comparison, const std::function<Money(const ComparedScenario&)>& amountOf);

/// What a row of measures shows.
struct Measure {
    std::string header;
    MoneyOf valueOf;
    PostingFilter filter = {}; ///< what the value is the sum of
    View view = View::Cash;
    bool opens = true;    ///< whether it is such a sum, or made of one
    bool compared = true; ///< the lowest value is marked
    MoneyStyle style = MoneyStyle::Dollars;
    std::function<std::string(const ComparedScenario&)> before = {}; ///< text before the amount
};
/// One row of money that can be missing; the lowest values are marked unless all are equal.
Table::Row measureRow(const Comparison& comparison, const Measure& measure);
/// The same less the first scenario.
Table::Row differenceRow(const Comparison& comparison, std::string header, const std::function<Money(const ComparedScenario&)>& amountOf);

} // namespace tco
