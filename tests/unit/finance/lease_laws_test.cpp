// SPDX-License-Identifier: Apache-2.0

// What holds for every contract, whatever its payments, dates, rate and events.

#include <catch2/catch_all.hpp>

#include <algorithm>
#include <cmath>

#include "any_contract.hpp"
#include "tco/finance/number.hpp"

using namespace tco;
using namespace tco::finance;
using namespace tco::test;

namespace {

/// The payments to come and the rate as they stand at the beginning of a day, with all events before it.
struct Standing {
    std::vector<ContractPayment> payments;
    double rate;
};

Standing standingAt(const ContractTerms& terms, Date day) {
    Standing standing{terms.payments, terms.annualRate.fraction().toDouble()};
    for (const auto& event : terms.events) {
        if (event.date >= day) break;
        std::erase_if(standing.payments, [&](const auto& payment) { return payment.due < event.date; });
        if (event.kind == ContractEventKind::PartialTermination)
            for (auto& payment : standing.payments) payment.amount = payment.amount.scaled(Decimal(1) - event.share).value();
        else {
            if (event.payments) standing.payments = *event.payments;
            if (event.annualRate) standing.rate = event.annualRate->fraction().toDouble();
        }
    }
    std::erase_if(standing.payments, [&](const auto& payment) { return payment.due < day; });
    return standing;
}

double monthsFrom(Date start, Date day) {
    int whole = 0;
    while (start.addMonths(whole + 1) <= day) ++whole;
    const Date from = start.addMonths(whole);
    return whole + double(daysBetween(from, day)) / daysBetween(from, start.addMonths(whole + 1));
}

/// In dollars, worked out payment by payment.
double presentValueAt(const ContractTerms& terms, Date day) {
    const auto [payments, rate] = standingAt(terms, day);
    const double now = monthsFrom(terms.commencement, day), monthsPerPeriod = 12.0 / terms.periodsPerYear;
    double sum = 0;
    for (const auto& payment : payments)
        sum += numberFrom<double>(payment.amount) * std::pow(1 + rate / terms.periodsPerYear, (now - payment.months) / monthsPerPeriod);
    return sum;
}

struct Sums {
    Money principal, interestPaid, interestExpense, amortization, liabilityChange, assetChange, gain, payments;
};

Sums sumsOf(const ContractSchedule& schedule) {
    Sums sums;
    for (const auto& year : schedule.years) {
        sums.principal += year.principal;
        sums.interestPaid += year.interestPaid;
        sums.interestExpense += year.interestExpense;
        sums.amortization += year.amortization;
        sums.liabilityChange += year.liabilityChange;
        sums.assetChange += year.assetChange;
        sums.gain += year.gain;
    }
    for (const auto& row : schedule.rows) sums.payments += row.payment;
    return sums;
}

} // namespace

TEST_CASE("Liability and accrued interest are together the present value, at the end of every year") {
    REQUIRE(rc::check([] {
        const auto terms = anyContract();
        const auto calendar = anyCalendar();
        RC_ASSERT(isMeasurable(terms));
        for (const auto& year : measure(terms, calendar).years) {
            const Money owed = year.liabilityEnd + year.accruedInterestEnd;
            RC_ASSERT(std::abs(numberFrom<double>(owed) - presentValueAt(terms, calendar.firstDay(year.year + 1))) < 0.0051);
        }
    }));
}

TEST_CASE("Every year leads from one balance to the next, and the last balances are zero") {
    REQUIRE(rc::check([] {
        const auto schedule = measure(anyContract(), anyCalendar());
        Money liability = schedule.presentValue, accrued, asset = schedule.asset;
        for (const auto& year : schedule.years) {
            liability += year.liabilityChange - year.principal;
            accrued += year.interestExpense - year.interestPaid;
            asset += year.assetChange - year.amortization;
            RC_ASSERT(year.liabilityEnd == liability);
            RC_ASSERT(year.accruedInterestEnd == accrued);
            RC_ASSERT(year.assetEnd == asset);
            RC_ASSERT(!asset.isNegative());
            RC_ASSERT(!year.accumulatedEnd.isNegative());
            RC_ASSERT(year.gain == year.assetChange - year.liabilityChange);
        }
        RC_ASSERT(liability.isZero());
        RC_ASSERT(accrued.isZero());
        RC_ASSERT(asset.isZero());
    }));
}

TEST_CASE("Principal is the opening liability, interest is what the payments are more, expense is what is paid") {
    REQUIRE(rc::check([] {
        const auto terms = anyContract();
        const auto schedule = measure(terms, anyCalendar());
        const auto sums = sumsOf(schedule);
        RC_ASSERT(sums.principal == schedule.presentValue + sums.liabilityChange);
        RC_ASSERT(sums.interestPaid == sums.payments - sums.principal);
        RC_ASSERT(sums.interestExpense == sums.interestPaid);
        RC_ASSERT(sums.amortization == schedule.asset + sums.assetChange);
        RC_ASSERT(schedule.asset == schedule.liability + schedule.paidAtCommencement() + terms.prepaid + terms.directCosts - terms.incentives);
        // Over the whole contract the expenses are the cash.
        RC_ASSERT(sums.amortization + sums.interestExpense - sums.gain == sums.payments + terms.prepaid + terms.directCosts - terms.incentives);
    }));
}

TEST_CASE("Every payment is its interest and its principal; accrued interest comes first, and none is due at commencement") {
    REQUIRE(rc::check([] {
        const auto terms = anyContract(false);
        const auto schedule = measure(terms, anyCalendar());
        RC_ASSERT(schedule.rows.size() == terms.payments.size());
        Money liability = schedule.presentValue;
        for (const auto& row : schedule.rows) {
            RC_ASSERT(row.payment == row.interest + row.principal);
            liability -= row.principal;
            RC_ASSERT(row.liability == liability);
            RC_ASSERT(row.accrued <= Money() || row.principal.isZero());
        }
        if (terms.payments.front().months == 0) RC_ASSERT(schedule.rows.front().interest.isZero());
    }));
}

TEST_CASE("Without interest the liability is the payments to come; a year’s sum does not hang on the fiscal calendar") {
    REQUIRE(rc::check([] {
        auto terms = anyContract(false);
        const auto one = sumsOf(measure(terms, anyCalendar())), other = sumsOf(measure(terms, anyCalendar()));
        RC_ASSERT(one.interestPaid == other.interestPaid);
        RC_ASSERT(one.amortization == other.amortization);
        terms.annualRate = Rate();
        const auto schedule = measure(terms, anyCalendar());
        RC_ASSERT(schedule.presentValue == sumsOf(schedule).payments);
        for (const auto& row : schedule.rows) RC_ASSERT(row.interest.isZero());
    }));
}

TEST_CASE("An event that says nothing new changes nothing") {
    REQUIRE(rc::check([] {
        auto terms = anyContract(false);
        const auto calendar = anyCalendar();
        const auto before = measure(terms, calendar);
        terms.events = {ContractEvent{.date = terms.commencement.addDays(*rc::gen::inRange(1, 400))}};
        const auto after = measure(terms, calendar);
        for (std::size_t i = 0; i < before.years.size(); ++i) {
            RC_ASSERT(after.years[i].liabilityEnd == before.years[i].liabilityEnd);
            RC_ASSERT(after.years[i].interestExpense == before.years[i].interestExpense);
            RC_ASSERT(after.years[i].gain.isZero());
        }
    }));
}
