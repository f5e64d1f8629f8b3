// SPDX-License-Identifier: Apache-2.0

// Repairs, and lost or stolen units, which are bought again.

#include "fleet_costs.hpp"

namespace tco {

template <Number N> void repairRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const auto& model = *life.model;
    postYearly(context, life, numberFrom<N>(model.repairRate) * numberFrom<N>(model.repairPrice), PriceKind::Services, Element::Repair, sink, [&] {
        return Formula{fmt::format("{} a year × {}", display(model.repairRate), display(model.repairPrice, MoneyStyle::Cents)),
                       {modelField(life, "repair_rate"), modelField(life, "repair_price")}};
    });
}

template <Number N> void lossRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const auto& model = *life.model;
    const Money price = model.lossPrice.value_or(model.unitPrice);
    postYearly(context, life, numberFrom<N>(model.lossRate) * numberFrom<N>(price), priceKindOf(model), Element::Loss, sink, [&] {
        return Formula{fmt::format("{} a year × {}", display(model.lossRate), display(price, MoneyStyle::Cents)),
                       {modelField(life, "loss_rate"), modelField(life, model.lossPrice ? "loss_price" : "unit_price")}};
    });
}

template void repairRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void repairRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void lossRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void lossRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
