// SPDX-License-Identifier: Apache-2.0

// What keeps units running, per unit and year: maintenance or protection plans, supplies, electricity.

#include "fleet_costs.hpp"

namespace tco {

template <Number N> void supportRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const UnitPrice<N> price{context.models.of(*life.model).support, life.model->supportYearly, modelField(life, "support_yearly"), PriceKind::Services, ""};
    postYearly(context, life, price, Element::Support, sink);
}

template <Number N> void suppliesRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const UnitPrice<N> price{context.models.of(*life.model).supplies, life.model->suppliesYearly, modelField(life, "supplies_yearly"), PriceKind::Services,
                             " of supplies"};
    postYearly(context, life, price, Element::Supplies, sink);
}

/// Units in use only: spares lie in a cupboard.
template <Number N> void energyRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const auto& yearly = context.models.of(*life.model).energy;
    for (const auto& generation : life.generations)
        postRunning(context, life, generation, generation.start, generation.end, generation.units, yearly, context.prices.of(PriceKind::Energy),
                    growthOf(context.plan.assumptions, PriceKind::Energy), Element::Energy, sink, [&] {
                        return Formula{
                            fmt::format("{} kWh a year × {}", display(life.model->energyYearly), displayUnitPrice(context.plan.assumptions.energyPrice)),
                            {modelField(life, "energy_yearly"), assumption("energy_price")}};
                    });
}

template void supportRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void supportRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void suppliesRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void suppliesRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void energyRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void energyRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
