// SPDX-License-Identifier: Apache-2.0

// Maintenance or protection plan per unit and year.

#include "fleet_costs.hpp"

namespace tco {

template <Number N> void supportRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const auto& price = life.model->supportYearly;
    postYearly(context, life, numberFrom<N>(price), PriceKind::Services, Element::Support, sink, [&] {
        return Formula{fmt::format("{} a year", display(price, MoneyStyle::Cents)), {modelField(life, "support_yearly")}};
    });
}

template void supportRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void supportRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
