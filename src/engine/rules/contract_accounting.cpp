// SPDX-License-Identifier: Apache-2.0
#include "contract_accounting.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "tco/money/text.hpp"

namespace tco {
namespace {

finance::Party partyOf(Party party) {
    switch (party) {
    case Party::Provider: return finance::Party::Lessor;
    case Party::Both: return finance::Party::Both;
    default: return finance::Party::Lessee;
    }
}

std::string cents(Money amount) { return display(amount, MoneyStyle::Cents); }

void bookStart(BookWriter& writer, const BookedContract& contract, const ContractBalances& balances) {
    const auto& schedule = contract.schedule;
    const Date start = contract.terms.commencement;
    writer.fund({start, schedule.asset, balances.bought, fmt::format("capital outlay: {} at the start", cents(schedule.asset))});
    writer.fund({start, -schedule.liability, Element::Proceeds,
                 fmt::format("other financing source: present value of what is still to pay, {} at {} a year", cents(schedule.liability),
                             display(contract.terms.annualRate))});
    writer.move(start, balances.asset, schedule.asset);
    writer.move(start, balances.liability, schedule.liability);
}

void bookPayments(BookWriter& writer, const BookedContract& contract, Balance liability) {
    for (const auto& row : contract.schedule.rows) {
        if (row.due == contract.terms.commencement && row.interest.isZero()) continue; // part of the outlay at the start
        const auto words = fmt::format("payment {} of {}: {}", row.number, contract.schedule.rows.size(), cents(row.payment));
        writer.fund({row.due, row.principal, Element::Principal, words + ", principal"});
        writer.both({row.due, row.interest, Element::Interest, words + ", interest", true});
        writer.move(row.due, liability, -row.principal);
    }
}

/// Interest that runs from the last payment to the end of the year.
void bookAccruals(BookWriter& writer, const BookedContract& contract) {
    Money before;
    for (const auto& year : contract.schedule.years) {
        const auto change = year.accruedInterestEnd - before;
        before = year.accruedInterestEnd;
        const Date date = writer.calendar().lastDay(year.year);
        writer.move(date, Balance::AccruedInterest, change);
        writer.governmentWide({date, change, Element::Interest,
                               fmt::format("change of accrued interest to {} at the end of {}", cents(year.accruedInterestEnd), year.year.shortLabel()), true});
    }
}

/// What happens on one day.
struct DayOfChange {
    Decimal left = 1; ///< of what is used
    std::optional<Rate> rate;
    int extraMonths = 0;
    bool isPriced = false;
    finance::ContractEventKind kind = finance::ContractEventKind::Modification;

    void add(const ContractChange& change) {
        left *= Decimal(1) - change.endedShare().fraction();
        if (change.rate) rate = change.rate;
        extraMonths += change.extraMonths;
        isPriced = isPriced || !change.paymentChange.isZero();
        if (change.kind == ContractChangeKind::Remeasurement) kind = finance::ContractEventKind::Remeasurement;
    }
    bool endsAPart() const { return left != Decimal(1); }
    bool changesMore() const { return rate || extraMonths > 0 || isPriced; }
};

void bookChanges(BookWriter& writer, const BookedContract& contract, const ContractBalances& balances) {
    for (const auto& change : contract.schedule.changes) {
        writer.move(change.date, balances.liability, change.liability);
        if (balances.isAmortized) bookChange(writer, change, balances.asset, change.asset);
    }
}

void bookAmortization(BookWriter& writer, const BookedContract& contract, Balance asset) {
    const int months = contract.terms.lastAmortizationMonths().value_or(contract.terms.lastTermMonths());
    const Date lastDay = contract.terms.commencement.addMonths(months).addDays(-1);
    for (const auto& year : contract.schedule.years) {
        const Date date = std::clamp(lastDay, writer.calendar().firstDay(year.year), writer.calendar().lastDay(year.year));
        writer.move(date, asset, -year.amortization);
        auto words = fmt::format("straight-line amortization of {} over {}", cents(contract.schedule.asset), counted(months, "month"));
        if (!contract.terms.events.empty()) words += ", and of what changed over the months left";
        writer.governmentWide({date, year.amortization, Element::Depreciation, words, true});
    }
}

} // namespace

int monthsBetween(Date from, Date to) {
    int months = 12 * (to.year() - from.year()) + to.month() - from.month();
    while (from.addMonths(months) > to) --months;
    while (from.addMonths(months + 1) <= to) ++months;
    return months;
}

std::vector<finance::ContractPayment> contractPayments(const std::vector<const BookedCost*>& costs, Date start, int termMonths, PaymentTiming timing) {
    std::vector<finance::ContractPayment> payments;
    for (const auto* cost : costs) {
        const Date due = cost->posting.date;
        const Date moment = timing == PaymentTiming::Advance ? due : due.addDays(1);
        const int months = std::max(monthsBetween(start, moment), 0);
        if (months <= termMonths && moment <= start.addMonths(termMonths)) payments.push_back({due, months, cost->posting.amount});
    }
    std::ranges::stable_sort(payments, {}, &finance::ContractPayment::months);
    return payments;
}

void addEvents(finance::ContractTerms& terms, const ContractInTime& contract) {
    int term = terms.termMonths;
    for (auto at = contract.changes.begin(); at != contract.changes.end();) {
        const Date date = (*at)->date;
        DayOfChange day;
        for (; at != contract.changes.end() && (*at)->date == date; ++at) day.add(**at);
        if (date <= terms.commencement || date > terms.commencement.addMonths(term)) continue;
        term = std::min(term + day.extraMonths, contract.longestTerm);
        auto payments = contract.payments(date, term);
        std::erase_if(payments, [date](const finance::ContractPayment& payment) { return payment.due < date; });
        if (day.endsAPart()) {
            terms.events.push_back({.date = date, .kind = finance::ContractEventKind::PartialTermination, .share = Decimal(1) - day.left});
            if (!day.changesMore()) terms.events.back().payments = std::move(payments);
        }
        if (!day.changesMore()) continue;
        auto life = contract.amortizationMonths(term);
        if (const int passed = monthsBetween(terms.commencement, date); life && *life <= passed) life = std::max(term, passed + 1);
        terms.events.push_back(
            {.date = date, .kind = day.kind, .payments = std::move(payments), .annualRate = day.rate, .termMonths = term, .amortizationMonths = life});
    }
}

BookTreatment treatmentOf(const ContractAccounting& accounting, finance::ContractOptions options, Treatment byTheRules) {
    if (accounting.extensionMonths > 0)
        options.extensions.push_back({finance::Party::Lessee, accounting.extensionMonths, accounting.extensionCertain == YesNo::Yes});
    if (accounting.cancellableBy != Party::Nobody)
        options.cancellations.push_back(
            {partyOf(accounting.cancellableBy), accounting.cancellableAfter, accounting.cancelNotice, accounting.cancelCertain == YesNo::Yes});
    const auto term = finance::accountingTerm(options);
    BookTreatment result{accounting.treatment, term.months, {}};
    if (accounting.treatment == Treatment::ByTheRules) {
        switch (finance::treatmentOf(options)) {
        case finance::Treatment::ShortTerm: result.treatment = Treatment::Expense; break;
        case finance::Treatment::FinancedPurchase: result.treatment = Treatment::FinancedPurchase; break;
        default: result.treatment = byTheRules;
        }
        for (const auto& reason : term.reasons) result.reason += (result.reason.empty() ? "" : " ") + reason;
    } else {
        result.reason = "The district chose how it stands in the books; confirm it with the auditor.";
    }
    if (result.termMonths <= 0) result.treatment = Treatment::Expense;
    return result;
}

Rate bookRateOf(const ContractAccounting& accounting, const std::optional<Rate>& ofContract, const Assumptions& assumptions, const std::string& name,
                Books& books) {
    if (accounting.rate) return *accounting.rate;
    if (ofContract) return *ofContract;
    if (assumptions.borrowingRate) return *assumptions.borrowingRate;
    const auto message =
        fmt::format("{}: no rate is known for its liability, so that it is not discounted; enter the rate in the contract, or the borrowing rate.", name);
    if (std::ranges::find(books.findings, message, &Finding::message) == books.findings.end())
        books.findings.push_back({Severity::Warning, "no_book_rate", message, {}});
    return {};
}

void bookChange(BookWriter& writer, const finance::ContractChange& change, Balance asset, Money assetChange) {
    writer.move(change.date, asset, assetChange);
    writer.governmentWide({change.date, change.liability - assetChange, Element::DisposalResult,
                           fmt::format("change of the liability by {} less change of the asset by {}", cents(change.liability), cents(assetChange))});
}

void bookContract(BookWriter& writer, BookedContract contract, const ContractBalances& balances) {
    bookStart(writer, contract, balances);
    bookPayments(writer, contract, balances.liability);
    bookAccruals(writer, contract);
    bookChanges(writer, contract, balances);
    if (balances.isAmortized) bookAmortization(writer, contract, balances.asset);
    writer.books().contracts.push_back(std::move(contract));
}

} // namespace tco
