// SPDX-License-Identifier: Apache-2.0

// The end of owned units: what a sale brings (a credit), and what getting rid of them costs.

#include "fleet_costs.hpp"

namespace tco {
namespace {

/// The years of age at the sale for a list by age: 1 in the second year, at least 1; counted from 0 as the list is.
std::size_t resaleAge(const Generation& generation) {
    const int months = 12 * (generation.end.year() - generation.start.year()) + generation.end.month() - generation.start.month();
    return std::size_t(std::max(months / 12, 1) - 1);
}

} // namespace

template <Number N> void resaleRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const auto& shares = context.models.of(*life.model).resaleShares;
    if (shares.empty()) return;
    for (const auto& generation : life.generations) {
        if (!generation.endsOwned()) continue;
        const auto age = resaleAge(generation);
        const N credit = -(purchasePrice(context, life, generation) * atAge(shares, age));
        auto draft = fleetDraft<N>(life, generation, generation.end, credit, Element::Recover, false);
        draft.role = BookRole::Sale;
        sink.post(draft, [&] {
            Formula formula = purchasePriceWords(context.plan, life, generation);
            formula.text = fmt::format("−({}) × {} resale", formula.text, display(life.model->resale.at(age)));
            formula.inputs.push_back(modelField(life, "resale"));
            return formula;
        });
    }
}

template <Number N> void disposalRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const UnitPrice<N> price{context.models.of(*life.model).disposal, life.model->disposal, modelField(life, "disposal"), PriceKind::Services, ""};
    for (const auto& generation : life.generations)
        if (generation.endsOwned())
            postUnits(context, life, generation, generation.bought(), generation.end, context.calendar.yearOf(generation.end), price, Element::Dispose, sink);
}

template void resaleRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void resaleRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void disposalRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void disposalRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
