// SPDX-License-Identifier: Apache-2.0
#include "lease_findings.hpp"

#include <algorithm>
#include <map>

#include "rules/lease.hpp"
#include "tco/finance/amortization.hpp"

namespace tco {
namespace {

/// The units that go on a contract first; later ones have other prices.
struct Contract {
    const Lease* lease = nullptr;
    Date start;
    Money price;
    std::vector<Money> payments;
    std::int64_t rounded = 0; ///< how many amounts were rounded to cents
};

bool hasRateBesidePayments(const Lease& lease) {
    return lease.annualRate && lease.pricing != LeasePricing::InterestRate && lease.contract != LeaseContract::SinglePayment &&
           (lease.contract == LeaseContract::FinancedPurchase || !lease.residual.isZero());
}

void add(Contract& contract, const RuleContext<Decimal>& context, const CohortLife& life, const Generation& generation) {
    if (contract.payments.empty() || generation.start < contract.start)
        contract = {generation.lease, generation.start, {}, std::vector<Money>(std::size_t(paymentCount(*generation.lease))), 0};
    if (generation.start > contract.start) return;
    contract.price += Money::rounded(purchasePrice(context, life, generation)).value_or(Money());
    for (std::size_t n = 0; n < contract.payments.size(); ++n)
        contract.payments[n] += Money::rounded(paymentOf(context, life, generation, int(n))).value_or(Money());
    contract.rounded += std::int64_t(contract.payments.size());
}

void checkTotal(const Contract& contract, Findings& findings) {
    if (!contract.lease->quotedTotal) return;
    Money sum;
    for (const auto payment : contract.payments) sum += payment;
    const auto difference = sum - *contract.lease->quotedTotal;
    if (std::abs(difference.cents()) > contract.rounded) findings.push_back(totalMismatch(contract.lease->name, sum, *contract.lease->quotedTotal));
}

void checkRate(const Contract& contract, Findings& findings) {
    const Lease& lease = *contract.lease;
    if (!hasRateBesidePayments(lease) || contract.price.isZero()) return;
    const bool isKept = lease.contract == LeaseContract::FinancedPurchase;
    const auto residual = isKept ? Money() : Money::rounded(contract.price.dollars() * lease.residual.fraction()).value_or(Money());
    const auto rate = lease.annualRate->fraction() / Decimal(lease.paymentsPerYear);
    const auto largest = std::max(contract.price, *std::ranges::max_element(contract.payments)).dollars();
    if (!finance::isWithinBounds(largest, rate, int(contract.payments.size()))) return;
    const auto unpaid = finance::amortizePayments(contract.price, residual, rate, contract.payments, dueOf(lease.timing)).unpaid;
    // Rates are quoted in hundredths of a percent: half of one, for each year on the whole price, is no contradiction.
    const auto allowed = contract.price.cents() / 20'000 * (termMonthsOf(lease) + 11) / 12 + contract.rounded;
    if (std::abs(unpaid.cents()) <= allowed) return;
    findings.push_back(
        {Severity::Warning,
         "payments_do_not_fit_rate",
         fmt::format("{}: at {} a year its payments {} {} {}; check payments, rate and whether they are in advance.", lease.name, display(*lease.annualRate),
                     unpaid > Money() ? "leave" : "are", display(magnitude(unpaid), MoneyStyle::Cents), unpaid > Money() ? "unpaid" : "too much"),
         {}});
}

/// The last day on which the return of the units can be announced.
void remindOfNotice(const Contract& contract, Findings& findings) {
    const Lease& lease = *contract.lease;
    if (lease.noticeMonths == 0 || lease.evergreenMonths == 0 || keepsUnits(lease)) return;
    const Date end = contract.start.addMonths(monthsUntilReturn(lease));
    findings.push_back({Severity::Note,
                        "lease_notice",
                        fmt::format("{}: give notice by {}, or the lease that begins on {} runs on for {} months at the regular payment.", lease.name,
                                    end.addMonths(-lease.noticeMonths).addDays(-1).display(), contract.start.display(), lease.evergreenMonths),
                        {}});
}

bool isLookedAt(const Lease& lease) { return lease.quotedTotal || hasRateBesidePayments(lease) || (lease.noticeMonths > 0 && lease.evergreenMonths > 0); }

} // namespace

void addLeaseFindings(const RuleContext<Decimal>& context, Findings& findings) {
    std::map<LeaseId, Contract> contracts;
    for (const auto& life : context.fleet)
        for (const auto& generation : life.generations)
            if (generation.lease && isLookedAt(*generation.lease)) add(contracts[generation.lease->id], context, life, generation);
    for (const auto& [id, contract] : contracts) {
        checkTotal(contract, findings);
        checkRate(contract, findings);
        remindOfNotice(contract, findings);
    }
}

} // namespace tco
