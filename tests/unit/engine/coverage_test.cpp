// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/coverage.hpp"

using namespace tco;
using namespace tco::test;

namespace {

constexpr ItemRef model{Kind::AssetModel, 10};

Money covered(const Coverage& coverage, Confidence confidence) { return coverage.byConfidence[std::size_t(confidence)]; }

} // namespace

TEST_CASE("A cost is as sure as the least sure of its prices and rates") {
    Plan plan = smallPlan(); // $80,000 of purchases
    plan.assetModels.front().repairPrice = Money::fromDollars(80);
    plan.assetModels.front().repairRate = Rate::percent(10);
    plan.provenance[{model, "unit_price"}] = {"Quote of CDW", {}, Confidence::Quote};
    plan.provenance[{model, "repair_price"}] = {"Invoices", {}, Confidence::Record};
    plan.provenance[{model, "repair_rate"}] = {"Usual share", {}, Confidence::Guess};
    const auto coverage = coverageOf(*calculate(plan, {}));
    CHECK(covered(coverage, Confidence::Quote) == Money::fromDollars(80'000));
    CHECK(covered(coverage, Confidence::Guess) == Money::fromDollars(4'000)); // 5 × 100 × 10% × $80
    CHECK(covered(coverage, Confidence::Record).isZero());
    CHECK(coverage.noSource.isZero());
    CHECK(coverage.total == Money::fromDollars(84'000));
}

TEST_CASE("A price without a source has none, whatever else is known") {
    Plan plan = smallPlan();
    plan.assumptions.inflationDevices = Rate::percent(3); // moves the second purchase only
    plan.provenance[{model, "unit_price"}] = {"Quote of CDW", {}, Confidence::Quote};
    const auto coverage = coverageOf(*calculate(plan, {}));
    CHECK(covered(coverage, Confidence::Quote) == Money::fromDollars(40'000));
    CHECK(coverage.noSource == coverage.total - Money::fromDollars(40'000));
}

TEST_CASE("How many there are is the district’s own knowledge, unless a source says how sure it is") {
    Plan plan = smallPlan();
    plan.provenance[{model, "unit_price"}] = {"Quote of CDW", {}, Confidence::Quote};
    plan.provenance[{{Kind::Cohort, cohort.value}, "quantity"}] = {"Counted by walking past", {}, Confidence::Estimate};
    CHECK(covered(coverageOf(*calculate(plan, {})), Confidence::Estimate) == Money::fromDollars(80'000));
}

TEST_CASE("The source of a price is not that of what a scenario says instead") {
    Plan plan = leaseOrBuyPlan();
    plan.overrides.clear();
    plan.provenance[{model, "unit_price"}] = {"Quote of CDW", {}, Confidence::Quote};
    plan.overrides[{buy, {model, "unit_price"}}] = Money::fromDollars(350);
    plan.scenarios.back().parent = buy;
    CHECK(coverageOf(*calculate(plan, {})).noSource.isZero());
    CHECK(coverageOf(*calculate(plan, buy)).noSource == Money::fromDollars(70'000));
    CHECK(coverageOf(*calculate(plan, leaseScenario)).noSource == Money::fromDollars(70'000)); // it builds on that one
}

TEST_CASE("A credit counts by its size") {
    Plan plan = smallPlan();
    plan.assetModels.front().resale = Rate::percent(10);
    plan.provenance[{model, "unit_price"}] = {"Quote of CDW", {}, Confidence::Quote};
    plan.provenance[{model, "resale"}] = {"Usual share", {}, Confidence::Guess};
    const auto coverage = coverageOf(*calculate(plan, {}));
    CHECK(covered(coverage, Confidence::Guess) == Money::fromDollars(4'000));
    CHECK(coverage.total == Money::fromDollars(84'000));
}
