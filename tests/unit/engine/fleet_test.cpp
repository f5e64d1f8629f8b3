// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/calculation.hpp"

using namespace tco;
using namespace tco::test;

TEST_CASE("Units bought in the plan are paid when they start and replaced at the end of their life") {
    const Plan plan = smallPlan();
    CHECK(amountIn(plan, 2027, Element::Acquire) == Money::fromDollars(40'000));
    CHECK(amountIn(plan, 2028, Element::Acquire) == Money());
    CHECK(amountIn(plan, 2031, Element::Acquire) == Money::fromDollars(40'000));
}

TEST_CASE("Replacements are bought at the prices of their year") {
    Plan plan = smallPlan();
    plan.assumptions.inflationDevices = Rate::percent(3);
    CHECK(amountIn(plan, 2031, Element::Acquire) == Money::fromCents(45'020'35)); // 40,000 × 1.03^4 = 45,020.3524
}

TEST_CASE("What was bought before the plan is not paid again") {
    Plan plan = smallPlan();
    plan.cohorts[0].inService = Date::of(2024, 7, 1);
    CHECK(amountIn(plan, 2027, Element::Acquire) == Money());
    CHECK(amountIn(plan, 2029, Element::Acquire) == Money::fromDollars(40'000));
}

TEST_CASE("The end of support forces the replacement of today's units, not of their successors") {
    Plan plan = smallPlan();
    plan.cohorts[0].inService = Date::of(2025, 7, 1);
    plan.assetModels[0].supportEnd = Date::of(2027, 6, 30);
    CHECK(amountIn(plan, 2028, Element::Acquire) == Money::fromDollars(40'000));
    CHECK(amountIn(plan, 2029, Element::Acquire) == Money());
    CHECK(hasFinding(plan, "support_ends_first"));
}

TEST_CASE("Units kept past their support are replaced at once, and the plan says so") {
    Plan plan = smallPlan();
    plan.cohorts[0].inService = Date::of(2024, 7, 1);
    plan.assetModels[0].supportEnd = Date::of(2025, 6, 30);
    CHECK(amountIn(plan, 2027, Element::Acquire) == Money::fromDollars(40'000));
    CHECK(hasFinding(plan, "kept_past_support"));
}

TEST_CASE("Units that are not replaced cost nothing after their life") {
    Plan plan = smallPlan();
    plan.cohorts[0].refresh = RefreshPolicy::Retire;
    plan.assetModels[0].licenceYearly = Money::fromDollars(10);
    CHECK(amountIn(plan, 2030, Element::Licence) == Money::fromDollars(1000));
    CHECK(calculate(plan, {})->ledger.sum({.year = FiscalYear{2031}}).postings == 0);
}

TEST_CASE("The order total replaces quantity times price, for the first purchase only") {
    Plan plan = smallPlan();
    plan.cohorts[0].purchaseTotal = Money::fromDollars(38'500);
    CHECK(amountIn(plan, 2027, Element::Acquire) == Money::fromDollars(38'500));
    CHECK(amountIn(plan, 2031, Element::Acquire) == Money::fromDollars(40'000));
}

TEST_CASE("Costs that run with time are charged by days in service") {
    Plan plan = smallPlan();
    plan.cohorts[0].inService = Date::of(2027, 1, 1); // 181 of 365 days of FY27
    plan.assetModels[0].supportYearly = Money::fromDollars(20);
    plan.assetModels[0].repairRate = Rate::percent(12);
    plan.assetModels[0].repairPrice = Money::fromDollars(75);
    plan.assetModels[0].lossRate = Rate::percent(2);
    CHECK(amountIn(plan, 2027, Element::Support) == Money::fromCents(991'78)); // 2,000 × 181/365
    CHECK(amountIn(plan, 2028, Element::Repair) == Money::fromDollars(900));   // 100 × 12 % × $75
    CHECK(amountIn(plan, 2028, Element::Loss) == Money::fromDollars(800));     // 100 × 2 % × $400
    plan.assetModels[0].lossPrice = Money::fromDollars(250);
    CHECK(amountIn(plan, 2028, Element::Loss) == Money::fromDollars(500));
}

TEST_CASE("Owned units bring a resale credit and cost their disposal when they are replaced") {
    Plan plan = smallPlan();
    plan.assetModels[0].resale = Rate::percent(5);
    plan.assetModels[0].disposal = Money::fromDollars(4);
    CHECK(amountIn(plan, 2031, Element::Recover) == -Money::fromDollars(2000));
    CHECK(amountIn(plan, 2031, Element::Dispose) == Money::fromDollars(400));
}

TEST_CASE("A lease is paid in advance or in arrears, ends with the return, and begins anew") {
    Plan plan = leaseOrBuyPlan();
    plan.assetModels[0].acquisition = ModelAcquisition::Lease;
    plan.assetModels[0].lease = lease;
    // 40,000 × 0.05 / (1 − 1.05^−4) / 1.05 = 10,743.31
    for (int year = 2027; year <= 2031; ++year) CHECK(amountIn(plan, year, Element::Lease) == Money::fromCents(10'743'31));
    CHECK(amountIn(plan, 2030, Element::Return) == Money::fromDollars(1000));
    CHECK(amountIn(plan, 2027, Element::Acquire) == Money());

    plan.leases[0].timing = PaymentTiming::Arrears; // due on the last day of each year, so still in that fiscal year
    for (int year = 2027; year <= 2031; ++year) CHECK(amountIn(plan, year, Element::Lease) == Money::fromCents(11'280'47));
}

TEST_CASE("After a lease with a buy-out the units stay for their life and end as bought ones do") {
    Plan plan = leaseOrBuyPlan();
    plan.district.horizon = 7;
    plan.assetModels[0].acquisition = ModelAcquisition::Lease;
    plan.assetModels[0].lease = lease;
    plan.assetModels[0].usefulLife = 6;
    plan.assetModels[0].resale = Rate::percent(5);
    plan.leases[0].endOfTerm = LeaseEnd::Keep;
    CHECK(amountIn(plan, 2030, Element::Lease) == Money::fromCents(10'743'31)); // the last of four payments
    CHECK(amountIn(plan, 2030, Element::Return) == Money());
    CHECK(amountIn(plan, 2031, Element::Lease) == Money());
    CHECK(amountIn(plan, 2032, Element::Lease) == Money());
    CHECK(amountIn(plan, 2033, Element::Lease) == Money::fromCents(10'743'31)); // the next lease begins
    CHECK(amountIn(plan, 2033, Element::Recover) == -Money::fromDollars(2000));
}

TEST_CASE("Lease payments of any frequency and pricing") {
    Plan plan = leaseOrBuyPlan();
    plan.assetModels[0].acquisition = ModelAcquisition::Lease;
    plan.assetModels[0].lease = lease;
    plan.leases[0].pricing = LeasePricing::PaymentPerDevice;
    plan.leases[0].paymentPerDevice = Decimal::of("9.25");
    plan.leases[0].payments = 36;
    plan.leases[0].paymentsPerYear = 12;
    CHECK(amountIn(plan, 2027, Element::Lease) == Money::fromDollars(11'100)); // 12 × 925
    plan.leases[0].pricing = LeasePricing::RateFactor;
    plan.leases[0].rateFactor = Decimal::of("0.0285");
    CHECK(amountIn(plan, 2027, Element::Lease) == Money::fromDollars(13'680)); // 12 × 40,000 × 0.0285
}

TEST_CASE("What is in service before the plan was bought, whatever its model says, unless the cohort says lease") {
    Plan plan = leaseOrBuyPlan();
    plan.cohorts[0].inService = Date::of(2025, 7, 1);
    plan.assetModels[0].acquisition = ModelAcquisition::Lease;
    plan.assetModels[0].lease = lease;
    CHECK(amountIn(plan, 2027, Element::Lease) == Money());
    CHECK(amountIn(plan, 2030, Element::Lease) == Money::fromCents(10'743'31)); // its successor is leased
    plan.cohorts[0].acquisition = CohortAcquisition::Lease;
    plan.cohorts[0].lease = lease;
    CHECK(amountIn(plan, 2027, Element::Lease) == Money::fromCents(10'743'31)); // payment 2 of 4
    CHECK(amountIn(plan, 2029, Element::Return) == Money::fromDollars(1000));
}

TEST_CASE("A plan that cannot be calculated says why, and the rest still calculates") {
    Plan plan = smallPlan();
    plan.cohorts.push_back({.id = CohortId{21}, .model = AssetModelId{999}, .inService = Date::of(2026, 7, 1), .quantity = 5});
    plan.assetModels.push_back({.id = AssetModelId{11}, .name = "No life", .unitPrice = Money::fromDollars(1), .usefulLife = 0});
    plan.cohorts.push_back({.id = CohortId{22}, .model = AssetModelId{11}, .inService = Date::of(2026, 7, 1), .quantity = 5});
    plan.leases.push_back({.id = lease, .name = "Odd", .annualRate = Rate::percent(5), .paymentsPerYear = 5});
    plan.cohorts.push_back(
        {.id = CohortId{23}, .model = chromebook, .inService = Date::of(2026, 7, 1), .quantity = 5, .acquisition = CohortAcquisition::Lease, .lease = lease});
    CHECK(calculate(plan, {})->ledger.sum().nominal == Money::fromDollars(80'000));
    CHECK(hasFinding(plan, "missing_reference"));
    CHECK(hasFinding(plan, "value_out_of_range"));
    CHECK(hasFinding(plan, "payments_per_year"));

    plan.district.horizon = 0;
    CHECK(calculate(plan, {})->ledger.size() == 0);
    CHECK(figuresOf(*calculate(plan, {})).nominal == Money());
}

TEST_CASE("An amount beyond all bounds is left out with an error, never clipped") {
    Plan plan = smallPlan();
    plan.district.horizon = 20;
    plan.assumptions.inflationDevices = Rate::percent(50);
    plan.assetModels[0].unitPrice = Money::fromDollars(10'000'000);
    plan.cohorts[0].quantity = 10'000'000;
    CHECK(hasFinding(plan, "amount_too_large"));
}
