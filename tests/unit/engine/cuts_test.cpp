// SPDX-License-Identifier: Apache-2.0

// What a cut would force. The law: each effect is the difference of two calculations.

#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/cuts.hpp"

using namespace tco;
using namespace tco::test;

namespace {

constexpr AgreementId content{80};

Money dollars(std::int64_t amount) { return Money::fromDollars(amount); }

/// $40,000 of devices in FY27 and FY31, a technician at $50,000 a year, software at $6,000 a year.
Plan planToCut() {
    Plan plan = smallPlan();
    plan.positions.push_back({.id = technician, .title = "Technician", .salary = dollars(50'000)});
    plan.agreements.push_back({.id = content, .name = "Content filter", .amount = Decimal(6'000)});
    return plan;
}

std::vector<CutKind> chosenKinds(const Cuts& cuts) {
    std::vector<CutKind> kinds;
    for (const auto index : cuts.chosen) kinds.push_back(cuts.options[index].kind);
    return kinds;
}

} // namespace

TEST_CASE("Each thing that could go says what it saves, in the year and over the plan") {
    const auto cuts = cutOptions(planToCut(), {}, dollars(1), {2031});
    REQUIRE(cuts.options.size() == 3);
    CHECK(cuts.options[0].words == "End the position “Technician”");
    CHECK(cuts.options[0].inYear == dollars(50'000));
    CHECK(cuts.options[0].overPlan == dollars(50'000)); // it is paid until then
    CHECK(cuts.options[1].kind == CutKind::KeepLonger);
    CHECK(cuts.options[1].inYear == dollars(40'000));
    CHECK(cuts.options[2].item == ItemRef{Kind::Agreement, content.value});
    CHECK(cuts.options[2].inYear == dollars(6'000));

    const auto early = cutOptions(planToCut(), {}, dollars(1), {2029});
    REQUIRE(early.options.size() == 2); // nothing is replaced in FY29
    CHECK(early.options[0].overPlan == dollars(150'000));
}

TEST_CASE("The fewest things that reach the amount, and none larger than needed") {
    const auto chosen = [](std::int64_t amount) { return cutOptions(planToCut(), {}, dollars(amount), {2031}); };
    CHECK(chosenKinds(chosen(5'000)) == std::vector{CutKind::EndAgreement});
    CHECK(chosenKinds(chosen(40'000)) == std::vector{CutKind::KeepLonger});
    CHECK(chosenKinds(chosen(55'000)) == std::vector{CutKind::EndPosition, CutKind::EndAgreement});
    CHECK(chosen(55'000).together.inYear == dollars(56'000));
    CHECK(chosen(55'000).reached);
    const auto all = chosen(97'000);
    CHECK_FALSE(all.reached);
    CHECK(all.chosen.size() == 3);
    CHECK(all.together.inYear == dollars(96'000));
}

TEST_CASE("A replacement that is put off within the plan saves nothing over the plan, and its warnings are named") {
    Plan plan = planToCut();
    plan.assetModels[0].usefulLife = 2;
    plan.assetModels[0].supportEnd = Date::of(2028, 8, 1);
    const auto cuts = cutOptions(plan, {}, dollars(1), {2029});
    const auto& later = cuts.options[1];
    REQUIRE(later.kind == CutKind::KeepLonger);
    CHECK(later.inYear == dollars(40'000));
    REQUIRE(later.consequences.size() == 1);
    CHECK(later.consequences[0].code == "planned_past_support");
}

TEST_CASE("Fewer people in the office can cost the time of others") {
    Plan plan = planToCut();
    plan.positions.push_back({.id = PositionId{41}, .title = "Second technician", .salary = dollars(50'000)});
    plan.headCounts.push_back({.id = HeadCountId{1}, .fiscalYear = 2027, .students = 400, .staff = 50, .teachers = 40});
    plan.userGroups.push_back({.id = UserGroupId{1}, .name = "Teachers", .salary = dollars(60'000), .paidHours = Decimal(1'500), .selfSupport = Decimal(10)});
    plan.assumptions.thinSupportAbove = Decimal(60);
    plan.assumptions.thinSupportEffect = Rate(Decimal::of("0.5"));
    const auto cuts = cutOptions(plan, {}, dollars(50'000), {2027});
    REQUIRE(cuts.options[0].kind == CutKind::EndPosition);
    CHECK(cuts.options[0].indirect > Money());
}

TEST_CASE("A contract that binds and one that pays for units cannot simply end") {
    Plan plan = planToCut();
    plan.agreements[0].start = Date::of(2026, 7, 1);
    plan.agreements[0].commitmentMonths = 36;
    const auto has = [](const Cuts& cuts) { return std::ranges::count(cuts.options, CutKind::EndAgreement, &CutOption::kind) == 1; };
    CHECK_FALSE(has(cutOptions(plan, {}, dollars(1), {2028})));
    CHECK(has(cutOptions(plan, {}, dollars(1), {2030})));
    plan.cohorts[0].acquisition = CohortAcquisition::Agreement;
    plan.cohorts[0].agreement = content;
    CHECK_FALSE(has(cutOptions(plan, {}, dollars(1), {2030})));
}
