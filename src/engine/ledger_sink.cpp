// SPDX-License-Identifier: Apache-2.0
#include "ledger_sink.hpp"

#include "tco/money/text.hpp"

namespace tco {
namespace {

/// cents × days ÷ all, half away from zero, exactly.
std::int64_t shareOf(std::int64_t cents, std::int64_t days, std::int64_t all) {
    __extension__ using Wide = __int128; // GCC and Clang; the product of cents and days passes 63 bits
    const Wide product = Wide(cents) * days * 2;
    return std::int64_t((product + (product < 0 ? -all : all)) / (2 * all));
}

} // namespace

LedgerSink::LedgerSink(const Plan& plan, LedgerTarget target)
    : CentSink(plan, target.findings, target.cash.formulas || target.annualised.formulas), m_calendar(plan.calendar()), m_discounting(plan), m_target(target) {
    for (auto year = plan.firstYear(); year <= plan.lastYear() + 1; year = year + 1) m_yearStarts.push_back(m_calendar.firstDay(year));
}

void LedgerSink::keep(const Draft<Decimal>& draft, Posting posting, const Formula& formula) {
    if (m_target.cash.ledger && draft.only != View::Annualised) keepCash(draft, posting, formula);
    if (m_target.annualised.ledger && draft.only != View::Cash) keepAnnualised(draft, posting, formula);
}

void LedgerSink::keepCash(const Draft<Decimal>& draft, Posting posting, const Formula& formula) {
    if (draft.date < m_yearStarts.front() || draft.date >= m_yearStarts.back()) return;
    posting.year = m_calendar.yearOf(draft.date);
    const auto present = posting.amount.scaled(m_discounting.factor(posting.year, draft.date));
    if (!present) return complain(draft, posting.rule);
    posting.presentValue = *present;
    m_target.cash.ledger->append(posting);
    if (m_target.cash.formulas) m_target.cash.formulas->push_back(formula);
}

void LedgerSink::keepAnnualised(const Draft<Decimal>& draft, Posting posting, const Formula& formula) {
    const Date from = draft.from < draft.until ? draft.from : draft.date, until = draft.from < draft.until ? draft.until : draft.date.addDays(1);
    const int days = daysBetween(from, until);
    const auto total = posting.amount;
    if (from >= m_yearStarts.front() && until <= m_yearStarts.back()) {
        const auto year = m_calendar.yearOf(from);
        if (until <= m_yearStarts[std::size_t(year - m_plan.firstYear()) + 1]) { // as most: it is all of one year
            posting.year = year;
            posting.date = from.addDays(days / 2);
            posting.recurring = true;
            m_target.annualised.ledger->append(posting);
            if (m_target.annualised.formulas) m_target.annualised.formulas->push_back(formula);
            return;
        }
    }
    // Rounding the running sum instead of each year keeps the years' sum equal to the amount.
    std::int64_t before = shareOf(total.cents(), std::clamp(daysBetween(from, m_yearStarts.front()), 0, days), days);
    for (std::size_t y = 0; y + 1 < m_yearStarts.size() && until > m_yearStarts[y]; ++y) {
        if (from >= m_yearStarts[y + 1]) continue;
        const Date end = std::min(until, m_yearStarts[y + 1]), start = std::max(from, m_yearStarts[y]);
        const std::int64_t sofar = shareOf(total.cents(), daysBetween(from, end), days);
        posting.amount = Money::fromCents(sofar - before);
        before = sofar;
        if (posting.amount.isZero()) continue;
        posting.year = m_plan.firstYear() + int(y);
        posting.date = start.addDays(daysBetween(start, end) / 2);
        posting.recurring = true;
        m_target.annualised.ledger->append(posting);
        if (!m_target.annualised.formulas) continue;
        Formula words = formula;
        if (start != from || end != until) {
            words.text = fmt::format("({} = {}) × {} of {} days", words.text, display(total, MoneyStyle::Cents), displayCount(daysBetween(start, end)),
                                     displayCount(days));
        }
        m_target.annualised.formulas->push_back(std::move(words));
    }
}

} // namespace tco
