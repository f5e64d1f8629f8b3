// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_all.hpp>

#include "plan_builder.hpp"
#include "tco/engine/explanation.hpp"

using namespace tco;
using namespace tco::test;

TEST_CASE("Every posting explains itself in words with its inputs and their sources") {
    Plan plan = smallPlan();
    plan.assumptions.inflationDevices = Rate::percent(3);
    plan.provenance[{{Kind::AssetModel, chromebook.value}, "unit_price"}] = {"CDW quote 2026-03", "", Confidence::Quote};
    const auto calculation = calculate(plan, {});
    const auto refresh = calculation->ledger.find({.year = FiscalYear{2031}});
    REQUIRE(refresh.size() == 1);
    const auto explanation = Explainer(*calculation).posting(refresh[0]);
    CHECK(explanation.title == "Cash purchase: Chromebook (FY27)");
    CHECK(explanation.formula == "100 units × $400.00 × 1.125509 (device prices, 4 years at 3%) = $45,020.35");
    REQUIRE(explanation.inputs.size() == 3);
    CHECK(explanation.inputs[1].label == "Price of Chromebook");
    CHECK(explanation.inputs[1].value == "$400.00");
    CHECK(explanation.inputs[1].source == "quote: CDW quote 2026-03");
    CHECK(explanation.inputs[2].field.field == "inflation_devices");
}

TEST_CASE("A total opens to lines that add up to it") {
    Plan plan = leaseOrBuyPlan();
    plan.positions.push_back({.id = technician, .title = "Technician", .salary = Money::fromDollars(50'000), .benefits = Rate::percent(46)});
    const auto calculation = calculate(plan, leaseScenario);
    for (const auto& filter : {PostingFilter{}, PostingFilter{.year = FiscalYear{2030}}, PostingFilter{.category = CostCategory::Staff}}) {
        const auto explanation = explainTotal(*calculation, filter);
        Money sum;
        for (const auto& line : explanation.lines) sum += line.sum.nominal;
        CHECK(sum == explanation.total.nominal);
        CHECK(sum == calculation->ledger.sum(filter).nominal);
    }
}
