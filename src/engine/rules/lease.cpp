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

int termMonthsOf(const Generation& generation) { return termMonthsOf(*generation.lease) + extraMonths(generation.changes); }
Date termEnd(const Generation& generation) { return generation.start.addMonths(termMonthsOf(generation)); }

/// A payment and its words, as the changes of the contract leave them.
template <Number N> N changed(const N& payment, const Generation& generation, Date due) {
    return generation.changes.empty() ? payment : N(payment * paymentFactor<N>(generation.changes, due));
}
Formula changed(Formula formula, const Generation& generation, Date due) {
    addChangeWords(formula, generation.changes, due);
    return formula;
}

/// The payments of the months by which changes make the term longer: as the last one, a last part of a period by its months.
template <Number N> void postExtraMonths(const RuleContext<N>& context, const CohortLife& life, const Generation& generation, PostingSink<N>& sink) {
    if (extraMonths(generation.changes) == 0) return;
    const Lease& lease = *generation.lease;
    const int last = paymentCount(lease) - 1, term = termMonthsOf(lease), end = termMonthsOf(generation);
    const int period = lease.contract == LeaseContract::SinglePayment ? term : monthsBetweenPayments(lease);
    const auto parts = partsOf<N>(life, lease, Element::Lease);
    const N payment = paymentOf(context, life, generation, last);
    for (int from = term; from < end; from += period) {
        const int months = std::min(period, end - from);
        const Date due = lease.timing == PaymentTiming::Advance ? generation.start.addMonths(from) : generation.start.addMonths(from + months).addDays(-1);
        const N amount = months == period ? payment : N(payment * N(months) / N(period));
        auto draft = fleetDraft<N>(life, generation, due, changed(amount, generation, due), Element::Lease, true);
        draft.until = termEnd(generation);
        draft.role = BookRole::Rent;
        sink.post(draft, parts, [&] {
            Formula formula = paymentWords(context.plan, life, generation, last);
            formula.text = fmt::format("longer term: ({})", formula.text);
            if (months != period) formula.text += fmt::format(" × {} of {} months", months, period);
            for (const auto* change : generation.changes)
                if (change->extraMonths > 0) formula.inputs.push_back(FieldKey{{Kind::ContractChange, change->id.value}, "extra_months"});
            return changed(std::move(formula), generation, due);
        });
    }
}

} // namespace

template <Number N> void leasePaymentRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    forEachRented(life, [&](const Generation& generation, const Lease& lease) {
        const auto parts = partsOf<N>(life, lease, Element::Lease);
        const bool isLevel = lease.pricing != LeasePricing::PaymentList;
        N payment = paymentOf(context, life, generation, 0);
        for (int n = 0; n < paymentCount(lease); ++n) {
            if (!isLevel && n > 0) payment = paymentOf(context, life, generation, n);
            const Date due = dueDate(lease, generation.start, n);
            auto draft = fleetDraft<N>(life, generation, due, changed(payment, generation, due), Element::Lease, true);
            draft.until = termEnd(generation); // the rent of the whole term, evenly
            draft.role = BookRole::Rent;
            sink.post(draft, parts, [&] { return changed(paymentWords(context.plan, life, generation, n), generation, due); });
        }
        postExtraMonths(context, life, generation, sink);
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
            const Date due = dueDate(lease, start, n);
            auto draft = fleetDraft<N>(life, generation, due, changed(payment, generation, due), Element::Lease, true);
            draft.from = start;
            draft.role = BookRole::Rent;
            sink.post(draft, parts, [&] {
                Formula formula = paymentWords(context.plan, life, generation, last);
                formula.text = fmt::format("renewal at {} of ({})", display(lease.renewalShare), formula.text);
                formula.inputs.insert(formula.inputs.end(), {leaseField(lease, "renewal_share"), leaseField(lease, "renewal_months")});
                return changed(std::move(formula), generation, due);
            });
        }
    });
}

template <Number N> void leaseBuyOutRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    forEachRented(life, [&](const Generation& generation, const Lease& lease) {
        if (endOf(lease) != LeaseEnd::Buy) return;
        const Date bought = termEnd(generation);
        const N price = purchasePrice(context, life, generation) * numberFrom<N>(lease.buyOut) * shareLeft<N>(generation.changes, bought);
        auto draft = fleetDraft<N>(life, generation, bought, price, Element::Acquire, false);
        draft.from = bought;
        draft.role = BookRole::BuyOut;
        sink.post(draft, [&] {
            Formula formula = purchasePriceWords(context.plan, life, generation);
            formula.text = fmt::format("({}) × {} buy-out price", formula.text, display(lease.buyOut));
            formula.inputs.push_back(leaseField(lease, "buy_out"));
            if (const auto left = shareLeft<Decimal>(generation.changes, bought); left != Decimal(1))
                formula.text += fmt::format(" × {} that did not go back before", display(Rate(left)));
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
