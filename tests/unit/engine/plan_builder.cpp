// SPDX-License-Identifier: Apache-2.0
#include "plan_builder.hpp"

#include <algorithm>

namespace tco::test {

Plan smallPlan() {
    Plan plan;
    plan.district = {.name = "Test USD", .state = "TX", .firstYear = 2027, .horizon = 5};
    plan.assumptions.discountRate = Rate();
    plan.assetModels.push_back({.id = chromebook, .name = "Chromebook", .unitPrice = Money::fromDollars(400), .usefulLife = 4});
    plan.cohorts.push_back({.id = cohort, .model = chromebook, .inService = Date::of(2026, 7, 1), .quantity = 100});
    return plan;
}

Plan leaseOrBuyPlan() {
    Plan plan = smallPlan();
    plan.leases.push_back({.id = lease, .name = "4 years", .annualRate = Rate::percent(5), .returnCost = Money::fromDollars(10)});
    plan.scenarios.push_back({.id = buy, .name = "Buy"});
    plan.scenarios.push_back({.id = leaseScenario, .name = "Lease"});
    const ItemRef model{Kind::AssetModel, chromebook.value};
    plan.overrides[{leaseScenario, {model, "acquisition"}}] = std::string("lease");
    plan.overrides[{leaseScenario, {model, "lease"}}] = Link{lease.value};
    return plan;
}

Plan leasedPlan() {
    Plan plan = leaseOrBuyPlan();
    plan.assetModels[0].acquisition = ModelAcquisition::Lease;
    plan.assetModels[0].lease = lease;
    return plan;
}

Money amountIn(const Plan& plan, int year, Element element, View view) {
    return calculate(plan, {})->in(view).sum({.year = FiscalYear{year}, .element = element}).nominal;
}

Money amountOf(const Plan& plan, Element element, View view) { return calculate(plan, {})->in(view).sum({.element = element}).nominal; }

bool hasFinding(const Plan& plan, std::string_view code) {
    return std::ranges::any_of(calculate(plan, {})->findings, [&](const Finding& finding) { return finding.code == code; });
}

} // namespace tco::test
