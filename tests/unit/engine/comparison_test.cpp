// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/comparison.hpp"
#include "tco/money/text.hpp"

using namespace tco;
using namespace tco::test;

TEST_CASE("A scenario without changes equals the plan, posting by posting") {
    const Plan plan = leaseOrBuyPlan();
    const auto entered = calculate(plan, {}), same = calculate(plan, buy);
    REQUIRE(entered->ledger.size() == same->ledger.size());
    for (std::size_t i = 0; i < entered->ledger.size(); ++i) {
        CHECK(entered->ledger.at(i).amount == same->ledger.at(i).amount);
        CHECK(entered->ledger.at(i).date == same->ledger.at(i).date);
    }
    CHECK(same->name == "Buy");
    CHECK(entered->name == "Plan as entered");
}

TEST_CASE("A scenario builds on its parent") {
    Plan plan = leaseOrBuyPlan();
    plan.scenarios.push_back({.id = ScenarioId{52}, .name = "Lease, fewer", .parent = leaseScenario});
    plan.overrides[{ScenarioId{52}, {{Kind::Cohort, cohort.value}, "quantity"}}] = std::int64_t{50};
    CHECK(canonical(calculate(plan, ScenarioId{52})->ledger.sum({.element = Element::Lease}).nominal) == "26858.25"); // 5 × 5,371.65
}

TEST_CASE("Present value follows the timing convention") {
    Plan plan = smallPlan(); // 40,000 in FY27 and in FY31
    plan.assumptions.discountRate = Rate::percent(5);
    const auto presentValue = [&](DiscountTiming timing) {
        plan.assumptions.discountTiming = timing;
        return canonical(calculate(plan, {})->ledger.sum().presentValue);
    };
    CHECK(presentValue(DiscountTiming::YearStart) == "72908.10"); // 40,000 + 40,000 / 1.05^4
    CHECK(presentValue(DiscountTiming::YearEnd) == "69436.29");   // 40,000 / 1.05 + 40,000 / 1.05^5
    CHECK(presentValue(DiscountTiming::MidYear) == "71151.02");   // each half a year earlier than YearEnd
    CHECK(presentValue(DiscountTiming::Dated) == "72903.70");     // July 1, 2030 is 1461 days on: 1.05^(−1461/365)
}

TEST_CASE("Figures: per student, per device, highest year, equivalent annual cost") {
    Plan plan = smallPlan();
    plan.assumptions.discountRate = Rate::percent(5);
    plan.headCounts.push_back({.id = HeadCountId{1}, .fiscalYear = 2025, .students = 80});
    plan.headCounts.push_back({.id = HeadCountId{2}, .fiscalYear = 2030, .students = 100});
    const auto figures = figuresOf(*calculate(plan, {}));
    CHECK(figures.nominal == Money::fromDollars(80'000));
    CHECK(figures.averagePerYear == Money::fromDollars(16'000));
    CHECK(figures.peakYear == FiscalYear{2027});               // the earlier of two equal years
    CHECK(figures.perStudentYear == Money::fromCents(181'82)); // 80,000 / (3 × 80 + 2 × 100)
    CHECK(figures.perDeviceYear == Money::fromDollars(160));
    CHECK(canonical(figures.equivalentAnnual) == "16038.03"); // 69,436.29 × 0.05 / (1 − 1.05^−5)
    CHECK(figures.years[4].refreshed == 100);
    CHECK(figures.years[1].refreshed == 0);
    CHECK(figures.years[3].perStudent == Money());
    CHECK(figuresOf(*calculate(smallPlan(), {})).perStudentYear == std::nullopt);
}

TEST_CASE("At the break-even payment both scenarios cost the same") {
    Plan plan = leaseOrBuyPlan();
    plan.assumptions.discountRate = Rate::percent(4);
    plan.district.horizon = 4; // one lease, one purchase
    const auto comparison = compare(plan, {buy, leaseScenario});
    const auto breakEven = breakEvenPayment(comparison.scenarios[0], comparison.scenarios[1]);
    REQUIRE(breakEven);
    CHECK(breakEven->units == 100);
    CHECK(breakEven->quoted == Money::fromCents(10'743'31));

    plan.leases[0].pricing = LeasePricing::PaymentPerDevice;
    plan.leases[0].paymentPerDevice = breakEven->breakEvenPerUnit;
    const auto atBreakEven = compare(plan, {buy, leaseScenario});
    CHECK(std::abs(atBreakEven.scenarios[1].presentValueDifference.cents()) <= 4); // a cent for each rounded payment
    CHECK_FALSE(breakEvenPayment(comparison.scenarios[1], comparison.scenarios[0]));
}

TEST_CASE("Differences are against the first scenario") {
    const auto comparison = compare(leaseOrBuyPlan(), {buy, leaseScenario});
    CHECK(comparison.scenarios[0].nominalDifference == Money());
    CHECK(comparison.scenarios[1].nominalDifference == Money::fromCents(5 * 10'743'31 + 1000'00 - 80'000'00));
    CHECK(comparison.cheapest() == 1);
    Money years;
    for (const auto difference : comparison.scenarios[1].yearlyDifference) years += difference;
    CHECK(years == comparison.scenarios[1].nominalDifference);
}
