// SPDX-License-Identifier: Apache-2.0
#include "tco/finance/amortization.hpp"

namespace tco::finance {
namespace {

Money toCents(const Decimal& dollars) {
    const auto money = Money::rounded(dollars);
    assert(money); // amounts of a schedule are bounded by its principal and rate
    return *money;
}

/// What is left right after the last payment, so that it is the residual at the end of the last period.
Money lastBalance(Money residual, const Decimal& rate, Due due) { return due == Due::InAdvance ? toCents(residual.dollars() / (Decimal(1) + rate)) : residual; }

class Builder {
  public:
    Builder(Money principal, const Decimal& rate, Due due) : m_balance(principal), m_rate(rate), m_due(due) {}

    /// Interest due with the next payment.
    Money interest() const {
        const bool atOnce = m_due == Due::InAdvance && m_schedule.rows.empty();
        return atOnce ? Money() : toCents(m_balance.dollars() * m_rate);
    }
    Money balance() const { return m_balance; }
    void pay(Money payment) {
        const Money due = interest();
        m_balance += due - payment;
        m_schedule.rows.push_back({int(m_schedule.rows.size()) + 1, payment, due, payment - due, m_balance});
        m_schedule.totalPaid += payment;
        m_schedule.totalInterest += due;
    }
    Schedule finish(Money payment, Money last) {
        m_schedule.payment = payment;
        m_schedule.unpaid = m_balance - last;
        return std::move(m_schedule);
    }

  private:
    Schedule m_schedule;
    Money m_balance;
    const Decimal& m_rate;
    Due m_due;
};

} // namespace

bool isWithinBounds(const Decimal& largest, const Decimal& rate, int payments) {
    static const Decimal most = Decimal::of("1000000000000"), mostGrowth = Decimal(100);
    if (rate <= Decimal(-1) || largest > most || largest < -most) return false;
    // Stepwise, so that the power itself stays within bounds.
    const Decimal factor = Decimal(1) + (rate.isNegative() ? Decimal() : rate);
    Decimal growth = 1;
    for (int n = 0; n < payments; ++n) {
        growth *= factor;
        if (growth > mostGrowth) return false;
    }
    return true;
}

Schedule amortize(Money principal, Money residual, const Decimal& rate, int payments, Due due) {
    const Money payment = toCents(levelPayment(principal.dollars(), residual.dollars(), rate, payments, due));
    const Money last = lastBalance(residual, rate, due);
    Builder builder(principal, rate, due);
    for (int n = 1; n < payments; ++n) builder.pay(payment);
    builder.pay(builder.balance() + builder.interest() - last);
    return builder.finish(payment, last);
}

Schedule amortizePayments(Money principal, Money residual, const Decimal& rate, std::span<const Money> payments, Due due) {
    assert(!payments.empty());
    Builder builder(principal, rate, due);
    for (const Money payment : payments) builder.pay(payment);
    return builder.finish(payments.front(), lastBalance(residual, rate, due));
}

} // namespace tco::finance
