// SPDX-License-Identifier: Apache-2.0

// The tables of the books. The law: what a balance begins with and what moves it add up to what it ends with.

#include <catch2/catch_all.hpp>

#include <algorithm>

#include "support/comparisons.hpp"
#include "tco/money/text.hpp"
#include "tco/report/books.hpp"

using namespace tco;

namespace {

Money moneyIn(const Table::Cell& cell) { return cell.text == "–" ? Money() : parseMoney(cell.text).value(); }

/// Half of the Chromebooks of the scenario “Lease” go back in its second year.
Plan changedPlan() {
    auto plan = test::chromebookPlan();
    ContractChange change{.id = ContractChangeId{1}, .name = "Half goes back", .lease = plan.leases.front().id, .date = plan.firstDay().addMonths(18)};
    change.kind = ContractChangeKind::PartialTermination;
    change.share = Rate::percent(50);
    plan.contractChanges = {change};
    return plan;
}

std::vector<std::string> captionsIn(const std::vector<Section>& sections) {
    std::vector<std::string> captions;
    for (const auto& section : sections)
        for (const auto& block : section.blocks)
            if (const auto* table = std::get_if<Table>(&block)) captions.push_back(table->caption);
    return captions;
}

} // namespace

TEST_CASE("A liability rolls forward through additions, changes and reductions") {
    const auto calculation = calculate(changedPlan(), ScenarioId{91});
    const auto table = rollForwardTable(*calculation, booksOf(*calculation));
    REQUIRE(table.columns[4].title == "Changes");
    REQUIRE(table.rows.size() >= 2);
    for (const auto& row : table.rows) {
        const auto amount = [&](std::size_t column) { return moneyIn(row.cells[column]); };
        CHECK(amount(2) + amount(3) + amount(4) + amount(5) == amount(6));
    }
    CHECK(moneyIn(table.rows[0].cells[4]).isZero());
    CHECK(moneyIn(table.rows[1].cells[4]).isNegative());
    CHECK(moneyIn(table.rows[1].cells[3]).isZero());
}

TEST_CASE("A contract that changes says what changed, one that does not says nothing of it") {
    auto plan = changedPlan();
    const auto captionsOf = [](const Plan& of) {
        const auto calculation = calculate(of, ScenarioId{91});
        return captionsIn(contractSections(*calculation, booksOf(*calculation).contracts.at(0)));
    };
    const auto tellsOfChanges = [](const std::string& caption) { return caption.starts_with("What changed in "); };
    CHECK(std::ranges::any_of(captionsOf(plan), tellsOfChanges));
    plan.contractChanges.clear();
    CHECK(std::ranges::none_of(captionsOf(plan), tellsOfChanges));
}

TEST_CASE("A note of a year does not know what changes later") {
    auto plan = changedPlan();
    const auto dueAfterFirstYear = [](const Plan& of) {
        const auto calculation = calculate(of, ScenarioId{91});
        const auto rows = maturityTable(*calculation, booksOf(*calculation).contracts, of.firstYear()).rows;
        return moneyIn(rows.back().cells.back());
    };
    const auto changed = dueAfterFirstYear(plan);
    plan.contractChanges.clear();
    CHECK(changed == dueAfterFirstYear(plan));
}
