// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/comparison.hpp"

#include <algorithm>
#include <cassert>

#include "tco/finance/number.hpp"

namespace tco {

std::size_t Comparison::cheapest() const {
    const auto lowest = std::ranges::min_element(scenarios, {}, [](const ComparedScenario& s) { return s.figures.presentValue; });
    return std::size_t(lowest - scenarios.begin());
}

Comparison compare(std::vector<std::shared_ptr<const Calculation>> calculations) {
    Comparison comparison;
    for (auto& calculation : calculations) {
        ComparedScenario compared;
        compared.figures = figuresOf(*calculation);
        compared.calculation = std::move(calculation);
        const Figures& mine = compared.figures;
        const Figures& first = comparison.scenarios.empty() ? mine : comparison.scenarios.front().figures;
        compared.nominalDifference = mine.nominal - first.nominal;
        compared.presentValueDifference = mine.presentValue - first.presentValue;
        const std::size_t years = std::min(mine.years.size(), first.years.size());
        for (std::size_t i = 0; i < years; ++i) compared.yearlyDifference.push_back(mine.years[i].nominal - first.years[i].nominal);
        for (std::size_t i = 0; i < costCategoryCount; ++i) compared.categoryDifference[i] = mine.byCategory[i] - first.byCategory[i];
        comparison.scenarios.push_back(std::move(compared));
    }
    return comparison;
}

Comparison compare(const Plan& plan, const std::vector<ScenarioId>& scenarios) {
    std::vector<std::shared_ptr<const Calculation>> calculations;
    for (const auto scenario : scenarios) // scenarios share most of their items with the one before
        calculations.push_back(calculate(plan, scenario, calculations.empty() ? nullptr : calculations.back().get()));
    return compare(std::move(calculations));
}

std::vector<ScenarioId> defaultScenarios(const Plan& plan) {
    constexpr std::size_t most = 6;
    std::vector<ScenarioId> ids;
    for (const auto& scenario : plan.scenarios)
        if (ids.size() < most) ids.push_back(scenario.id);
    if (ids.empty()) ids.push_back({});
    return ids;
}

std::optional<BreakEvenPayment> breakEvenPayment(const ComparedScenario& buy, const ComparedScenario& lease) {
    const CostLedger& ledger = lease.calculation->ledger;
    const Plan& plan = *lease.calculation->plan;
    std::vector<std::size_t> payments;
    Money leasePresentValue;
    for (const auto index : ledger.find({.element = Element::Lease})) {
        const Posting posting = ledger.at(index);
        if (posting.item.kind != Kind::Cohort) continue; // an agreement for copiers is no quote for these units
        payments.push_back(index);
        leasePresentValue += posting.presentValue;
    }
    if (leasePresentValue.isZero()) return {};

    // The present value is linear in the payments: scale them until both scenarios cost the same.
    const Money allowed = leasePresentValue - (lease.figures.presentValue - buy.figures.presentValue);
    BreakEvenPayment result;
    result.factor = allowed.dollars() / leasePresentValue.dollars();

    Date firstDue = ledger.at(payments.front()).date;
    for (const auto index : payments) firstDue = std::min(firstDue, ledger.at(index).date);
    for (const auto index : payments) {
        const Posting posting = ledger.at(index);
        if (posting.date != firstDue) continue;
        const auto* cohort = findById(plan.cohorts, CohortId{posting.item.id});
        result.quoted += posting.amount;
        result.units += cohort->quantity;
        if (const auto* terms = leaseTermsOf(plan, *cohort)) result.paymentsPerYear = terms->paymentsPerYear;
    }
    const auto breakEven = Money::rounded(result.quoted.dollars() * result.factor);
    if (!breakEven || result.units == 0) return {};
    result.breakEven = *breakEven;
    result.quotedPerUnit = result.quoted.dollars() / Decimal(result.units);
    result.breakEvenPerUnit = result.quotedPerUnit * result.factor;
    return result;
}

} // namespace tco
