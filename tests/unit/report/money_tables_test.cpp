// SPDX-License-Identifier: Apache-2.0

// The tables of who pays and of accounts. The law: what stands above a total adds up to it.

#include <catch2/catch_all.hpp>

#include <algorithm>

#include "support/comparisons.hpp"
#include "tco/money/text.hpp"
#include "tco/report/sections.hpp"

using namespace tco;

namespace {

Money moneyIn(const Table::Cell& cell) { return cell.text == "–" ? Money() : parseMoney(cell.text).value(); }

/// In whole dollars, so within a dollar for each row.
void checkColumnsAddUp(const Table& table) {
    INFO(table.caption);
    REQUIRE(table.rows.back().total);
    for (std::size_t c = 1; c < table.columns.size(); ++c) {
        Money sum;
        for (std::size_t r = 0; r + 1 < table.rows.size(); ++r) sum += moneyIn(table.rows[r].cells[c]);
        CHECK(magnitude(sum - moneyIn(table.rows.back().cells[c])) <= Money::fromDollars(std::int64_t(table.rows.size())));
    }
}

Plan fundedPlan() {
    auto plan = test::chromebookPlan();
    const int year = plan.district.firstYear;
    plan.funds.push_back({.id = FundId{1}, .name = "General", .firstYear = year});
    plan.funds.push_back({.id = FundId{2}, .name = "Levy", .firstYear = year, .amounts = Money::fromDollars(10'000), .certainty = FundCertainty::Uncertain});
    plan.fundingRules.push_back({.id = FundingRuleId{1}, .name = "Devices", .fund = FundId{2}, .scope = {.category = CategoryScope::Devices}});
    plan.fundingRules.push_back({.id = FundingRuleId{2}, .name = "Staff", .rank = 2, .fund = FundId{1}, .scope = {.category = CategoryScope::Staff}});
    plan.budgetLines.push_back({.id = BudgetLineId{1}, .fiscalYear = year, .function = "2230", .object = "734", .adopted = Money::fromDollars(5'000)});
    return plan;
}

bool hasSection(const std::vector<Section>& sections, std::string_view title) { return std::ranges::count(sections, title, &Section::title) == 1; }

} // namespace

TEST_CASE("Funds, E-Rate and what has no money add up to the cost") {
    const auto plan = fundedPlan();
    const auto calculation = calculate(plan, {});
    const auto funding = fundingOf(*calculation);
    const auto tables = fundTables(*calculation, funding);
    REQUIRE_FALSE(tables.empty());
    for (const auto& table : tables) checkColumnsAddUp(table);
    CHECK(std::ranges::count(tables[0].rows, "Levy (may fail)", [](const auto& row) { return row.cells[0].text; }) == 1);
    CHECK(tables.back().columns.back().title == "Total");

    const auto chart = fundChart(*calculation, funding);
    for (std::size_t y = 0; y < funding.years.size(); ++y) {
        Money sum;
        for (const auto& series : chart.series) sum += series.values[y];
        CHECK(sum == funding.years[y].cost);
    }
    CHECK(chart.title.find("has no money") != std::string::npos);
}

TEST_CASE("Small funds share a color of the chart") {
    auto plan = fundedPlan();
    for (int i = 0; i < 8; ++i) {
        plan.funds.push_back({.id = FundId{10 + i}, .name = "Gift", .firstYear = plan.district.firstYear, .amounts = Money::fromDollars(100)});
        plan.fundingRules.push_back({.id = FundingRuleId{10 + i}, .name = "Gift", .fund = FundId{10 + i}});
    }
    const auto calculation = calculate(plan, {});
    const auto chart = fundChart(*calculation, fundingOf(*calculation));
    CHECK(chart.series.size() == 7);
    CHECK(chart.series[5].name == "Other funds");
}

TEST_CASE("A plan of twenty years has its funds in parts that fit on a page") {
    auto plan = fundedPlan();
    plan.district.horizon = 20;
    const auto calculation = calculate(plan, {});
    const auto tables = fundTables(*calculation, fundingOf(*calculation));
    REQUIRE(tables.size() == 4);
    for (const auto& table : tables) CHECK(table.columns.size() <= 8);
}

TEST_CASE("The accounts of a year add up to what is paid in it") {
    const auto plan = fundedPlan();
    const auto calculation = calculate(plan, {});
    const auto budget = budgetLevels(*calculation, booksOf(*calculation));
    for (const auto& table : accountTables(*calculation, budget)) checkColumnsAddUp(table);
    const auto tables = budgetTables(*calculation, budget);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].note.find("“Adopted”") != std::string::npos);
}

TEST_CASE("The sections stand where the plan has funds and a budget") {
    const auto sectionsOf = [](const Plan& plan) {
        const auto comparison = compare(plan, {ScenarioId{90}, ScenarioId{91}});
        return comparisonSections(comparison, analyse(comparison));
    };
    const auto with = sectionsOf(fundedPlan()), without = sectionsOf(test::chromebookPlan());
    CHECK(hasSection(with, "Who pays"));
    CHECK(hasSection(with, "Accounts and budget levels"));
    CHECK(hasSection(without, "Capital and operating cost"));
    CHECK_FALSE(hasSection(without, "Who pays"));
    CHECK_FALSE(hasSection(without, "Accounts and budget levels"));
}

TEST_CASE("What moves from capital to operating is shown on both sides") {
    const auto plan = test::chromebookPlan();
    const auto table = capitalShiftTable(*calculate(plan, ScenarioId{90}), *calculate(plan, ScenarioId{91}));
    REQUIRE_FALSE(table.rows.empty());
    checkColumnsAddUp(table);
    CHECK(capitalShiftTable(*calculate(plan, ScenarioId{90}), *calculate(plan, ScenarioId{90})).rows.empty());
}

TEST_CASE("A cut is answered in a sentence") {
    const auto plan = fundedPlan();
    const auto year = plan.firstYear();
    const auto cuts = cutOptions(plan, {}, Money::fromDollars(1'000), year);
    CHECK(cutSentence(cuts).find("The fewest things that cut $1,000 in") == 0);
    CHECK(std::ranges::any_of(cutsTable(cuts).rows, [](const auto& row) { return row.cells[1].best; }));
    CHECK(cutSentence(cutOptions(plan, {}, Money::fromDollars(900'000'000), year)).find("No cut of $900,000,000") == 0);
    CHECK(cutSentence({.year = year, .amount = Money::fromDollars(5)}).find("Nothing that could be left out") == 0);
}
