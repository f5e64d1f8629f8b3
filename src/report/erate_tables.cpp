// SPDX-License-Identifier: Apache-2.0

// What E-Rate pays: its discount, the five-year budgets, and who asks.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "tco/engine/erate_budget.hpp"
#include "tco/report/books.hpp"
#include "words.hpp"

namespace tco {
namespace {

std::string cents(Money amount) { return displayCell(amount, MoneyStyle::Cents); }

std::string_view label(ErateCategory category) {
    switch (category) {
    case ErateCategory::One: return "Category one";
    case ErateCategory::Two: return "Category two";
    case ErateCategory::Pilot: return "Cybersecurity pilot";
    case ErateCategory::None: break;
    }
    return "Not requested";
}

std::string discountSentence(const Plan& plan) {
    const auto discounts = erateDiscountsOf(plan);
    if (!discounts) return "No discount is known: enter it in the assumptions, or the lunch share of each school.";
    const auto rates = fmt::format("The discount is {} in category one and {} in category two", display(discounts->one), display(discounts->two));
    if (discounts->entered) return rates + ", as entered in the assumptions.";
    return fmt::format("{}: {} of the students are eligible for the lunch program, and the district counts as {} (discount matrix of the FCC).", rates,
                       display(Rate(discounts->eligible.fraction().rounded(4))), discounts->rural ? "rural" : "urban");
}

Money shareOf(const ErateUse& use) { return use.funded.scaled(use.discount.fraction()).value_or(Money()); }

Table budgetTable(const Calculation& calculation) {
    Table table;
    table.caption = "Budget of category two by cycle of funding years, before the discount, in dollars and cents";
    table.columns = {{"Funding years", TextAlign::Left, 0.9},
                     {"By students"},
                     {"By floors"},
                     {"School by school"},
                     {"Budget"},
                     {"Used before the plan"},
                     {"Used in the plan"},
                     {"Left"}};
    for (const auto& cycle : erateCyclesOf(*calculation.plan)) {
        Money used;
        for (const auto& use : calculation.erate)
            if (use.category == ErateCategory::Two && cycle.cycle.firstYear <= use.fundingYear && use.fundingYear <= cycle.cycle.lastYear) used += use.funded;
        const auto& budget = cycle.budget;
        table.rows.push_back({{{fmt::format("{}–{}", cycle.cycle.firstYear, cycle.cycle.lastYear)},
                               {cents(budget.byStudents)},
                               {cents(budget.byFloors)},
                               {budget.schoolBySchool ? cents(*budget.schoolBySchool) : "–"},
                               {cents(budget.budget)},
                               {cents(cycle.usedBefore)},
                               {cents(used)},
                               {cents(std::max(budget.budget - cycle.usedBefore - used, Money()))}}});
        table.note += fmt::format("{}{}–{}: {} per student, {} at least per school ({}).", table.note.empty() ? "" : " ", cycle.cycle.firstYear,
                                  cycle.cycle.lastYear, display(cycle.cycle.perStudent, MoneyStyle::Cents), display(cycle.cycle.floor), cycle.cycle.source);
    }
    return table;
}

Table byYearTable(const Calculation& calculation) {
    constexpr std::array kinds{ErateCategory::One, ErateCategory::Two, ErateCategory::Pilot};
    Table table;
    table.caption = "What E-Rate pays by fiscal year of the cost, in dollars and cents";
    table.columns = {{"Fiscal year", TextAlign::Left, 0.8}, {"Category one"}, {"Category two"}, {"Cybersecurity pilot"}, {"Together"}};
    const auto calendar = calculation.plan->calendar();
    std::array<Money, 4> sums{};
    for (const auto& counts : calculation.counts) {
        std::array<Money, 4> paid{};
        for (const auto& use : calculation.erate) {
            if (calendar.yearOf(use.date) != counts.year) continue;
            paid[std::size_t(std::ranges::find(kinds, use.category) - kinds.begin())] += shareOf(use);
            paid.back() += shareOf(use);
        }
        Table::Row row{{{counts.year.shortLabel()}}};
        for (std::size_t i = 0; i < paid.size(); ++i) {
            row.cells.push_back({cents(paid[i])});
            sums[i] += paid[i];
        }
        table.rows.push_back(std::move(row));
    }
    Table::Row total{{{"All years"}}, true};
    for (const auto sum : sums) total.cells.push_back({cents(sum)});
    table.rows.push_back(std::move(total));
    return table;
}

Table requestsTable(const Calculation& calculation) {
    Table table;
    table.caption = "Who asks for E-Rate and gets what, in dollars and cents";
    table.columns = {{"What", TextAlign::Left, 1.8},
                     {"In", TextAlign::Left, 1},
                     {"Funding year", TextAlign::Left, 0.7},
                     {"Eligible cost"},
                     {"Within the budget"},
                     {"Discount", TextAlign::Right, 0.7},
                     {"E-Rate pays"}};
    struct Line {
        ErateUse sum;
        Money share;
    };
    std::vector<Line> lines;
    for (const auto& use : calculation.erate) {
        const auto same = std::ranges::find_if(
            lines, [&](const Line& line) { return line.sum.item == use.item && line.sum.category == use.category && line.sum.fundingYear == use.fundingYear; });
        if (same == lines.end()) {
            lines.push_back({use, shareOf(use)});
            continue;
        }
        same->sum.eligible += use.eligible;
        same->sum.funded += use.funded;
        same->share += shareOf(use);
    }
    for (const auto& [sum, share] : lines)
        table.rows.push_back({{{nameOf(*calculation.plan, sum.item)},
                               {std::string(label(sum.category))},
                               {fmt::format("{}", sum.fundingYear)},
                               {cents(sum.eligible)},
                               {cents(sum.funded)},
                               {display(sum.discount)},
                               {cents(share)}}});
    return table;
}

} // namespace

std::vector<Section> erateSections(const Calculation& calculation) {
    if (calculation.erate.empty()) return {};
    Section section{"E-Rate", {}};
    section.blocks.emplace_back(Paragraph{Paragraph::Style::Body, discountSentence(*calculation.plan)});
    section.blocks.emplace_back(byYearTable(calculation));
    if (auto budgets = budgetTable(calculation); !budgets.rows.empty()) section.blocks.emplace_back(std::move(budgets));
    section.blocks.emplace_back(requestsTable(calculation));
    return {std::move(section)};
}

} // namespace tco
