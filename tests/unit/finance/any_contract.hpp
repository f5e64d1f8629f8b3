// SPDX-License-Identifier: Apache-2.0
#pragma once

// Contracts of any kind for laws of lease accounting.

#include <rapidcheck.h>

#include "tco/finance/lease_accounting.hpp"

namespace tco::test {

inline Money anyMoney(std::int64_t mostDollars) { return Money::fromCents(*rc::gen::inRange<std::int64_t>(0, mostDollars * 100)); }
inline Rate anyRate() { return Rate(Decimal(*rc::gen::inRange(-50, 300)) / Decimal(1000)); }
inline Date anyDay() { return Date::of(2015, 1, 1).addDays(*rc::gen::inRange(0, 4000)); }
inline FiscalCalendar anyCalendar() { return FiscalCalendar(*rc::gen::inRange(1, 13)); }

inline std::vector<Money> anyAmounts(int count) {
    std::vector<Money> amounts;
    for (int i = 0; i < count; ++i) amounts.push_back(*rc::gen::inRange(0, 5) == 0 ? Money() : anyMoney(1'000'000));
    return amounts;
}

/// Those that fall due from `date` on, some with other amounts, some dropped.
inline std::vector<finance::ContractPayment> changed(const std::vector<finance::ContractPayment>& payments, Date date) {
    std::vector<finance::ContractPayment> rest;
    for (auto payment : payments) {
        if (payment.due < date || *rc::gen::inRange(0, 6) == 0) continue;
        if (*rc::gen::inRange(0, 2) == 0) payment.amount = anyMoney(1'000'000);
        rest.push_back(payment);
    }
    return rest;
}

inline finance::ContractEvent anyEvent(const finance::ContractTerms& terms, Date date) {
    using enum finance::ContractEventKind;
    finance::ContractEvent event{.date = date, .kind = *rc::gen::element(Remeasurement, Modification, PartialTermination)};
    if (event.kind == PartialTermination) {
        event.share = Decimal(*rc::gen::inRange(0, 101)) / Decimal(100);
        return event;
    }
    if (*rc::gen::inRange(0, 2)) event.payments = changed(terms.payments, date);
    if (*rc::gen::inRange(0, 2)) event.annualRate = anyRate();
    if (*rc::gen::inRange(0, 2)) event.termMonths = *rc::gen::inRange(1, 100);
    if (*rc::gen::inRange(0, 4) == 0) event.amortizationMonths = *rc::gen::inRange(1, 100);
    return event;
}

inline finance::ContractTerms anyContract(bool withEvents = true) {
    finance::ContractTerms terms;
    terms.commencement = anyDay();
    terms.periodsPerYear = *rc::gen::element(1, 2, 3, 4, 6, 12);
    const int payments = *rc::gen::inRange(1, 30);
    terms.termMonths = payments * 12 / terms.periodsPerYear;
    terms.annualRate = anyRate();
    const auto due = *rc::gen::element(finance::Due::InAdvance, finance::Due::InArrears);
    terms.payments = finance::paymentsOf(terms.commencement, anyAmounts(payments), terms.periodsPerYear, due);
    terms.prepaid = anyMoney(10'000);
    terms.directCosts = anyMoney(10'000);
    terms.incentives = Money::fromCents(*rc::gen::inRange<std::int64_t>(0, terms.directCosts.cents() + 1));
    if (*rc::gen::inRange(0, 2)) terms.amortizationMonths = *rc::gen::inRange(1, 120);
    if (!withEvents) return terms;
    Date date = terms.commencement;
    for (int left = *rc::gen::inRange(0, 4); left > 0; --left) {
        date = date.addDays(*rc::gen::inRange(terms.events.empty() ? 1 : 0, 900));
        terms.events.push_back(anyEvent(terms, date));
    }
    return terms;
}

} // namespace tco::test
