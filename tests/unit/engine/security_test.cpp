// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>
#include <rapidcheck.h>

#include "plan_builder.hpp"

using namespace tco;
using namespace tco::test;

namespace {

/// 5% a year of $1,000,000, of which the insurer pays up to $800,000 after $50,000.
Plan incidentPlan() {
    Plan plan = smallPlan();
    plan.cohorts.clear();
    plan.incidents.push_back({.id = IncidentId{80},
                              .name = "Ransomware",
                              .probability = Rate::percent(5),
                              .cost = Money::fromDollars(1'000'000),
                              .insuranceCover = Money::fromDollars(800'000),
                              .deductible = Money::fromDollars(50'000)});
    return plan;
}

Money lossIn(const Plan& plan, int year) { return amountIn(plan, year, Element::IncidentLoss); }

} // namespace

TEST_CASE("Expected loss is probability × what the insurance does not pay, after the deductible") {
    Plan plan = incidentPlan();
    CHECK(lossIn(plan, 2027) == Money::fromDollars(10'000)); // 5% × (1,000,000 − 800,000)
    plan.incidents[0].insuranceCover = Money::fromDollars(2'000'000);
    CHECK(lossIn(plan, 2027) == Money::fromDollars(2500)); // 5% × the deductible
    plan.incidents[0].cost = Money::fromDollars(30'000);
    CHECK(lossIn(plan, 2027) == Money::fromDollars(1500)); // below the deductible nothing is insured
    plan.incidents[0].insuranceCover = {};
    plan.incidents[0].cost = Money::fromDollars(1'000'000);
    CHECK(lossIn(plan, 2027) == Money::fromDollars(50'000));
}

TEST_CASE("Expected loss lies between the deductible and the whole cost, and more cover never raises it") {
    CHECK(rc::check([] {
        Plan plan = incidentPlan();
        auto& incident = plan.incidents[0];
        incident.probability = Rate::percent(Decimal(*rc::gen::inRange(0, 101)));
        incident.cost = Money::fromDollars(*rc::gen::inRange(0, 10'000'000));
        incident.deductible = Money::fromDollars(*rc::gen::inRange(0, 1'000'000));
        incident.insuranceCover = Money::fromDollars(*rc::gen::inRange(0, 10'000'000));
        const auto expected = [&](Money each) { return Money::rounded(each.dollars() * incident.probability.fraction()).value(); };
        const auto loss = lossIn(plan, 2027);
        RC_ASSERT(loss <= expected(incident.cost));
        RC_ASSERT(loss >= expected(std::min(incident.cost, incident.deductible)));
        incident.insuranceCover += Money::fromDollars(1000);
        RC_ASSERT(lossIn(plan, 2027) <= loss);
    }));
}

TEST_CASE("An incident is indirect, grows with service prices and counts by the days it can happen") {
    Plan plan = incidentPlan();
    plan.assumptions.inflationServices = Rate::percent(3);
    plan.incidents[0].start = Date::of(2027, 7, 1);
    plan.incidents[0].end = Date::of(2028, 12, 31);
    CHECK(lossIn(plan, 2027) == Money());
    CHECK(lossIn(plan, 2028) == Money::fromDollars(10'300));
    CHECK(lossIn(plan, 2029) == Money::fromCents(5348'10)); // 10,000 × 1.03² × 184 ÷ 365
    const auto figures = figuresOf(*calculate(plan, {}));
    CHECK(figures.direct == Money());
    CHECK(figures.byCategory[std::size_t(CostCategory::Security)] == figures.indirect);
}

TEST_CASE("Controls and the premium are direct costs of security") {
    Plan plan = incidentPlan();
    plan.agreements.push_back({.id = AgreementId{60}, .name = "Monitoring", .kind = AgreementKind::Security, .amount = 9000});
    plan.agreements.push_back({.id = AgreementId{61}, .name = "Policy", .kind = AgreementKind::CyberInsurance, .amount = 4000});
    const auto figures = figuresOf(*calculate(plan, {}));
    CHECK(figures.direct == Money::fromDollars(13'000) * 5);
    CHECK(figures.byElement[std::size_t(Element::Control)] == Money::fromDollars(45'000));
    CHECK(figures.byElement[std::size_t(Element::Insurance)] == Money::fromDollars(20'000));
    CHECK(figures.byCategory[std::size_t(CostCategory::Security)] == figures.nominal);
}
