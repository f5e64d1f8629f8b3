// SPDX-License-Identifier: Apache-2.0
#include "tco/engine/lease_quotes.hpp"

#include <algorithm>
#include <map>

#include "analysis_plan.hpp"
#include "tco/engine/calculation.hpp"
#include "tco/finance/cash_flow.hpp"
#include "tco/model/lease_terms.hpp"

namespace tco {
namespace {

constexpr int longestPlan = 20; ///< years, as the district's horizon allows

enum class Part { Payments, Renewal, End, Losses };

Part partOf(const Posting& posting) {
    const auto code = ruleCode(posting.rule);
    if (code == "lease_payment" || code == "financed_purchase") return Part::Payments;
    if (code == "lease_renewal") return Part::Renewal;
    return code == "loss" ? Part::Losses : Part::End;
}

/// One contract through the rules, alone.
struct Run {
    std::map<Date, Money> payments; ///< the regular ones
    std::map<Part, Money> presentValue;
    bool isWhole = false; ///< nothing lies beyond the years that can be calculated, nothing was left out

    Money total() const {
        Money sum;
        for (const auto& [date, amount] : payments) sum += amount;
        return sum;
    }
};

class QuoteDesk {
  public:
    /// Of the model only the price counts, and how many units get lost: what it costs to run is the same under every quote.
    QuoteDesk(const Plan& plan, const AssetModel& model, std::int64_t units) {
        AssetModel priced;
        priced.id = model.id;
        priced.name = model.name;
        priced.type = model.type;
        priced.unitPrice = model.unitPrice;
        priced.priceChange = model.priceChange;
        priced.usefulLife = longestPlan;
        priced.lossRate = model.lossRate;
        priced.lossPrice = model.lossPrice;
        m_plan = oneCohortPlan(plan, priced, units, longestPlan);
        m_plan.cohorts.front().acquisition = CohortAcquisition::Lease;
    }

    /// `lastMonth`: after so many months the units no longer count.
    Run run(const Lease& lease, int lastMonth) {
        m_plan.leases = {lease};
        auto& cohort = m_plan.cohorts.front();
        cohort.lease = lease.id;
        cohort.lastDay.reset();
        if (keepsUnits(lease)) cohort.lastDay = cohort.inService.addMonths(lastMonth).addDays(-1);
        const auto calculation = calculate(m_plan, {});
        Run result;
        const auto& ledger = calculation->ledger;
        for (std::size_t i = 0; i < ledger.size(); ++i) {
            const auto posting = ledger.at(i);
            const auto part = partOf(posting);
            result.presentValue[part] += posting.presentValue;
            if (part == Part::Payments) result.payments[posting.date] += posting.amount;
        }
        const bool isTooLarge = std::ranges::any_of(calculation->findings, [](const Finding& finding) { return finding.code == "amount_too_large"; });
        result.isWhole = !result.payments.empty() && !isTooLarge && lastMonth <= 12 * longestPlan;
        return result;
    }

    Date start() const { return m_plan.cohorts.front().inService; }

  private:
    Plan m_plan;
};

/// Only where it has a notice to miss: what the district keeps ends by itself.
int evergreenMonths(const Lease& lease) { return endOf(lease) == LeaseEnd::Keep ? 0 : lease.evergreenMonths; }

/// The rate at which payments and residual are worth the price, nominal per year.
std::optional<Rate> implicitRateOf(const Lease& lease, const Run& run, const Decimal& price) {
    if (price.isZero()) return {};
    const auto share = endOf(lease) == LeaseEnd::Buy ? lease.buyOut : lease.contract == LeaseContract::FinancedPurchase ? Rate() : lease.residual;
    const int apart = monthsBetweenPayments(lease), term = termMonthsOf(lease);
    const int unit = term % apart == 0 ? apart : 1; // months in a period of the cash flow
    finance::CashFlow flow{.flows = {{0, price}}, .periodsPerYear = 1, .years = 1};
    int month = lease.timing == PaymentTiming::Advance ? 0 : apart;
    for (const auto& [date, payment] : run.payments) {
        flow.flows.push_back({month / unit, -payment.dollars()});
        month += apart;
    }
    flow.flows.push_back({term / unit, -(price * share.fraction())});
    std::ranges::stable_sort(flow.flows, {}, &finance::Flow::period);
    const auto rates = finance::internalRates(flow);
    const auto perUnitOfTime = finance::preferredRate(rates);
    if (!perUnitOfTime) return {};
    const auto perPayment = finance::growth(*perUnitOfTime, apart / unit) - Decimal(1);
    return Rate(perPayment * Decimal(lease.paymentsPerYear));
}

/// What missed notice adds: regular payments for the evergreen months. One payment for the whole term counts by the month.
Money evergreenCost(QuoteDesk& desk, const Lease& lease) {
    if (evergreenMonths(lease) == 0) return {};
    Lease runsOn = lease;
    runsOn.endOfTerm = LeaseEnd::Renew;
    runsOn.renewalMonths = evergreenMonths(lease);
    runsOn.renewalShare =
        Rate(lease.contract == LeaseContract::SinglePayment ? Decimal(monthsBetweenPayments(lease)) / Decimal(termMonthsOf(lease)) : Decimal(1));
    return desk.run(runsOn, monthsUntilReturn(runsOn)).presentValue[Part::Renewal];
}

/// The end as agreed, but later by the evergreen months, and the units lost until then.
Money lateEndAndLosses(QuoteDesk& desk, const Lease& lease, const Run& asAgreed, std::int64_t units) {
    Lease late = lease;
    late.termMonths = termMonthsOf(lease) + evergreenMonths(lease);
    if (lease.contract == LeaseContract::SinglePayment) { // its payment must not follow the longer term
        late.pricing = LeasePricing::PaymentPerDevice;
        late.paymentPerDevice = perUnit(asAgreed.total(), units);
    }
    auto run = desk.run(late, monthsUntilReturn(late));
    return run.presentValue[Part::Renewal] + run.presentValue[Part::End] + run.presentValue[Part::Losses];
}

template <class Member> void rankBy(std::vector<LeaseQuote>& quotes, Money LeaseQuote::*value, Member rank) {
    for (auto& quote : quotes)
        quote.*rank = 1 + std::size_t(std::ranges::count_if(quotes, [&](const LeaseQuote& other) { return other.*value < quote.*value; }));
}

} // namespace

std::vector<LeaseQuote> compareQuotes(const Plan& plan, const AssetModel& model, std::int64_t units) {
    std::vector<LeaseQuote> quotes;
    if (units <= 0) return quotes;
    QuoteDesk desk(plan, model, units);
    const Decimal price = Decimal(units) * model.unitPrice.dollars();
    for (const auto& lease : plan.leases) {
        if (!hasPaymentFrequency(lease) || monthsUntilReturn(lease) + evergreenMonths(lease) > 12 * longestPlan) continue;
        auto run = desk.run(lease, monthsUntilReturn(lease));
        if (!run.isWhole) continue;
        auto& paid = run.presentValue;
        LeaseQuote quote{.lease = lease.id, .payment = run.payments.begin()->second, .total = run.total()};
        quote.implicitRate = implicitRateOf(lease, run, price);
        quote.rateFactor = price.isZero() ? Decimal() : quote.payment.dollars() / price;
        quote.presentValue = paid[Part::Payments] + paid[Part::Renewal] + paid[Part::End];
        const auto goneWrong = paid[Part::Payments] + evergreenCost(desk, lease) + lateEndAndLosses(desk, lease, run, units);
        quote.worstCase = std::max(quote.presentValue, goneWrong); // sending back later can be cheaper
        quotes.push_back(std::move(quote));
    }
    rankBy(quotes, &LeaseQuote::presentValue, &LeaseQuote::rank);
    rankBy(quotes, &LeaseQuote::worstCase, &LeaseQuote::worstRank);
    return quotes;
}

std::vector<LeaseExit> leaseExits(const Plan& plan, const AssetModel& model, const Lease& lease, std::int64_t units) {
    std::vector<LeaseExit> exits;
    if (units <= 0 || !hasPaymentFrequency(lease) || monthsUntilReturn(lease) > 12 * longestPlan) return exits;
    QuoteDesk desk(plan, model, units);
    const auto run = desk.run(lease, monthsUntilReturn(lease));
    if (!run.isWhole) return exits;
    const int term = termMonthsOf(lease), lastYear = (term + 11) / 12;
    const auto giveBack = Money::rounded(lease.returnCost.dollars() * Decimal(units)).value_or(Money());
    for (int year = 1; year <= lastYear; ++year) {
        const bool isRegularEnd = year == lastYear;
        const Date leaving = desk.start().addMonths(std::min(12 * year, term));
        LeaseExit exit{.years = year};
        for (const auto& [due, amount] : run.payments) (due < leaving || isRegularEnd ? exit.paid : exit.remaining) += amount;
        const auto back = isRegularEnd && keepsUnits(lease) ? Money() : giveBack;
        exit.earlyReturn = back + Money::rounded(exit.remaining.dollars() * lease.earlyReturnShare.fraction()).value_or(Money());
        if (lease.nonAppropriation == YesNo::Yes) exit.nonAppropriation = back;
        exits.push_back(exit);
    }
    return exits;
}

} // namespace tco
