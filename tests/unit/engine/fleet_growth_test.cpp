// SPDX-License-Identifier: Apache-2.0

// Numbers of units: spares, growth, staggered refresh, last days; and what depends on the age of a unit.

#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "plan_builder.hpp"

using namespace tco;
using namespace tco::test;

namespace {

std::vector<std::int64_t> unitsOf(const Plan& plan) {
    const auto calculation = calculate(plan, {});
    std::vector<std::int64_t> units;
    for (const auto& counts : calculation->counts) units.push_back(counts.units);
    return units;
}

std::vector<Money> purchasesOf(const Plan& plan) {
    std::vector<Money> purchases;
    for (int year = 2027; year <= 2031; ++year) purchases.push_back(amountIn(plan, year, Element::Acquire));
    return purchases;
}

Money dollars(std::int64_t amount) { return Money::fromDollars(amount); }

} // namespace

TEST_CASE("Spares are bought with the units, not used, and part of what an inventory counts") {
    Plan plan = smallPlan();
    auto& model = plan.assetModels[0];
    model.spares = Rate::percent(5);
    model.deployment = dollars(10);
    model.repairRate = Rate::percent(12);
    model.repairPrice = dollars(75);
    CHECK(amountIn(plan, 2027, Element::Acquire) == dollars(42'000));
    CHECK(amountIn(plan, 2027, Element::Deploy) == dollars(1050));
    CHECK(amountIn(plan, 2027, Element::Repair) == dollars(900));
    CHECK(unitsOf(plan)[0] == 100);
    model.disposal = dollars(4);
    CHECK(amountIn(plan, 2031, Element::Dispose) == dollars(420));
    plan.cohorts[0].inService = Date::of(2025, 7, 1);
    CHECK(amountIn(plan, 2029, Element::Dispose) == dollars(0));
    CHECK(amountIn(plan, 2030, Element::Dispose) == dollars(400)); // counted with its spares
    CHECK(amountIn(plan, 2030, Element::Acquire) == dollars(42'000));
}

TEST_CASE("Damage follows the age of the units") {
    Plan plan = smallPlan();
    auto& model = plan.assetModels[0];
    model.repairRate = Series<Rate>({Rate::percent(8), Rate::percent(12), Rate::percent(15)});
    model.repairPrice = dollars(100);
    const auto repairs = [&] {
        std::vector<Money> costs;
        for (int year = 2027; year <= 2031; ++year) costs.push_back(amountIn(plan, year, Element::Repair));
        return costs;
    };
    CHECK(repairs() == std::vector{dollars(800), dollars(1200), dollars(1500), dollars(1500), dollars(800)});
    model.warranty = 2;
    model.warrantyShare = Rate::percent(30);
    CHECK(repairs() == std::vector{dollars(560), dollars(840), dollars(1500), dollars(1500), dollars(560)});
    model.repairRate = Rate::percent(10); // one rate for all ages: the warranty still ends
    CHECK(repairs() == std::vector{dollars(700), dollars(700), dollars(1000), dollars(1000), dollars(700)});
}

TEST_CASE("Resale follows the age at the sale") {
    Plan plan = smallPlan();
    plan.assetModels[0].resale = Series<Rate>({Rate::percent(50), Rate::percent(35), Rate::percent(20), Rate::percent(10)});
    CHECK(amountIn(plan, 2031, Element::Recover) == dollars(-4000));
    plan.assetModels[0].usefulLife = 2;
    CHECK(amountIn(plan, 2029, Element::Recover) == dollars(-14'000));
    plan.cohorts[0].lastDay = Date::of(2026, 12, 31); // half a year old counts as the first year
    CHECK(amountIn(plan, 2027, Element::Recover) == dollars(-20'000));
}

TEST_CASE("A model’s own price change replaces that of its category") {
    Plan plan = smallPlan();
    plan.assumptions.inflationDevices = Rate::percent(3);
    plan.assetModels[0].priceChange = Rate::percent(-10);
    CHECK(amountIn(plan, 2031, Element::Acquire) == dollars(26'244)); // 40,000 × 0.9⁴
}

TEST_CASE("A staggered refresh replaces a part of the units each year, and goes on like that") {
    Plan plan = smallPlan();
    plan.cohorts[0].inService = Date::of(2022, 7, 1); // due on the plan's first day
    plan.cohorts[0].quantity = 102;
    plan.cohorts[0].refreshYears = 4;
    CHECK(purchasesOf(plan) == std::vector{dollars(26 * 400), dollars(26 * 400), dollars(25 * 400), dollars(25 * 400), dollars(26 * 400)});
    CHECK(unitsOf(plan) == std::vector<std::int64_t>(5, 102));
}

TEST_CASE("Spreading a refresh never changes the number of units") {
    CHECK(rc::check([] {
        Plan plan = smallPlan();
        plan.cohorts[0].inService = Date::of(2022, *rc::gen::inRange(1, 13), 1);
        plan.cohorts[0].quantity = *rc::gen::inRange(0, 1000);
        plan.cohorts[0].refreshYears = *rc::gen::inRange(1, 11);
        RC_ASSERT(unitsOf(plan) == std::vector<std::int64_t>(5, plan.cohorts[0].quantity));
    }));
}

TEST_CASE("Units grow with enrollment at the start of a year, and shrink where they are not replaced") {
    Plan plan = smallPlan();
    plan.cohorts[0].growsWith = GrowsWith::Students;
    plan.headCounts.push_back({.id = HeadCountId{1}, .fiscalYear = 2027, .students = 1000});
    plan.headCounts.push_back({.id = HeadCountId{2}, .fiscalYear = 2029, .students = 1100});
    CHECK(unitsOf(plan) == std::vector<std::int64_t>{100, 100, 110, 110, 110});
    CHECK(purchasesOf(plan) == std::vector{dollars(40'000), Money(), dollars(4000), Money(), dollars(40'000)});
    plan.headCounts[1].students = 900;
    CHECK(unitsOf(plan) == std::vector<std::int64_t>{100, 100, 100, 100, 90}); // fewer are replaced
    CHECK(amountIn(plan, 2031, Element::Acquire) == dollars(36'000));
}

TEST_CASE("After their last day units cost nothing and nothing replaces them") {
    Plan plan = smallPlan();
    plan.assetModels[0].supportYearly = dollars(365);
    plan.assetModels[0].disposal = dollars(4);
    plan.cohorts[0].lastDay = Date::of(2028, 6, 30);
    CHECK(amountIn(plan, 2028, Element::Support) == dollars(36'500));
    CHECK(amountIn(plan, 2029, Element::Support) == Money());
    CHECK(amountIn(plan, 2029, Element::Dispose) == dollars(400)); // on the day after
    CHECK(amountIn(plan, 2031, Element::Acquire) == Money());
    CHECK(unitsOf(plan) == std::vector<std::int64_t>{100, 100, 0, 0, 0});
}

TEST_CASE("Units can be kept longer or replaced earlier, once") {
    Plan plan = smallPlan();
    plan.assetModels[0].usefulLife = 2;
    plan.cohorts[0].extraYears = 1;
    CHECK(purchasesOf(plan) == std::vector{dollars(40'000), Money(), Money(), dollars(40'000), Money()});
    plan.cohorts[0].extraYears = -1;
    CHECK(purchasesOf(plan) == std::vector{dollars(40'000), dollars(40'000), Money(), dollars(40'000), Money()});
}

TEST_CASE("Units kept past their support are a warning, not a refusal") {
    Plan plan = smallPlan();
    plan.assetModels[0].supportEnd = Date::of(2028, 6, 30);
    CHECK(amountIn(plan, 2029, Element::Acquire) == dollars(40'000));
    CHECK_FALSE(hasFinding(plan, "planned_past_support"));
    plan.cohorts[0].extraYears = 1;
    CHECK(amountIn(plan, 2029, Element::Acquire) == Money());
    CHECK(amountIn(plan, 2030, Element::Acquire) == dollars(40'000));
    CHECK(hasFinding(plan, "planned_past_support"));
}

TEST_CASE("Units that an agreement pays for count, use energy and cost nothing else to have") {
    Plan plan = smallPlan();
    auto& model = plan.assetModels[0];
    model.resale = Rate::percent(10);
    model.disposal = dollars(4);
    model.energyYearly = 50;
    plan.assumptions.energyPrice = Decimal::of("0.12");
    plan.agreements.push_back({.id = AgreementId{60}, .name = "Contract", .kind = AgreementKind::DeviceContract, .amount = 5000});
    plan.cohorts[0].acquisition = CohortAcquisition::Agreement;
    CHECK(hasFinding(plan, "units_without_agreement"));
    plan.cohorts[0].agreement = AgreementId{60};
    CHECK(amountOf(plan, Element::Acquire) == Money());
    CHECK(amountOf(plan, Element::Recover) == Money());
    CHECK(amountOf(plan, Element::Dispose) == Money());
    CHECK(amountIn(plan, 2027, Element::Energy) == dollars(600)); // 100 × 50 kWh × $0.12
    CHECK(amountIn(plan, 2027, Element::Lease) == dollars(5000));
    CHECK(unitsOf(plan)[0] == 100);
}

TEST_CASE("Units left out of the plan cost nothing until a scenario says yes") {
    Plan plan = leaseOrBuyPlan();
    plan.cohorts[0].included = Included::No;
    plan.overrides[{buy, {{Kind::Cohort, cohort.value}, "included"}}] = std::string("yes");
    CHECK(calculate(plan, {})->ledger.size() == 0);
    CHECK(calculate(plan, buy)->ledger.sum().nominal == dollars(80'000));
}
