// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables that the notes to the financial statements ask for about leases and subscriptions (GASB 87 and 96): what falls
// due in later years, and how liabilities and assets changed. A note knows what was known at its date: events after it do
// not count.

#include <string>

#include "tco/finance/lease_accounting.hpp"

namespace tco::finance {

/// Paid in a fiscal year, or in the years of a band.
struct MaturityRow {
    FiscalYear from, to; ///< the same for a single year
    Money principal, interest;

    std::string label() const; ///< "2024", and "2029–33" for a band
};

/// The next five fiscal years after `asOf` one by one, then bands of five years; the last band ends with the last year in
/// which anything is paid. `years` are single years in any order, several of one year add up; earlier ones do not count.
std::vector<MaturityRow> maturityBands(std::span<const MaturityRow> years, FiscalYear asOf);

/// What is still to be paid at the end of `asOf` on all contracts that have begun by then. The principal sums to their
/// liability; interest counts in the year it is paid, and what has accrued by then is part of it.
std::vector<MaturityRow> maturityNote(std::span<const ContractTerms> contracts, FiscalYear asOf, const FiscalCalendar& calendar);

/// How a balance changes: begin + additions + changes − reductions = end.
struct RollForward {
    Money begin, additions;
    Money changes;    ///< by remeasurement, modification and partial termination
    Money reductions; ///< principal paid after commencement; of the asset its amortization
    Money end;
};

struct RollForwardYear {
    FiscalYear year;
    RollForward liability, asset; ///< the asset at its book value
    Money dueWithinOneYear;       ///< of the liability at the end
};

/// One row for each fiscal year from the first to the last with anything in it.
std::vector<RollForwardYear> rollForward(std::span<const ContractTerms> contracts, const FiscalCalendar& calendar);

} // namespace tco::finance
