// SPDX-License-Identifier: Apache-2.0

// What must hold for the books of every plan: the three views tell of the same money.

#include <catch2/catch_all.hpp>

#include <map>

#include <rapidcheck.h>

#include "support/any_plan.hpp"
#include "tco/engine/books.hpp"
#include "tco/engine/erate_budget.hpp"

using namespace tco;
using namespace tco::test;

namespace {

bool isComplete(const Calculation& calculation) {
    return std::ranges::none_of(calculation.findings, [](const Finding& finding) { return finding.code == "amount_too_large"; });
}

} // namespace

TEST_CASE("Cash is the fund view net of proceeds, and the government-wide cost plus the change of assets less that of liabilities") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calculation = calculate(plan, anyScenario(plan));
        RC_PRE(isComplete(*calculation));
        const auto years = reconciliationOf(*calculation, booksOf(*calculation));
        RC_ASSERT(years.size() == std::size_t(plan.district.horizon));
        for (const auto& year : years) {
            RC_ASSERT(year.cash == year.expenditure - year.proceeds);
            RC_ASSERT(year.cash == year.governmentWide + year.changeOfAssets() - year.changeOfLiabilities());
        }
    }));
}

TEST_CASE("At the end of each year the books owe what the schedules of the contracts say") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calculation = calculate(plan, anyScenario(plan));
        RC_PRE(isComplete(*calculation));
        const auto books = booksOf(*calculation);
        for (const auto& year : reconciliationOf(*calculation, books)) {
            Money owed, accrued;
            for (const auto& contract : books.contracts)
                for (const auto& row : contract.schedule.years)
                    if (row.year == year.year) {
                        owed += row.liabilityEnd;
                        accrued += row.accruedInterestEnd;
                    }
            RC_ASSERT(owed == year.closing(Balance::LeaseLiability) + year.closing(Balance::SubscriptionLiability) + year.closing(Balance::FinancedLiability));
            RC_ASSERT(accrued == year.closing(Balance::AccruedInterest));
        }
        for (const auto& contract : books.contracts) RC_ASSERT(contract.schedule.rows.empty() || contract.schedule.rows.back().liability.isZero());
    }));
}

TEST_CASE("What changes in a contract changes nothing in the fiscal years before it") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        const auto scenario = anyScenario(plan);
        const auto changed = calculate(plan, scenario);
        RC_PRE(isComplete(*changed) && !plan.contractChanges.empty());
        const auto changes = changed->plan->contractChanges;
        const auto first = plan.calendar().yearOf(std::ranges::min(changes, {}, &ContractChange::date).date);
        for (auto& change : plan.contractChanges) change.included = Included::No;
        std::erase_if(plan.overrides, [](const auto& entry) { return entry.first.second.item.kind == Kind::ContractChange; });
        const auto unchanged = calculate(plan, scenario);
        const auto with = reconciliationOf(*changed, booksOf(*changed)), without = reconciliationOf(*unchanged, booksOf(*unchanged));
        for (std::size_t i = 0; i < with.size() && with[i].year < first; ++i) {
            RC_ASSERT(with[i].cash == without[i].cash);
            RC_ASSERT(with[i].expenditure == without[i].expenditure);
            RC_ASSERT(with[i].governmentWide == without[i].governmentWide);
            for (std::size_t balance = 0; balance < balanceCount; ++balance)
                RC_ASSERT(with[i].closing(Balance(balance)) == without[i].closing(Balance(balance)));
        }
    }));
}

TEST_CASE("No asset is worth less than nothing, and every posting of the books says how it came about") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calculation = calculate(plan, {});
        RC_PRE(isComplete(*calculation));
        const auto books = booksOf(*calculation);
        for (const auto& year : reconciliationOf(*calculation, books))
            for (const auto asset : {Balance::CapitalAsset, Balance::SubscriptionAsset}) RC_ASSERT(!year.closing(asset).isNegative());
        for (const auto* book : {&books.fund, &books.governmentWide}) {
            RC_ASSERT(book->words.size() == book->ledger.size());
            for (const auto& words : book->words) RC_ASSERT(!words.empty());
        }
    }));
}

TEST_CASE("E-Rate pays at most its discount on what is eligible and what the budget has left, and never for end-user devices") {
    CHECK(rc::check([] {
        auto plan = anyPlan();
        plan.assumptions.erateDiscount = Rate::percent(*rc::gen::inRange(0, 101));
        for (auto& agreement : plan.agreements) agreement.erate = *rc::gen::element(ErateCategory::One, ErateCategory::Two, ErateCategory::Pilot);
        const auto calculation = calculate(plan, {});
        RC_PRE(isComplete(*calculation));
        std::map<int, Money> usedByCycle;
        for (const auto& use : calculation->erate) {
            RC_ASSERT(use.funded <= use.eligible);
            RC_ASSERT(!use.funded.isNegative());
            if (use.category == ErateCategory::Two) {
                RC_ASSERT(use.discount <= Rate::percent(85));
                if (const auto cycle = finance::erate::cycleOf(use.fundingYear)) usedByCycle[cycle->firstYear] += use.funded;
            }
        }
        for (const auto& cycle : erateCyclesOf(*calculation->plan))
            RC_ASSERT(usedByCycle[cycle.cycle.firstYear] <= std::max(cycle.budget.budget - cycle.usedBefore, Money()));
        for (std::size_t i = 0; i < calculation->ledger.size(); ++i) {
            const auto posting = calculation->ledger.at(i);
            if (posting.element != Element::EquipmentDiscount && posting.element != Element::ServiceDiscount) continue;
            RC_ASSERT(posting.amount <= Money());
            if (posting.item.kind == Kind::Cohort) RC_ASSERT(posting.category == CostCategory::Network);
        }
    }));
}
