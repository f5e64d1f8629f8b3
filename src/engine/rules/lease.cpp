// SPDX-License-Identifier: Apache-2.0

// Lease: level payments over the term, then the units go back (or are kept, and live on). The terms are fixed when a lease
// begins: a later lease is priced at the prices of its first year.

#include "fleet_costs.hpp"

namespace tco {
namespace {

finance::Due dueOf(PaymentTiming timing) { return timing == PaymentTiming::Advance ? finance::Due::InAdvance : finance::Due::InArrears; }

/// One payment for all units of the generation.
template <Number N> N paymentOf(const RuleContext<N>& context, const CohortLife& life, const Generation& generation) {
    const Lease& lease = *generation.lease;
    switch (lease.pricing) {
    case LeasePricing::PaymentPerDevice:
        return numberFrom<N>(life.cohort->quantity) * numberFrom<N>(*lease.paymentPerDevice) *
               context.prices.at(priceKindOf(*life.model), context.calendar.yearOf(generation.start));
    case LeasePricing::RateFactor: return purchasePrice(context, life, generation) * numberFrom<N>(*lease.rateFactor);
    case LeasePricing::InterestRate: break;
    }
    const N price = purchasePrice(context, life, generation);
    const N periodicRate = numberFrom<N>(*lease.annualRate) / N(lease.paymentsPerYear);
    return finance::levelPayment<N>(price, price * numberFrom<N>(lease.residual), periodicRate, lease.payments, dueOf(lease.timing));
}

FieldRef leaseField(const Lease& lease, std::string_view field) { return {{Kind::Lease, lease.id.value}, std::string(field)}; }

Formula paymentWords(const Plan& plan, const CohortLife& life, const Generation& generation, int number) {
    const Lease& lease = *generation.lease;
    const auto which = fmt::format("payment {} of {}, {}", number, lease.payments, lease.timing == PaymentTiming::Advance ? "in advance" : "in arrears");
    if (lease.pricing == LeasePricing::PaymentPerDevice) {
        const auto kind = priceKindOf(*life.model);
        const auto year = plan.calendar().yearOf(generation.start);
        Formula formula{fmt::format("{} units × {}{} ({})", displayCount(life.cohort->quantity), displayUnitPrice(*lease.paymentPerDevice),
                                    growthWords(plan, kind, year), which),
                        {cohortField(life, "quantity"), leaseField(lease, "payment_per_device")}};
        addInflationInput(formula, plan, kind, year);
        return formula;
    }
    Formula formula = purchasePriceWords(plan, life, generation);
    if (lease.pricing == LeasePricing::RateFactor) {
        formula.text = fmt::format("({}) × lease rate factor {} ({})", formula.text, display(*lease.rateFactor), which);
        formula.inputs.push_back(leaseField(lease, "rate_factor"));
        return formula;
    }
    formula.text = fmt::format("level payment on {} at {} a year{}, {} a year ({})", formula.text, display(*lease.annualRate),
                               lease.residual.isZero() ? std::string() : fmt::format(", {} residual", display(lease.residual)), lease.paymentsPerYear, which);
    for (const auto* field : {"annual_rate", "residual", "payments", "payments_per_year", "timing"}) formula.inputs.push_back(leaseField(lease, field));
    return formula;
}

} // namespace

template <Number N> void leasePaymentRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    for (const auto& generation : life.generations) {
        if (!generation.lease) continue;
        const Lease& lease = *generation.lease;
        const int months = 12 / lease.paymentsPerYear;
        const N payment = paymentOf(context, life, generation);
        for (int n = 0; n < lease.payments; ++n) {
            // In arrears a payment is due on the last day of its period, so that it stays in that fiscal year.
            const Date due =
                lease.timing == PaymentTiming::Advance ? generation.start.addMonths(n * months) : generation.start.addMonths((n + 1) * months).addDays(-1);
            if (context.inPlan(due))
                sink.post(fleetDraft<N>(life, due, payment, Element::Lease, true), [&] { return paymentWords(context.plan, life, generation, n + 1); });
        }
    }
}

template <Number N> void leaseReturnRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    for (const auto& generation : life.generations) {
        if (generation.endsOwned()) continue;
        const Date lastDay = generation.end.addDays(-1);
        if (context.inPlan(lastDay))
            postUnits(context, life, lastDay, context.calendar.yearOf(generation.start), generation.lease->returnCost,
                      leaseField(*generation.lease, "return_cost"), " return cost", PriceKind::Services, Element::Return, sink);
    }
}

template void leasePaymentRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void leasePaymentRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);
template void leaseReturnRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void leaseReturnRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
