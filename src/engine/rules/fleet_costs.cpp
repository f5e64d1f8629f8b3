// SPDX-License-Identifier: Apache-2.0
#include "fleet_costs.hpp"

namespace tco {
namespace {

std::string_view priceWords(PriceKind kind) {
    switch (kind) {
    case PriceKind::Devices: return "device prices";
    case PriceKind::Network: return "network prices";
    case PriceKind::Software: return "software prices";
    case PriceKind::Services: return "service prices";
    case PriceKind::Wages: return "wages";
    case PriceKind::Benefits: break;
    }
    return "benefits";
}

bool grows(const Plan& plan, PriceKind kind, FiscalYear year) { return year > plan.firstYear() && !inflationOf(plan.assumptions, kind).isZero(); }

} // namespace

std::string growthWords(const Plan& plan, PriceKind kind, FiscalYear year) {
    if (!grows(plan, kind, year)) return {};
    const int years = year - plan.firstYear();
    const auto& rate = inflationOf(plan.assumptions, kind);
    return fmt::format(" × {} ({}, {} {} at {})", display(finance::growth(rate.fraction(), years)), priceWords(kind), years, years == 1 ? "year" : "years",
                       display(rate));
}

void addInflationInput(Formula& formula, const Plan& plan, PriceKind kind, FiscalYear year) {
    if (grows(plan, kind, year)) formula.inputs.push_back(assumption(inflationField(kind)));
}

Formula purchasePriceWords(const Plan& plan, const CohortLife& life, const Generation& generation) {
    if (generation.original && life.cohort->purchaseTotal)
        return {fmt::format("order total {}", display(*life.cohort->purchaseTotal, MoneyStyle::Cents)), {cohortField(life, "purchase_total")}};
    const auto kind = priceKindOf(*life.model);
    const auto year = plan.calendar().yearOf(generation.start);
    Formula formula{
        fmt::format("{} units × {}{}", displayCount(life.cohort->quantity), display(life.model->unitPrice, MoneyStyle::Cents), growthWords(plan, kind, year)),
        {cohortField(life, "quantity"), modelField(life, "unit_price")}};
    addInflationInput(formula, plan, kind, year);
    return formula;
}

} // namespace tco
