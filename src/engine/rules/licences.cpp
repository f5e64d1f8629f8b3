// SPDX-License-Identifier: Apache-2.0

// Licences bought with a unit, and licences per unit and year.

#include "fleet_costs.hpp"

namespace tco {

template <Number N> void licenceOnceRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    postAtStart(context, life, life.model->licenceOnce, "licence_once", PriceKind::Software, Element::Licence, sink);
}

template <Number N> void licenceYearlyRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const auto& price = life.model->licenceYearly;
    postYearly(context, life, numberFrom<N>(price), PriceKind::Software, Element::Licence, sink, [&] {
        return Formula{fmt::format("{} a year", display(price, MoneyStyle::Cents)), {modelField(life, "licence_yearly")}};
    });
}

template void licenceOnceRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void licenceOnceRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void licenceYearlyRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void licenceYearlyRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
