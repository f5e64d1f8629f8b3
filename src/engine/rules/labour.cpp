// SPDX-License-Identifier: Apache-2.0

// Salaries and benefits of positions, by days employed, with wage and benefit growth.

#include "fleet_costs.hpp"

namespace tco {
namespace {

/// Posts FTE × `yearly` for each year the position is filled.
template <Number N, class Words>
void postLabour(const RuleContext<N>& context, const Position& position, const N& yearly, PriceKind kind, PostingSink<N>& sink, Words words) {
    if (isZero(yearly)) return;
    const ItemRef item{Kind::Position, position.id.value};
    const Date start = position.start.value_or(context.firstDay);
    const Date end = position.end ? position.end->addDays(1) : context.lastDay.addDays(1);
    forEachYear(context.calendar, context.firstDay, context.lastDay, start, end, [&](const YearShare& share) {
        N amount = numberFrom<N>(position.fte) * yearly * context.prices.at(kind, share.year);
        if (share.days != share.daysInYear) amount = amount * share.fraction<N>();
        sink.post(Draft<N>{share.middle, amount, item, CostCategory::Staff, Element::Labour, true, position.site}, [&] {
            Formula formula = words(item);
            formula.text = fmt::format("{} FTE × {}{}{}", display(position.fte), formula.text, growthWords(context.plan, kind, share.year), share.words());
            formula.inputs.insert(formula.inputs.begin(), FieldRef{item, "fte"});
            addInflationInput(formula, context.plan, kind, share.year);
            if (share.days != share.daysInYear)
                for (const auto* field : {"start", "end"}) formula.inputs.push_back({item, field});
            return formula;
        });
    });
}

} // namespace

template <Number N> void salaryRule(const RuleContext<N>& context, const Position& position, PostingSink<N>& sink) {
    postLabour(context, position, numberFrom<N>(position.salary), PriceKind::Wages, sink, [&](ItemRef item) {
        return Formula{fmt::format("{} salary", display(position.salary, MoneyStyle::Cents)), {{item, "salary"}}};
    });
}

template <Number N> void benefitsRule(const RuleContext<N>& context, const Position& position, PostingSink<N>& sink) {
    postLabour(context, position, numberFrom<N>(position.salary) * numberFrom<N>(position.benefits), PriceKind::Benefits, sink, [&](ItemRef item) {
        return Formula{fmt::format("{} salary × {} benefits", display(position.salary, MoneyStyle::Cents), display(position.benefits)),
                       {{item, "salary"}, {item, "benefits"}}};
    });
}

template void salaryRule(const RuleContext<Decimal>&, const Position&, PostingSink<Decimal>&);
template void salaryRule(const RuleContext<double>&, const Position&, PostingSink<double>&);
template void benefitsRule(const RuleContext<Decimal>&, const Position&, PostingSink<Decimal>&);
template void benefitsRule(const RuleContext<double>&, const Position&, PostingSink<double>&);

} // namespace tco
