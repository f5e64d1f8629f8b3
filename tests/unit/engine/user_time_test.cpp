// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "plan_builder.hpp"

using namespace tco;
using namespace tco::test;

namespace {

/// 10 teachers at $60,000 and 25% benefits for 1,500 hours, $50 an hour; 100 Chromebooks, half a technician.
Plan teacherPlan() {
    Plan plan = smallPlan();
    plan.headCounts.push_back({.id = HeadCountId{1}, .fiscalYear = 2027, .students = 200, .staff = 25, .teachers = 10});
    plan.positions.push_back({.id = technician, .title = "Technician", .fte = Decimal::of("0.5"), .salary = Money::fromDollars(50'000)});
    plan.userGroups.push_back({.id = UserGroupId{70},
                               .name = "Teachers",
                               .people = PeopleBasis::Teachers,
                               .salary = Money::fromDollars(60'000),
                               .benefits = Rate::percent(25),
                               .paidHours = 1500,
                               .formalTraining = 6,
                               .casualLearning = 4,
                               .selfSupport = 5,
                               .peerSupport = 3,
                               .files = 2,
                               .downtime = 20,
                               .affectedShare = Rate::percent(50)});
    return plan;
}

} // namespace

TEST_CASE("User time is people × hours × loaded hourly rate, indirect and in no budget") {
    const Plan plan = teacherPlan();
    CHECK(amountIn(plan, 2027, Element::UserTraining) == Money::fromDollars(5000)); // 10 × (6 + 4) × $50
    CHECK(amountIn(plan, 2027, Element::UserSupport) == Money::fromDollars(5000));  // 10 × (5 + 3 + 2) × $50
    CHECK(amountIn(plan, 2027, Element::Downtime) == Money::fromDollars(5000));     // 10 × 20 × 50% × $50
    const auto figures = figuresOf(*calculate(plan, {}));
    CHECK(figures.indirect == Money::fromDollars(15'000) * 5);
    CHECK(figures.byCategory[std::size_t(CostCategory::UserTime)] == figures.indirect);
    CHECK(figures.direct == figures.nominal - figures.indirect);
    CHECK(figures.years[0].userHours == Decimal(300)); // 10 × (6 + 4 + 5 + 3 + 2 + 10)
}

TEST_CASE("Thin support lengthens users’ own support and downtime, not learning and files") {
    Plan plan = teacherPlan();
    plan.assumptions.thinSupportAbove = Decimal(100); // 100 devices ÷ 0.5 FTE = 200 per technician
    plan.assumptions.thinSupportEffect = Rate::percent(50);
    CHECK(amountIn(plan, 2027, Element::UserTraining) == Money::fromDollars(5000));
    CHECK(amountIn(plan, 2027, Element::UserSupport) == Money::fromDollars(7000)); // (8 × 1.5 + 2) × 10 × $50
    CHECK(amountIn(plan, 2027, Element::Downtime) == Money::fromDollars(7500));
    CHECK(figuresOf(*calculate(plan, {})).years[0].userHours == Decimal(390));
    plan.positions[0].fte = 1; // exactly at the line
    CHECK(amountIn(plan, 2027, Element::Downtime) == Money::fromDollars(5000));
}

TEST_CASE("Fewer technicians never lower user time, and without the relation they do not change it") {
    CHECK(rc::check([] {
        Plan plan = teacherPlan();
        const bool related = *rc::gen::arbitrary<bool>();
        if (related) plan.assumptions.thinSupportAbove = Decimal(*rc::gen::inRange(1, 500));
        plan.assumptions.thinSupportEffect = Rate::percent(Decimal(*rc::gen::inRange(0, 200)));
        plan.positions[0].fte = Decimal(*rc::gen::inRange(2, 100)) / Decimal(10);
        const auto before = figuresOf(*calculate(plan, {})).indirect;
        plan.positions[0].fte -= Decimal::of("0.1");
        const auto after = figuresOf(*calculate(plan, {})).indirect;
        RC_ASSERT(after >= before);
        RC_ASSERT(related || after == before);
    }));
}

TEST_CASE("People without a salary have hours and no price") {
    Plan plan = teacherPlan();
    auto& group = plan.userGroups[0];
    group.people = PeopleBasis::Students;
    group.salary = {};
    group.share = Rate::percent(50);
    CHECK(figuresOf(*calculate(plan, {})).indirect == Money());
    CHECK(figuresOf(*calculate(plan, {})).years[0].userHours == Decimal(3000)); // 200 × 50% × 30
}

TEST_CASE("Salaries without paid hours have no price, and the plan says so") {
    Plan plan = teacherPlan();
    plan.userGroups[0].paidHours = {};
    CHECK(figuresOf(*calculate(plan, {})).indirect == Money());
    CHECK(hasFinding(plan, "no_paid_hours"));
}

TEST_CASE("Other staff are those who do not teach") {
    Plan plan = teacherPlan();
    plan.userGroups[0].people = PeopleBasis::OtherStaff;
    CHECK(amountIn(plan, 2027, Element::UserTraining) == Money::fromDollars(7500)); // 15 × 10 × $50
}
