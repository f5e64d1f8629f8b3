// SPDX-License-Identifier: Apache-2.0

// The second view: what the years use up. And fiscal years that are not twelve months long.

#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "plan_builder.hpp"

using namespace tco;
using namespace tco::test;

TEST_CASE("A price is spread over the days of its life") {
    Plan plan = smallPlan();
    plan.cohorts[0].refresh = RefreshPolicy::Retire;
    const auto used = [&](int year) { return amountIn(plan, year, Element::Acquire, View::Annualised); };
    CHECK(used(2027) == Money::fromCents(9993'16));   // 40,000 × 365 ÷ 1,461
    CHECK(used(2028) == Money::fromCents(10'020'53)); // a leap year; to the running sum 20,013.69
    CHECK(used(2029) == Money::fromCents(9993'15));
    CHECK(used(2030) == Money::fromCents(9993'16)); // the years add up to the price
    CHECK(used(2031) == Money());
}

TEST_CASE("Over whole lives inside the plan what is used up equals what is paid") {
    CHECK(rc::check([] {
        Plan plan = *rc::gen::arbitrary<bool>() ? leasedPlan() : smallPlan();
        auto& model = plan.assetModels[0];
        model.unitPrice = Money::fromCents(*rc::gen::inRange(1, 100'000));
        model.usefulLife = *rc::gen::inRange(1, 5);
        model.deployment = Money::fromCents(*rc::gen::inRange(0, 10'000));
        model.supportYearly = Money::fromCents(*rc::gen::inRange(0, 10'000));
        model.repairRate = Rate::percent(Decimal(*rc::gen::inRange(0, 50)));
        model.repairPrice = Money::fromDollars(75);
        model.resale = Rate::percent(Decimal(*rc::gen::inRange(0, 50)));
        model.disposal = Money::fromCents(*rc::gen::inRange(0, 1000));
        if (!plan.leases.empty())
            plan.leases[0].contract = *rc::gen::element(LeaseContract::FairMarketValue, LeaseContract::DeviceService, LeaseContract::FinancedPurchase);
        plan.cohorts[0].refresh = RefreshPolicy::Retire;
        plan.assumptions.discountRate = Rate::percent(4);
        const auto figures = figuresOf(*calculate(plan, {}));
        RC_ASSERT(figures.annualised == figures.nominal);
    }));
}

TEST_CASE("What was bought before the plan is used up in it, without being paid in it") {
    Plan plan = smallPlan();
    plan.cohorts[0].inService = Date::of(2024, 7, 1);
    plan.cohorts[0].refresh = RefreshPolicy::Retire;
    CHECK(amountOf(plan, Element::Acquire) == Money());
    CHECK(amountOf(plan, Element::Acquire, View::Annualised) == Money::fromCents(20'013'69)); // 40,000 × 731 ÷ 1,461
}

TEST_CASE("A financed purchase uses up the price over the life and interest over the term") {
    Plan plan = leasedPlan();
    plan.leases[0].contract = LeaseContract::FinancedPurchase;
    plan.leases[0].timing = PaymentTiming::Arrears;
    plan.leases[0].payments = 2;
    plan.cohorts[0].refresh = RefreshPolicy::Retire;
    CHECK(amountOf(plan, Element::Principal, View::Annualised) == Money());
    CHECK(amountIn(plan, 2027, Element::Acquire, View::Annualised) == Money::fromCents(9993'16));
    CHECK(amountOf(plan, Element::Acquire, View::Annualised) == Money::fromDollars(40'000));
    CHECK(amountOf(plan, Element::Acquire) == Money());
    CHECK(amountOf(plan, Element::Interest, View::Annualised) == amountOf(plan, Element::Interest));
    CHECK(amountIn(plan, 2029, Element::Interest, View::Annualised) == Money());
}

TEST_CASE("A single payment for three years is rent of each of them") {
    Plan plan = leasedPlan();
    plan.leases[0].contract = LeaseContract::SinglePayment;
    plan.leases[0].annualRate.reset();
    plan.leases[0].returnCost = {};
    plan.leases[0].termMonths = 36;
    plan.cohorts[0].refresh = RefreshPolicy::Retire;
    CHECK(amountIn(plan, 2028, Element::Lease) == Money());
    CHECK(amountIn(plan, 2027, Element::Lease, View::Annualised) == Money::fromCents(13'321'17)); // 40,000 × 365 ÷ 1,096
    CHECK(amountOf(plan, Element::Lease, View::Annualised) == Money::fromDollars(40'000));
}

TEST_CASE("A year of ten months costs ten twelfths of a yearly price, by days") {
    Plan plan = smallPlan();
    plan.cohorts.clear();
    plan.district.fiscalYearStartMonth = 9;
    plan.district.changeYear = 2028; // September 2027 to June 2028
    plan.district.newStartMonth = 7;
    plan.positions.push_back({.id = technician, .title = "Technician", .salary = Money::fromDollars(1200)});
    CHECK(amountIn(plan, 2027, Element::Labour) == Money::fromDollars(1200));
    CHECK(amountIn(plan, 2028, Element::Labour) == Money::fromCents(996'72)); // 1,200 × 304 ÷ 366
    CHECK(amountIn(plan, 2029, Element::Labour) == Money::fromDollars(1200));
    const auto calendar = plan.calendar();
    CHECK(calendar.firstDay({2029}) == Date::of(2028, 7, 1));
}

TEST_CASE("A year of fourteen months costs as much more") {
    Plan plan = smallPlan();
    plan.cohorts.clear();
    plan.district.changeYear = 2028; // July 2027 to August 2028
    plan.district.newStartMonth = 9;
    plan.positions.push_back({.id = technician, .title = "Technician", .salary = Money::fromDollars(1200)});
    CHECK(amountIn(plan, 2028, Element::Labour) == Money::fromCents(1403'28)); // 1,200 × 428 ÷ 366
}
