// SPDX-License-Identifier: Apache-2.0

// Which parts a comparison has, in which order. A part without content is left out.

#include "tco/report/sections.hpp"

#include <algorithm>
#include <set>

#include "tco/report/books.hpp"
#include "words.hpp"

namespace tco {
namespace {

class SectionList {
  public:
    void start(std::string title) { m_sections.push_back({std::move(title), {}}); }
    void add(Table table) {
        if (!table.rows.empty()) m_sections.back().blocks.push_back(std::move(table));
    }
    void add(ChartSpec chart, double height) { m_sections.back().blocks.push_back(ChartBlock{std::move(chart), height}); }
    void add(Block block) { m_sections.back().blocks.push_back(std::move(block)); }
    void add(std::string sentence) { m_sections.back().blocks.push_back(Paragraph{Paragraph::Style::Body, std::move(sentence)}); }

    std::vector<Section> finish() {
        std::erase_if(m_sections, [](const auto& section) { return section.blocks.empty(); });
        return std::move(m_sections);
    }

  private:
    std::vector<Section> m_sections;
};

void addCosts(const Comparison& comparison, SectionList& list) {
    list.start("Every figure");
    list.add(figuresTable(comparison));
    list.start("Cost by year");
    list.add(yearlyTable(comparison));
    for (auto& table : paidAndUsedTables(comparison)) list.add(std::move(table));
    list.start("What the money pays for");
    list.add(categoryTable(comparison));
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i)
        list.add(categoryChart(comparison.scenarios[i], i ? &comparison.scenarios.front() : nullptr), 200);
    list.add(elementTable(comparison));
    list.add(functionTable(comparison));
    list.add(siteTable(comparison));
}

void addDifferences(const Comparison& comparison, const Analyses& analyses, SectionList& list) {
    list.start("Why the options differ");
    for (std::size_t i = 1; i < comparison.scenarios.size(); ++i) {
        if (analyses.waterfalls.empty() || analyses.waterfalls[i - 1].steps.empty()) continue;
        if (analyses.waterfalls[i - 1].steps.size() > 1) list.add(waterfallChart(comparison, analyses, i), 210);
        list.add(waterfallTable(comparison, analyses, i));
    }
    list.start("What the answer hangs on");
    auto sentences = breakEvenSentences(comparison, analyses);
    if (!sentences.empty() && words::hasIndirect(comparison)) sentences.emplace_back("These values count indirect cost too.");
    for (auto& sentence : sentences) list.add(std::move(sentence));
    if (analyses.sensitivity.empty()) return;
    list.add(sensitivityChart(comparison, analyses), 60 + 24 * double(analyses.sensitivity.size()));
    list.add(sensitivityTable(comparison, analyses));
}

/// Whether the books and accounts of a scenario are told in full: the first one and the one that is set against it. Of the others the
/// tables side by side tell enough; chosen alone, they are told in full as well.
bool isToldInFull(const Analyses& analyses, std::size_t scenario) { return scenario == 0 || scenario == analyses.other; }

void addFunding(const Calculation& calculation, const Funding& funding, SectionList& list) {
    if (funding.lines.empty()) return; // nothing costs anything
    list.add(fundChart(calculation, funding), 200);
    for (auto& table : fundTables(calculation, funding)) list.add(std::move(table));
    for (auto& table : fundMoneyTables(calculation, funding)) list.add(std::move(table));
}

void addMoney(const Comparison& comparison, const Analyses& analyses, SectionList& list) {
    const auto& scenarios = comparison.scenarios;
    list.start("Capital and operating cost");
    for (std::size_t i = 1; i < scenarios.size(); ++i)
        if (isToldInFull(analyses, i)) list.add(capitalShiftTable(*scenarios.front().calculation, *scenarios[i].calculation));
    list.start("Who pays");
    list.add(unfundedTable(comparison, analyses));
    for (std::size_t i = 0; i < analyses.funding.size(); ++i)
        if (isToldInFull(analyses, i)) addFunding(*scenarios[i].calculation, analyses.funding[i], list);
    list.start("Accounts and budget levels");
    for (std::size_t i = 0; i < analyses.budgets.size(); ++i) {
        if (!isToldInFull(analyses, i)) continue;
        for (auto& table : accountTables(*scenarios[i].calculation, analyses.budgets[i])) list.add(std::move(table));
        for (auto& table : budgetTables(*scenarios[i].calculation, analyses.budgets[i])) list.add(std::move(table));
    }
}

/// Whose books are told: of each kind of contract that none of those told in full has in its books, the first that has one as well.
std::vector<std::size_t> toldBooks(const Analyses& analyses) {
    std::vector<std::size_t> told;
    std::set<Treatment> treatments;
    const auto tell = [&](std::size_t i) {
        told.push_back(i);
        for (const auto& contract : analyses.books[i].contracts) treatments.insert(contract.treatment);
    };
    for (std::size_t i = 0; i < analyses.books.size(); ++i)
        if (isToldInFull(analyses, i) && !analyses.books[i].movements.empty()) tell(i);
    for (std::size_t i = 0; i < analyses.books.size(); ++i)
        if (std::ranges::any_of(analyses.books[i].contracts, [&](const BookedContract& contract) { return !treatments.contains(contract.treatment); })) tell(i);
    return told;
}

/// Plans without contracts and assets are the same in every view, and nothing is said of them.
void addBooks(const Comparison& comparison, const Analyses& analyses, SectionList& list) {
    const auto& scenarios = comparison.scenarios;
    const auto forEach = [&](auto visit) {
        for (const auto i : toldBooks(analyses)) visit(*scenarios[i].calculation, analyses.books[i]);
    };
    list.start("The cost in three views");
    forEach([&](const Calculation& calculation, const Books& books) {
        const auto years = reconciliationOf(calculation, books);
        list.add(threeViewsTable(calculation, years));
        list.add(reconciliationTable(calculation, years));
    });
    list.start("Contracts in the books");
    forEach([&](const Calculation& calculation, const Books& books) {
        list.add(contractsTable(calculation, books));
        list.add(maturityTable(calculation, books.contracts, calculation.plan->firstYear()));
        if (auto sentence = tailSentence(calculation, books); !sentence.empty()) list.add(std::move(sentence));
    });
    list.start("E-Rate");
    for (const auto& section : erateSections(*scenarios.front().calculation))
        for (const auto& block : section.blocks) list.add(block);
}

void addLeases(const Comparison& comparison, const Analyses& analyses, SectionList& list) {
    list.start("Leases and other contracts");
    for (const auto& quotes : analyses.quotes) list.add(quotesTable(comparison, quotes));
    for (const auto& lease : analyses.leases) list.add(leaseExitTable(comparison, lease));
}

/// Models whose curve is shown; the others stand in the table of all.
constexpr std::size_t mostCurves = 2;

void addCycles(const Comparison& comparison, const Analyses& analyses, SectionList& list) {
    list.start("How long to keep devices");
    list.add(cyclesTable(comparison, analyses));
    for (std::size_t i = 0; i < std::min(mostCurves, analyses.cycles.size()); ++i) {
        list.add(refreshChart(comparison, analyses.cycles[i]), 150);
        list.add(refreshTable(comparison, analyses.cycles[i]));
    }
}

void addPeople(const Comparison& comparison, const Analyses& analyses, SectionList& list) {
    list.start("Staff");
    list.add(staffingTable(comparison, analyses));
    if (!analyses.staffing.empty()) list.add(staffingSchemesTable(comparison, analyses));
    for (auto& sentence : staffingAdvice(comparison)) list.add(std::move(sentence));
    list.start("People’s time and expected losses");
    list.add(indirectTable(comparison));
    list.start("What it is for");
    list.add(benefitsTable(comparison));
    list.start("How sure the money is");
    for (auto& table : coverageTables(comparison, analyses)) list.add(std::move(table));
}

} // namespace

std::vector<Section> comparisonSections(const Comparison& comparison, const Analyses& analyses) {
    if (comparison.scenarios.empty() || comparison.scenarios.front().figures.years.empty()) return {};
    SectionList list;
    addCosts(comparison, list);
    addDifferences(comparison, analyses, list);
    addMoney(comparison, analyses, list);
    addBooks(comparison, analyses, list);
    addLeases(comparison, analyses, list);
    addCycles(comparison, analyses, list);
    addPeople(comparison, analyses, list);
    return list.finish();
}

std::vector<Section> leaseSections(const Comparison& comparison, const Analyses& analyses) {
    SectionList list;
    addLeases(comparison, analyses, list);
    return list.finish();
}

std::vector<Section> fundingSections(const Comparison& comparison) {
    SectionList list;
    const auto& shown = *comparison.scenarios.back().calculation;
    const auto& compared = *comparison.scenarios.front().calculation;
    if (shown.plan->funds.empty()) return {};
    list.start("Who pays");
    addFunding(shown, fundingOf(shown), list);
    list.start("Capital and operating cost");
    if (&compared != &shown) list.add(capitalShiftTable(compared, shown));
    return list.finish();
}

std::vector<Section> budgetSections(const Calculation& calculation, const Budget& budget) {
    SectionList list;
    list.start("Budget levels");
    for (auto& table : budgetTables(calculation, budget)) list.add(std::move(table));
    list.start("What the plan asks for");
    for (auto& table : accountTables(calculation, budget)) list.add(std::move(table));
    return list.finish();
}

} // namespace tco
