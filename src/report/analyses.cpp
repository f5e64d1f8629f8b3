// SPDX-License-Identifier: Apache-2.0
#include "tco/report/analyses.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace tco {
namespace {

/// Units of a model that are leased in a scenario.
struct LeasedUnits {
    ScenarioId scenario;
    const Plan* plan = nullptr;
    std::map<LeaseId, std::int64_t> byLease;
};

/// By model; of the scenarios that lease it, the first one counts.
std::map<AssetModelId, LeasedUnits> leasedUnits(const Comparison& comparison) {
    std::map<AssetModelId, LeasedUnits> leased;
    for (const auto& scenario : comparison.scenarios) {
        const auto& calculation = *scenario.calculation;
        for (const auto& cohort : calculation.plan->cohorts) {
            const auto* lease = leaseTermsOf(*calculation.plan, cohort);
            if (!lease || cohort.included == Included::No || !findById(calculation.plan->assetModels, cohort.model)) continue;
            auto& entry = leased[cohort.model];
            if (!entry.plan) entry = {calculation.scenario, calculation.plan.get(), {}};
            if (entry.plan == calculation.plan.get()) entry.byLease[lease->id] += cohort.quantity;
        }
    }
    return leased;
}

void addLeases(const Comparison& comparison, Analyses& analyses) {
    for (const auto& [modelId, leased] : leasedUnits(comparison)) {
        const auto& model = *findById(leased.plan->assetModels, modelId);
        std::int64_t units = 0;
        for (const auto& [leaseId, onLease] : leased.byLease) {
            units += onLease;
            auto exits = leaseExits(*leased.plan, model, *findById(leased.plan->leases, leaseId), onLease);
            if (!exits.empty()) analyses.leases.push_back({leased.scenario, modelId, leaseId, onLease, std::move(exits)});
        }
        if (auto quotes = compareQuotes(*leased.plan, model, units); !quotes.empty())
            analyses.quotes.push_back({leased.scenario, modelId, units, std::move(quotes)});
    }
}

/// The models on which most is spent come first.
void addCycles(const Plan& plan, Analyses& analyses) {
    std::vector<std::pair<Money, const AssetModel*>> models;
    for (const auto& model : plan.assetModels) {
        std::int64_t units = 0;
        for (const auto& cohort : plan.cohorts)
            if (cohort.model == model.id && cohort.included == Included::Yes && cohort.refresh == RefreshPolicy::Replace && !cohort.lastDay)
                units += cohort.quantity;
        if (units > 0) models.emplace_back(model.unitPrice * units, &model);
    }
    std::ranges::stable_sort(models, std::greater{}, [](const auto& entry) { return entry.first; });
    for (const auto& [price, model] : models)
        if (auto cycle = refreshCycle(plan, *model); !cycle.years.empty()) analyses.cycles.push_back(std::move(cycle));
}

Staffing staffingOf(const ComparedScenario& scenario) {
    const auto& counts = scenario.calculation->counts.back();
    return {counts, staffingRatios(*scenario.calculation, counts), staffingEstimates(staffingCounts(*scenario.calculation, counts))};
}

/// The adopted scenario is looked for among those that are compared.
void addMoney(const Comparison& comparison, Analyses& analyses) {
    const auto& scenarios = comparison.scenarios;
    const Plan& plan = *scenarios.front().calculation->plan;
    for (const auto& scenario : scenarios) analyses.books.push_back(booksOf(*scenario.calculation));
    if (!plan.funds.empty())
        for (const auto& scenario : scenarios) analyses.funding.push_back(fundingOf(*scenario.calculation));
    if (plan.accounts.empty() && plan.budgetLines.empty()) return;
    const auto adopted = std::ranges::find(scenarios, adoptedScenario(plan), [](const auto& scenario) { return scenario.calculation->scenario; });
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const bool isBeside = adoptedScenario(plan) && adopted != scenarios.end() && &*adopted != &scenarios[i];
        analyses.budgets.push_back(budgetLevels(*scenarios[i].calculation, analyses.books[i], isBeside ? adopted->calculation.get() : nullptr));
    }
}

bool canBeAnalysed(const Comparison& comparison) { return !comparison.scenarios.empty() && !comparison.scenarios.front().calculation->counts.empty(); }

} // namespace

Analyses analyseLeases(const Comparison& comparison) {
    Analyses analyses;
    if (canBeAnalysed(comparison)) addLeases(comparison, analyses);
    return analyses;
}

Analyses analyse(const Comparison& comparison) {
    Analyses analyses;
    if (!canBeAnalysed(comparison)) return analyses;
    const auto& scenarios = comparison.scenarios;
    const auto& first = scenarios.front();
    for (std::size_t i = 1; i < scenarios.size(); ++i) {
        analyses.waterfalls.push_back(waterfall(*first.calculation, *scenarios[i].calculation));
        if (!analyses.other || scenarios[i].figures.presentValue < scenarios[analyses.other].figures.presentValue) analyses.other = i;
    }
    const auto& other = scenarios[analyses.other];
    if (analyses.other) analyses.breakEvens = breakEvens(first, other);
    analyses.sensitivity = sensitivity(*other.calculation, analyses.other ? first.calculation.get() : nullptr);
    addLeases(comparison, analyses);
    addCycles(*first.calculation->plan, analyses);
    for (const auto& scenario : scenarios) {
        analyses.staffing.push_back(staffingOf(scenario));
        analyses.coverage.push_back(coverageOf(*scenario.calculation));
    }
    addMoney(comparison, analyses);
    return analyses;
}

} // namespace tco
