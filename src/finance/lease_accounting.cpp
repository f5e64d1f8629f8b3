// SPDX-License-Identifier: Apache-2.0
#include "tco/finance/lease_accounting.hpp"

#include <algorithm>
#include <utility>

#include "tco/finance/amortization.hpp"
#include "tco/finance/depreciation.hpp"

namespace tco::finance {
namespace {

/// In the order of ContractEventKind.
constexpr struct {
    std::string_view key, label;
} eventTexts[] = {{"remeasurement", "Remeasurement"}, {"modification", "Modification"}, {"partial_termination", "Partial termination"}};

Money toCents(const Decimal& dollars) {
    const auto money = Money::rounded(dollars);
    assert(money); // isMeasurable()
    return *money;
}

int monthsPerPeriod(int periodsPerYear) { return 12 / periodsPerYear; }

/// From commencement to the beginning of `day`; part of a month counts its days ÷ the days of that month.
Decimal monthsUntil(Date day, Date commencement) {
    int whole = 12 * (day.year() - commencement.year()) + day.month() - commencement.month();
    if (commencement.addMonths(whole) > day) --whole;
    const Date from = commencement.addMonths(whole);
    const int days = daysBetween(from, day);
    return days == 0 ? Decimal(whole) : Decimal(whole) + Decimal(days) / Decimal(daysBetween(from, commencement.addMonths(whole + 1)));
}

class Interest {
  public:
    Interest(const Rate& annualRate, int periodsPerYear)
        : m_factor(Decimal(1) + annualRate.fraction() / Decimal(periodsPerYear)), m_monthsPerPeriod(monthsPerPeriod(periodsPerYear)) {}

    /// What 1 has become after `months`; before them when negative. Whole periods without a root.
    Decimal growth(const Decimal& months) const {
        const auto periods = (months / m_monthsPerPeriod).toInteger();
        const Decimal rest = months - Decimal(periods) * m_monthsPerPeriod;
        const Decimal whole = power(m_factor, int(periods));
        return rest.isZero() ? whole : whole * power(m_factor, rest / m_monthsPerPeriod);
    }

  private:
    Decimal m_factor, m_monthsPerPeriod;
};

/// What is owed: the payments to come and how much of their worth is liability and how much accrued interest.
class Debt {
  public:
    Debt(std::vector<ContractPayment> payments, const Interest& interest) {
        expect(std::move(payments), interest);
        m_liability = owedAt(0);
    }

    bool isPaid() const { return m_next == m_payments.size(); }
    const ContractPayment& next() const { return m_payments[m_next]; }
    std::span<const ContractPayment> toCome() const { return std::span(m_payments).subspan(m_next); }
    const Interest& interest() const { return m_interest; }
    Money liability() const { return m_liability; }
    Money owedAt(const Decimal& month) const { return isPaid() ? Money() : toCents(m_worth[m_next] * m_interest.growth(month - Decimal(next().months))); }
    Money accruedAt(const Decimal& month) const { return owedAt(month) - m_liability; }

    ContractRow payNext() {
        const auto payment = next();
        const Money accrued = toCents(m_worth[m_next]) - m_liability;
        const Money interest = std::min(accrued, payment.amount);
        const Money principal = payment.amount - interest;
        m_liability -= principal;
        ++m_next;
        return {++m_number, payment.due, payment.amount, interest, principal, m_liability, accrued - interest};
    }

    /// Other payments to come, worked out at another rate; returns the change of the liability. Accrued interest stays owed as
    /// far as anything is.
    Money revise(std::vector<ContractPayment> payments, const Interest& interest, const Decimal& month) {
        const Money accrued = accruedAt(month), before = m_liability;
        expect(std::move(payments), interest);
        const Money owed = owedAt(month);
        m_liability = owed - (owed.isZero() ? Money() : std::min(accrued, owed));
        return m_liability - before;
    }

  private:
    void expect(std::vector<ContractPayment> payments, const Interest& interest) {
        assert(std::ranges::is_sorted(payments, {}, &ContractPayment::months) && std::ranges::is_sorted(payments, {}, &ContractPayment::due));
        m_payments = std::move(payments);
        m_interest = interest;
        m_next = 0;
        m_worth.resize(m_payments.size());
        for (std::size_t i = m_payments.size(); i-- > 0;) {
            m_worth[i] = m_payments[i].amount.dollars();
            if (i + 1 < m_payments.size()) m_worth[i] += m_worth[i + 1] * m_interest.growth(Decimal(m_payments[i].months - m_payments[i + 1].months));
        }
    }

    std::vector<ContractPayment> m_payments;
    std::vector<Decimal> m_worth; ///< when each payment falls due: of it and all that follow
    Interest m_interest{Rate(), 1};
    Money m_liability;
    std::size_t m_next = 0;
    int m_number = 0;
};

/// The right to use, written off evenly to its last month.
class Asset {
  public:
    Asset(Money value, int lastMonth) : m_start(value), m_book(value), m_last(lastMonth) {}

    Money book() const { return m_book; }
    Money accumulated() const { return m_accumulated; }
    /// The amortization since the last time.
    Money amortizeTo(const Decimal& month) {
        const Money amount = m_book - (m_start - usedUp(m_start, month - m_from, m_last - m_from));
        m_book -= amount;
        m_accumulated += amount;
        return amount;
    }
    /// From `month` on, when it is amortized: another book value and last month.
    void restart(Money book, Money accumulated, const Decimal& month, int lastMonth) {
        m_start = m_book = book;
        m_accumulated = accumulated;
        m_from = month;
        m_last = lastMonth;
    }

  private:
    Money m_start, m_book, m_accumulated;
    Decimal m_from, m_last;
};

std::vector<ContractPayment> scaled(std::span<const ContractPayment> payments, const Decimal& factor) {
    std::vector<ContractPayment> rest(payments.begin(), payments.end());
    for (auto& payment : rest) payment.amount = toCents(payment.amount.dollars() * factor);
    return rest;
}

class Measurement {
  public:
    Measurement(const ContractTerms& terms, const FiscalCalendar& calendar)
        : m_terms(terms), m_calendar(calendar), m_rate(terms.annualRate), m_termMonths(terms.termMonths), m_lifeMonths(terms.amortizationMonths),
          m_debt(terms.payments, Interest(terms.annualRate, terms.periodsPerYear)), m_asset(Money(), 0) {}

    ContractSchedule run() {
        begin();
        for (auto year = m_calendar.yearOf(m_terms.commencement); m_schedule.years.empty() || !isOver(); year = year + 1) addYear(year);
        return std::move(m_schedule);
    }

  private:
    void begin() {
        m_schedule.presentValue = m_debt.liability();
        while (!m_debt.isPaid() && m_debt.next().months == 0) pay();
        m_schedule.liability = m_debt.liability();
        m_schedule.asset = m_schedule.presentValue + m_terms.prepaid + m_terms.directCosts - m_terms.incentives;
        m_asset = Asset(m_schedule.asset, lastMonth());
    }
    bool isOver() const { return m_debt.isPaid() && m_event == m_terms.events.size() && m_asset.book().isZero(); }
    int lastMonth() const { return m_lifeMonths.value_or(m_termMonths); }
    Decimal monthOf(Date day) const { return monthsUntil(day, m_terms.commencement); }

    void addYear(FiscalYear year) {
        const Date end = m_calendar.firstDay(year + 1);
        const Money accruedBefore = m_schedule.years.empty() ? Money() : m_schedule.years.back().accruedInterestEnd;
        for (; m_event < m_terms.events.size() && m_terms.events[m_event].date < end; ++m_event) apply(m_terms.events[m_event]);
        payBefore(end);
        m_year.year = year;
        m_year.amortization += m_asset.amortizeTo(monthOf(end));
        m_year.liabilityEnd = m_debt.liability();
        m_year.accruedInterestEnd = m_debt.accruedAt(monthOf(end));
        m_year.interestExpense = m_year.interestPaid + m_year.accruedInterestEnd - accruedBefore;
        m_year.assetEnd = m_asset.book();
        m_year.accumulatedEnd = m_asset.accumulated();
        m_schedule.years.push_back(std::exchange(m_year, {}));
    }

    void pay() {
        m_schedule.rows.push_back(m_debt.payNext());
        m_year.principal += m_schedule.rows.back().principal;
        m_year.interestPaid += m_schedule.rows.back().interest;
    }
    void payBefore(Date day) {
        while (!m_debt.isPaid() && m_debt.next().due < day) pay();
    }

    void apply(const ContractEvent& event) {
        assert(event.date > m_terms.commencement);
        payBefore(event.date);
        const auto month = monthOf(event.date);
        m_year.amortization += m_asset.amortizeTo(month);
        const auto change = event.kind == ContractEventKind::PartialTermination ? terminate(event, month) : remeasure(event, month);
        m_year.liabilityChange += change.liability;
        m_year.assetChange += change.asset;
        m_year.gain += change.gain;
        m_schedule.changes.push_back(change);
    }

    ContractChange remeasure(const ContractEvent& event, const Decimal& month) {
        if (event.annualRate) m_rate = *event.annualRate;
        if (event.termMonths) m_termMonths = *event.termMonths;
        if (event.amortizationMonths) m_lifeMonths = event.amortizationMonths;
        const auto toCome = m_debt.toCome();
        auto payments = event.payments.value_or(std::vector(toCome.begin(), toCome.end()));
        const Money liability = m_debt.revise(std::move(payments), Interest(m_rate, m_terms.periodsPerYear), month);
        const Money asset = std::max(-m_asset.book(), liability); // below zero the rest is a gain
        m_asset.restart(m_asset.book() + asset, m_asset.accumulated(), month, lastMonth());
        return {event.date, event.kind, liability, asset, Money(), asset - liability};
    }

    ContractChange terminate(const ContractEvent& event, const Decimal& month) {
        auto payments = event.payments ? *event.payments : scaled(m_debt.toCome(), Decimal(1) - event.share);
        const Money liability = m_debt.revise(std::move(payments), m_debt.interest(), month);
        const Money asset = toCents(-m_asset.book().dollars() * event.share), accumulated = toCents(-m_asset.accumulated().dollars() * event.share);
        m_asset.restart(m_asset.book() + asset, m_asset.accumulated() + accumulated, month, lastMonth());
        return {event.date, event.kind, liability, asset, accumulated, asset - liability};
    }

    const ContractTerms& m_terms;
    const FiscalCalendar& m_calendar;
    Rate m_rate;
    int m_termMonths;
    std::optional<int> m_lifeMonths;
    Debt m_debt;
    Asset m_asset;
    std::size_t m_event = 0;
    ContractYear m_year; ///< as far as it has come
    ContractSchedule m_schedule;
};

/// Whether `total` stays within bounds when it is discounted over so many months.
bool isBounded(const Decimal& total, const Rate& annualRate, int periodsPerYear, int months) {
    const Decimal rate = annualRate.fraction() / Decimal(periodsPerYear);
    if (rate <= Decimal(-1)) return false;
    // A negative rate lets present values grow as a positive one lets debts grow.
    const Decimal growth = rate.isNegative() ? Decimal(1) / (Decimal(1) + rate) - Decimal(1) : Decimal();
    return isWithinBounds(total, growth, months / monthsPerPeriod(periodsPerYear) + 1);
}

} // namespace

std::string_view label(ContractEventKind kind) { return eventTexts[std::size_t(kind)].label; }
std::string_view key(ContractEventKind kind) { return eventTexts[std::size_t(kind)].key; }

int ContractTerms::lastTermMonths() const {
    int months = termMonths;
    for (const auto& event : events) months = event.termMonths.value_or(months);
    return months;
}

std::optional<int> ContractTerms::lastAmortizationMonths() const {
    auto months = amortizationMonths;
    for (const auto& event : events)
        if (event.amortizationMonths) months = event.amortizationMonths;
    return months;
}

std::vector<ContractPayment> paymentsOf(Date commencement, std::span<const Money> amounts, int periodsPerYear, Due due) {
    std::vector<ContractPayment> payments;
    for (const Money amount : amounts) {
        const int period = int(payments.size()) + (due == Due::InArrears ? 1 : 0);
        const int months = period * monthsPerPeriod(periodsPerYear);
        const Date begin = commencement.addMonths(months);
        payments.push_back({due == Due::InAdvance ? begin : begin.addDays(-1), months, amount});
    }
    return payments;
}

bool isMeasurable(const ContractTerms& terms) {
    Decimal total = (magnitude(terms.prepaid) + magnitude(terms.directCosts) + magnitude(terms.incentives)).dollars();
    int months = terms.termMonths;
    const auto count = [&](std::span<const ContractPayment> payments) {
        for (const auto& payment : payments) total += payment.amount.dollars();
        if (!payments.empty()) months = std::max(months, payments.back().months);
    };
    count(terms.payments);
    for (const auto& event : terms.events)
        if (event.payments) count(*event.payments);
    const auto bounded = [&](const Rate& rate) { return isBounded(total, rate, terms.periodsPerYear, months); };
    return bounded(terms.annualRate) &&
           std::all_of(terms.events.begin(), terms.events.end(), [&](const ContractEvent& event) { return !event.annualRate || bounded(*event.annualRate); });
}

ContractSchedule measure(const ContractTerms& terms, const FiscalCalendar& calendar) { return Measurement(terms, calendar).run(); }

ContractTerms asKnown(ContractTerms terms, Date day) {
    std::erase_if(terms.events, [day](const ContractEvent& event) { return event.date > day; });
    return terms;
}

} // namespace tco::finance
