// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the rules share: who a posting belongs to, prices of a year, costs that run with time, and the words for
// them.

#include <array>

#include <fmt/format.h>

#include "../rule.hpp"
#include "tco/money/text.hpp"

namespace tco {

inline ItemRef itemOf(const CohortLife& life) { return {Kind::Cohort, life.cohort->id.value}; }
inline FieldKey modelField(const CohortLife& life, std::string_view field) { return {{Kind::AssetModel, life.model->id.value}, field}; }
inline FieldKey cohortField(const CohortLife& life, std::string_view field) { return {itemOf(life), field}; }
inline FieldKey leaseField(const Lease& lease, std::string_view field) { return {{Kind::Lease, lease.id.value}, field}; }
inline FieldKey assumption(std::string_view field) { return {{Kind::Assumptions, singleId}, field}; }

inline CostCategory costCategoryOf(const AssetModel& model) {
    switch (categoryOf(model.type)) {
    case AssetCategory::Network: return CostCategory::Network;
    case AssetCategory::Servers: return CostCategory::ServersAndCloud;
    case AssetCategory::Devices: break;
    }
    return CostCategory::Devices;
}

/// A cost of one generation that serves it as long as it is in use.
template <Number N> Draft<N> fleetDraft(const CohortLife& life, const Generation& generation, Date date, N amount, Element element, bool recurring) {
    return {.date = date,
            .amount = std::move(amount),
            .item = itemOf(life),
            .category = costCategoryOf(*life.model),
            .element = element,
            .recurring = recurring,
            .site = life.cohort->site,
            .from = generation.start,
            .until = generation.end,
            .origin = generation.start};
}

/// " × 1.0609 (device prices, 2 years at 3%)"; empty in the first year and at 0 %.
std::string growthWords(const Plan& plan, const Growth& growth, FiscalYear year);
/// Adds what lies behind a growing price to the inputs.
void addGrowthInput(Formula& formula, const Plan& plan, const Growth& growth, FiscalYear year);

/// What the units of a generation cost, or would have cost, to buy: the order total where it is known.
template <Number N> N purchasePrice(const RuleContext<N>& context, const CohortLife& life, const Generation& generation) {
    if (generation.original && life.orderTotal) return numberFrom<N>(*life.orderTotal);
    const auto& prices = context.models.of(*life.model);
    return numberFrom<N>(generation.bought()) * prices.purchase * prices.index->at(context.calendar.yearOf(generation.start));
}
Formula purchasePriceWords(const Plan& plan, const CohortLife& life, const Generation& generation);

/// A price of one unit, with what is needed to say it in words.
template <Number N> struct UnitPrice {
    const N& dollars; ///< in the first plan year
    Money entered;
    FieldKey field;
    PriceKind kind;
    std::string_view what; ///< follows the price in words: " return cost"
    BookRole role = BookRole::Expense;
};

/// Posts units × price once, on `date`, at the prices of `priceYear`.
template <Number N> void postUnits(const RuleContext<N>& context, const CohortLife& life, const Generation& generation, std::int64_t units, Date date,
                                   FiscalYear priceYear, const UnitPrice<N>& price, Element element, PostingSink<N>& sink) {
    if (isZero(price.dollars)) return;
    const N amount = numberFrom<N>(units) * price.dollars * context.prices.of(price.kind).at(priceYear);
    auto draft = fleetDraft<N>(life, generation, date, amount, element, false);
    draft.role = price.role;
    sink.post(draft, [&] {
        const auto growth = growthOf(context.plan.assumptions, price.kind);
        Formula formula{fmt::format("{} × {}{}{}", counted(units, "unit"), display(price.entered, MoneyStyle::Cents), price.what,
                                    growthWords(context.plan, growth, priceYear)),
                        {cohortField(life, "quantity"), price.field}};
        addGrowthInput(formula, context.plan, growth, priceYear);
        return formula;
    });
}

/// Posts units × price once per generation, on the day it starts.
template <Number N> void postAtStart(const RuleContext<N>& context, const CohortLife& life, const UnitPrice<N>& price, Element element, PostingSink<N>& sink) {
    for (const auto& generation : life.generations)
        postUnits(context, life, generation, generation.bought(), generation.start, context.calendar.yearOf(generation.start), price, element, sink);
}

/// days ÷ days of twelve months. Division is slow in Decimal and there are few different ones, so they are kept.
template <Number N> const N& dayShare(int days, int daysInYear) {
    constexpr int longestYear = 23 * 31; // a year in which the start month changes can be long
    static const auto shares = [] {
        std::array<std::vector<N>, 2> all;
        for (int year = 0; year < 2; ++year)
            for (int day = 0; day <= longestYear; ++day) all[std::size_t(year)].push_back(N(day) / N(365 + year));
        return all;
    }();
    return shares[std::size_t(daysInYear - 365)][std::size_t(days)];
}

/// The part of a fiscal year in which something runs.
struct YearShare {
    FiscalYear year;
    int days = 0;
    int daysInYear = 0; ///< of twelve months from its first day, so that a year of ten months costs ten twelfths
    Date from, until;   ///< [from, until)
    Date middle;        ///< the cost is dated here

    template <Number N> const N& fraction() const { return dayShare<N>(days, daysInYear); }
    bool isWhole() const { return days == daysInYear; }
    /// "" for a whole year, else " × 184 of 365 days".
    std::string words() const { return isWhole() ? std::string() : fmt::format(" × {} of {} days", days, daysInYear); }
};

/// Calls `visit` for each fiscal year of the plan that [start, end) touches.
template <Number N, class Visit> void forEachYear(const RuleContext<N>& context, Date start, Date end, Visit visit) {
    for (const auto& year : context.years) {
        if (year.end <= start) continue;
        if (year.start >= end) return;
        const Date from = std::max(start, year.start), until = std::min(end, year.end);
        const int days = daysBetween(from, until);
        if (days > 0) visit(YearShare{year.year, days, year.twelveMonths, from, until, from.addDays(days / 2)});
    }
}

/// One cost that runs with time, per unit and year.
template <Number N, class Describe> void postRunning(const RuleContext<N>& context, const CohortLife& life, const Generation& generation, Date start, Date end,
                                                     std::int64_t units, const N& yearlyPerUnit, const PriceIndex<N>& index, const Growth& growth,
                                                     Element element, PostingSink<N>& sink, Describe describe) {
    if (isZero(yearlyPerUnit)) return;
    const N yearly = numberFrom<N>(units) * yearlyPerUnit;
    forEachYear(context, start, end, [&](const YearShare& share) {
        N amount = yearly * index.at(share.year);
        if (!share.isWhole()) amount = amount * share.fraction<N>();
        auto draft = fleetDraft<N>(life, generation, share.middle, std::move(amount), element, true);
        draft.from = share.from;
        draft.until = share.until;
        sink.post(draft, [&] {
            Formula formula = describe();
            formula.text = fmt::format("{} × {}{}{}", counted(units, "unit"), formula.text, growthWords(context.plan, growth, share.year), share.words());
            formula.inputs.insert(formula.inputs.begin(), cohortField(life, "quantity"));
            addGrowthInput(formula, context.plan, growth, share.year);
            return formula;
        });
    });
}

/// Posts a cost that runs as long as units are in service, for all that were bought.
template <Number N> void postYearly(const RuleContext<N>& context, const CohortLife& life, const UnitPrice<N>& price, Element element, PostingSink<N>& sink) {
    for (const auto& generation : life.generations)
        postRunning(context, life, generation, generation.start, generation.end, generation.bought(), price.dollars, context.prices.of(price.kind),
                    growthOf(context.plan.assumptions, price.kind), element, sink, [&] {
                        return Formula{fmt::format("{}{} a year", display(price.entered, MoneyStyle::Cents), price.what), {price.field}};
                    });
}

/// Calls `visit(age, from, until)` for each year of age of a generation that a list tells apart; the last one is open.
template <class Visit> void forEachAge(const Generation& generation, std::size_t ages, Visit visit) {
    Date from = generation.start;
    for (std::size_t age = 0; age < ages && from < generation.end; ++age) {
        const Date until = age + 1 == ages ? generation.end : std::min(generation.end, generation.start.addMonths(12 * int(age + 1)));
        visit(age, from, until);
        from = until;
    }
}

/// The value for a year of age (from 0) of a list whose last value holds on.
template <Number N> const N& atAge(const std::vector<N>& values, std::size_t age) { return values[std::min(age, values.size() - 1)]; }

} // namespace tco
