// SPDX-License-Identifier: Apache-2.0

// Cash purchase: units bought in the plan are paid on the day they go into service.

#include "fleet_costs.hpp"

namespace tco {

template <Number N> void purchaseRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    for (const auto& generation : life.generations) {
        if (generation.lease || generation.byAgreement) continue;
        auto draft = fleetDraft<N>(life, generation, generation.start, purchasePrice(context, life, generation), Element::Acquire, false);
        draft.role = BookRole::Equipment;
        sink.post(draft, [&] { return purchasePriceWords(context.plan, life, generation); });
    }
}

template void purchaseRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void purchaseRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
