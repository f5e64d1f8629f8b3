// SPDX-License-Identifier: Apache-2.0

// The tables of figures: options side by side, short and in full, and by year.

#include <algorithm>

#include <fmt/format.h>

#include "scenario_columns.hpp"
#include "tco/model/lease_terms.hpp"
#include "tco/report/sections.hpp"
#include "words.hpp"

namespace tco {
namespace {

/// Who has the devices when the plan, or the lease, is over.
std::string devicesAtTheEnd(const Plan& plan) {
    std::size_t leased = 0, owned = 0;
    for (const auto& cohort : plan.cohorts) {
        const auto* lease = leaseTermsOf(plan, cohort);
        ++(lease && !keepsUnits(*lease) ? leased : owned);
    }
    if (!leased && !owned) return "–";
    if (!leased) return "we own them";
    return owned ? "leased ones go back, we own the rest" : "go back to the lessor";
}

PostingFilter onlyDirect(bool direct) {
    PostingFilter filter;
    filter.direct = direct;
    return filter;
}

/// Builds the rows of the two tables of measures.
struct Measures {
    const Comparison& comparison;
    Table& table;
    bool indirect = words::hasIndirect(comparison);

    void add(const Measure& measure) const { table.rows.push_back(measureRow(comparison, measure)); }
    void addDifference(std::string_view what, const std::function<Money(const ComparedScenario&)>& amountOf) const {
        if (comparison.scenarios.size() > 1)
            table.rows.push_back(differenceRow(comparison, fmt::format("{} less that of {}", what, words::nameOf(comparison.scenarios.front())), amountOf));
    }
    std::string total() const {
        return fmt::format("{}, {}", indirect ? "Budget (direct) cost" : "Total", words::yearSpan(comparison.scenarios.front().figures));
    }

    void addTotals() const {
        const auto nominal = [](const ComparedScenario& s) { return s.figures.budget.nominal; };
        const auto present = [](const ComparedScenario& s) { return s.figures.budget.presentValue; };
        add({total(), nominal, onlyDirect(true)});
        addDifference(indirect ? "Budget cost" : "Total", nominal);
        add({"Present value (today’s money)", present, onlyDirect(true)});
        addDifference("Present value", present);
        add({"Equivalent yearly cost", [](const auto& s) { return s.figures.budget.equivalentAnnual; }, onlyDirect(true)});
    }

    void addYears() const {
        const auto year = [](FiscalYear of) { return of.shortLabel() + ": "; };
        table.rows.push_back(measureRow(comparison, {.header = "Highest year",
                                                     .valueOf = [](const auto& s) { return s.figures.budget.peak; },
                                                     .opens = false,
                                                     .before = [=](const auto& s) { return year(s.figures.budget.peakYear); }}));
        openYears(&Totals::peakYear);
    }

    void addLargestRise() const {
        table.rows.push_back(measureRow(comparison, {.header = "Largest rise over the year before",
                                                     .valueOf = [](const auto& s) { return s.figures.budget.largestRise; },
                                                     .opens = false,
                                                     .before = [](const auto& s) -> std::string {
                                                         const auto& budget = s.figures.budget;
                                                         return budget.largestRise.isZero() ? "" : budget.riseYear.shortLabel() + ": ";
                                                     }}));
        openYears(&Totals::riseYear);
    }

    /// Each figure of the last row opens to its own year.
    void openYears(FiscalYear Totals::*year) const {
        auto& cells = table.rows.back().cells;
        for (std::size_t i = 0; i < comparison.scenarios.size(); ++i) {
            auto filter = onlyDirect(true);
            filter.year = comparison.scenarios[i].figures.budget.*year;
            cells[i + 1].origin = FigureOrigin{i, filter};
        }
    }

    void addIndirect() const {
        if (!indirect) return;
        add({"Indirect cost (never in the budget)", [](const auto& s) { return s.figures.indirect; }, onlyDirect(false)});
    }

    void addPer(std::string_view what, std::optional<Money> Figures::*figure) const {
        add({.header = fmt::format("Per {} and year", what), .valueOf = [=](const auto& s) { return s.figures.*figure; }, .style = MoneyStyle::Cents});
    }

    void addKinds() const {
        const auto capital = [](bool isCapital) {
            auto filter = onlyDirect(true);
            filter.capital = isCapital;
            return filter;
        };
        add({.header = "Budget: capital (lasting goods)",
             .valueOf = [](const auto& s) { return s.figures.capital; },
             .filter = capital(true),
             .compared = false});
        add({.header = "Budget: operating", .valueOf = [](const auto& s) { return s.figures.operating; }, .filter = capital(false), .compared = false});
        add({.header = indirect ? "Used up over the years, indirect included" : "Used up over the years (annualized)",
             .valueOf = [](const auto& s) { return s.figures.annualised; },
             .view = View::Annualised});
    }

    void addAverage() const {
        add({"Average per year", [](const auto& s) { return s.figures.budget.averagePerYear; }, onlyDirect(true)});
    }

    void addTogether() const {
        if (!indirect) return;
        add({"Budget and indirect cost together", [](const auto& s) { return s.figures.nominal; }});
        add({"Present value, indirect included", [](const auto& s) { return s.figures.presentValue; }});
        add({"Equivalent yearly cost, indirect included", [](const auto& s) { return s.figures.equivalentAnnual; }});
    }

    void addValue() const {
        const auto& scenarios = comparison.scenarios;
        if (std::ranges::all_of(scenarios, [](const auto& s) { return s.figures.benefitScore.isZero(); })) return;
        auto row = rowOf("Value of investment (score)");
        const auto best = std::ranges::max(scenarios, {}, [](const auto& s) { return s.figures.benefitScore; }).figures.benefitScore;
        const bool differ = std::ranges::any_of(scenarios, [&](const auto& s) { return s.figures.benefitScore != best; });
        for (const auto& s : scenarios) row.cells.push_back({display(s.figures.benefitScore), differ && s.figures.benefitScore == best});
        table.rows.push_back(std::move(row));
    }

    std::string perNote() const { return indirect ? "Figures per student, device, user and computer include indirect cost. " : ""; }
};

} // namespace

Table sideBySideTable(const Comparison& comparison) {
    Table table;
    if (comparison.scenarios.empty()) return table;
    table.caption = comparison.scenarios.size() == 1 ? "The option in figures" : "Options side by side";
    table.columns = scenarioColumns(comparison, "Measure", 1.5);
    const Measures measures{comparison, table};
    measures.addTotals();
    measures.addYears();
    measures.addIndirect();
    measures.addPer("device", &Figures::perDeviceYear);
    measures.addPer("student", &Figures::perStudentYear);
    auto end = rowOf("Devices at the end");
    for (const auto& scenario : comparison.scenarios) end.cells.push_back({devicesAtTheEnd(*scenario.calculation->plan)});
    table.rows.push_back(std::move(end));
    table.note = measures.perNote();
    if (comparison.scenarios.size() > 1) table.note += "✓ and bold: the better value of the row. A minus sign means that the option costs less.";
    return table;
}

Table figuresTable(const Comparison& comparison) {
    Table table;
    if (comparison.scenarios.empty()) return table;
    table.caption = "All figures of the options, in dollars over the plan where no year is named";
    table.columns = scenarioColumns(comparison, "Measure", 1.7);
    const Measures measures{comparison, table};
    measures.addTotals();
    measures.addAverage();
    measures.addYears();
    measures.addLargestRise();
    measures.addKinds();
    measures.addIndirect();
    measures.addTogether();
    measures.addPer("student", &Figures::perStudentYear);
    measures.addPer("device", &Figures::perDeviceYear);
    measures.addPer("user", &Figures::perUserYear);
    measures.addPer("client computer", &Figures::perClientYear);
    measures.addValue();
    table.note = "Capital are purchases, the principal of loans for them, and putting them into service; what is capitalized in the books is a question of "
                 "thresholds and contracts. A user is a student or an employee; a client computer is one a person works at. " +
                 measures.perNote() +
                 "A high cost per client computer is not bad in itself, nor is a low one good: look at the balance of equipment, support and people’s time.";
    return table;
}

Table yearlyTable(const Comparison& comparison) {
    const auto& scenarios = comparison.scenarios;
    Table table;
    if (scenarios.empty()) return table;
    table.caption = fmt::format("{} by fiscal year, in dollars paid in the year", words::hasIndirect(comparison) ? "Budget (direct) cost" : "Cost");
    table.columns = scenarioColumns(comparison, "Fiscal year", 0.8);
    addDifferenceColumns(table, comparison);
    const auto& years = scenarios.front().figures.years;
    auto filter = onlyDirect(true);
    const auto addRow = [&](Table::Row row, const std::function<Money(const ComparedScenario&)>& amountOf) {
        for (std::size_t i = 0; i < scenarios.size(); ++i) row.cells.push_back(moneyCell(amountOf(scenarios[i]), i, filter));
        addDifferences(row, comparison, amountOf);
        table.rows.push_back(std::move(row));
    };
    for (std::size_t y = 0; y < years.size(); ++y) {
        filter.year = years[y].year;
        addRow(rowOf(years[y].year.shortLabel()), [&](const auto& scenario) { return scenario.figures.years[y].direct; });
    }
    filter.year.reset();
    addRow(rowOf("Total", true), [](const auto& scenario) { return scenario.figures.budget.nominal; });
    if (!years.empty()) {
        const auto full = scenarios.front().calculation->plan->calendar().fullLabel(years.front().year);
        table.note = fmt::format("{} is fiscal year {}.", years.front().year.shortLabel(), full) + (table.note.empty() ? "" : " ") + table.note;
    }
    return table;
}

std::vector<Table> paidAndUsedTables(const Comparison& comparison) {
    constexpr std::size_t mostOptions = 3;
    const auto& scenarios = comparison.scenarios;
    std::vector<Table> tables;
    if (scenarios.empty()) return tables;
    const auto count = (scenarios.size() + mostOptions - 1) / mostOptions, perTable = (scenarios.size() + count - 1) / count;
    for (std::size_t from = 0; from < scenarios.size(); from += perTable) {
        const auto to = std::min(from + perTable, scenarios.size());
        Table table;
        table.caption = "Paid in the year, and used up in the year: direct cost in dollars";
        table.columns = {{"Fiscal year", TextAlign::Left, 0.8}};
        for (auto i = from; i < to; ++i)
            for (const char* view : {"paid", "used up"}) table.columns.push_back({fmt::format("{}: {}", scenarios[i].calculation->name, view)});
        auto filter = onlyDirect(true);
        const auto addRow = [&](Table::Row row) {
            for (auto i = from; i < to; ++i)
                for (const auto view : {View::Cash, View::Annualised})
                    row.cells.push_back(moneyCell(scenarios[i].calculation->in(view).sum(filter).nominal, i, filter, view));
            table.rows.push_back(std::move(row));
        };
        for (const auto& year : scenarios[from].figures.years) {
            filter.year = year.year;
            addRow(rowOf(year.year.shortLabel()));
        }
        filter.year.reset();
        addRow(rowOf("Total", true));
        tables.push_back(std::move(table));
    }
    tables.back().note =
        "TCO is not the budget: the budget pays for a device in one year, but the district uses it up over its life. “Used up” spreads each price over "
        "the days it serves. The totals differ by what was paid before the plan, and by what still serves after it.";
    return tables;
}

} // namespace tco
