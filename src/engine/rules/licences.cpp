// SPDX-License-Identifier: Apache-2.0

// Licences bought with a unit, and licences per unit and year.

#include "fleet_costs.hpp"

namespace tco {

template <Number N> void licenceOnceRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const UnitPrice<N> price{context.models.of(*life.model).licenceOnce, life.model->licenceOnce, modelField(life, "licence_once"), PriceKind::Software, ""};
    postAtStart(context, life, price, Element::Licence, sink);
}

template <Number N> void licenceYearlyRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const UnitPrice<N> price{context.models.of(*life.model).licence, life.model->licenceYearly, modelField(life, "licence_yearly"), PriceKind::Software, ""};
    postYearly(context, life, price, Element::Licence, sink);
}

template void licenceOnceRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void licenceOnceRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void licenceYearlyRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void licenceYearlyRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
