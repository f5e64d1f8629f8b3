// SPDX-License-Identifier: Apache-2.0

// A financed purchase in the books: the units are the district’s from the first day, and what is still to pay is a debt. The schedule
// is the bank’s, in cents, as the cash view posts it.

#include <algorithm>

#include <fmt/format.h>

#include "capital_asset.hpp"
#include "contract_accounting.hpp"
#include "tco/model/lease_terms.hpp"
#include "tco/money/text.hpp"

namespace tco {
namespace {

/// Payments by their day: principal and interest are two postings of one payment.
std::vector<finance::ContractRow> rowsOf(const GenerationCosts& costs) {
    std::map<Date, finance::ContractRow> byDay;
    for (const auto& cost : costs.costs) {
        if (cost.role != BookRole::LoanPrincipal && cost.role != BookRole::LoanInterest) continue;
        auto& row = byDay[cost.posting.date];
        (cost.role == BookRole::LoanPrincipal ? row.principal : row.interest) += cost.posting.amount;
    }
    std::vector<finance::ContractRow> rows;
    Money owed = costs.sum(BookRole::LoanPrincipal);
    for (auto& [due, row] : byDay) {
        row.number = int(rows.size()) + 1;
        row.due = due;
        row.payment = row.principal + row.interest;
        row.liability = owed -= row.principal;
        rows.push_back(row);
    }
    return rows;
}

std::vector<finance::ContractPayment> loanPayments(const std::vector<finance::ContractRow>& rows, Date start, PaymentTiming timing) {
    std::vector<finance::ContractPayment> payments;
    for (const auto& row : rows)
        payments.push_back({row.due, monthsBetween(start, timing == PaymentTiming::Advance ? row.due : row.due.addDays(1)), row.payment});
    return payments;
}

/// Interest that has run at the end of a day since the payment before, evenly by days.
Money accruedAt(const std::vector<finance::ContractRow>& rows, Date start, Date day, PaymentTiming timing) {
    const int shift = timing == PaymentTiming::Arrears ? 1 : 0; // the end of a day is the beginning of the next
    const Date moment = day.addDays(1);
    Date before = start;
    for (const auto& row : rows) {
        const Date next = row.due.addDays(shift);
        if (row.due > day) {
            const int elapsed = daysBetween(before, moment), all = daysBetween(before, next);
            return elapsed <= 0 || all <= 0 ? Money() : Money::rounded(row.interest.dollars() * Decimal(elapsed) / Decimal(all)).value_or(Money());
        }
        before = next;
    }
    return {};
}

std::vector<finance::ContractYear> yearsOf(const std::vector<finance::ContractRow>& rows, Date start, PaymentTiming timing, const FiscalCalendar& calendar) {
    std::vector<finance::ContractYear> years;
    Money owed, accrued;
    for (const auto& row : rows) owed += row.principal;
    for (auto year = calendar.yearOf(start); year <= calendar.yearOf(rows.back().due); year = year + 1) {
        finance::ContractYear row{.year = year};
        for (const auto& payment : rows)
            if (calendar.yearOf(payment.due) == year) {
                row.principal += payment.principal;
                row.interestPaid += payment.interest;
            }
        row.liabilityEnd = owed -= row.principal;
        row.accruedInterestEnd = accruedAt(rows, start, calendar.lastDay(year), timing);
        row.interestExpense = row.interestPaid + row.accruedInterestEnd - accrued;
        accrued = row.accruedInterestEnd;
        years.push_back(row);
    }
    return years;
}

/// The first payment of one in advance is made on the first day.
Money paidAtStart(const finance::ContractSchedule& schedule, Date start) {
    const auto& first = schedule.rows.front();
    return first.due == start && first.interest.isZero() ? first.principal : Money();
}

} // namespace

void loanAccountingRule(const RuleContext<Decimal>& context, const GenerationCosts& costs, Books& books) {
    const Plan& plan = context.plan;
    const auto& generation = costs.generation;
    const Lease& lease = *generation.lease;
    costs.expense(BookRole::Fee, books, plan);
    costs.expense(BookRole::Incentive, books, plan);
    const Money price = costs.sum(BookRole::LoanPrincipal), ancillary = costs.sum(BookRole::Ancillary);
    const auto rows = rowsOf(costs);
    const bool isAsset = isCapitalized(plan.assumptions, price + ancillary, generation.bought());
    BookWriter writer(books, plan, "loan_accounting", costs.like());
    if (!rows.empty()) {
        BookedContract contract{.item = costs.like().item,
                                .name = nameOf(plan, costs.like().item),
                                .treatment = Treatment::FinancedPurchase,
                                .reason = "The units are the district’s, and what is still to pay is a debt: a financed purchase, not a lease.",
                                .terms = {.commencement = generation.start,
                                          .termMonths = termMonthsOf(lease),
                                          .annualRate = pricingRate(lease, plan.assumptions).value_or(Rate()),
                                          .periodsPerYear = lease.paymentsPerYear,
                                          .payments = loanPayments(rows, generation.start, lease.timing),
                                          .prepaid = {},
                                          .directCosts = {},
                                          .incentives = {},
                                          .amortizationMonths = 12 * costs.life.model->usefulLife,
                                          .events = {}},
                                .schedule = {.presentValue = price,
                                             .liability = price,
                                             .asset = price,
                                             .rows = rows,
                                             .changes = {},
                                             .years = yearsOf(rows, generation.start, lease.timing, context.calendar)}};
        contract.schedule.liability = price - paidAtStart(contract.schedule, generation.start);
        bookContract(writer, std::move(contract),
                     {.asset = Balance::CapitalAsset,
                      .liability = Balance::FinancedLiability,
                      .bought = isAsset ? Element::Acquire : Element::SmallEquipment,
                      .isAmortized = false});
    }
    if (!isAsset) { // the debt stays, the units are an expense
        costs.expense(BookRole::Ancillary, books, plan);
        costs.expense(BookRole::Sale, books, plan);
        writer.move(generation.start, Balance::CapitalAsset, -price);
        writer.governmentWide(
            {generation.start, price, Element::SmallEquipment, fmt::format("{} below the capitalization threshold", display(price, MoneyStyle::Cents))});
        return;
    }
    for (const auto& cost : costs.costs)
        if (cost.role == BookRole::Ancillary) {
            writer.fund({cost.posting.date, cost.posting.amount, cost.posting.element, cost.words});
            writer.move(cost.posting.date, Balance::CapitalAsset, cost.posting.amount);
        }
    bookSaleInFund(writer, costs);
    bookOwnedAsset(writer, {price + ancillary, 12 * costs.life.model->usefulLife, generation.start, generation.end, costs.sum(BookRole::Sale)});
}

} // namespace tco
