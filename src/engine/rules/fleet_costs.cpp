// SPDX-License-Identifier: Apache-2.0
#include "fleet_costs.hpp"

namespace tco {
namespace {

bool grows(const Plan& plan, const Growth& growth, FiscalYear year) { return year > plan.firstYear() && !growth.rate.isZero(); }

} // namespace

std::string growthWords(const Plan& plan, const Growth& growth, FiscalYear year) {
    if (!grows(plan, growth, year)) return {};
    const int years = year - plan.firstYear();
    return fmt::format(" × {} ({}, {} at {})", display(finance::growth(growth.rate.fraction(), years)), growth.words, counted(years, "year"),
                       display(growth.rate));
}

void addGrowthInput(Formula& formula, const Plan& plan, const Growth& growth, FiscalYear year) {
    if (grows(plan, growth, year)) formula.inputs.push_back(growth.field);
}

Formula purchasePriceWords(const Plan& plan, const CohortLife& life, const Generation& generation) {
    const auto& cohort = *life.cohort;
    if (generation.original && life.orderTotal) {
        Formula formula{fmt::format("order total {}", display(*cohort.purchaseTotal, MoneyStyle::Cents)), {cohortField(life, "purchase_total")}};
        if (generation.units != cohort.quantity) formula.text += fmt::format(" × {} of {}", displayCount(generation.units), counted(cohort.quantity, "unit"));
        return formula;
    }
    const auto growth = growthOf(plan.assumptions, *life.model);
    const auto year = plan.calendar().yearOf(generation.start);
    Formula formula{
        fmt::format("{} × {}{}", counted(generation.bought(), "unit"), display(life.model->unitPrice, MoneyStyle::Cents), growthWords(plan, growth, year)),
        {cohortField(life, "quantity"), modelField(life, "unit_price")}};
    if (generation.spares > 0) {
        formula.text = fmt::format("({} + {} spares) × {}{}", counted(generation.units, "unit"), displayCount(generation.spares),
                                   display(life.model->unitPrice, MoneyStyle::Cents), growthWords(plan, growth, year));
        formula.inputs.push_back(modelField(life, "spares"));
    }
    addGrowthInput(formula, plan, growth, year);
    return formula;
}

} // namespace tco
