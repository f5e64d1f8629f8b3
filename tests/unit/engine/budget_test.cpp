// SPDX-License-Identifier: Apache-2.0

// Asked, adopted, actual. The laws: the sum of what a year asks for is its cash; the causes and what the budget does not have
// as planned add up to asked − adopted in every account.

#include <catch2/catch_all.hpp>

#include <algorithm>

#include "plan_builder.hpp"
#include "tco/engine/budget.hpp"

using namespace tco;
using namespace tco::test;

namespace {

Money dollars(std::int64_t amount) { return Money::fromDollars(amount); }

Budget budgetOf(const Plan& plan, ScenarioId scenario) {
    const auto calculation = calculate(plan, scenario);
    const auto adoptedId = adoptedScenario(plan);
    const auto adopted = adoptedId && adoptedId != scenario ? calculate(plan, adoptedId) : nullptr;
    const auto budget = budgetLevels(*calculation, booksOf(*calculation), adopted.get());
    for (auto year = plan.firstYear(); year <= plan.lastYear(); year = year + 1) {
        Money asked;
        for (const auto& level : budget.levels)
            if (level.year == year) asked += level.asked;
        CHECK(asked == calculation->ledger.sum({.year = year, .direct = true}).nominal);
    }
    for (const auto& level : budget.levels) {
        CHECK(level.adoptedPlan.has_value() == (adopted != nullptr));
        if (!adopted) continue;
        Money explained = *level.adoptedPlanLessAdopted();
        for (const auto& cause : level.causes) explained += cause.amount;
        CHECK(explained == level.askedLessAdopted());
    }
    return budget;
}

const BudgetLevel& levelIn(const Budget& budget, int year, const Charge& charge) {
    const auto found = std::ranges::find_if(budget.levels, [&](const auto& level) { return level.year.value == year && level.charge == charge; });
    REQUIRE(found != budget.levels.end());
    return *found;
}

/// $400 a unit is below the threshold of the books: 100 units are supplies.
const Charge supplies{"2230", "650"};

Plan planWithBudget() {
    Plan plan = smallPlan();
    plan.budgetLines.push_back(
        {.id = BudgetLineId{1}, .fiscalYear = 2027, .function = "2230", .object = "650", .adopted = dollars(30'000), .actual = dollars(29'000)});
    plan.budgetLines.push_back(
        {.id = BudgetLineId{2}, .fiscalYear = 2027, .function = "2230", .object = "650", .adopted = dollars(9'000), .actual = dollars(9'500)});
    plan.budgetLines.push_back({.id = BudgetLineId{3}, .fiscalYear = 2028, .function = "2580", .object = "530", .adopted = dollars(700)});
    return plan;
}

} // namespace

TEST_CASE("Lines of one account count together, and one that only the budget has is shown") {
    const auto budget = budgetOf(planWithBudget(), {});
    const auto& level = levelIn(budget, 2027, supplies);
    CHECK(level.asked == dollars(40'000));
    CHECK(level.adopted == dollars(39'000));
    CHECK(level.askedLessAdopted() == dollars(1'000));
    CHECK(level.actual == dollars(38'500));
    CHECK(level.actualLessAdopted() == dollars(-500));
    const auto& only = levelIn(budget, 2028, {"2580", "530"});
    CHECK(only.asked.isZero());
    CHECK_FALSE(only.actual.has_value());
    CHECK(only.elements.empty());
    CHECK_FALSE(levelIn(budget, 2031, supplies).adopted.has_value());
    CHECK(budget.note.find("“Adopted”") != std::string::npos);
}

TEST_CASE("An amount is not known until all lines of its account are") {
    Plan plan = planWithBudget();
    plan.budgetLines[1].actual.reset();
    CHECK_FALSE(levelIn(budgetOf(plan, {}), 2027, supplies).actual.has_value());
    plan.budgetLines[1].actual = Money();
    plan.budgetLines[0].actual.reset();
    CHECK_FALSE(levelIn(budgetOf(plan, {}), 2027, supplies).actual.has_value());
}

TEST_CASE("The causes of a variance are those between the adopted scenario and this one") {
    Plan plan = planWithBudget();
    plan.scenarios.push_back({.id = buy, .name = "As adopted", .status = ScenarioStatus::Adopted});
    plan.scenarios.push_back({.id = leaseScenario, .name = "Now"});
    const ItemRef model{Kind::AssetModel, chromebook.value}, units{Kind::Cohort, cohort.value};
    plan.overrides[{leaseScenario, {model, "unit_price"}}] = dollars(500);
    plan.overrides[{leaseScenario, {units, "quantity"}}] = std::int64_t(120);
    const auto budget = budgetOf(plan, leaseScenario);
    const auto& level = levelIn(budget, 2027, supplies);
    CHECK(level.asked == dollars(60'000));
    CHECK(level.adoptedPlan == dollars(40'000));
    REQUIRE(level.causes.size() == 2);
    CHECK(level.causes[0].cause == Cause::Count);
    CHECK(level.causes[0].amount == dollars(8'000));
    CHECK(level.causes[1].cause == Cause::Price);
    CHECK(level.causes[1].amount == dollars(12'000));
    CHECK(level.adoptedPlanLessAdopted() == dollars(1'000));
    CHECK(budget.note.empty());
    CHECK(budgetOf(plan, buy).note.find("This is the scenario") == 0);
}

TEST_CASE("Timing moves money between the years of an account") {
    Plan plan = planWithBudget();
    plan.scenarios.push_back({.id = buy, .name = "As adopted", .status = ScenarioStatus::Adopted});
    plan.scenarios.push_back({.id = leaseScenario, .name = "A year later"});
    plan.overrides[{leaseScenario, {{Kind::Cohort, cohort.value}, "in_service"}}] = Date::of(2027, 7, 1);
    const auto budget = budgetOf(plan, leaseScenario);
    const auto& first = levelIn(budget, 2027, supplies);
    REQUIRE(first.causes.size() == 1);
    CHECK(first.causes[0].cause == Cause::Timing);
    CHECK(first.causes[0].amount == dollars(-40'000));
    CHECK(levelIn(budget, 2028, supplies).causes[0].amount == dollars(40'000));
}
