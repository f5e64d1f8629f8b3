// SPDX-License-Identifier: Apache-2.0
#pragma once

// The journal entries of a lease, subscription or financed purchase, fiscal year by fiscal year, in both views of a
// governmental fund: government-wide statements (full accrual) and the fund itself (modified accrual, what the budget
// shows). Every entry balances. An event changes no fund entry: no money moves.

#include <string>
#include <string_view>

#include "tco/finance/lease_accounting.hpp"
#include "tco/finance/lease_term.hpp"

namespace tco::finance {

enum class JournalView { GovernmentWide, Fund };

enum class JournalAccount {
    Asset,
    AccumulatedAmortization,
    Liability,
    AccruedInterest,
    Prepaid,
    Cash,
    InterestExpense,
    AmortizationExpense,
    Gain, ///< a loss on the debit side
    CapitalOutlay,
    FinancingSource,
    DebtServicePrincipal,
    DebtServiceInterest,
};

/// For people: “Lease liability”, “Subscription liability” or “Financed purchase payable”.
std::string_view label(JournalAccount account, Treatment treatment);

struct JournalLine {
    JournalAccount account = JournalAccount::Cash;
    Money debit, credit; ///< one of them zero, none negative
};

struct JournalEntry {
    Date date;
    std::string text;
    std::vector<JournalLine> lines; ///< debits first
};

/// The entries of one fiscal year in the order of their days. `schedule` is measure() of these terms with this calendar.
std::vector<JournalEntry> journal(JournalView view, const ContractTerms& terms, const ContractSchedule& schedule, FiscalYear year,
                                  const FiscalCalendar& calendar);

} // namespace tco::finance
