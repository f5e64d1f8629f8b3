// SPDX-License-Identifier: Apache-2.0

// Who pays: funds, E-Rate and what has no money, by year; what moves between capital and operating cost.

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "scenario_columns.hpp"
#include "tco/report/sections.hpp"
#include "words.hpp"
#include "year_blocks.hpp"

namespace tco {
namespace {

std::vector<FiscalYear> yearsOf(const Funding& funding) {
    std::vector<FiscalYear> years;
    for (const auto& year : funding.years) years.push_back(year.year);
    return years;
}

std::vector<Money> amountsOf(const Funding& funding, Money FundingYear::*amount) {
    std::vector<Money> amounts;
    for (const auto& year : funding.years) amounts.push_back(year.*amount);
    return amounts;
}

std::vector<Money> amountsOf(const FundUse& use) {
    std::vector<Money> amounts;
    for (const auto& year : use.years) amounts.push_back(year.assigned);
    return amounts;
}

Money sumOf(const std::vector<Money>& amounts) { return std::accumulate(amounts.begin(), amounts.end(), Money()); }
bool isAllZero(const std::vector<Money>& amounts) { return std::ranges::all_of(amounts, &Money::isZero); }

const Fund& fundOf(const Calculation& calculation, const FundUse& use) { return *findById(calculation.plan->funds, use.fund); }

std::string titleOf(const Fund& fund) { return fund.name + (fund.certainty == FundCertainty::Uncertain ? " (may fail)" : ""); }

YearRow moneyRow(std::string header, const std::vector<Money>& amounts, bool total = false) {
    YearRow row{std::move(header), {}, displayCell(sumOf(amounts)), total};
    for (const auto amount : amounts) row.values.push_back({displayCell(amount)});
    return row;
}

std::string compact(Money money) { return display(money, MoneyStyle::Compact); }

std::string fundFinding(const Calculation& calculation, const Funding& funding) {
    const auto name = words::quoted(calculation.name);
    const auto unfunded = funding.unfunded(), uncertain = sumOf(amountsOf(funding, &FundingYear::uncertain));
    if (unfunded > Money()) {
        const auto worst = std::ranges::max_element(funding.years, {}, &FundingYear::unfunded);
        if (worst->unfunded == unfunded) return fmt::format("{}: {} has no money, all of it in {}", name, compact(unfunded), worst->year.shortLabel());
        return fmt::format("{}: {} has no money, most of it in {} ({})", name, compact(unfunded), worst->year.shortLabel(), compact(worst->unfunded));
    }
    if (uncertain > Money()) return fmt::format("{}: every year has its money, but {} of it may fail", name, compact(uncertain));
    return fmt::format("{}: every year has its money", name);
}

/// As many colors as charts have for options; small funds stand together.
constexpr std::size_t mostSeries = 5;

} // namespace

Table unfundedTable(const Comparison& comparison, const Analyses& analyses) {
    Table table;
    if (analyses.funding.size() < 2 || analyses.funding.front().years.empty()) return table;
    table.caption = "What has no money by fiscal year, in dollars";
    table.columns = scenarioColumns(comparison, "Fiscal year", 0.8);
    for (std::size_t y = 0; y < analyses.funding.front().years.size(); ++y) {
        auto row = rowOf(analyses.funding.front().years[y].year.shortLabel());
        for (const auto& funding : analyses.funding) row.cells.push_back({displayCell(funding.years[y].unfunded)});
        table.rows.push_back(std::move(row));
    }
    auto total = rowOf("Total", true);
    for (const auto& funding : analyses.funding) total.cells.push_back({displayCell(funding.unfunded())});
    table.rows.push_back(std::move(total));
    return table;
}

std::vector<Table> fundTables(const Calculation& calculation, const Funding& funding) {
    std::vector<YearRow> rows;
    for (const auto& use : funding.funds) rows.push_back(moneyRow(titleOf(fundOf(calculation, use)), amountsOf(use)));
    const auto erate = amountsOf(funding, &FundingYear::erate), unfunded = amountsOf(funding, &FundingYear::unfunded);
    if (!isAllZero(erate)) rows.push_back(moneyRow("E-Rate", erate));
    if (!isAllZero(unfunded)) rows.push_back(moneyRow("Without money", unfunded));
    rows.push_back(moneyRow(isAllZero(erate) ? "Budget (direct) cost" : "Budget (direct) cost before E-Rate", amountsOf(funding, &FundingYear::cost), true));
    auto tables = yearTables(fmt::format("Who pays for {}", words::quoted(calculation.name)), "Paid by", yearsOf(funding), "Total", rows);
    if (!tables.empty() && !isAllZero(unfunded))
        tables.back().note = "Without money: what no rule gives to a fund, or more than the funds have. A minus sign there is a credit that no fund takes.";
    return tables;
}

std::vector<Table> fundMoneyTables(const Calculation& calculation, const Funding& funding) {
    std::vector<YearRow> rows;
    for (const auto& use : funding.funds) {
        if (std::ranges::none_of(use.years, [](const auto& year) { return year.available.has_value(); })) continue;
        YearRow row{titleOf(fundOf(calculation, use)), {}, {}, false};
        for (const auto& year : use.years) {
            if (!year.available) {
                row.values.push_back({"as needed"});
                continue;
            }
            const auto has = year.carriedIn + *year.available;
            auto text = has.isZero() && year.assigned.isZero() ? std::string("–") : fmt::format("{} of {}", words::amount(year.assigned), words::amount(has));
            if (year.asked > std::max(has, Money())) text += fmt::format("\n{} asked", words::amount(year.asked));
            row.values.push_back({std::move(text)});
        }
        rows.push_back(std::move(row));
    }
    return yearTables(fmt::format("What the funds of {} have, and how much of it is used", words::quoted(calculation.name)), "Fund", yearsOf(funding), "",
                      rows);
}

ChartSpec fundChart(const Calculation& calculation, const Funding& funding) {
    ChartSpec chart;
    chart.kind = ChartKind::StackedBars;
    chart.title = fundFinding(calculation, funding);
    for (const auto& year : funding.years) chart.xLabels.push_back(year.year.shortLabel());
    ChartSeries others{"Other funds", "category.user_time", std::vector<Money>(funding.years.size())};
    for (const auto& use : funding.funds) {
        const auto amounts = amountsOf(use);
        if (isAllZero(amounts)) continue;
        if (chart.series.size() < mostSeries)
            chart.series.push_back({titleOf(fundOf(calculation, use)), fmt::format("scenario.{}", chart.series.size()), amounts});
        else
            std::ranges::transform(others.values, amounts, others.values.begin(), std::plus{});
    }
    const auto addIfAny = [&](ChartSeries series) {
        if (!isAllZero(series.values)) chart.series.push_back(std::move(series));
    };
    addIfAny(std::move(others));
    addIfAny({"E-Rate", "category.services", amountsOf(funding, &FundingYear::erate)});
    addIfAny({"Without money", "change.more", amountsOf(funding, &FundingYear::unfunded)});
    return chart;
}

Table capitalShiftTable(const Calculation& from, const Calculation& to) {
    Table table;
    const auto shift = capitalShift(from, to);
    if (std::ranges::all_of(shift, [](const auto& year) { return year.capital().isZero() && year.operating().isZero(); })) return table;
    table.caption = fmt::format("From {} to {}: capital and operating cost by year", words::quoted(from.name), words::quoted(to.name));
    table.columns = {{"Year", TextAlign::Left},
                     {"Capital, " + from.name},
                     {"Capital, " + to.name},
                     {"Change"},
                     {"Operating, " + from.name},
                     {"Operating, " + to.name},
                     {"Change"}};
    CapitalShiftYear sum;
    const auto add = [&](std::string header, const CapitalShiftYear& year, bool total) {
        auto row = rowOf(std::move(header), total);
        for (const auto amount : {year.capitalFrom, year.capitalTo, year.capital(), year.operatingFrom, year.operatingTo, year.operating()})
            row.cells.push_back({displayCell(amount)});
        table.rows.push_back(std::move(row));
    };
    for (const auto& year : shift) {
        add(year.year.shortLabel(), year, false);
        sum.capitalFrom += year.capitalFrom, sum.capitalTo += year.capitalTo;
        sum.operatingFrom += year.operatingFrom, sum.operatingTo += year.operatingTo;
    }
    add("Total", sum, true);
    table.note = "Capital: purchases, principal, putting into service, less E-Rate on them. Operating: all the rest of the budget.";
    return table;
}

} // namespace tco
