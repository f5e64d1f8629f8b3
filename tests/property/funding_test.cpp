// SPDX-License-Identifier: Apache-2.0

// Who pays and where it is charged: what must hold for every plan.

#include <catch2/catch_all.hpp>

#include <algorithm>
#include <map>

#include <rapidcheck.h>

#include "support/any_plan.hpp"
#include "tco/engine/budget.hpp"
#include "tco/engine/funding.hpp"

using namespace tco;
using namespace tco::test;

TEST_CASE("In every year cost is E-Rate, what funds pay and what has no money; no fund pays more than it has") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calculation = calculate(plan, anyScenario(plan));
        const auto figures = figuresOf(*calculation);
        const auto funding = fundingOf(*calculation);
        RC_ASSERT(funding.years.size() == figures.years.size());
        for (std::size_t i = 0; i < funding.years.size(); ++i) {
            const auto& year = funding.years[i];
            RC_ASSERT(year.cost == year.erate + year.assigned + year.unfunded);
            RC_ASSERT(year.cost - year.erate == figures.years[i].direct);
            Money ofFunds;
            for (const auto& use : funding.funds) {
                const auto& now = use.years[i];
                ofFunds += now.assigned;
                RC_ASSERT(now.available.has_value() == now.left.has_value());
                if (!now.available) continue;
                RC_ASSERT(*now.left == now.carriedIn + *now.available - now.assigned);
                RC_ASSERT(*now.left >= Money());
            }
            RC_ASSERT(ofFunds == year.assigned);
        }
    }));
}

TEST_CASE("Each line of the funding is one of a fund that may pay for it") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calculation = calculate(plan, anyScenario(plan));
        const auto& seen = *calculation->plan;
        for (const auto& line : fundingOf(*calculation).lines) {
            if (line.paidBy != PaidBy::Fund) continue;
            const auto* fund = findById(seen.funds, line.fund);
            const auto* rule = findById(seen.fundingRules, line.rule);
            RC_ASSERT(fund && rule);
            RC_ASSERT(rule->fund == fund->id);
            RC_ASSERT(fund->scope.covers(line.category, line.element));
            RC_ASSERT(rule->scope.covers(line.category, line.element));
            RC_ASSERT(line.year.value >= fund->firstYear);
            RC_ASSERT(!fund->lastYear || line.year.value <= *fund->lastYear);
        }
    }));
}

TEST_CASE("All direct cost is charged to an account") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calculation = calculate(plan, anyScenario(plan));
        Money sum;
        for (const auto& [account, amount] : chargedAmounts(*calculation->plan, calculation->ledger)) {
            RC_ASSERT(!account.second.function.empty());
            sum += amount;
        }
        RC_ASSERT(sum == calculation->ledger.sum({.direct = true}).nominal);
    }));
}

TEST_CASE("What a year asks for is its cash, and causes explain the rest of a variance") {
    CHECK(rc::check([] {
        const auto plan = anyPlan();
        const auto calculation = calculate(plan, anyScenario(plan));
        RC_PRE(std::ranges::none_of(calculation->findings, [](const Finding& finding) { return finding.code == "amount_too_large"; }));
        const auto adopted = calculate(plan, anyScenario(plan));
        std::map<FiscalYear, Money> asked;
        for (const auto& level : budgetLevels(*calculation, booksOf(*calculation), adopted.get()).levels) {
            asked[level.year] += level.asked;
            RC_ASSERT(level.adoptedPlan.has_value());
            Money explained = *level.adoptedPlanLessAdopted();
            for (const auto& cause : level.causes) explained += cause.amount;
            RC_ASSERT(explained == level.askedLessAdopted());
        }
        for (auto year = plan.firstYear(); year <= plan.lastYear(); year = year + 1)
            RC_ASSERT(asked[year] == calculation->ledger.sum({.year = year, .direct = true}).nominal);
    }));
}
