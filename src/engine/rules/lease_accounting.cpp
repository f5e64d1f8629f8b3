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

std::vector<const BookedCost*> paymentsIn(const std::vector<BookedCost>& costs) {
    std::vector<const BookedCost*> found;
    for (const auto& cost : costs)
        if (cost.role == BookRole::Rent || cost.role == BookRole::BuyOut) found.push_back(&cost);
    return found;
}

finance::ContractTerms termsOf(const RuleContext<Decimal>& context, const GenerationCosts& costs, int termMonths, const std::string& name, Books& books) {
    const Lease& lease = *costs.generation.lease;
    const Date start = costs.generation.start;
    const int life = 12 * costs.life.model->usefulLife;
    const ContractInTime inTime{.changes = costs.generation.changes,
                                .longestTerm = monthsUntilReturn(lease) + extraMonths(costs.generation.changes),
                                .payments = [&](Date day, int term) { return contractPayments(paymentsIn(costs.knownOn(day)), start, term, lease.timing); },
                                .amortizationMonths = [&](int term) { return std::optional(keepsUnits(lease) ? life : std::min(life, term)); }};
    finance::ContractTerms terms{.commencement = start,
                                 .termMonths = termMonths,
                                 .annualRate = bookRateOf(lease.accounting, lease.annualRate, context.plan.assumptions, name, books),
                                 .periodsPerYear = lease.paymentsPerYear,
                                 .payments = inTime.payments(start, termMonths),
                                 .directCosts = costs.sum(BookRole::Ancillary) + costs.sum(BookRole::Fee),
                                 .incentives = -costs.sum(BookRole::Incentive),
                                 .amortizationMonths = inTime.amortizationMonths(termMonths)};
    addEvents(terms, inTime);
    return terms;
}

/// What the contract does not cover: payments after its term, for the books.
void expenseLater(const GenerationCosts& costs, const finance::ContractSchedule& schedule, Books& books, const Plan& plan) {
    for (const auto* cost : paymentsIn(costs.costs))
        if (std::ranges::find(schedule.rows, cost->posting.date, &finance::ContractRow::due) == schedule.rows.end()) bookExpense(*cost, books, plan);
}

void expenseAll(const GenerationCosts& costs, Books& books, const Plan& plan) {
    for (const auto& cost : costs.costs) bookExpense(cost, books, plan);
}

/// What an event adds to the book value of an owned asset.
Money changeOfOwned(Money bookValue, const finance::ContractEvent& event, Money liability) {
    if (event.kind != finance::ContractEventKind::PartialTermination) return std::max(-bookValue, liability);
    return -Money::rounded(bookValue.dollars() * event.share).value_or(bookValue);
}

/// Where the contract changes, the asset goes on at another value for what is left of its life.
void bookOwnedThroughChanges(BookWriter& writer, OwnedAsset asset, const BookedContract& contract) {
    for (std::size_t i = 0; i < contract.schedule.changes.size(); ++i) {
        const auto& change = contract.schedule.changes[i];
        if (change.date >= asset.disposed) { // only the debt is left
            bookChange(writer, change, Balance::CapitalAsset, {});
            continue;
        }
        const Money bookValue = asset.start < change.date ? bookDepreciation(writer, asset, change.date) : asset.cost;
        const Money amount = changeOfOwned(bookValue, contract.terms.events[i], change.liability);
        bookChange(writer, change, Balance::CapitalAsset, amount);
        asset.lifeMonths = std::max(asset.lifeMonths - monthsBetween(asset.start, change.date), 1);
        asset.cost = bookValue + amount;
        asset.start = change.date;
    }
    bookOwnedAsset(writer, asset);
}

} // namespace

void leaseAccountingRule(const RuleContext<Decimal>& context, const GenerationCosts& costs, Books& books) {
    const Plan& plan = context.plan;
    const Lease& lease = *costs.generation.lease;
    const auto chosen = treatmentOf(lease.accounting, optionsOf(lease), Treatment::Lease);
    const int termMonths = std::min(chosen.termMonths, monthsUntilReturn(lease));
    const auto name = nameOf(plan, costs.like().item);
    if (chosen.treatment == Treatment::Expense || paymentsIn(costs.costs).empty()) return expenseAll(costs, books, plan);
    BookedContract contract{costs.like().item, name, chosen.treatment, chosen.reason, termsOf(context, costs, termMonths, name, books), {}};
    if (contract.terms.payments.empty() || !finance::isMeasurable(contract.terms)) return expenseAll(costs, books, plan);
    contract.schedule = finance::measure(contract.terms, context.calendar);
    if (contract.schedule.asset.isNegative()) return expenseAll(costs, books, plan); // incentives beyond all that is paid

    BookWriter writer(books, plan, "lease_accounting", costs.like());
    const bool isOwned = keepsUnits(lease) || chosen.treatment == Treatment::FinancedPurchase;
    const OwnedAsset asset{contract.schedule.asset, 12 * costs.life.model->usefulLife, costs.generation.start, costs.generation.end, costs.sum(BookRole::Sale)};
    expenseLater(costs, contract.schedule, books, plan);
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
    if (isOwned) bookOwnedThroughChanges(writer, asset, books.contracts.back());
}

} // namespace tco
