// SPDX-License-Identifier: Apache-2.0

// Deployment: unboxing, tagging and imaging, each time units are put into service.

#include "fleet_costs.hpp"

namespace tco {

template <Number N> void deploymentRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    postAtStart(context, life, life.model->deployment, "deployment", PriceKind::Services, Element::Deploy, sink);
}

template void deploymentRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void deploymentRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
