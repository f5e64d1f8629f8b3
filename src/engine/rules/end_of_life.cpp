// SPDX-License-Identifier: Apache-2.0

// The end of owned units inside the plan: what a sale brings (a credit), and what getting rid of them costs.

#include "fleet_costs.hpp"

namespace tco {
namespace {

template <Number N, class Visit> void forEachOwnedEnd(const RuleContext<N>& context, const CohortLife& life, Visit visit) {
    for (const auto& generation : life.generations)
        if (generation.endsOwned() && context.inPlan(generation.end)) visit(generation);
}

} // namespace

template <Number N> void resaleRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const auto& share = life.model->resale;
    if (share.isZero()) return;
    forEachOwnedEnd(context, life, [&](const Generation& generation) {
        const N credit = -(purchasePrice(context, life, generation) * numberFrom<N>(share));
        sink.post(fleetDraft<N>(life, generation.end, credit, Element::Recover, false), [&] {
            Formula formula = purchasePriceWords(context.plan, life, generation);
            formula.text = fmt::format("−({}) × {} resale", formula.text, display(share));
            formula.inputs.push_back(modelField(life, "resale"));
            return formula;
        });
    });
}

template <Number N> void disposalRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    forEachOwnedEnd(context, life, [&](const Generation& generation) {
        postUnits(context, life, generation.end, context.calendar.yearOf(generation.end), life.model->disposal, modelField(life, "disposal"), "",
                  PriceKind::Services, Element::Dispose, sink);
    });
}

template void resaleRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void resaleRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void disposalRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void disposalRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
