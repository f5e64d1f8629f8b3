// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/calculation.hpp"

#include <algorithm>

#include "change_findings.hpp"
#include "lease_findings.hpp"
#include "ledger_sink.hpp"
#include "life_findings.hpp"
#include "reuse.hpp"
#include "rule.hpp"
#include "tco/engine/closed_years.hpp"

namespace tco {

std::shared_ptr<const Calculation> calculate(const Plan& plan, ScenarioId scenario, const Calculation* previous) {
    auto result = std::make_shared<Calculation>();
    const auto* named = findById(plan.scenarios, scenario);
    result->scenario = named ? scenario : ScenarioId{};
    result->name = named ? named->name : "Plan as entered";
    result->plan = std::make_shared<const Plan>(applyScenario(plan, result->scenario));
    const Plan& effective = *result->plan;
    result->findings = validate(effective);
    if (!isUsable(effective)) return result; // validate() says why

    const RuleContext<Decimal> context(effective);
    result->counts = context.counts;
    for (const auto& request : context.erate.requests)
        result->erate.push_back({request.cost.item, request.cost.date, request.fundingYear, request.category,
                                 Money::rounded(request.cost.amount).value_or(Money()), Money::rounded(request.funded).value_or(Money()), request.discount});
    const Reuse reuse(previous, effective, context.counts, result->erate);
    constexpr std::size_t postingsPerItem = 64; // guesses that save most of the growing
    const auto items = effective.cohorts.size() + effective.positions.size() + effective.agreements.size();
    result->ledger.reserve(previous ? previous->ledger.size() + postingsPerItem : items * postingsPerItem / 2);
    result->annualised.reserve(previous ? previous->annualised.size() + postingsPerItem : items * postingsPerItem);
    LedgerSink sink(effective, {.cash = {&result->ledger}, .annualised = {&result->annualised}, .findings = result->findings});
    for (const Kind kind : costlyKinds) {
        const auto ofKind = itemsOf(effective, kind);
        for (std::size_t index = 0; index < ofKind.size(); ++index) {
            ItemPostings made{ofKind[index], result->ledger.size(), 0, result->annualised.size(), 0};
            if (const auto* same = reuse.of(ofKind[index], index)) {
                result->ledger.append(previous->ledger, same->first, same->last);
                result->annualised.append(previous->annualised, same->firstAnnualised, same->lastAnnualised);
            } else {
                applyRules(context, kind, index, sink);
            }
            made.last = result->ledger.size();
            made.lastAnnualised = result->annualised.size();
            result->items.push_back(made);
        }
    }
    addLifeFindings(effective, context.fleet, result->findings);
    addLeaseFindings(context, result->findings);
    addChangeFindings(context, result->findings);
    addErateFindings(context, result->findings);
    if (!scenario) addClosedYearFindings(effective, result->ledger, result->findings); // a year was closed at the cost of the plan as entered
    std::ranges::stable_sort(result->findings, std::greater{}, &Finding::severity);
    return result;
}

} // namespace tco
