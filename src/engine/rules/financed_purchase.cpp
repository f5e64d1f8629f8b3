// SPDX-License-Identifier: Apache-2.0

// Financed purchase (TELP, lease-purchase, $1 buy-out): a loan by another name. In cash each payment is principal and
// interest; in the annualised view the price is spread over the life of the units and interest over the term.

#include "lease.hpp"
#include "tco/finance/amortization.hpp"
#include "tco/finance/root.hpp"

namespace tco {
namespace {

template <Number N> struct LoanRow { N payment, interest; };

/// The rate per period that makes the payments worth the price; zero when there is none.
template <Number N> N impliedRate(const N& price, const std::vector<N>& payments, finance::Due due) {
    const auto gap = [&](const N& rate) {
        const N factor = N(1) / (N(1) + rate);
        N worth = 0;
        for (auto at = payments.rbegin(); at != payments.rend(); ++at) worth = worth * factor + *at;
        return N((due == finance::Due::InAdvance ? worth : N(worth * factor)) - price);
    };
    return finance::findRoot<N>(gap, N(-1) / N(2), N(10)).value_or(N(0));
}

/// As the contract runs in exact numbers. What its payments do not cover is interest of the last one.
template <Number N> std::vector<LoanRow<N>> exactRows(const N& price, const std::vector<N>& payments, const N& rate, finance::Due due) {
    std::vector<LoanRow<N>> rows;
    N balance = price;
    for (std::size_t n = 0; n < payments.size(); ++n) {
        N interest = due == finance::Due::InAdvance && n == 0 ? N(0) : N(balance * rate);
        if (n + 1 == payments.size()) interest = payments[n] - balance;
        balance = balance + interest - payments[n];
        rows.push_back({payments[n], std::move(interest)});
    }
    return rows;
}

/// Exact rows in whole cents: the running sum of principal is rounded, so that it sums to the price.
std::vector<LoanRow<Decimal>> roundedRows(std::vector<LoanRow<Decimal>> rows) {
    Decimal principal;
    Money before;
    for (auto& row : rows) {
        principal += row.payment - row.interest;
        const auto sum = Money::rounded(principal), payment = Money::rounded(row.payment);
        if (!sum || !payment) return rows; // the sink says that they are too large
        row = {payment->dollars(), (*payment - (*sum - before)).dollars()};
        before = *sum;
    }
    return rows;
}

/// As a bank prints it: every amount in whole cents, principal summing to the price.
std::vector<LoanRow<Decimal>> rowsInCents(const Decimal& price, const std::vector<Decimal>& payments, const Decimal& rate, finance::Due due, bool isLevel) {
    std::vector<LoanRow<Decimal>> rows;
    const auto principal = Money::rounded(price);
    const auto largest = std::max(price, *std::ranges::max_element(payments));
    if (!principal || !finance::isWithinBounds(largest, rate, int(payments.size()))) return roundedRows(exactRows<Decimal>(price, payments, rate, due));
    if (isLevel) {
        for (const auto& row : finance::amortize(*principal, Money(), rate, int(payments.size()), due).rows)
            rows.push_back({row.payment.dollars(), row.interest.dollars()});
        return rows;
    }
    std::vector<Money> inCents;
    for (const auto& payment : payments) inCents.push_back(Money::rounded(payment).value_or(Money()));
    const auto schedule = finance::amortizePayments(*principal, Money(), rate, inCents, due);
    for (const auto& row : schedule.rows) rows.push_back({row.payment.dollars(), row.interest.dollars()});
    rows.back().interest -= schedule.unpaid.dollars();
    return rows;
}

template <Number N> std::vector<LoanRow<N>> rowsOf(const RuleContext<N>& context, const CohortLife& life, const Generation& generation, const N& price) {
    const Lease& lease = *generation.lease;
    const auto due = dueOf(lease.timing);
    const bool isLevel = lease.pricing == LeasePricing::InterestRate;
    std::vector<N> payments;
    for (int n = 0; n < paymentCount(lease); ++n) payments.push_back(isLevel && n > 0 ? payments.front() : paymentOf(context, life, generation, n));
    const N rate = isLevel ? N(numberFrom<N>(*pricingRate(lease, context.plan.assumptions)) / N(lease.paymentsPerYear)) : impliedRate(price, payments, due);
    if constexpr (std::same_as<N, Decimal>)
        if (context.inCents) return rowsInCents(price, payments, rate, due, isLevel);
    return exactRows(price, payments, rate, due);
}

} // namespace

template <Number N> void financedPurchaseRule(const RuleContext<N>& context, const CohortLife& life, PostingSink<N>& sink) {
    for (const auto& generation : life.generations) {
        if (!generation.lease || generation.lease->contract != LeaseContract::FinancedPurchase) continue;
        const Lease& lease = *generation.lease;
        const N price = purchasePrice(context, life, generation);
        const auto words = [&](int n, std::string_view what) {
            Formula formula = paymentWords(context.plan, life, generation, n);
            formula.text = fmt::format("{} in the {}", what, formula.text);
            return formula;
        };
        const auto parts = partsOf<N>(life, lease, Element::Principal);
        const auto rows = rowsOf(context, life, generation, price);
        for (int n = 0; n < int(rows.size()); ++n) {
            const auto& row = rows[std::size_t(n)];
            auto principal = fleetDraft<N>(life, generation, dueDate(lease, generation.start, n), N(row.payment - row.interest), Element::Principal, false);
            principal.only = View::Cash;
            principal.role = BookRole::LoanPrincipal;
            sink.post(principal, parts, [&] { return words(n, "principal"); });
            auto interest = fleetDraft<N>(life, generation, principal.date, row.interest, Element::Interest, true);
            interest.category = CostCategory::Financing;
            interest.role = BookRole::LoanInterest;
            interest.until = generation.start.addMonths(termMonthsOf(lease));
            sink.post(interest, [&] { return words(n, "interest"); });
        }
        auto used = fleetDraft<N>(life, generation, generation.start, price, Element::Acquire, false);
        used.only = View::Annualised;
        sink.post(used, partsOf<N>(life, lease, Element::Acquire), [&] { return purchasePriceWords(context.plan, life, generation); });
    }
}

template void financedPurchaseRule(const RuleContext<Decimal>&, const CohortLife&, PostingSink<Decimal>&);
template void financedPurchaseRule(const RuleContext<double>&, const CohortLife&, PostingSink<double>&);

} // namespace tco
