// SPDX-License-Identifier: Apache-2.0

// E-Rate inside a plan: credits by category, the five-year budget over all items, and what is never shared.

#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/erate_budget.hpp"

using namespace tco;
using namespace tco::test;

namespace {

/// 40 switches at $1,000 with E-Rate at 80%; four schools of the worked example E10.
Plan switchPlan() {
    Plan plan = smallPlan();
    plan.assetModels[0].name = "Switch";
    plan.assetModels[0].type = AssetType::Switch;
    plan.assetModels[0].unitPrice = Money::fromDollars(1'000);
    plan.assetModels[0].erateEligible = Rate(1);
    plan.cohorts[0].quantity = 40;
    plan.cohorts[0].refresh = RefreshPolicy::Retire;
    plan.assumptions.erateDiscount = Rate::percent(80);
    std::int64_t id = 70;
    for (const int students : {420, 310, 95, 60})
        plan.sites.push_back({.id = SiteId{id++}, .name = std::to_string(students), .kind = SiteKind::Elementary, .students = students});
    return plan;
}

Agreement circuit() {
    return {.id = AgreementId{60},
            .name = "Internet",
            .kind = AgreementKind::Circuit,
            .start = Date::of(2026, 7, 1),
            .amount = Decimal(12'000),
            .escalator = Rate(),
            .erate = ErateCategory::One};
}

} // namespace

TEST_CASE("Category two: 80% of what is eligible, within the budget of 207,496.10 for four schools") {
    Plan plan = switchPlan();
    CHECK(amountIn(plan, 2027, Element::EquipmentDiscount) == Money::fromDollars(-32'000));
    REQUIRE(erateCyclesOf(plan).size() == 2 - 1);
    CHECK(erateCyclesOf(plan)[0].budget.budget == Money::fromCents(207'496'10));

    plan.cohorts[0].quantity = 300; // 300,000 is more than the budget
    CHECK(amountIn(plan, 2027, Element::EquipmentDiscount) == Money::fromCents(-165'996'88));
    CHECK(hasFinding(plan, "erate_beyond_budget"));
    plan.assumptions.erateUsed = Money::fromCents(107'496'10);
    CHECK(amountIn(plan, 2027, Element::EquipmentDiscount) == Money::fromDollars(-80'000));
}

TEST_CASE("One budget serves all items of the cycle, the earlier first") {
    Plan plan = switchPlan();
    plan.cohorts[0].quantity = 150;
    plan.cohorts[0].inService = Date::of(2028, 7, 1);
    auto earlier = plan.cohorts[0];
    earlier.id = CohortId{21};
    earlier.inService = Date::of(2027, 7, 1);
    plan.cohorts.push_back(earlier);
    CHECK(amountIn(plan, 2028, Element::EquipmentDiscount) == Money::fromDollars(-120'000));
    CHECK(amountIn(plan, 2029, Element::EquipmentDiscount) == Money::fromCents(-45'996'88)); // 80% of what is left, 57,496.10
}

TEST_CASE("Category one has no budget; its share can be paid back later") {
    Plan plan = smallPlan();
    plan.cohorts.clear();
    plan.assumptions.erateDiscount = Rate::percent(90);
    plan.agreements = {circuit()};
    CHECK(amountIn(plan, 2027, Element::ServiceDiscount) == Money::fromDollars(-10'800));
    plan.agreements[0].erateEligible = Rate::percent(50);
    CHECK(amountIn(plan, 2027, Element::ServiceDiscount) == Money::fromDollars(-5'400));
    plan.assumptions.erateMonths = 12;
    CHECK(amountIn(plan, 2027, Element::ServiceDiscount).isZero());
    CHECK(amountIn(plan, 2028, Element::ServiceDiscount) == Money::fromDollars(-5'400));
}

TEST_CASE("The discount follows from the schools’ lunch shares where it is not entered, and category two stops at 85%") {
    Plan plan = switchPlan();
    plan.assumptions.erateDiscount.reset();
    CHECK(hasFinding(plan, "erate_without_discount"));
    CHECK(amountOf(plan, Element::EquipmentDiscount).isZero());
    for (auto& site : plan.sites) site.lunchShare = Rate::percent(80);
    CHECK(erateDiscountsOf(plan)->one == Rate::percent(90));
    CHECK(amountIn(plan, 2027, Element::EquipmentDiscount) == Money::fromDollars(-34'000));
}

TEST_CASE("Devices for students are never shared, and the plan says so") {
    Plan plan = switchPlan();
    plan.assetModels[0].type = AssetType::StudentDevice;
    CHECK(amountOf(plan, Element::EquipmentDiscount).isZero());
    CHECK(hasFinding(plan, "erate_not_eligible"));
    plan = smallPlan();
    plan.assumptions.erateDiscount = Rate::percent(90);
    plan.agreements = {circuit()};
    plan.agreements[0].kind = AgreementKind::DeviceContract;
    CHECK(amountOf(plan, Element::ServiceDiscount).isZero());
    CHECK(hasFinding(plan, "erate_not_eligible"));
}

TEST_CASE("A year whose budget nobody knows is counted without category two, and the plan says so") {
    Plan plan = switchPlan();
    plan.district.firstYear = 2032;
    plan.cohorts[0].inService = Date::of(2031, 7, 1);
    CHECK(amountOf(plan, Element::EquipmentDiscount).isZero());
    CHECK(hasFinding(plan, "erate_unknown_cycle"));
}
