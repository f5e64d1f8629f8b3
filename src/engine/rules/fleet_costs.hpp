// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the fleet's rules share: who a posting belongs to, prices of a year, costs that run with time, and
// the words for them.

#include <fmt/format.h>

#include "../rule.hpp"
#include "tco/money/text.hpp"

namespace tco {

inline ItemRef itemOf(const CohortLife& life) { return {Kind::Cohort, life.cohort->id.value}; }
inline FieldRef modelField(const CohortLife& life, std::string_view field) { return {{Kind::AssetModel, life.model->id.value}, std::string(field)}; }
inline FieldRef cohortField(const CohortLife& life, std::string_view field) { return {itemOf(life), std::string(field)}; }
inline FieldRef assumption(std::string_view field) { return {{Kind::Assumptions, singleId}, std::string(field)}; }

inline PriceKind priceKindOf(const AssetModel& model) { return model.category == AssetCategory::Network ? PriceKind::Network : PriceKind::Devices; }
inline CostCategory costCategoryOf(const AssetModel& model) { return model.category == AssetCategory::Network ? CostCategory::Network : CostCategory::Devices; }

template <Number N> Draft<N> fleetDraft(const CohortLife& life, Date date, N amount, Element element, bool recurring) {
    return {date, std::move(amount), itemOf(life), costCategoryOf(*life.model), element, recurring, life.cohort->site};
}

/// " × 1.0609 (device prices, 2 years at 3%)"; empty in the first year and at 0 %.
std::string growthWords(const Plan& plan, PriceKind kind, FiscalYear year);
/// Adds the assumption behind a growing price to the inputs.
void addInflationInput(Formula& formula, const Plan& plan, PriceKind kind, FiscalYear year);

/// What the units of a generation cost, or would have cost, to buy: the order total where it is known.
template <Number N> N purchasePrice(const RuleContext<N>& context, const CohortLife& life, const Generation& generation) {
    if (generation.original && life.cohort->purchaseTotal) return numberFrom<N>(*life.cohort->purchaseTotal);
    const auto& index = context.prices.at(priceKindOf(*life.model), context.calendar.yearOf(generation.start));
    return numberFrom<N>(life.cohort->quantity) * numberFrom<N>(life.model->unitPrice) * index;
}
Formula purchasePriceWords(const Plan& plan, const CohortLife& life, const Generation& generation);

/// Posts units × `unitPrice` once, on `date`, at the prices of `priceYear`. `what` follows the price in words: " return cost".
template <Number N> void postUnits(const RuleContext<N>& context, const CohortLife& life, Date date, FiscalYear priceYear, Money unitPrice,
                                   const FieldRef& field, std::string_view what, PriceKind kind, Element element, PostingSink<N>& sink) {
    const N amount = numberFrom<N>(life.cohort->quantity) * numberFrom<N>(unitPrice) * context.prices.at(kind, priceYear);
    sink.post(fleetDraft<N>(life, date, amount, element, false), [&] {
        Formula formula{fmt::format("{} units × {}{}{}", displayCount(life.cohort->quantity), display(unitPrice, MoneyStyle::Cents), what,
                                    growthWords(context.plan, kind, priceYear)),
                        {cohortField(life, "quantity"), field}};
        addInflationInput(formula, context.plan, kind, priceYear);
        return formula;
    });
}

/// Posts units × price once per generation, on the day it starts, when that is in the plan.
template <Number N> void postAtStart(const RuleContext<N>& context, const CohortLife& life, Money unitPrice, std::string_view field, PriceKind kind,
                                     Element element, PostingSink<N>& sink) {
    for (const auto& generation : life.generations)
        if (generation.startsInPlan)
            postUnits(context, life, generation.start, context.calendar.yearOf(generation.start), unitPrice, modelField(life, field), "", kind, element, sink);
}

/// The part of a fiscal year in which something runs.
struct YearShare {
    FiscalYear year;
    int days = 0, daysInYear = 0;
    Date middle; ///< the cost is dated here

    template <Number N> N fraction() const { return N(days) / N(daysInYear); }
    /// "" for a whole year, else " × 184 of 365 days".
    std::string words() const { return days == daysInYear ? std::string() : fmt::format(" × {} of {} days", days, daysInYear); }
};

/// Calls `visit` for each fiscal year of the plan that [start, end) touches.
template <class Visit> void forEachYear(const FiscalCalendar& calendar, Date firstDay, Date lastDay, Date start, Date end, Visit visit) {
    const Date from = std::max(start, firstDay), until = std::min(end, lastDay.addDays(1));
    if (from >= until) return;
    const FiscalYear last = calendar.yearOf(until.addDays(-1));
    for (FiscalYear year = calendar.yearOf(from); year <= last; year = year + 1) {
        const Date yearStart = calendar.firstDay(year), nextYear = calendar.firstDay(year + 1);
        const Date a = std::max(from, yearStart), b = std::min(until, nextYear);
        visit(YearShare{year, daysBetween(a, b), daysBetween(yearStart, nextYear), a.addDays(daysBetween(a, b) / 2)});
    }
}

/// Posts a cost that runs with time: units × yearly cost per unit, by year, by days in service.
/// `describe(year)` gives the words for the yearly cost per unit and its inputs.
template <Number N, class Describe> void postYearly(const RuleContext<N>& context, const CohortLife& life, const N& yearlyPerUnit, PriceKind kind,
                                                    Element element, PostingSink<N>& sink, Describe describe) {
    if (isZero(yearlyPerUnit)) return;
    const N units = numberFrom<N>(life.cohort->quantity);
    for (const auto& generation : life.generations)
        forEachYear(context.calendar, context.firstDay, context.lastDay, generation.start, generation.end, [&](const YearShare& share) {
            N amount = units * yearlyPerUnit * context.prices.at(kind, share.year);
            if (share.days != share.daysInYear) amount = amount * share.fraction<N>();
            sink.post(fleetDraft<N>(life, share.middle, amount, element, true), [&] {
                Formula formula = describe();
                formula.text = fmt::format("{} units × {}{}{}", displayCount(life.cohort->quantity), formula.text, growthWords(context.plan, kind, share.year),
                                           share.words());
                formula.inputs.insert(formula.inputs.begin(), cohortField(life, "quantity"));
                addInflationInput(formula, context.plan, kind, share.year);
                return formula;
            });
        });
}

} // namespace tco
