// SPDX-License-Identifier: Apache-2.0

// GASB 87: units on rent for more than twelve months are a right-to-use asset and a lease liability. Those that the district
// keeps or buys are depreciated over their useful life. Service and licenses in the payments are expenses.

#include <algorithm>

#include "capital_asset.hpp"
#include "contract_accounting.hpp"
#include "tco/model/lease_terms.hpp"

namespace tco {
namespace {

finance::ContractOptions optionsOf(const Lease& lease) {
    return {.baseMonths = monthsUntilReturn(lease), // the plan counts on renting on, so it is reasonably certain
            .extensions = {},
            .cancellations = {},
            .fundingEndsAfter = {},
            .transfersOwnership = endOf(lease) == LeaseEnd::Keep};
}

std::vector<const BookedCost*> paymentsIn(const GenerationCosts& costs) {
    std::vector<const BookedCost*> found;
    for (const auto& cost : costs.costs)
        if (cost.role == BookRole::Rent || cost.role == BookRole::BuyOut) found.push_back(&cost);
    return found;
}

finance::ContractTerms termsOf(const RuleContext<Decimal>& context, const GenerationCosts& costs, int termMonths, const std::string& name, Books& books) {
    const Lease& lease = *costs.generation.lease;
    const int life = 12 * costs.life.model->usefulLife;
    return {.commencement = costs.generation.start,
            .termMonths = termMonths,
            .annualRate = bookRateOf(lease.accounting, lease.annualRate, context.plan.assumptions, name, books),
            .periodsPerYear = lease.paymentsPerYear,
            .payments = contractPayments(paymentsIn(costs), costs.generation.start, termMonths, lease.timing),
            .prepaid = {},
            .directCosts = costs.sum(BookRole::Ancillary) + costs.sum(BookRole::Fee),
            .incentives = -costs.sum(BookRole::Incentive),
            .amortizationMonths = keepsUnits(lease) ? life : std::min(life, termMonths),
            .events = {}};
}

/// What the contract does not cover: payments after its term, for the books.
void expenseLater(const GenerationCosts& costs, const finance::ContractTerms& terms, Books& books, const Plan& plan) {
    for (const auto* cost : paymentsIn(costs))
        if (std::ranges::find(terms.payments, cost->posting.date, &finance::ContractPayment::due) == terms.payments.end()) bookExpense(*cost, books, plan);
}

void expenseAll(const GenerationCosts& costs, Books& books, const Plan& plan) {
    for (const auto& cost : costs.costs) bookExpense(cost, books, plan);
}

} // namespace

void leaseAccountingRule(const RuleContext<Decimal>& context, const GenerationCosts& costs, Books& books) {
    const Plan& plan = context.plan;
    const Lease& lease = *costs.generation.lease;
    const auto chosen = treatmentOf(lease.accounting, optionsOf(lease), Treatment::Lease);
    const int termMonths = std::min(chosen.termMonths, monthsUntilReturn(lease));
    const auto name = nameOf(plan, costs.like().item);
    if (chosen.treatment == Treatment::Expense || paymentsIn(costs).empty()) return expenseAll(costs, books, plan);
    BookedContract contract{costs.like().item, name, chosen.treatment, chosen.reason, termsOf(context, costs, termMonths, name, books), {}};
    if (contract.terms.payments.empty() || !finance::isMeasurable(contract.terms)) return expenseAll(costs, books, plan);
    contract.schedule = finance::measure(contract.terms, context.calendar);
    if (contract.schedule.asset.isNegative()) return expenseAll(costs, books, plan); // incentives beyond all that is paid

    BookWriter writer(books, plan, "lease_accounting", costs.like());
    const bool isOwned = keepsUnits(lease) || chosen.treatment == Treatment::FinancedPurchase;
    const OwnedAsset asset{contract.schedule.asset, 12 * costs.life.model->usefulLife, costs.generation.start, costs.generation.end, costs.sum(BookRole::Sale)};
    expenseLater(costs, contract.terms, books, plan);
    const bool isSubscription = chosen.treatment == Treatment::Subscription;
    bookContract(writer, std::move(contract),
                 {.asset = isOwned          ? Balance::CapitalAsset
                           : isSubscription ? Balance::SubscriptionAsset
                                            : Balance::RightToUse,
                  .liability = chosen.treatment == Treatment::FinancedPurchase ? Balance::FinancedLiability
                               : isSubscription                                ? Balance::SubscriptionLiability
                                                                               : Balance::LeaseLiability,
                  .bought = isOwned ? Element::Acquire : Element::ContractAsset,
                  .isAmortized = !isOwned});
    bookSaleInFund(writer, costs);
    if (isOwned) bookOwnedAsset(writer, asset);
}

} // namespace tco
