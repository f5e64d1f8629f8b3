// SPDX-License-Identifier: Apache-2.0

// Leases and device services: payments over the term, then the units go back, are rented on, or are bought.

#include "lease.hpp"

namespace tco {
namespace {

/// Contracts whose payments are rent; those of a financed purchase repay a loan.
template <class Visit> void forEachRented(const CohortLife& life, Visit visit) {
    for (const auto& generation : life.generations)
        if (generation.lease && generation.lease->contract != LeaseContract::FinancedPurchase) visit(generation, *generation.lease);
}

Date termEnd(const Generation& generation) { return generation.start.addMonths(termMonthsOf(*generation.lease)); }

} // namespace

template <Number N> void leasePaymentRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    forEachRented(life, [&](const Generation& generation, const Lease& lease) {
        const auto parts = partsOf<N>(life, lease, Element::Lease);
        const bool isLevel = lease.pricing != LeasePricing::PaymentList;
        N payment = paymentOf(context, life, generation, 0);
        for (int n = 0; n < paymentCount(lease); ++n) {
            if (!isLevel && n > 0) payment = paymentOf(context, life, generation, n);
            auto draft = fleetDraft<N>(life, generation, dueDate(lease, generation.start, n), payment, Element::Lease, true);
            draft.until = termEnd(generation); // the rent of the whole term, evenly
            draft.role = BookRole::Rent;
            sink.post(draft, parts, [&] { return paymentWords(context.plan, life, generation, n); });
        }
    });
}

template <Number N> void leaseRenewalRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    forEachRented(life, [&](const Generation& generation, const Lease& lease) {
        if (endOf(lease) != LeaseEnd::Renew || lease.renewalMonths == 0) return;
        const int months = monthsBetweenPayments(lease), last = paymentCount(lease) - 1;
        const N payment = paymentOf(context, life, generation, last) * numberFrom<N>(lease.renewalShare);
        const auto parts = partsOf<N>(life, lease, Element::Lease);
        const Date start = termEnd(generation);
        for (int n = 0; n * months < lease.renewalMonths; ++n) {
            auto draft = fleetDraft<N>(life, generation, dueDate(lease, start, n), payment, Element::Lease, true);
            draft.from = start;
            draft.role = BookRole::Rent;
            sink.post(draft, parts, [&] {
                Formula formula = paymentWords(context.plan, life, generation, last);
                formula.text = fmt::format("renewal at {} of ({})", display(lease.renewalShare), formula.text);
                formula.inputs.insert(formula.inputs.end(), {leaseField(lease, "renewal_share"), leaseField(lease, "renewal_months")});
                return formula;
            });
        }
    });
}

template <Number N> void leaseBuyOutRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    forEachRented(life, [&](const Generation& generation, const Lease& lease) {
        if (endOf(lease) != LeaseEnd::Buy) return;
        const Date bought = termEnd(generation);
        const N price = purchasePrice(context, life, generation) * numberFrom<N>(lease.buyOut);
        auto draft = fleetDraft<N>(life, generation, bought, price, Element::Acquire, false);
        draft.from = bought;
        draft.role = BookRole::BuyOut;
        sink.post(draft, [&] {
            Formula formula = purchasePriceWords(context.plan, life, generation);
            formula.text = fmt::format("({}) × {} buy-out price", formula.text, display(lease.buyOut));
            formula.inputs.push_back(leaseField(lease, "buy_out"));
            return formula;
        });
    });
}

template <Number N> void leaseReturnRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    forEachRented(life, [&](const Generation& generation, const Lease& lease) {
        if (generation.endsOwned()) return;
        const N cost = numberFrom<N>(lease.returnCost);
        postUnits(context, life, generation, generation.bought(), generation.end.addDays(-1), context.calendar.yearOf(generation.start),
                  UnitPrice<N>{cost, lease.returnCost, leaseField(lease, "return_cost"), PriceKind::Services, " return cost"}, Element::Return, sink);
    });
}

template void leasePaymentRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void leasePaymentRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void leaseRenewalRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void leaseRenewalRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void leaseBuyOutRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void leaseBuyOutRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void leaseReturnRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void leaseReturnRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
