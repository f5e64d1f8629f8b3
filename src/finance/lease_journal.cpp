// SPDX-License-Identifier: Apache-2.0
#include "tco/finance/lease_journal.hpp"

#include <algorithm>

namespace tco::finance {
namespace {

using enum JournalAccount;

/// One entry as it grows; an amount below zero goes to the other side, zero is left out.
class EntryWriter {
  public:
    EntryWriter(Date date, std::string text) : m_entry{date, std::move(text), {}} {}

    EntryWriter& debit(JournalAccount account, Money amount) {
        if (!amount.isZero()) m_entry.lines.push_back(amount.isNegative() ? JournalLine{account, Money(), -amount} : JournalLine{account, amount, Money()});
        return *this;
    }
    EntryWriter& credit(JournalAccount account, Money amount) { return debit(account, -amount); }
    void into(std::vector<JournalEntry>& journal) {
        if (m_entry.lines.empty()) return;
        std::ranges::stable_partition(m_entry.lines, [](const JournalLine& line) { return line.credit.isZero(); });
        journal.push_back(std::move(m_entry));
    }

  private:
    JournalEntry m_entry;
};

class JournalWriter {
  public:
    JournalWriter(JournalView view, const ContractTerms& terms, const ContractSchedule& schedule, FiscalYear year, const FiscalCalendar& calendar)
        : m_isFund(view == JournalView::Fund), m_terms(terms), m_schedule(schedule), m_year(year), m_calendar(calendar),
          m_paidAtCommencement(int(std::ranges::count(terms.payments, 0, &ContractPayment::months))) {}

    std::vector<JournalEntry> write() {
        commence();
        for (const auto& row : m_schedule.rows) pay(row);
        if (!m_isFund) {
            for (const auto& change : m_schedule.changes) apply(change);
            closeYear();
        }
        std::ranges::stable_sort(m_journal, {}, &JournalEntry::date);
        return std::move(m_journal);
    }

  private:
    bool isInYear(Date date) const { return m_calendar.yearOf(date) == m_year; }

    void commence() {
        if (!isInYear(m_terms.commencement)) return;
        EntryWriter(m_terms.commencement, "Commencement")
            .debit(m_isFund ? CapitalOutlay : Asset, m_schedule.asset)
            .credit(m_isFund ? FinancingSource : Liability, m_schedule.liability)
            .credit(Prepaid, m_terms.prepaid)
            .credit(Cash, m_schedule.paidAtCommencement() + m_terms.directCosts - m_terms.incentives)
            .into(m_journal);
    }

    void pay(const ContractRow& row) {
        if (row.number <= m_paidAtCommencement || !isInYear(row.due)) return; // those stand in the first entry
        EntryWriter(row.due, "Payment")
            .debit(m_isFund ? DebtServicePrincipal : Liability, row.principal)
            .debit(m_isFund ? DebtServiceInterest : InterestExpense, row.interest)
            .credit(Cash, row.payment)
            .into(m_journal);
    }

    void apply(const ContractChange& change) {
        if (!isInYear(change.date)) return;
        EntryWriter(change.date, std::string(label(change.kind)))
            .debit(Asset, change.asset + change.accumulated)
            .debit(AccumulatedAmortization, -change.accumulated)
            .credit(Liability, change.liability)
            .credit(Gain, change.gain)
            .into(m_journal);
    }
    void closeYear() {
        const auto& years = m_schedule.years;
        const auto row = std::ranges::find(years, m_year, &ContractYear::year);
        if (row == years.end()) return;
        const Date end = m_calendar.lastDay(m_year);
        EntryWriter(end, "Change of accrued interest")
            .debit(InterestExpense, row->interestExpense - row->interestPaid)
            .credit(AccruedInterest, row->interestExpense - row->interestPaid)
            .into(m_journal);
        EntryWriter(end, "Amortization").debit(AmortizationExpense, row->amortization).credit(AccumulatedAmortization, row->amortization).into(m_journal);
        if (row + 1 == years.end() && !isKept())
            EntryWriter(end, "End of the contract").debit(AccumulatedAmortization, row->accumulatedEnd).credit(Asset, row->accumulatedEnd).into(m_journal);
    }

    /// Written off over more than the term: it is bought at the end.
    bool isKept() const {
        const auto life = m_terms.lastAmortizationMonths();
        return life && *life > m_terms.lastTermMonths();
    }

    bool m_isFund;
    const ContractTerms& m_terms;
    const ContractSchedule& m_schedule;
    FiscalYear m_year;
    const FiscalCalendar& m_calendar;
    int m_paidAtCommencement;
    std::vector<JournalEntry> m_journal;
};

/// The words that a lease, a subscription and a financed purchase share.
std::string_view commonLabel(JournalAccount account) {
    switch (account) {
    case AccruedInterest: return "Accrued interest payable";
    case Prepaid: return "Prepaid items";
    case Cash: return "Cash";
    case InterestExpense: return "Interest expense";
    case Gain: return "Gain or loss on contracts";
    case CapitalOutlay: return "Expenditures – capital outlay";
    case DebtServicePrincipal: return "Expenditures – debt service, principal";
    case DebtServiceInterest: return "Expenditures – debt service, interest";
    default: return {};
    }
}

} // namespace

std::string_view label(JournalAccount account, Treatment treatment) {
    const auto word = [treatment](std::string_view lease, std::string_view subscription, std::string_view purchase) {
        return treatment == Treatment::FinancedPurchase ? purchase : treatment == Treatment::Subscription ? subscription : lease;
    };
    switch (account) {
    case Asset: return word("Right-to-use lease asset", "Right-to-use subscription asset", "Equipment");
    case AccumulatedAmortization: return word("Accumulated amortization – lease", "Accumulated amortization – subscription", "Accumulated depreciation");
    case Liability: return word("Lease liability", "Subscription liability", "Financed purchase payable");
    case AmortizationExpense: return word("Amortization expense", "Amortization expense", "Depreciation expense");
    case FinancingSource: return word("Other financing source – lease", "Other financing source – subscription", "Other financing source – financed purchase");
    default: return commonLabel(account);
    }
}

std::vector<JournalEntry> journal(JournalView view, const ContractTerms& terms, const ContractSchedule& schedule, FiscalYear year,
                                  const FiscalCalendar& calendar) {
    return JournalWriter(view, terms, schedule, year, calendar).write();
}

} // namespace tco::finance
