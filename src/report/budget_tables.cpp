// SPDX-License-Identifier: Apache-2.0

// Where costs are charged, and how the plan stands to the budget.

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "scenario_columns.hpp"
#include "tco/report/sections.hpp"
#include "words.hpp"
#include "year_blocks.hpp"

namespace tco {
namespace {

constexpr std::string_view proceedsNote = "OFS: other financing source (proceeds of leases, loans and sales). The view of the governmental funds; the sum of a "
                                          "year is what is paid in it.";

std::string nameOf(const Charge& charge) {
    if (charge.function == charge.object) return charge.function;
    return fmt::format("{} – {}", charge.function.empty() ? "no function" : charge.function, charge.object.empty() ? "no object" : charge.object);
}

std::string whatIn(const std::set<Element>& elements) {
    std::vector<std::string> labels;
    for (const auto element : elements) labels.emplace_back(label(element));
    return labels.empty() ? "only in the budget" : fmt::format("{}", fmt::join(labels, ", "));
}

std::string cell(const std::optional<Money>& amount) { return amount ? displayCell(*amount) : std::string("not known"); }

std::string causesOf(const BudgetLevel& level) {
    std::string text;
    for (const auto& cause : level.causes) text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", label(cause.cause), display(cause.amount));
    const auto rest = level.adoptedPlanLessAdopted();
    if (rest && !rest->isZero()) text += fmt::format("{}Adopted scenario less budget: {}", text.empty() ? "" : "\n", display(*rest));
    return text.empty() ? "–" : text;
}

Table budgetTable(const Calculation& calculation, const Budget& budget, FiscalYear year) {
    Table table;
    table.caption = fmt::format("Budget {}: what {} asks for, what is adopted and spent", year.shortLabel(), words::quoted(calculation.name));
    table.columns = {{"Account", TextAlign::Left, 1.2}, {"Asked for"}, {"Adopted"}, {"Asked less adopted"}, {"Actual"}, {"Actual less adopted"}};
    const bool withCauses = std::ranges::any_of(budget.levels, [](const auto& level) { return level.adoptedPlan.has_value(); });
    if (withCauses) table.columns.push_back({"Why it asks for more or less", TextAlign::Left, 1.8});
    Money asked, adopted;
    for (const auto& level : budget.levels) {
        if (level.year != year) continue;
        auto row = rowOf(nameOf(level.charge));
        for (auto text : {displayCell(level.asked), displayCell(level.adopted.value_or(Money())), displayCell(level.askedLessAdopted()), cell(level.actual),
                          cell(level.actualLessAdopted())})
            row.cells.push_back({std::move(text)});
        if (withCauses) row.cells.push_back({causesOf(level)});
        table.rows.push_back(std::move(row));
        asked += level.asked;
        adopted += level.adopted.value_or(Money());
    }
    auto total = rowOf("Total", true);
    total.cells.insert(total.cells.end(), {{displayCell(asked)}, {displayCell(adopted)}, {displayCell(asked - adopted)}, {""}, {""}});
    if (withCauses) total.cells.push_back({""});
    table.rows.push_back(std::move(total));
    table.note = budget.note;
    return table;
}

std::string listOf(const Cuts& cuts) {
    std::vector<std::string> parts;
    for (const auto index : cuts.chosen) {
        auto words = cuts.options[index].words;
        words[0] = char(words[0] | 0x20);
        parts.push_back(std::move(words));
    }
    return words::listed(parts);
}

} // namespace

std::vector<Table> accountTables(const Calculation& calculation, const Budget& budget) {
    struct Row {
        std::set<Element> elements;
        std::vector<Money> amounts;
    };
    std::map<Charge, Row> accounts;
    std::vector<FiscalYear> years;
    for (const auto& counts : calculation.counts) years.push_back(counts.year);
    std::vector<Money> sums(years.size());
    for (const auto& level : budget.levels) {
        auto& row = accounts[level.charge];
        row.amounts.resize(years.size());
        row.elements.insert(level.elements.begin(), level.elements.end());
        const auto at = std::size_t(level.year - years.front());
        row.amounts[at] += level.asked;
        sums[at] += level.asked;
    }
    std::vector<YearRow> rows;
    const auto add = [&](std::string header, const std::vector<Money>& amounts, bool total) {
        Money sum;
        YearRow row{std::move(header), {}, {}, total};
        for (const auto amount : amounts) {
            row.values.push_back({displayCell(amount)});
            sum += amount;
        }
        row.sum = displayCell(sum);
        rows.push_back(std::move(row));
    };
    for (const auto& [charge, row] : accounts) add(fmt::format("{}\n{}", nameOf(charge), whatIn(row.elements)), row.amounts, false);
    if (rows.empty()) return {};
    add("Total", sums, true);
    auto tables =
        yearTables(fmt::format("What {} asks for in each account (function – object)", words::quoted(calculation.name)), "Account", years, "Total", rows);
    if (!tables.empty()) tables.back().note = proceedsNote;
    return tables;
}

std::vector<Table> budgetTables(const Calculation& calculation, const Budget& budget) {
    std::set<FiscalYear> years;
    for (const auto& level : budget.levels)
        if (level.adopted) years.insert(level.year);
    std::vector<Table> tables;
    for (const auto year : years) tables.push_back(budgetTable(calculation, budget, year));
    return tables;
}

Table cutsTable(const Cuts& cuts) {
    Table table;
    if (cuts.options.empty()) return table;
    table.caption = fmt::format("What could go to cut {} in {}, each by itself", display(cuts.amount), cuts.year.shortLabel());
    table.columns = {{"What", TextAlign::Left, 2.2},
                     {fmt::format("Saves in {}", cuts.year.shortLabel())},
                     {"Saves over the plan"},
                     {"Indirect cost"},
                     {"What comes with it", TextAlign::Left, 1.8}};
    for (std::size_t i = 0; i < cuts.options.size(); ++i) {
        const auto& option = cuts.options[i];
        auto row = rowOf(option.words);
        const bool isChosen = std::ranges::find(cuts.chosen, i) != cuts.chosen.end();
        row.cells.push_back({displayCell(option.inYear), isChosen});
        row.cells.push_back({displayCell(option.overPlan)});
        row.cells.push_back({displayCell(option.indirect)});
        std::vector<std::string> consequences;
        for (const auto& finding : option.consequences) consequences.push_back(finding.message);
        row.cells.push_back({consequences.empty() ? "–" : fmt::format("{}", fmt::join(consequences, "\n"))});
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string cutSentence(const Cuts& cuts) {
    const auto asked = fmt::format("{} in {}", display(cuts.amount), cuts.year.shortLabel());
    if (cuts.chosen.empty()) return fmt::format("Nothing that could be left out or put off saves money in {}.", cuts.year.shortLabel());
    const auto overPlan = cuts.together.overPlan;
    const auto effect = fmt::format("{} less in {}, {} {} over the plan", display(cuts.together.inYear), cuts.year.shortLabel(), display(magnitude(overPlan)),
                                    words::moreOrLess(-overPlan));
    const auto indirect = cuts.together.indirect.isZero() ? std::string() : fmt::format("; indirect cost changes by {}", display(cuts.together.indirect));
    if (!cuts.reached) return fmt::format("No cut of {} is to be had: everything that could go gives {}{}.", asked, effect, indirect);
    return fmt::format("The fewest things that cut {}: {}. Together: {}{}.", asked, listOf(cuts), effect, indirect);
}

} // namespace tco
