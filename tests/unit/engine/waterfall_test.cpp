// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/waterfall.hpp"

using namespace tco;
using namespace tco::test;

namespace {

Waterfall between(const Plan& plan, ScenarioId from, ScenarioId to) { return waterfall(*calculate(plan, from), *calculate(plan, to)); }

} // namespace

TEST_CASE("Each cause of a difference is a step, in the fixed order") {
    Plan plan = smallPlan(); // 100 units at $400 in FY27 and in FY31
    plan.positions.push_back({.id = technician, .title = "Technician", .salary = Money::fromDollars(50'000), .included = Included::No});
    plan.scenarios.push_back({.id = buy, .name = "More"});
    const ItemRef model{Kind::AssetModel, chromebook.value}, units{Kind::Cohort, cohort.value}, position{Kind::Position, technician.value};
    plan.overrides[{buy, {position, "included"}}] = std::string("yes");
    plan.overrides[{buy, {model, "unit_price"}}] = Money::fromDollars(500);
    plan.overrides[{buy, {model, "useful_life"}}] = std::int64_t(5);
    plan.overrides[{buy, {units, "quantity"}}] = std::int64_t(120);
    plan.overrides[{buy, {units, "note"}}] = std::string("No cost comes from a note");

    const auto result = between(plan, {}, buy);
    REQUIRE(result.steps.size() == 4);
    CHECK(result.fromNominal == Money::fromDollars(80'000));
    CHECK(result.toNominal == Money::fromDollars(310'000));
    const auto isStep = [&](std::size_t index, Cause cause, std::int64_t dollars, const FieldRef& field) {
        CHECK(result.steps[index].cause == cause);
        CHECK(result.steps[index].nominal == Money::fromDollars(dollars));
        CHECK(result.steps[index].fields == std::vector<FieldRef>{field});
    };
    isStep(0, Cause::Count, 16'000, {units, "quantity"});     // 2 × 20 × $400
    isStep(1, Cause::Price, 24'000, {model, "unit_price"});   // 2 × 120 × $100
    isStep(2, Cause::Life, -60'000, {model, "useful_life"});  // 120 × $500 no longer in FY31
    isStep(3, Cause::Staff, 250'000, {position, "included"}); // 5 × $50,000
}

TEST_CASE("Leasing instead of buying is one step") {
    const auto result = between(leaseOrBuyPlan(), buy, leaseScenario);
    REQUIRE(result.steps.size() == 1);
    CHECK(result.steps[0].cause == Cause::Payment);
    CHECK(result.steps[0].fields.size() == 2);
    CHECK(result.steps[0].nominal == result.toNominal - result.fromNominal);
}

TEST_CASE("A difference that cancels out is shown, one that cannot cost anything is not") {
    Plan plan = leaseOrBuyPlan();
    const ItemRef model{Kind::AssetModel, chromebook.value};
    plan.overrides.clear();
    plan.overrides[{buy, {model, "warranty"}}] = std::int64_t(3); // nothing is repaired
    plan.overrides[{buy, {model, "name"}}] = std::string("Another name");
    plan.overrides[{buy, {{Kind::Lease, lease.value}, "quoted_total"}}] = Money::fromDollars(1);
    const auto result = between(plan, leaseScenario, buy);
    REQUIRE(result.steps.size() == 1);
    CHECK(result.steps[0].cause == Cause::Life);
    CHECK(result.steps[0].nominal.isZero());
}

TEST_CASE("Items that come or go are part of the step of their kind, with what they need") {
    const Plan plan = smallPlan(); // 100 units at $400 in FY27 and in FY31
    Plan other = plan;
    const ItemRef laptop{Kind::AssetModel, 777}, laptops{Kind::Cohort, 778}, units{Kind::Cohort, cohort.value};
    other.assetModels.push_back({.id = {laptop.id}, .name = "Laptop", .unitPrice = Money::fromDollars(900), .usefulLife = 10});
    other.cohorts.push_back({.id = {laptops.id}, .model = {laptop.id}, .inService = plan.firstDay(), .quantity = 10});
    removeItem(other, units);
    const auto there = waterfall(*calculate(plan, {}), *calculate(other, {}));
    REQUIRE(there.steps.size() == 2);
    CHECK(there.steps[0].cause == Cause::Count);
    CHECK(there.steps[0].added == std::vector{laptops});
    CHECK(there.steps[0].removed == std::vector{units});
    CHECK(there.steps[0].nominal == Money::fromDollars(9'000 - 80'000));
    CHECK(there.steps[1].cause == Cause::Price);
    CHECK(there.steps[1].added == std::vector{laptop});
    CHECK(there.steps[1].nominal.isZero());
    const auto back = waterfall(*calculate(other, {}), *calculate(plan, {}));
    REQUIRE(back.steps.size() == 2);
    CHECK(back.steps[0].nominal == Money::fromDollars(80'000 - 9'000));
    CHECK(back.steps[1].removed == std::vector{laptop});
}

TEST_CASE("Causes have words for people and keys for files") {
    CHECK(label(Cause::Payment) == "How it is paid for");
    CHECK(key(Cause::UserTime) == "user_time");
    CHECK(causeOf(Kind::Assumptions, "discount_rate") == Cause::Assumptions);
    CHECK(causeOf(Kind::Assumptions, "acquire_devices") == Cause::Payment);
    CHECK(causeOf(Kind::Cohort, "included") == Cause::Count);
    CHECK(causeOf(Kind::Incident, "included") == Cause::Security);
}
