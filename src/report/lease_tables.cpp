// SPDX-License-Identifier: Apache-2.0

// Lease quotes side by side, what leaving a lease costs, and how long to keep units.

#include <algorithm>

#include <fmt/format.h>

#include "tco/report/sections.hpp"
#include "words.hpp"

namespace tco {
namespace {

const Plan& planOf(const Comparison& comparison, ScenarioId scenario) {
    const auto found = std::ranges::find(comparison.scenarios, scenario, [](const auto& compared) { return compared.calculation->scenario; });
    return *(found == comparison.scenarios.end() ? comparison.scenarios.front() : *found).calculation->plan;
}

std::string countedUnits(std::int64_t units, const Plan& plan, AssetModelId model) {
    return fmt::format("{} × {}", displayCount(units), nameOf(plan, {Kind::AssetModel, model.value}));
}

} // namespace

Table quotesTable(const Comparison& comparison, const ModelQuotes& quotes) {
    const auto& plan = planOf(comparison, quotes.scenario);
    Table table;
    table.caption = fmt::format("Contracts for {}, in dollars for all units", countedUnits(quotes.units, plan, quotes.model));
    table.columns = {{"Contract", TextAlign::Left, 1.6},     {"First payment"}, {"All payments"}, {"Rate in it", TextAlign::Right, 0.8},
                     {"Rate factor", TextAlign::Right, 0.8}, {"Present value"}, {"Worst case"},   {"Rank, worst case", TextAlign::Right, 0.7}};
    std::vector<const LeaseQuote*> ranked;
    for (const auto& quote : quotes.quotes) ranked.push_back(&quote);
    std::ranges::stable_sort(ranked, {}, &LeaseQuote::rank);
    for (const auto* each : ranked) {
        const auto& quote = *each;
        const auto* lease = findById(plan.leases, quote.lease);
        auto name = nameOf(plan, {Kind::Lease, quote.lease.value});
        if (!lease->lessor.empty()) name += fmt::format(" ({})", lease->lessor);
        const bool several = ranked.size() > 1;
        table.rows.push_back({{{std::move(name)},
                               {displayCell(quote.payment)},
                               {displayCell(quote.total)},
                               {quote.implicitRate ? display(Rate(quote.implicitRate->fraction().rounded(4))) : "none fits"},
                               {display(quote.rateFactor.rounded(5))},
                               {displayCell(quote.presentValue), several && quote.rank == 1},
                               {displayCell(quote.worstCase), several && quote.worstRank == 1},
                               {fmt::format("{}", quote.worstRank)}}});
    }
    table.note =
        "Sorted by present value: payments, and what the end of the term costs as agreed. Worst case: notice is missed, so that the contract runs on, and "
        "units that are lost at the model’s rate are charged. The rate in it follows from payments and residual; a quote may not state it.";
    return table;
}

Table leaseExitTable(const Comparison& comparison, const LeaseInUse& use) {
    const auto& plan = planOf(comparison, use.scenario);
    Table table;
    table.caption = fmt::format("Leaving {} early: {}, in dollars for all units", words::quoted(nameOf(plan, {Kind::Lease, use.lease.value})),
                                countedUnits(use.units, plan, use.model));
    table.columns = {
        {"Left after", TextAlign::Left, 0.9}, {"Paid until then"}, {"Still to pay if kept"}, {"Cost of early return"}, {"Cost if no money is appropriated"}};
    for (const auto& exit : use.exits) {
        const bool last = &exit == &use.exits.back();
        table.rows.push_back({{{counted(exit.years, "year") + (last ? " (regular end)" : "")},
                               {displayCell(exit.paid)},
                               {displayCell(exit.remaining)},
                               {displayCell(exit.earlyReturn)},
                               {exit.nonAppropriation ? displayCell(*exit.nonAppropriation) : std::string("no such clause")}}});
    }
    return table;
}

Table cyclesTable(const Comparison& comparison, const Analyses& analyses) {
    Table table;
    if (analyses.cycles.empty()) return table;
    const auto& plan = *comparison.scenarios.front().calculation->plan;
    table.caption = fmt::format("Years with the lowest yearly cost of one unit, in dollars of {}", plan.firstYear().shortLabel());
    table.columns = {{"Model", TextAlign::Left, 1.8}, {"Planned life"},     {"Yearly cost then"},
                     {"Lowest when kept for"},        {"Yearly cost then"}, {"Support over after", TextAlign::Right, 0.9}};
    for (const auto& cycle : analyses.cycles) {
        const auto cellFor = [&](int years) -> std::string {
            const auto found = std::ranges::find(cycle.years, years, &RefreshYear::years);
            return found == cycle.years.end() ? "not known" : display(found->equivalentAnnual, MoneyStyle::Cents);
        };
        const int planned = findById(plan.assetModels, cycle.model)->usefulLife;
        const auto past = std::ranges::find_if(cycle.years, &RefreshYear::pastSupport);
        table.rows.push_back({{{nameOf(plan, {Kind::AssetModel, cycle.model.value})},
                               {counted(planned, "year")},
                               {cellFor(planned)},
                               {counted(cycle.best, "year")},
                               {cellFor(cycle.best)},
                               {past == cycle.years.end() ? std::string("–") : counted(past->years - 1, "year")}}});
    }
    table.note =
        "Bought in cash at the plan’s discount rate: price, set-up, licenses, support, repairs and losses by age, resale and disposal. Where repairs and "
        "losses are entered as the same in every year of age, keeping longer always looks cheaper. A device past its maker’s support gets no security "
        "updates, whatever it costs.";
    return table;
}

Table refreshTable(const Comparison& comparison, const RefreshCycle& cycle) {
    const auto& plan = *comparison.scenarios.front().calculation->plan;
    Table table;
    table.caption = fmt::format("{}: cost of one unit by years kept, in dollars of the first plan year", nameOf(plan, {Kind::AssetModel, cycle.model.value}));
    table.columns = {
        {"Kept for", TextAlign::Left, 0.8}, {"Equivalent yearly cost"}, {"Cost of the last of these years"}, {"Maker’s support", TextAlign::Left, 1.2}};
    for (const auto& year : cycle.years)
        table.rows.push_back({{{counted(year.years, "year")},
                               {displayCell(year.equivalentAnnual, MoneyStyle::Cents), year.years == cycle.best},
                               {displayCell(year.marginal, MoneyStyle::Cents)},
                               {year.pastSupport ? "over" : "runs"}}});
    table.note = "✓ and bold: the lowest.";
    return table;
}

ChartSpec refreshChart(const Comparison& comparison, const RefreshCycle& cycle) {
    const auto& plan = *comparison.scenarios.front().calculation->plan;
    const auto name = nameOf(plan, {Kind::AssetModel, cycle.model.value});
    ChartSpec chart;
    chart.kind = ChartKind::Lines;
    chart.xTitle = "Kept for";
    ChartSeries series{"Equivalent yearly cost per unit", "category.devices", {}};
    for (std::size_t i = 0; i < cycle.years.size(); ++i) {
        const auto& year = cycle.years[i];
        chart.xLabels.push_back(counted(year.years, "year"));
        series.values.push_back(year.equivalentAnnual);
        if (year.years == cycle.best) chart.marks.push_back({i, fmt::format("lowest: {}", display(year.equivalentAnnual))});
    }
    const auto past = std::ranges::find_if(cycle.years, &RefreshYear::pastSupport);
    if (past != cycle.years.end()) chart.marks.push_back({std::size_t(past - cycle.years.begin()), "past support from here on"});
    chart.series.push_back(std::move(series));
    chart.title = fmt::format("{}: the yearly cost of a unit is lowest when it is kept for {}", name, words::years(std::size_t(cycle.best)));
    return chart;
}

} // namespace tco
