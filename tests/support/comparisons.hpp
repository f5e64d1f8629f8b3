// SPDX-License-Identifier: Apache-2.0
#pragma once

// Comparisons made by hand, so that a test of words and pictures chooses its figures, and one small plan
// that the engine calculates.

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tco/engine/comparison.hpp"

namespace tco::test {

struct NamedCosts {
    std::string name;
    std::vector<std::int64_t> dollars; ///< per year from FY27 on
    std::int64_t presentValue = 0;     ///< dollars
};

/// Direct cost only.
inline Figures figuresFrom(const NamedCosts& costs) {
    Figures figures;
    figures.presentValue = Money::fromDollars(costs.presentValue);
    for (std::size_t y = 0; y < costs.dollars.size(); ++y) {
        YearFigures year;
        year.year = FiscalYear{2027 + int(y)};
        year.nominal = Money::fromDollars(costs.dollars[y]);
        year.direct = year.nominal;
        year.byCategory[std::size_t(CostCategory::Devices)] = year.directByCategory[std::size_t(CostCategory::Devices)] = year.nominal;
        figures.nominal += year.nominal;
        if (figures.years.empty() || year.nominal > figures.peak) {
            figures.peak = year.nominal;
            figures.peakYear = year.year;
        }
        figures.years.push_back(year);
    }
    figures.byCategory[std::size_t(CostCategory::Devices)] = figures.directByCategory[std::size_t(CostCategory::Devices)] = figures.nominal;
    if (!costs.dollars.empty()) figures.averagePerYear = Money::fromCents(figures.nominal.cents() / std::int64_t(costs.dollars.size()));
    figures.direct = figures.nominal;
    figures.budget = figures;
    return figures;
}

/// All with the same number of years.
inline Comparison comparisonOf(const std::vector<NamedCosts>& options) {
    Comparison comparison;
    for (const auto& option : options) {
        auto calculation = std::make_shared<Calculation>();
        auto plan = std::make_shared<Plan>();
        plan->district.firstYear = 2027;
        plan->district.horizon = int(option.dollars.size());
        calculation->name = option.name;
        calculation->plan = plan;
        ComparedScenario scenario;
        scenario.calculation = calculation;
        scenario.figures = figuresFrom(option);
        const auto& first = comparison.scenarios.empty() ? scenario.figures : comparison.scenarios.front().figures;
        scenario.nominalDifference = scenario.figures.nominal - first.nominal;
        scenario.presentValueDifference = scenario.figures.presentValue - first.presentValue;
        for (std::size_t y = 0; y < option.dollars.size(); ++y) scenario.yearlyDifference.push_back(scenario.figures.years[y].nominal - first.years[y].nominal);
        for (std::size_t c = 0; c < costCategoryCount; ++c) scenario.categoryDifference[c] = scenario.figures.byCategory[c] - first.byCategory[c];
        comparison.scenarios.push_back(std::move(scenario));
    }
    return comparison;
}

/// 1,000 Chromebooks, bought in cash or leased for four payments; one technician. Scenarios 90 and 91.
inline Plan chromebookPlan() {
    Plan plan;
    plan.district.name = "Lakeview USD";
    plan.district.state = "KS";
    plan.district.firstYear = 2027;
    plan.district.horizon = 5;
    plan.district.preparedBy = "R. Ortiz, Business Office";
    plan.assumptions.discountRate = Rate(Decimal::of("0.035"));
    plan.headCounts.push_back({HeadCountId{10}, 2027, 1200, 160});
    Lease lease;
    lease.id = LeaseId{20};
    lease.name = "4-year lease";
    lease.pricing = LeasePricing::PaymentPerDevice;
    lease.paymentPerDevice = Decimal::of("112.40");
    plan.leases.push_back(lease);
    AssetModel model;
    model.id = AssetModelId{30};
    model.name = "Chromebook 14″";
    model.unitPrice = Money::fromDollars(399);
    model.usefulLife = 4;
    model.repairRate = Rate(Decimal::of("0.12"));
    model.repairPrice = Money::fromDollars(85);
    model.lease = lease.id;
    plan.assetModels.push_back(model);
    Cohort cohort;
    cohort.id = CohortId{40};
    cohort.model = model.id;
    cohort.inService = Date::of(2026, 7, 1);
    cohort.quantity = 1000;
    plan.cohorts.push_back(cohort);
    Position position;
    position.id = PositionId{50};
    position.title = "Technician";
    position.salary = Money::fromDollars(52000);
    position.benefits = Rate(Decimal::of("0.28"));
    plan.positions.push_back(position);
    plan.scenarios = {{ScenarioId{90}, "Buy in cash", {}, "Pay the whole price in the first year.", ScenarioStatus::Draft},
                      {ScenarioId{91}, "4-year lease", {}, "", ScenarioStatus::Draft}};
    plan.overrides[{ScenarioId{91}, {{Kind::AssetModel, 30}, "acquisition"}}] = std::string("lease");
    plan.provenance[{{Kind::AssetModel, 30}, "unit_price"}] = {"Quote of CDW, March 2026", "1,000 units or more", Confidence::Quote};
    return plan;
}

inline Comparison chromebookComparison() { return compare(chromebookPlan(), {ScenarioId{90}, ScenarioId{91}}); }

} // namespace tco::test
