// SPDX-License-Identifier: Apache-2.0

// Salaries and benefits of positions, by days employed, with wage and benefit growth, split over what the position does.

#include "fleet_costs.hpp"

namespace tco {
namespace {

template <Number N> std::vector<Part<N>> functionsOf(const Position& position) {
    std::vector<Part<N>> parts;
    for (std::size_t i = 0; i < labourFunctionCount; ++i) {
        const auto function = LabourFunction(i);
        const auto share = position.share(function);
        if (share.fraction() > Decimal()) parts.push_back({numberFrom<N>(share), CostCategory::Staff, Element::Labour, function, label(function)});
    }
    if (parts.size() == 1) parts.front().words = {};
    return parts;
}

/// Posts FTE × `yearly` for each year the position is filled.
template <Number N, class Words>
void postLabour(const RuleContext<N>& context, const Position& position, const N& yearly, PriceKind kind, PostingSink<N>& sink, Words words) {
    if (isZero(yearly)) return;
    const ItemRef item{Kind::Position, position.id.value};
    const auto parts = sink.isSplitting() ? functionsOf<N>(position) : std::vector<Part<N>>();
    const N perYear = numberFrom<N>(position.fte) * yearly;
    const Date start = position.start.value_or(context.firstDay);
    const Date end = position.end ? position.end->addDays(1) : context.lastDay.addDays(1);
    forEachYear(context, start, end, [&](const YearShare& share) {
        N amount = perYear * context.prices.of(kind).at(share.year);
        if (!share.isWhole()) amount = amount * share.fraction<N>();
        const Draft<N> draft{.date = share.middle,
                             .amount = std::move(amount),
                             .item = item,
                             .category = CostCategory::Staff,
                             .element = Element::Labour,
                             .recurring = true,
                             .site = position.site,
                             .from = share.from,
                             .until = share.until};
        sink.post(draft, parts, [&] {
            const auto growth = growthOf(context.plan.assumptions, kind);
            Formula formula = words(item);
            formula.text = fmt::format("{} FTE × {}{}{}", display(position.fte), formula.text, growthWords(context.plan, growth, share.year), share.words());
            formula.inputs.insert(formula.inputs.begin(), FieldRef{item, "fte"});
            addGrowthInput(formula, context.plan, growth, share.year);
            if (!share.isWhole())
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
    postLabour(context, position, N(numberFrom<N>(position.salary) * numberFrom<N>(position.benefits)), PriceKind::Benefits, sink, [&](ItemRef item) {
        return Formula{fmt::format("{} salary × {} benefits", display(position.salary, MoneyStyle::Cents), display(position.benefits)),
                       {{item, "salary"}, {item, "benefits"}}};
    });
}

template void salaryRule(const RuleContext<Decimal>&, const Position&, PostingSink<Decimal>&);
template void salaryRule(const RuleContext<double>&, const Position&, PostingSink<double>&);
template void benefitsRule(const RuleContext<Decimal>&, const Position&, PostingSink<Decimal>&);
template void benefitsRule(const RuleContext<double>&, const Position&, PostingSink<double>&);

} // namespace tco
