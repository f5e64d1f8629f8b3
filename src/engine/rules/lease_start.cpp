// SPDX-License-Identifier: Apache-2.0

// The first day of a lease or a financed purchase: fees for the contract, and what the lessor gives as an incentive.

#include "lease.hpp"

namespace tco {

template <Number N> void leaseStartRule(const RuleContext<N>&, const CohortLife& life, PostingSink<N>& sink) {
    for (const auto& generation : life.generations) {
        if (!generation.lease) continue;
        const Lease& lease = *generation.lease;
        const auto draftOf = [&](N amount, BookRole role) {
            auto draft = fleetDraft<N>(life, generation, generation.start, std::move(amount), Element::Lease, false);
            draft.category = CostCategory::Financing;
            draft.until = generation.start.addMonths(termMonthsOf(lease));
            draft.role = role;
            return draft;
        };
        sink.post(draftOf(numberFrom<N>(lease.fee), BookRole::Fee), [&] {
            return Formula{display(lease.fee, MoneyStyle::Cents) + " fee of the contract", {leaseField(lease, "fee")}};
        });
        sink.post(draftOf(N(-(numberFrom<N>(generation.bought()) * numberFrom<N>(lease.incentive))), BookRole::Incentive), [&] {
            return Formula{fmt::format("−{} × {} incentive", counted(generation.bought(), "unit"), display(lease.incentive, MoneyStyle::Cents)),
                           {cohortField(life, "quantity"), leaseField(lease, "incentive")}};
        });
    }
}

template void leaseStartRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void leaseStartRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
