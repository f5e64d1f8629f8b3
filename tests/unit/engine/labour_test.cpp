// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/calculation.hpp"

using namespace tco;
using namespace tco::test;

namespace {

Plan staffPlan() {
    Plan plan = smallPlan();
    plan.cohorts.clear();
    plan.positions.push_back({.id = technician, .title = "Technician", .salary = Money::fromDollars(50'000), .benefits = Rate::percent(46)});
    return plan;
}

Money costIn(const Plan& plan, int year) { return calculate(plan, {})->ledger.sum({.year = FiscalYear{year}, .category = CostCategory::Staff}).nominal; }

} // namespace

TEST_CASE("A position costs salary and benefits each year") { CHECK(costIn(staffPlan(), 2027) == Money::fromDollars(73'000)); }

TEST_CASE("Wages and benefits grow on their own") {
    Plan plan = staffPlan();
    plan.assumptions.inflationWages = Rate::percent(Decimal::of("3.6"));
    plan.assumptions.inflationBenefits = Rate::percent(5);
    CHECK(costIn(plan, 2028) == Money::fromCents(51'800'00 + 24'150'00));
}

TEST_CASE("A position is paid by days between its first and last day") {
    Plan plan = staffPlan();
    plan.positions[0].end = Date::of(2027, 12, 31); // 184 of 366 days of FY28
    CHECK(costIn(plan, 2027) == Money::fromDollars(73'000));
    CHECK(costIn(plan, 2028) == Money::fromCents(25'136'61 + 11'562'84));
    CHECK(costIn(plan, 2029) == Money());
}

TEST_CASE("A position that ends before it begins is a finding and costs nothing") {
    Plan plan = staffPlan();
    plan.positions[0].start = Date::of(2028, 1, 1);
    plan.positions[0].end = Date::of(2027, 1, 1);
    CHECK(calculate(plan, {})->ledger.size() == 0);
    CHECK(hasErrors(calculate(plan, {})->findings));
}
