// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include <algorithm>

#include "any_contract.hpp"
#include "tco/finance/lease_note.hpp"
#include "tco/money/text.hpp"

using namespace tco;
using namespace tco::finance;
using namespace tco::test;

namespace {

MaturityRow paid(int year, std::int64_t principal, std::int64_t interest) {
    return {FiscalYear{year}, FiscalYear{year}, Money::fromDollars(principal), Money::fromDollars(interest)};
}

MaturityRow totalOf(std::span<const MaturityRow> rows) {
    MaturityRow total{};
    for (const auto& row : rows) {
        total.principal += row.principal;
        total.interest += row.interest;
    }
    return total;
}

ContractTerms copier() {
    const Date start = Date::of(2022, 7, 1);
    const std::vector<Money> amounts(36, Money::fromDollars(209));
    ContractTerms terms;
    terms.commencement = start;
    terms.termMonths = 36;
    terms.annualRate = Rate::percent(4);
    terms.periodsPerYear = 12;
    terms.payments = paymentsOf(start, amounts, 12, Due::InAdvance);
    return terms;
}

std::vector<ContractTerms> anyContracts() {
    std::vector<ContractTerms> contracts;
    for (int left = *rc::gen::inRange(1, 4); left > 0; --left) contracts.push_back(anyContract());
    return contracts;
}

} // namespace

TEST_CASE("The note of a city: five single years, then bands of five, the last one cut") {
    // Annual report of a city for FY2023, https://user-kcmpnye.cld.bz/2023-Annual-Comprehensive-Report/40ac; the figures of its
    // bands are set on one year each here
    const std::vector<MaturityRow> years{paid(2023, 999, 99),
                                         paid(2024, 5'297'835, 295'115),
                                         paid(2025, 4'841'541, 223'509),
                                         paid(2026, 3'978'601, 156'342),
                                         paid(2027, 1'467'410, 107'419),
                                         paid(2028, 845'264, 88'482),
                                         paid(2029, 2'790'176, 0),
                                         paid(2033, 0, 288'240),
                                         paid(2034, 1'656'948, 32'000),
                                         paid(2035, 0, 23)};
    const auto rows = maturityBands(years, FiscalYear{2023});
    std::vector<std::string> labels;
    for (const auto& row : rows) labels.push_back(row.label());
    CHECK(labels == std::vector<std::string>{"2024", "2025", "2026", "2027", "2028", "2029–33", "2034–35"});
    CHECK(display(rows[5].principal) == "$2,790,176");
    CHECK(display(rows[5].interest) == "$288,240");
    const auto total = totalOf(rows);
    CHECK(display(total.principal) == "$20,877,775");
    CHECK(display(total.interest) == "$1,191,130");
    CHECK(display(total.principal + total.interest) == "$22,068,905");
}

TEST_CASE("L1: the note of the copier on June 30, 2023") {
    const std::vector contracts{copier()};
    const auto note = maturityNote(contracts, FiscalYear{2023}, FiscalCalendar(7));
    REQUIRE(note.size() == 2);
    CHECK(note[0].label() == "2024");
    CHECK(canonical(note[0].principal) == "2358.41");
    CHECK(canonical(note[0].interest) == "149.59");
    CHECK(canonical(note[1].principal) == "2454.49");
    CHECK(canonical(note[1].interest) == "53.51");
    CHECK(display(totalOf(note).interest) == "$203"); // published, with 5,016 of payments
    CHECK(maturityNote(contracts, FiscalYear{2022}, FiscalCalendar(7)).empty());
    CHECK(maturityNote(contracts, FiscalYear{2025}, FiscalCalendar(7)).empty());

    const auto rows = rollForward(contracts, FiscalCalendar(7));
    REQUIRE(rows.size() == 3);
    CHECK(canonical(rows[0].liability.additions) == "6893.59");
    CHECK(canonical(rows[0].liability.reductions) == "2080.69"); // without the 209 paid at commencement
    CHECK(canonical(rows[0].dueWithinOneYear) == "2358.41");
    CHECK(canonical(rows[1].asset.begin) == "4735.06");
}

TEST_CASE("A note does not know what comes later") {
    auto terms = copier();
    ContractEvent event{.date = Date::of(2023, 7, 1)};
    event.payments.emplace();
    terms.events = {event};
    const std::vector contracts{terms};
    CHECK(canonical(totalOf(maturityNote(contracts, FiscalYear{2023}, FiscalCalendar(7))).principal) == "4812.90");
    CHECK(canonical(rollForward(contracts, FiscalCalendar(7))[0].dueWithinOneYear) == "2358.41");
    CHECK(maturityNote(contracts, FiscalYear{2024}, FiscalCalendar(7)).empty());
}

TEST_CASE("The totals of a note are the liabilities; its rows follow on one another") {
    REQUIRE(rc::check([] {
        const auto contracts = anyContracts();
        const auto calendar = anyCalendar();
        const FiscalYear asOf{*rc::gen::inRange(2015, 2035)};
        const auto note = maturityNote(contracts, asOf, calendar);
        Money liability, owed;
        for (const auto& terms : contracts) {
            const auto schedule = measure(terms, calendar);
            const auto year = std::ranges::find(schedule.years, asOf, &ContractYear::year);
            if (year != schedule.years.end()) liability += year->liabilityEnd;
        }
        RC_ASSERT(totalOf(note).principal == liability);
        FiscalYear next = asOf + 1;
        for (const auto& row : note) {
            RC_ASSERT(row.from == next);
            RC_ASSERT(row.to - row.from <= (row.from - asOf <= 5 ? 0 : 4));
            next = row.to + 1;
        }
    }));
}

TEST_CASE("A roll-forward leads from balance to balance, and what is due within a year is the first row of the note") {
    REQUIRE(rc::check([] {
        const auto contracts = anyContracts();
        const auto calendar = anyCalendar();
        std::vector<RollForwardYear> rows = rollForward(contracts, calendar);
        Money liability, asset;
        for (const auto& row : rows) {
            RC_ASSERT(row.liability.begin == liability);
            RC_ASSERT(row.asset.begin == asset);
            for (const auto* part : {&row.liability, &row.asset}) RC_ASSERT(part->begin + part->additions + part->changes - part->reductions == part->end);
            liability = row.liability.end;
            asset = row.asset.end;
            const auto note = maturityNote(contracts, row.year, calendar);
            RC_ASSERT(row.dueWithinOneYear == (note.empty() ? Money() : note.front().principal));
        }
        RC_ASSERT(liability.isZero());
        RC_ASSERT(asset.isZero());
    }));
}
