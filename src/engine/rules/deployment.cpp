// SPDX-License-Identifier: Apache-2.0

// Deployment: unboxing, tagging and imaging, each time units are put into service.

#include "fleet_costs.hpp"

namespace tco {

template <Number N> void deploymentRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    const UnitPrice<N> price{
        context.models.of(*life.model).deployment, life.model->deployment, modelField(life, "deployment"), PriceKind::Services, "", BookRole::Ancillary};
    postAtStart(context, life, price, Element::Deploy, sink);
}

template void deploymentRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void deploymentRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
