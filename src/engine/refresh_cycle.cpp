// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/refresh_cycle.hpp"

#include <algorithm>

#include "analysis_plan.hpp"
#include "tco/engine/calculation.hpp"
#include "tco/finance/economic_life.hpp"

namespace tco {
namespace {

constexpr std::int64_t units = 1000; ///< so that cents per posting do not matter, and a share of spares is a number of them
constexpr int mostYears = 12;

/// Units of the model bought on the first day of a plan in which no price changes.
Plan planFor(const Plan& plan, const AssetModel& model) {
    Plan small = oneCohortPlan(plan, model, units, 1);
    small.district.changeYear.reset(); // every year has twelve months
    small.district.newStartMonth.reset();
    auto& assumptions = small.assumptions;
    for (auto* change : {&assumptions.inflationDevices, &assumptions.inflationNetwork, &assumptions.inflationServers, &assumptions.inflationSoftware,
                         &assumptions.inflationServices, &assumptions.inflationEnergy})
        *change = Rate();
    auto& priced = small.assetModels.front();
    priced.priceChange.reset();
    priced.supportEnd.reset(); // it is told beside each number of years
    return small;
}

/// What one unit costs when it is kept for so many years: at the start, in the last of them, and what is left at the end.
struct Kept {
    Decimal price, lastYear, value;
};

std::optional<Kept> keptFor(Plan& plan, int years) {
    plan.district.horizon = years + 1; // it is sold on the day after
    plan.assetModels.front().usefulLife = years;
    const auto calculation = calculate(plan, {});
    const auto& ledger = calculation->ledger;
    if (hasErrors(calculation->findings)) return {};
    Kept kept;
    for (std::size_t i = 0; i < ledger.size(); ++i) {
        const auto posting = ledger.at(i);
        const auto dollars = perUnit(posting.amount, units);
        if (posting.element == Element::Recover || posting.element == Element::Dispose)
            kept.value -= dollars;
        else if (!posting.recurring)
            kept.price += dollars;
        else if (posting.year == plan.firstYear() + (years - 1))
            kept.lastYear += dollars;
    }
    return kept;
}

} // namespace

RefreshCycle refreshCycle(const Plan& plan, const AssetModel& model) {
    RefreshCycle cycle{.model = model.id};
    Plan small = planFor(plan, model);
    std::vector<Decimal> values, expenses;
    Decimal price;
    for (int years = 1; years <= 2 * std::min(model.usefulLife, mostYears) && years <= mostYears; ++years) {
        const auto kept = keptFor(small, years);
        if (!kept) return cycle;
        price = kept->price;
        values.push_back(kept->value);
        expenses.push_back(kept->lastYear);
    }
    if (values.empty()) return cycle;

    const auto rate = plan.assumptions.discountRate.value_or(Rate()).fraction();
    const auto life = finance::economicLife<Decimal>(price, values, expenses, rate);
    cycle.best = life.bestYears;
    for (const auto& row : life.rows) {
        const auto annual = Money::rounded(row.equivalentAnnualCost), marginal = Money::rounded(row.marginalCost);
        if (!annual || !marginal) return {.model = model.id};
        const bool isPastSupport = model.supportEnd && plan.firstDay().addMonths(12 * row.years).addDays(-1) > *model.supportEnd;
        cycle.years.push_back({row.years, *annual, *marginal, isPastSupport});
    }
    return cycle;
}

} // namespace tco
